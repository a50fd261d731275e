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
    let wanted = contents.resources.indices.filter { only(contents.resources[$0]) }
    // An id, a fullUrl and its tail.
    heads.reserveCapacity(3 * wanted.count)
    chain.reserveCapacity(3 * wanted.count)
    for index in wanted { add(contents.resources[index], index) }
  }

  private mutating func add(_ resource: FHIRContents.Resource, _ index: Int) {
    guard !resource.isContained else { return }
    for key in Self.keys(of: resource, contents.document) { add(key, index) }
  }

  /// What a resource that is not contained may be pointed to by.
  static func keys(of resource: FHIRContents.Resource, _ document: JSONDocument) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    if let id = resource.id.flatMap({ document.text($0) }) {
      let type = resource.typeName.flatMap { document.text($0) } ?? []
      keys.append(type + [UInt8(ascii: "/")] + id)
      if id.count == 36 { keys.append(Array("urn:uuid:".utf8) + id) }
    }
    if let url = resource.fullUrl.flatMap({ document.text($0) }) {
      keys += ReferenceText(url).keys.map { Array($0) }
    }
    return keys
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
    let pointer = ReferenceText(text)
    if case .contained(let id) = pointer { return contents.contained(id, from: reference.resource) }
    var found: [Int] = []
    for key in pointer.keys { collect(key, &found) }
    return found
  }

  private func collect(_ key: ArraySlice<UInt8>, _ found: inout [Int]) {
    var at = heads[ReferenceKey(bytes: key)] ?? -1
    while at >= 0 {
      if !found.contains(chain[at].resource) { found.append(chain[at].resource) }
      at = chain[at].next
    }
  }
}

extension FHIRContents {
  /// The resources, by index, that a `#id` may point to from within a resource; without an id, the container.
  func contained(_ id: ArraySlice<UInt8>, from index: Int) -> [Int] {
    guard resources.indices.contains(index) else { return [] }
    let resource = resources[index]
    let container = resource.isContained ? resource.holder ?? index : index
    guard !id.isEmpty else { return [container] }
    let node = resources[container].node
    return resources(in: node..<document.subtreeEnd(node)).filter { other in
      let other = resources[other]
      return other.isContained && other.holder == container
        && other.id.flatMap { document.text($0) }?.elementsEqual(id) ?? false
    }
  }
}
