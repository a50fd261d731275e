/// The words and signs of a path.
struct FHIRPathLexer {
  enum Kind: Equatable {
    case name(String)
    case text(String)
    case number(String)
    case sign(UInt8)
    case notEqual
    case this
    case end
  }
  struct Token: Equatable {
    let kind: Kind
    /// In bytes, from 1.
    let column: Int
  }

  private let bytes: [UInt8]
  private var at = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// - Throws: at the first sign that the subset does not have.
  static func tokens(_ text: String) throws(SelectorProblem) -> [Token] {
    var lexer = FHIRPathLexer(text)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private mutating func next() throws(SelectorProblem) -> Token {
    while peek() == 0x20 { at += 1 }
    let column = at + 1
    guard let byte = peek() else { return Token(kind: .end, column: column) }
    switch byte {
    case UInt8(ascii: "'"): return Token(kind: .text(try quoted(byte)), column: column)
    case UInt8(ascii: "`"):
      let name = try quoted(byte)
      guard !name.isEmpty else { throw SelectorProblem(column, "a name is empty") }
      return Token(kind: .name(name), column: column)
    case UInt8(ascii: "$"):
      at += 1
      guard word() == "this" else {
        throw SelectorProblem(column, "of the $ words only $this is in the subset")
      }
      return Token(kind: .this, column: column)
    case UInt8(ascii: "!"):
      guard peek(1) == UInt8(ascii: "=") else {
        throw SelectorProblem(column, "\"!\" is not in the subset; write != or .not()")
      }
      at += 2
      return Token(kind: .notEqual, column: column)
    case UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "="):
      at += 1
      return Token(kind: .sign(byte), column: column)
    case 0x30...0x39: return Token(kind: .number(try number()), column: column)
    case _ where Self.isWord(byte): return Token(kind: .name(word()), column: column)
    default:
      let sign = byte < 0x80 ? "\"\(String(decoding: [byte], as: UTF8.self))\"" : "this sign"
      throw SelectorProblem(column, "\(sign) is not in the subset of FHIRPath that site rules have")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  private mutating func word() -> String {
    let start = at
    while let byte = peek(), Self.isWord(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func number() throws(SelectorProblem) -> String {
    let start = at
    while let byte = peek(), (0x30...0x39).contains(byte) { at += 1 }
    if peek() == UInt8(ascii: "."), let digit = peek(1), (0x30...0x39).contains(digit) {
      at += 1
      while let byte = peek(), (0x30...0x39).contains(byte) { at += 1 }
    }
    if let byte = peek(), Self.isWord(byte) { throw SelectorProblem(at + 1, "a letter within a number") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// FHIRPath N1 §4.1.2: escapes in strings and delimited names.
  private mutating func quoted(_ quote: UInt8) throws(SelectorProblem) -> String {
    let start = at
    var out: [UInt8] = []
    at += 1
    while let byte = peek(), byte != quote {
      at += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      switch peek() {
      case UInt8(ascii: "'"): out.append(UInt8(ascii: "'"))
      case UInt8(ascii: "\""): out.append(UInt8(ascii: "\""))
      case UInt8(ascii: "`"): out.append(UInt8(ascii: "`"))
      case UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): out.append(UInt8(ascii: "/"))
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "f"): out.append(0x0C)
      default: throw SelectorProblem(at, "no such escape; known are \\' \\\\ \\/ \\\" \\` \\n \\r \\t \\f")
      }
      at += 1
    }
    guard peek() == quote else { throw SelectorProblem(start + 1, "the quote is not closed") }
    at += 1
    return String(decoding: out, as: UTF8.self)
  }
}
