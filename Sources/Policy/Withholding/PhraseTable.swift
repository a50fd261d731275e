/// A set of 64-bit numbers with a byte to each, laid open in two flat arrays: a lookup is one
/// multiplication and mostly one step. Numbers are hashes already, and none is 0.
struct PhraseTable: Sendable {
  private var keys: [UInt64]
  private var tags: [UInt8]
  /// By key, what ``PhraseLengths`` needs of its last word.
  private var ends: [UInt16]
  private(set) var count = 0

  init() {
    (keys, tags, ends) = (
      Array(repeating: 0, count: 16), Array(repeating: 0, count: 16), Array(repeating: 0, count: 16)
    )
  }

  /// What stands beside a number; nil when it is not there.
  func tag(_ key: UInt64) -> UInt8? {
    let key = key == 0 ? 1 : key
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while keys[at] != 0 {
      if keys[at] == key { return tags[at] }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Adds a number; one that is there keeps its smaller tag.
  mutating func insert(_ key: UInt64, tag: UInt8, end: UInt16 = 0) {
    let key = key == 0 ? 1 : key
    if count * 2 >= keys.count { grow() }
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while keys[at] != 0 {
      if keys[at] == key {
        tags[at] = min(tags[at], tag)
        if ends[at] != end { ends[at] = PhraseLengths.anyEnd }
        return
      }
      at = (at + 1) & mask
    }
    keys[at] = key
    tags[at] = tag
    ends[at] = end
    count += 1
  }

  func forEach(_ body: (_ key: UInt64, _ tag: UInt8, _ end: UInt16) -> Void) {
    for index in keys.indices where keys[index] != 0 { body(keys[index], tags[index], ends[index]) }
  }

  private mutating func grow() {
    var larger = PhraseTable()
    larger.keys = [UInt64](repeating: 0, count: keys.count * 2)
    larger.tags = [UInt8](repeating: 0, count: keys.count * 2)
    larger.ends = [UInt16](repeating: 0, count: keys.count * 2)
    forEach { larger.insert($0, tag: $1, end: $2) }
    self = larger
  }
}
