/// A set of 64-bit numbers with a byte to each, laid open in two flat arrays: a lookup is one
/// multiplication and mostly one step. Numbers are hashes already, and none is 0.
struct PhraseTable: Sendable {
  private var keys: [UInt64]
  private var tags: [UInt8]
  private(set) var count = 0

  init() { (keys, tags) = ([UInt64](repeating: 0, count: 16), [UInt8](repeating: 0, count: 16)) }

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
  mutating func insert(_ key: UInt64, tag: UInt8) {
    let key = key == 0 ? 1 : key
    if count * 2 >= keys.count { grow() }
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while keys[at] != 0 {
      if keys[at] == key {
        tags[at] = min(tags[at], tag)
        return
      }
      at = (at + 1) & mask
    }
    keys[at] = key
    tags[at] = tag
    count += 1
  }

  func forEach(_ body: (UInt64, UInt8) -> Void) {
    for (key, tag) in zip(keys, tags) where key != 0 { body(key, tag) }
  }

  private mutating func grow() {
    var larger = PhraseTable()
    larger.keys = [UInt64](repeating: 0, count: keys.count * 2)
    larger.tags = [UInt8](repeating: 0, count: keys.count * 2)
    forEach { larger.insert($0, tag: $1) }
    self = larger
  }
}
