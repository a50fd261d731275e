/// Numbers by address, open addressing: a name of libxml2's dictionary is looked up several times for every
/// element, where Swift's own Dictionary costs more than the parsing.
struct XMLPointerTable {
  private var keys = [Int](repeating: 0, count: 1024)
  private var values = [Int32](repeating: -1, count: 1024)
  private var count = 0

  subscript(address: Int) -> Int32? {
    let mask = keys.count - 1
    var slot = Self.hash(address) & mask
    while keys[slot] != 0 {
      if keys[slot] == address { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func insert(_ address: Int, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    place(address, value)
    count += 1
  }

  private mutating func place(_ address: Int, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.hash(address) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = address
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = [Int](repeating: 0, count: keys.count * 2)
    values = [Int32](repeating: -1, count: keys.count)
    for (key, value) in old { place(key, value) }
  }

  /// Fibonacci hashing: neighbouring addresses spread.
  private static func hash(_ address: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: address)) &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
