/// A fixed list of ASCII words that bytes are looked up in without making a String: FHIR's element names
/// and resource types.
struct WordTable: Sendable {
  private var text: [UInt8] = []
  /// Where each word begins in `text`; one more for the end.
  private var starts: [Int] = [0]
  /// Open addressing: the index of a word, or -1. The words are ours, so nobody can choose them to collide.
  private var slots: [Int16]
  private let mask: Int

  init(_ words: [String]) {
    var capacity = 64
    while capacity < words.count * 4 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: -1, count: capacity)
    for (index, word) in words.enumerated() {
      let start = text.count
      text.append(contentsOf: word.utf8)
      starts.append(text.count)
      var slot = Self.hash(text.span, start..<text.count) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int16(truncatingIfNeeded: index)
    }
  }

  /// The index of the word that these bytes are.
  func index(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    var slot = Self.hash(bytes, range) & mask
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      if isWord(word, bytes, range) { return word }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isWord(_ word: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = starts[word]
    guard starts[word + 1] - start == range.count else { return false }
    for index in 0..<range.count where text[start &+ index] != bytes[range.lowerBound &+ index] {
      return false
    }
    return true
  }

  /// Length, first, second, middle and last two letters: enough to tell a few hundred names apart.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (first, last) = (range.lowerBound, range.upperBound &- 1)
    var hash = range.count
    hash = hash &* 31 &+ Int(bytes[first])
    hash = hash &* 31 &+ Int(bytes[min(first &+ 1, last)])
    hash = hash &* 31 &+ Int(bytes[first &+ range.count / 2])
    hash = hash &* 31 &+ Int(bytes[max(last &- 1, first)])
    hash = hash &* 31 &+ Int(bytes[last])
    return hash ^ hash >> 7
  }
}
