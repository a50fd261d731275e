/// A reference's text taken apart (FHIR R4, References: literal references).
enum ReferenceText {
  /// `#id` of a contained resource; without an id, the container itself.
  case contained(ArraySlice<UInt8>)
  /// `Type?search`: it names no resource, but one of this type is meant.
  case conditional(type: ArraySlice<UInt8>)
  /// A URL, URN or `Type/id` without version and fragment, and the `Type/id` at its end.
  case literal(ArraySlice<UInt8>, tail: ArraySlice<UInt8>?)

  init(_ text: [UInt8]) {
    if text.first == UInt8(ascii: "#") {
      self = .contained(text.dropFirst())
    } else if let mark = text.firstIndex(of: UInt8(ascii: "?")) {
      let path = text[..<mark]
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
      self = .conditional(type: slash.map { path[($0 + 1)...] } ?? path)
    } else {
      let whole = Self.withoutVersion(text[..<(text.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex)])
      self = .literal(whole, tail: Self.tail(of: whole))
    }
  }

  /// What a literal reference is looked up by: the whole of it, and the `Type/id` at its end.
  var keys: [ArraySlice<UInt8>] {
    guard case .literal(let whole, let tail) = self else { return [] }
    guard let tail, tail.count < whole.count else { return [whole] }
    return [whole, tail]
  }

  private static func withoutVersion(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let version = text.lastIndex(of: UInt8(ascii: "/")) else { return text }
    let path = text[..<version]
    let word = "/_history".utf8
    return path.suffix(word.count).elementsEqual(word) ? path.dropLast(word.count) : text
  }

  /// The last two segments; nil when there are not two.
  static func tail(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let slash = text.lastIndex(of: UInt8(ascii: "/")), slash > text.startIndex else { return nil }
    let before = text[..<slash].lastIndex(of: UInt8(ascii: "/"))
    return text[(before.map { $0 + 1 } ?? text.startIndex)...]
  }

  /// The type and the id of a `Type/id`.
  static func parts(of tail: ArraySlice<UInt8>) -> (type: ArraySlice<UInt8>, id: ArraySlice<UInt8>)? {
    guard let slash = tail.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return (tail[..<slash], tail[(slash + 1)...])
  }
}

/// Bytes as a dictionary's key: compared as bytes, never as a String, for which other bytes may be equal.
struct ReferenceKey: Hashable {
  let bytes: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// One that is kept: it holds no more than its own bytes.
  init(copying bytes: some Sequence<UInt8>) { self.bytes = Array(bytes)[...] }

  func hash(into hasher: inout Hasher) {
    var (word, filled): (UInt64, Int) = (1, 0)
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 7 {
        hasher.combine(word)
        (word, filled) = (1, 0)
      }
    }
    hasher.combine(word)
  }
}
