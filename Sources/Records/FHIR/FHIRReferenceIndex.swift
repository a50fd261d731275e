internal import JSON

/// Which resources a reference may mean. It takes too many rather than too few: by the whole URL, by the
/// `Type/id` at its end, by a UUID; an entry's fullUrl may lie.
struct FHIRReferenceIndex {
  private let contents: FHIRContents
  /// Chains of the resources with one key, through `next`.
  private var heads: [ReferenceKey: Int] = [:]
  private var chain: [(resource: Int, next: Int)] = []

  /// - Parameter only: which resources are looked for.
  init(_ contents: FHIRContents, only: (FHIRContents.Resource) -> Bool) {
    self.contents = contents
    for (index, resource) in contents.resources.enumerated() where only(resource) { add(resource, index) }
  }

  private mutating func add(_ resource: FHIRContents.Resource, _ index: Int) {
    let document = contents.document
    let type = resource.typeName.flatMap { document.text($0) } ?? []
    guard !resource.isContained else { return }
    if let id = resource.id.flatMap({ document.text($0) }) {
      add(type + [UInt8(ascii: "/")] + id, index)
      if id.count == 36 { add(Array("urn:uuid:".utf8) + id, index) }
    }
    if let url = resource.fullUrl.flatMap({ document.text($0) }),
      case .literal(let whole, let tail) = ReferenceText(url)
    {
      add(Array(whole), index)
      if let tail, tail.count < whole.count { add(Array(tail), index) }
    }
  }

  private mutating func add(_ key: [UInt8], _ index: Int) {
    let key = ReferenceKey(bytes: key[...])
    chain.append((index, heads[key] ?? -1))
    heads[key] = chain.count - 1
  }

  /// The resources, by index, that a reference may point to.
  func targets(of reference: FHIRContents.Reference) -> [Int] {
    guard reference.kind != .logical, reference.kind != .words,
      let text = contents.document.text(reference.target)
    else { return [] }
    switch ReferenceText(text) {
    case .contained(let id): return contained(id, from: reference.resource)
    case .conditional: return []
    case .literal(let whole, let tail):
      var found: [Int] = []
      collect(whole, &found)
      if let tail, tail.count < whole.count { collect(tail, &found) }
      return found
    }
  }

  private func collect(_ key: ArraySlice<UInt8>, _ found: inout [Int]) {
    var at = heads[ReferenceKey(bytes: key)] ?? -1
    while at >= 0 {
      if !found.contains(chain[at].resource) { found.append(chain[at].resource) }
      at = chain[at].next
    }
  }

  private func contained(_ id: ArraySlice<UInt8>, from index: Int) -> [Int] {
    guard contents.resources.indices.contains(index) else { return [] }
    let resource = contents.resources[index]
    let container = resource.isContained ? resource.holder ?? index : index
    guard !id.isEmpty else { return [container] }
    let node = contents.resources[container].node
    return contents.resources(in: node..<contents.document.subtreeEnd(node)).filter { other in
      let other = contents.resources[other]
      return other.isContained && other.holder == container
        && other.id.flatMap { contents.document.text($0) }?.elementsEqual(id) ?? false
    }
  }
}
