/// The names of a document's elements and attributes, each split and numbered once, and the namespaces that its
/// prefixes stand for where the scanner is (Namespaces in XML 1.0 §6).
struct XMLNameTable {
  static let noPrefix: Int32 = 0

  /// A qualified name as it is written.
  private struct Name {
    var hash: UInt32
    var start: Int32
    var count: Int32
    var local: Int32
    var prefix: Int32
    /// The prefix that an attribute of this name declares; -1 for none.
    var declares: Int32
  }

  private(set) var names: [String]
  private(set) var spaces: [String]
  private(set) var declared: [String] = []
  private var numbers: [String: Int32]
  private var prefixes: [String: Int32] = ["": noPrefix]
  private var isDeclared: Set<String> = []
  private var known: [Name] = []
  private var pool: [UInt8] = []
  /// Open addressing; -1 for free.
  private var slots = [Int32](repeating: -1, count: 1024)

  private static let unbound: Int32 = -2
  /// By prefix: its namespace here; -1 for none.
  private var bound: [Int32] = [-1]
  /// What was bound before, by the elements that are open.
  private var before: [(element: Int32, prefix: Int32, space: Int32)] = []

  init(names: [String], spaces: [String]) {
    (self.names, self.spaces) = (names, spaces)
    numbers = [:]
    for (number, name) in names.enumerated() where numbers[name] == nil {
      numbers[name] = Int32(truncatingIfNeeded: number)
    }
    let xml = prefixNumber("xml")
    bound[Int(xml)] = spaceNumber("http://www.w3.org/XML/1998/namespace")
  }

  func local(of name: Int) -> Int32 { known[name].local }
  func prefix(of name: Int) -> Int32 { known[name].prefix }

  /// The prefix that an attribute declares; nil for other attributes.
  func declared(by name: Int) -> Int32? {
    let prefix = known[name].declares
    return prefix < 0 ? nil : prefix
  }

  /// -1 where no namespace is; nil for a prefix that stands for nothing. What is no number of a prefix (the -1
  /// of an attribute without one) is in no namespace.
  func space(ofPrefix prefix: Int32) -> Int32? {
    guard prefix >= 0 else { return -1 }
    let space = bound[Int(prefix)]
    return space == Self.unbound ? nil : space
  }

  /// A name that begins here; ends behind it.
  mutating func read(_ bytes: Span<UInt8>, _ at: inout Int) -> Int? {
    let start = at
    var hash: UInt32 = 2_166_136_261
    var index = at
    while index < bytes.count {
      let byte = bytes[index]
      // `=`, `>`, `?`, `/` and white space end a name; `-`, `.`, digits and `:` do not.
      if byte <= UInt8(ascii: "?"), byte == UInt8(ascii: "/") || byte > UInt8(ascii: ";") || byte < 0x2D {
        break
      }
      hash = (hash ^ UInt32(byte)) &* 16_777_619
      index &+= 1
    }
    guard index > start else { return nil }
    at = index
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 15) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if known[number].hash == hash, Int(known[number].count) == index - start,
        isSame(Int(known[number].start), bytes, start, index - start)
      {
        return number
      }
      slot = (slot + 1) & mask
    }
    return learn(bytes, start..<index, hash)
  }

  private func isSame(_ own: Int, _ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    var offset = 0
    while offset < count, pool[own &+ offset] == bytes[start &+ offset] { offset &+= 1 }
    return offset == count
  }

  private mutating func learn(_ bytes: Span<UInt8>, _ range: Range<Int>, _ hash: UInt32) -> Int? {
    var word: [UInt8] = []
    for index in range { word.append(bytes[index]) }
    let colon = word.firstIndex(of: UInt8(ascii: ":"))
    let prefix = colon.map { String(decoding: word[..<$0], as: UTF8.self) } ?? ""
    let local = String(decoding: colon.map { word[($0 + 1)...] } ?? word[...], as: UTF8.self)
    guard colon == nil || !prefix.isEmpty, !local.isEmpty, !local.utf8.contains(UInt8(ascii: ":")) else {
      return nil
    }
    var declares: Int32 = -1
    if prefix.isEmpty, local == "xmlns" { declares = Self.noPrefix }
    if prefix == "xmlns" {
      guard local != "xml", local != "xmlns" else { return nil }
      declares = prefixNumber(local)
    }
    known.append(
      Name(
        hash: hash, start: Int32(truncatingIfNeeded: pool.count),
        count: Int32(truncatingIfNeeded: word.count),
        local: declares >= 0 ? -1 : nameNumber(local), prefix: declares >= 0 ? 0 : prefixNumber(prefix),
        declares: declares))
    pool.append(contentsOf: word)
    if known.count * 2 > slots.count { grow() } else { place(known.count - 1) }
    return known.count - 1
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    let hash = known[number].hash
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 15) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for number in known.indices { place(number) }
  }

  private mutating func nameNumber(_ name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  private mutating func prefixNumber(_ prefix: String) -> Int32 {
    if let number = prefixes[prefix] { return number }
    let number = Int32(truncatingIfNeeded: bound.count)
    prefixes[prefix] = number
    bound.append(Self.unbound)
    return number
  }

  private mutating func spaceNumber(_ space: String) -> Int32 {
    if let number = spaces.firstIndex(of: space) { return Int32(truncatingIfNeeded: number) }
    spaces.append(space)
    return Int32(truncatingIfNeeded: spaces.count - 1)
  }

  // MARK: Scopes

  /// A declaration on an element, until it is left.
  mutating func bind(_ prefix: Int32, to said: Range<Int>, of bytes: Span<UInt8>, within element: Int32)
    -> Bool
  {
    var value: [UInt8] = []
    for index in said { value.append(bytes[index]) }
    let space = String(decoding: value, as: UTF8.self)
    // A hostile document could declare any number of them; each is looked for among all.
    guard spaces.count < 256, bound.count < 256 else { return false }
    before.append((element, prefix, bound[Int(prefix)]))
    bound[Int(prefix)] = spaceNumber(space)
    if prefix != Self.noPrefix, let word = prefixes.first(where: { $0.value == prefix })?.key { note(word) }
    note(space)
    return true
  }

  private mutating func note(_ word: String) {
    if isDeclared.insert(word).inserted { declared.append(word) }
  }

  mutating func leave(_ element: Int32) {
    while let last = before.last, last.element == element {
      bound[Int(last.prefix)] = last.space
      before.removeLast()
    }
  }
}
