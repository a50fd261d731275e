internal import JSON

/// What goes along when something goes: references to it, what is about it, narrative that shows it, and
/// containers that FHIR does not allow to be empty. It works until nothing more follows.
struct FHIRClosure {
  let contents: FHIRContents
  let tree: FHIRTree
  /// Values that go, each with all within it.
  private(set) var goneNodes: [Int] = []
  /// Whether a reference was dropped or text marked, so that the record is not as it was.
  private(set) var isChanged = false
  var document: JSONDocument { tree.document }
  private var gone: [Bool]
  private var waiting: [Int] = []
  var resourceIsGone: [Bool]
  private let index: FHIRReferenceIndex
  /// For each resource the references that may point to it.
  private var pointers: [[Int]]
  private var conditional: [ReferenceKey: [Int]] = [:]
  private var logical: [ReferenceKey: [Int]] = [:]
  /// For each resource how many references that have it as their part stay.
  var keptParts: [Int]
  var isPartGone: [Bool]
  /// Resources and sections whose narrative went, or that have none.
  private var withoutNarrative: Set<Int> = []
  /// The items of a claim by the number of what they count.
  private var itemsCounting: [String: [ReferenceKey: [Int]]] = [:]
  /// How many children a container keeps, once one of them went.
  private var kept: [Int: Int] = [:]

  /// - Parameter outside: what is known of the rest of the record, where the contents are a part of one.
  init(_ contents: FHIRContents, outside: FHIROutside = .nothing) {
    self.contents = contents
    tree = FHIRTree(contents.document)
    gone = Array(repeating: false, count: contents.document.count)
    resourceIsGone = Array(repeating: false, count: contents.resources.count)
    index = FHIRReferenceIndex(contents) { _ in true }
    pointers = Array(repeating: [], count: contents.resources.count)
    keptParts = Array(repeating: 0, count: contents.resources.count)
    isPartGone = Array(repeating: false, count: contents.references.count)
    for (at, reference) in contents.references.enumerated() { addPointer(at, reference) }
    if !outside.held.isEmpty { keepParts(outside) }
    if !outside.gone.isEmpty { followOutside(outside) }
    while let next = waiting.popLast() { follow(next) }
  }

  private mutating func addPointer(_ at: Int, _ reference: FHIRContents.Reference) {
    let isPart = isPart(reference)
    for target in index.targets(of: reference) {
      pointers[target].append(at)
      if isPart { keptParts[target] += 1 }
    }
    if let identifier = document.member(reference.object, "identifier"), let key = identifierKey(identifier) {
      logical[key, default: []].append(at)
    }
    if reference.kind == .literal, let text = document.text(reference.target),
      case .conditional(let type) = ReferenceText(text)
    {
      conditional[ReferenceKey(bytes: type), default: []].append(at)
    }
  }

  /// System and value of an identifier.
  func identifierKey(_ identifier: Int) -> ReferenceKey? {
    guard let value = document.member(identifier, "value").flatMap({ document.text($0) }) else { return nil }
    let system = document.member(identifier, "system").flatMap { document.text($0) } ?? []
    return ReferenceKey(bytes: (system + [0] + value)[...])
  }

  /// Whether a value goes, by itself or within another.
  func isGone(_ node: Int) -> Bool {
    var at = node
    while true {
      if gone[at] { return true }
      guard let parent = tree.parent(at) else { return false }
      at = parent
    }
  }

  /// Takes a value out, and what follows from that.
  mutating func withhold(_ node: Int) {
    take(node)
    while let next = waiting.popLast() { follow(next) }
  }

  /// Something within a resource was redacted: its narrative may show it.
  mutating func change(at node: Int) {
    isChanged = true
    takeNarrative(above: node)
    while let next = waiting.popLast() { follow(next) }
  }

  private mutating func take(_ node: Int) {
    guard !isGone(node) else { return }
    isChanged = true
    gone[node] = true
    goneNodes.append(node)
    waiting.append(node)
  }

  private mutating func take(member name: String, of object: Int) {
    if let member = document.member(object, name) { take(member) }
  }

  private mutating func follow(_ node: Int) {
    let nodes = node..<document.subtreeEnd(node)
    for resource in contents.resources(in: nodes) where !resourceIsGone[resource] {
      resourceIsGone[resource] = true
      followResource(resource)
    }
    for reference in contents.references(in: nodes) { followPart(reference) }
    takeNarrative(above: node)
    followUpward(node)
  }

  // MARK: Upward

  private mutating func followUpward(_ node: Int) {
    guard let parent = tree.parent(node), !isGone(parent) else { return }
    let left = (kept[parent] ?? document.children(parent).reduce(0) { count, _ in count + 1 }) - 1
    kept[parent] = left
    guard let owner = tree.owner(node) else { return }
    let (name, isElement) = (tree.name(node), tree.isElement(node))
    let resource = contents.resources(in: owner..<owner + 1).first
    let type = resource.flatMap { contents.resources[$0].type }
    if left == 0 { take(parent) }
    if resource != nil {
      for words in FHIRReferenceRules.retelling(name, type) { take(member: words, of: owner) }
    }
    if isElement, let counted = FHIRReferenceRules.sequenceElement(name, type) {
      takeItems(of: owner, counting: counted, node)
    }
    guard !isElement else { return }
    if let resource {
      let isPanel = type == .observation && name == "hasMember" && !hasResult(owner)
      if isPanel || FHIRReferenceRules.goesWithout(name, type) { take(resource: resource) }
    } else if tree.name(owner) == "section" {
      let content = ["text", "entry", "section"].compactMap { document.member(owner, $0) }
      // FHIR R4 cmp-1: a section has text, entries or sections.
      if content.allSatisfy({ gone[$0] }) { take(owner) }
    } else if tree.isElement(owner), FHIRReferenceRules.elementGoesWithout(name) {
      take(owner)
    }
  }

  /// Whether an Observation says something by itself, beside its members.
  private func hasResult(_ observation: Int) -> Bool {
    document.children(observation).contains { member in
      let name = tree.name(member)
      return !gone[member] && (name == "component" || name.hasPrefix("value"))
    }
  }

  private mutating func takeItems(of claim: Int, counting name: String, _ counted: Int) {
    guard let sequence = document.member(counted, "sequence") else { return }
    let key = "\(claim) \(name)"
    let items = itemsCounting[key] ?? itemsByNumber(claim, name)
    itemsCounting[key] = items
    for item in items[number(sequence)] ?? [] { take(item) }
  }

  private func itemsByNumber(_ claim: Int, _ name: String) -> [ReferenceKey: [Int]] {
    var items: [ReferenceKey: [Int]] = [:]
    for item in tree.elements(claim, "item") {
      for counted in tree.elements(item, name) { items[number(counted), default: []].append(item) }
    }
    return items
  }

  private func number(_ node: Int) -> ReferenceKey {
    ReferenceKey(bytes: document.bytes[document.range(node)])
  }

  /// The narrative of every section and resource that a value is in.
  private mutating func takeNarrative(above node: Int) {
    for holder in tree.ancestors(node) where document.kind(holder) == .object {
      guard !withoutNarrative.contains(holder) else { continue }
      if let text = document.member(holder, "text"), document.kind(text) == .object {
        if (text..<document.subtreeEnd(text)).contains(node) { continue }
        take(text)
      }
      withoutNarrative.insert(holder)
    }
  }

  // MARK: Resources and references

  mutating func take(resource index: Int) {
    let resource = contents.resources[index]
    // A Bundle's entry is one unit with its resource; the record's own Bundle is unit 0 and its root.
    take(resource.unit == 0 ? resource.node : contents.unitNodes[resource.unit])
  }

  private mutating func followResource(_ index: Int) {
    let resource = contents.resources[index]
    for pointer in pointers[index] { drop(contents.references[pointer], to: resource) }
    if let name = resource.typeName, let type = document.text(name) {
      for pointer in conditional[ReferenceKey(bytes: type[...])] ?? [] {
        drop(contents.references[pointer], to: resource)
      }
    }
    for identifier in tree.elements(resource.node, "identifier") {
      guard let key = identifierKey(identifier) else { continue }
      for pointer in logical[key] ?? [] { drop(contents.references[pointer], to: resource) }
    }
    // A document without its Composition, a message without its header is none (FHIR R4 bdl-11, bdl-12).
    if let holder = resource.holder, !resource.isContained,
      let kind = document.member(contents.resources[holder].node, "type"),
      resource.type?.name == "Composition" && document.isString(kind, "document")
        || resource.type?.name == "MessageHeader" && document.isString(kind, "message")
    {
      take(resource: holder)
    }
  }

  private mutating func drop(_ reference: FHIRContents.Reference, to target: FHIRContents.Resource) {
    drop(reference, isToPatient: target.type == .patient)
  }

  /// Takes out a reference whose target went.
  mutating func drop(_ reference: FHIRContents.Reference, isToPatient: Bool) {
    guard !isGone(reference.object), let owner = tree.owner(reference.object) else { return }
    if reference.kind == .request {
      take(owner)
      return
    }
    let name = tree.name(reference.object)
    guard let resource = contents.resources(in: owner..<owner + 1).first else {
      let isPoint =
        tree.isElement(owner) && !tree.isElement(reference.object)
        && !FHIRReferenceRules.incidental.contains(name)
      take(isPoint ? owner : reference.object)
      return
    }
    let isAbout = isToPatient && FHIRReferenceRules.patientElements.contains(name)
    if isAbout || FHIRReferenceRules.goesWithAny(name, contents.resources[resource].type) {
      take(resource: resource)
    } else {
      take(reference.object)
    }
  }

  /// A reference that went had something as its part: it goes too, unless another one keeps it.
  private mutating func followPart(_ at: Int) {
    let reference = contents.references[at]
    guard !isPartGone[at], isPart(reference) else { return }
    isPartGone[at] = true
    for target in index.targets(of: reference) {
      keptParts[target] -= 1
      if keptParts[target] == 0, !resourceIsGone[target] { take(resource: target) }
    }
  }

  func isPart(_ reference: FHIRContents.Reference) -> Bool {
    switch reference.kind {
    case .literal:
      contents.resources.indices.contains(reference.resource)
        && FHIRReferenceRules.isPart(
          tree.name(reference.object), of: contents.resources[reference.resource].type)
    case .attachment: true
    case .logical, .words, .request: false
    }
  }
}
