/// The names by which parts of a document point to each other, each kept and numbered once.
struct CDAWords {
  private var pool: [UInt8] = []
  /// Where each word begins in the pool; one more for the end.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing; -1 for free.
  private var slots = [Int32](repeating: -1, count: 256)
  /// Another one in each process, so that nobody can write names that all come to one slot.
  private static let seed = UInt64(bitPattern: Int64(Hasher().finalize()))

  var count: Int { hashes.count }

  /// nil for a word that is not among them.
  func number(of word: Span<UInt8>) -> Int? {
    let slot = slot(of: word, Self.hash(word))
    return slots[slot] >= 0 ? Int(slots[slot]) : nil
  }

  mutating func learn(_ word: Span<UInt8>) -> Int {
    let hash = Self.hash(word)
    let slot = slot(of: word, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    for index in word.indices { pool.append(word[index]) }
    starts.append(pool.count)
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: hashes.count - 1)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// Where the word is, or where it would be.
  private func slot(of word: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isWord(number, word) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    var offset = 0
    while offset < word.count, pool[start &+ offset] == word[offset] { offset &+= 1 }
    return offset == word.count
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// FNV-1a, from another beginning, its halves over each other.
  static func hash(_ word: Span<UInt8>) -> UInt64 {
    var hash = seed
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
