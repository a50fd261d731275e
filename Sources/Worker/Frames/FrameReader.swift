internal import Values

/// What is wrong with a frame: not that it could not be read in time, but what it says.
package enum FrameError: Error, Equatable {
  /// It ends in the middle of a field, or goes on after the last one.
  case length
  /// A length or count beyond what the field may have.
  case limit
  /// A value that the field cannot have.
  case value
}

/// Reads a frame that may be a lie: each field is checked against its bound before memory is taken for it, and
/// what is left over at the end is an error.
struct FrameReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func take(_ count: Int) throws(FrameError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw .length }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func byte() throws(FrameError) -> UInt8 {
    guard let byte = try take(1).first else { throw .length }
    return byte
  }

  mutating func flag() throws(FrameError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .value
    }
  }

  mutating func number(in range: ClosedRange<Int64>) throws(FrameError) -> Int64 {
    let pattern = try take(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let value = Int64(bitPattern: pattern)
    guard range.contains(value) else { throw .value }
    return value
  }

  mutating func number(in range: ClosedRange<Int>) throws(FrameError) -> Int {
    Int(try number(in: Int64(range.lowerBound)...Int64(range.upperBound)))
  }

  mutating func count(limit: Int) throws(FrameError) -> Int {
    let value = Int(try take(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    guard value <= limit else { throw .limit }
    return value
  }

  mutating func block(limit: Int) throws(FrameError) -> [UInt8] {
    let count = try count(limit: limit)
    return Array(try take(count))
  }

  /// UTF-8.
  mutating func text(limit: Int) throws(FrameError) -> String {
    guard let text = String(validating: try block(limit: limit), as: UTF8.self) else { throw .value }
    return text
  }

  /// A text in which nothing hides, moves a cursor or turns the reading direction.
  mutating func plainText(limit: Int) throws(FrameError) -> String {
    let text = try text(limit: limit)
    guard TerminalText.isPlain(text) else { throw .value }
    return text
  }

  mutating func digest() throws(FrameError) -> Digest {
    guard let digest = Digest(bytes: Array(try take(32))) else { throw .value }
    return digest
  }

  mutating func day() throws(FrameError) -> Day {
    guard let day = Day(daysSinceEpoch: try number(in: Int.min...Int.max)) else { throw .value }
    return day
  }

  /// One of a closed set of words.
  mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type) throws(FrameError) -> Word {
    guard let word = Word(rawValue: try text(limit: 64)) else { throw .value }
    return word
  }

  mutating func optional<Value>(_ read: (inout FrameReader) throws(FrameError) -> Value) throws(FrameError)
    -> Value?
  {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Element>(
    limit: Int, _ read: (inout FrameReader) throws(FrameError) -> Element
  ) throws(FrameError) -> [Element] {
    // The elements are not reserved: a count is a claim, and each element has to be there.
    var elements: [Element] = []
    for _ in 0..<(try count(limit: limit)) { elements.append(try read(&self)) }
    return elements
  }

  /// Nothing may follow.
  func finish() throws(FrameError) {
    guard offset == bytes.count else { throw .length }
  }
}
