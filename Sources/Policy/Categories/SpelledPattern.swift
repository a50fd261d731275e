/// A pattern of `terms.patterns`, as far as the category files need it: letters and classes one after
/// another, of which one kind may repeat, then at most one choice. Read from left to right without going
/// back, so that the time is linear in the text. What goes beyond is refused when the file is read.
///
///     pattern = ["\b"] item* ["(?:" item* ("|" item*)* ")"] ["\b"]
///     item    = (letter | "\" sign | "[" class "]") ["+" | "{n}" | "{n,}"]
struct SpelledPattern: Sendable {
  private struct Item: Sendable {
    var members: ByteSet
    var least: Int
    var isEndless: Bool
  }
  /// A mistake in the pattern, in words for its author.
  struct Refusal: Error {
    var problem: String
  }

  private var beginsAtWord = false
  private var endsAtWord = false
  private var head: [Item] = []
  private var choices: [[Item]] = []
  /// Bytes that it can begin with, and bytes that can come second.
  private(set) var opening: (first: ByteSet, second: ByteSet) = (ByteSet(), ByteSet())

  init(_ text: String) throws(Refusal) {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: Array("\\b".utf8)) {
      beginsAtWord = true
      bytes = bytes.dropFirst(2)
    }
    if bytes.count >= 2, Array(bytes.suffix(2)) == Array("\\b".utf8) {
      endsAtWord = true
      bytes = bytes.dropLast(2)
    }
    if let open = Self.opening(in: bytes) {
      guard bytes.last == UInt8(ascii: ")") else { throw Refusal(problem: "a choice must end the pattern") }
      for part in bytes[(open + 3)...].dropLast().split(separator: UInt8(ascii: "|")) {
        choices.append(try Self.items(part))
      }
      bytes = bytes[..<open]
      guard !choices.isEmpty, choices.allSatisfy({ $0.allSatisfy { !$0.isEndless } }) else {
        throw Refusal(problem: "a choice may not be empty or repeat without end")
      }
    }
    head = try Self.items(bytes)
    guard let first = head.first, first.least > 0 else {
      throw Refusal(problem: "a pattern must begin with a letter")
    }
    let follower = first.least == 1 && !first.isEndless ? head.dropFirst().first?.members : nil
    opening = (first.members, follower ?? ByteSet(Array(0...255)))
    try refuseGoingBack()
  }

  private static func opening(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { at in
      bytes[at...].starts(with: Array("(?:".utf8))
        && (at == bytes.startIndex || bytes[at - 1] != UInt8(ascii: "\\"))
    }
  }

  /// What repeats without end must be told from what follows by its first byte; then no other reading exists.
  private func refuseGoingBack() throws(Refusal) {
    for (index, item) in head.enumerated() where item.isEndless {
      let following = index + 1 < head.count ? [head[index + 1]] : choices.compactMap(\.first)
      guard following.allSatisfy({ $0.members.isDisjoint(with: item.members) }) else {
        throw Refusal(problem: "what repeats without end must differ from what follows it")
      }
    }
  }

  private static func items(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [Item] {
    var items: [Item] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let members: ByteSet
      switch byte {
      case UInt8(ascii: "["): members = try characterClass(&rest)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), !TextFolding.isWord(TextFolding.ascii[Int(escaped)]) else {
          throw Refusal(problem: "only signs may be escaped")
        }
        members = ByteSet([escaped])
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "?"),
        UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "{"):
        throw Refusal(problem: "the sign at \(bytes.count - rest.count) is not supported here")
      default: members = ByteSet([byte])
      }
      var item = Item(members: members, least: 1, isEndless: false)
      if rest.first == UInt8(ascii: "+") {
        rest.removeFirst()
        item.isEndless = true
      } else if rest.first == UInt8(ascii: "{") {
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else {
          throw Refusal(problem: "a brace is open")
        }
        var count = String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
        if count.hasSuffix(",") {
          item.isEndless = true
          count.removeLast()
        }
        guard let least = Int(count), (1...100).contains(least) else {
          throw Refusal(problem: "a repetition is {n} or {n,} with n from 1 to 100")
        }
        item.least = least
        rest = rest[(close + 1)...]
      }
      items.append(item)
    }
    return items
  }

  private static func characterClass(_ rest: inout ArraySlice<UInt8>) throws(Refusal) -> ByteSet {
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")), close > rest.startIndex else {
      throw Refusal(problem: "a class is open or empty")
    }
    let inside = Array(rest[..<close])
    rest = rest[(close + 1)...]
    guard inside.first != UInt8(ascii: "^"), !inside.contains(UInt8(ascii: "\\")) else {
      throw Refusal(problem: "a class may not be negated or hold escapes")
    }
    var members: [UInt8] = []
    var index = 0
    while index < inside.count {
      if index + 2 < inside.count, inside[index + 1] == UInt8(ascii: "-"), inside[index] <= inside[index + 2]
      {
        members += Array(inside[index]...inside[index + 2])
        index += 3
      } else {
        members.append(inside[index])
        index += 1
      }
    }
    return ByteSet(members)
  }

  /// Whether a reading may begin there, by what stands before it and its first byte; most do not.
  func mayBegin(in bytes: Span<UInt8>, at start: Int) -> Bool {
    opening.first.contains(bytes[start]) && !(beginsAtWord && start > 0 && Self.isWord(bytes[start - 1]))
  }

  /// Where a reading that begins at `start` ends; nil when there is none.
  func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    if beginsAtWord, start > 0, Self.isWord(bytes[start - 1]) { return nil }
    guard var at = Self.advance(head, in: bytes, from: start) else { return nil }
    if !choices.isEmpty {
      let ends = choices.compactMap { Self.advance($0, in: bytes, from: at) }
      guard let longest = ends.max() else { return nil }
      at = longest
    }
    if endsAtWord, at < bytes.count, Self.isWord(bytes[at]) { return nil }
    return at
  }

  private static func advance(_ items: [Item], in bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    for item in items {
      var count = 0
      while at < bytes.count, item.isEndless || count < item.least, item.members.contains(bytes[at]) {
        count += 1
        at += 1
      }
      guard count >= item.least else { return nil }
    }
    return at
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || TextFolding.isWord(TextFolding.ascii[Int(byte)])
  }
}

/// A set of bytes as 256 bits.
struct ByteSet: Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}
  init(_ bytes: [UInt8]) {
    for byte in bytes {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  func isDisjoint(with other: ByteSet) -> Bool {
    bits.0 & other.bits.0 | bits.1 & other.bits.1 | bits.2 & other.bits.2 | bits.3 & other.bits.3 == 0
  }

  var members: [UInt8] { (0...255).filter { contains($0) } }
}
