internal import JSON
internal import Values

/// Evaluates a path over the resources of a FHIR record in JSON's form. Its time is bounded in the record's size.
struct FHIRPathEvaluator {
  /// A value of the record: its node, and the `_name` node beside a primitive that has its id and extensions.
  struct Place: Hashable {
    var node: Int?
    var companion: Int?
    /// Of a choice (`value[x]`), as its member's name tells.
    var type: String?
  }

  enum Item {
    case place(Place)
    case text(String)
    case number(String)
    case truth(Bool)
  }

  private let contents: FHIRContents
  let document: JSONDocument
  private let path: FHIRPath
  private let references: FHIRReferenceIndex?
  private var stepsLeft: Int

  /// Steps that each value of a record may cost: paths as they are written need one or two.
  private static let stepsPerValue = 40

  init(_ path: FHIRPath, _ contents: FHIRContents) {
    (self.path, self.contents, document) = (path, contents, contents.document)
    references = path.resolves ? FHIRReferenceIndex(contents) { _ in true } : nil
    stepsLeft = 100_000 + contents.document.count * Self.stepsPerValue
  }

  /// Every place that the path names, in the order of its resources.
  ///
  /// - Throws: `site.limit` (hold).
  mutating func places() throws(PacketError) -> [Place] {
    var found: [Place] = []
    for resource in contents.resources {
      try spend(1)
      guard let name = resource.typeName, document.isString(name, path.type) else { continue }
      let start = Item.place(Place(node: resource.node))
      for item in try follow(path.steps, from: [start]) {
        if case .place(let place) = item { found.append(place) }
      }
    }
    return found
  }

  private mutating func spend(_ steps: Int) throws(PacketError) {
    stepsLeft -= steps
    if stepsLeft < 0 { throw .selectorLimit(contents.number) }
  }

  private mutating func follow(_ steps: [FHIRPath.Step], from items: [Item]) throws(PacketError) -> [Item] {
    var items = items
    for step in steps { items = try follow(step.kind, from: items) }
    return items
  }

  private mutating func follow(_ step: FHIRPath.Step.Kind, from items: [Item]) throws(PacketError) -> [Item] {
    try spend(items.count + 1)
    switch step {
    case .member(let name): return try members(name, of: items)
    case .index(let index): return index < items.count ? [items[index]] : []
    case .first: return Array(items.prefix(1))
    case .last: return Array(items.suffix(1))
    case .where(let test):
      var kept: [Item] = []
      for item in items where try holds(test, item) { kept.append(item) }
      return kept
    case .exists(let test):
      guard let test else { return [.truth(!items.isEmpty)] }
      for item in items where try holds(test, item) { return [.truth(true)] }
      return [.truth(false)]
    case .empty: return [.truth(items.isEmpty)]
    case .not: return [.truth(!items.contains(where: isTrue))]
    case .ofType(let type): return items.filter { isOfType(type, $0) }
    case .resolve: return try resolved(items)
    case .extension(let url):
      return try members("extension", of: items).filter { item in
        guard case .place(let place) = item, let node = place.node, let own = document.member(node, "url")
        else { return false }
        return document.isString(own, url)
      }
    }
  }

  // MARK: Members

  private mutating func members(_ name: String, of items: [Item]) throws(PacketError) -> [Item] {
    var found: [Item] = []
    for item in items {
      guard case .place(let place) = item else { continue }
      // Of a primitive, id and extensions stand in the object beside it.
      guard let object = [place.node, place.companion].lazy.compactMap(\.self).first(where: isObject) else {
        continue
      }
      for place in try members(name, of: object) { found.append(.place(place)) }
    }
    return found
  }

  private func isObject(_ node: Int) -> Bool { document.kind(node) == .object }

  private mutating func members(_ name: String, of object: Int) throws(PacketError) -> [Place] {
    var (value, companion): (Int?, Int?) = (nil, nil)
    var type: String?
    for child in document.children(object) {
      try spend(1)
      guard let match = match(child, name) else { continue }
      if match.isCompanion { companion = child } else { value = child }
      if let suffix = match.suffix { type = R4Elements.datatypeOfSuffix[suffix] }
    }
    guard
      value.map({ document.kind($0) == .array }) ?? false
        || companion.map({ document.kind($0) == .array }) ?? false
    else {
      return value == nil && companion == nil ? [] : [Place(node: value, companion: companion, type: type)]
    }
    let values = value.map { Array(document.children($0)) } ?? []
    let companions = companion.map { Array(document.children($0)) } ?? []
    try spend(max(values.count, companions.count))
    return (0..<max(values.count, companions.count)).map { index in
      Place(
        node: index < values.count ? values[index] : nil,
        companion: index < companions.count ? companions[index] : nil, type: type)
    }
  }

  /// Whether a member is the one of that name, the one beside it, or the choice of that name.
  private func match(_ child: Int, _ name: String) -> (isCompanion: Bool, suffix: String?)? {
    guard let key = document.key(child) else { return nil }
    let decoded = document.keyIsEscaped(child) ? document.keyText(child) ?? [] : nil
    let text = decoded.map { $0[...] } ?? document.bytes[key]
    let isCompanion = text.first == UInt8(ascii: "_")
    let own = isCompanion ? text.dropFirst() : text
    guard own.starts(with: name.utf8) else { return nil }
    let rest = own.dropFirst(name.utf8.count)
    if rest.isEmpty { return (isCompanion, nil) }
    guard let first = rest.first, (0x41...0x5A).contains(first) else { return nil }
    let suffix = String(decoding: rest, as: UTF8.self)
    return R4Elements.datatypeOfSuffix[suffix] == nil ? nil : (isCompanion, suffix)
  }

  // MARK: Types and references

  private func isOfType(_ type: String, _ item: Item) -> Bool {
    guard case .place(let place) = item else { return false }
    if let own = place.type { return own == type }
    guard let node = place.node, let name = document.member(node, "resourceType") else {
      // What is no choice and no resource has one type, and the path was checked against it.
      return !FHIRResourceType.isName(type)
    }
    return document.isString(name, type) || type == "Resource" || type == "DomainResource"
  }

  /// The resources of the record that references point to.
  private mutating func resolved(_ items: [Item]) throws(PacketError) -> [Item] {
    var found: [Item] = []
    for item in items {
      guard case .place(let place) = item, let node = place.node, let references else { continue }
      for reference in contents.references(in: node..<node + 1) {
        let targets = references.targets(of: contents.references[reference])
        try spend(targets.count + 1)
        found += targets.map { .place(Place(node: contents.resources[$0].node)) }
      }
    }
    return found
  }

  // MARK: Tests

  private mutating func holds(_ test: FHIRPath.Expression, _ item: Item) throws(PacketError) -> Bool {
    try values(of: test, item).contains(where: isTrue)
  }

  private mutating func values(of test: FHIRPath.Expression, _ item: Item) throws(PacketError) -> [Item] {
    try spend(1)
    switch test {
    case .path(let steps, _): return try follow(steps, from: [item])
    case .group(let inner, let steps): return try follow(steps, from: try values(of: inner, item))
    case .text(let text, _): return [.text(text)]
    case .number(let text, _): return [.number(text)]
    case .boolean(let truth, _): return [.truth(truth)]
    case .and(let left, let right):
      guard try holds(left, item) else { return [.truth(false)] }
      return [.truth(try holds(right, item))]
    case .or(let left, let right):
      guard try !holds(left, item) else { return [.truth(true)] }
      return [.truth(try holds(right, item))]
    case .equal(let left, let right, let isNegated, _):
      let (a, b) = (try values(of: left, item), try values(of: right, item))
      try spend(a.count * b.count)
      return [.truth(a.contains { one in b.contains { areEqual(one, $0) != isNegated } })]
    }
  }
}
