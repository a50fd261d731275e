extension XMLTree {
  /// Equal for trees of the same nodes, names, namespaces and texts, however these are numbered and kept; lines
  /// apart. It tells whether two readers saw the same; it is no digest that stands against an enemy.
  package var fingerprint: UInt64 {
    let names = names.map { Self.digest(of: $0) }
    let spaces = spaces.map { Self.digest(of: $0) }
    func word(_ number: Int32, _ of: [UInt64]) -> UInt64 {
      number >= 0 && Int(number) < of.count ? of[Int(number)] : 1
    }
    let bytes = unsafe text.span.bytes
    var sum: UInt64 = UInt64(nodes.count)
    for node in nodes {
      let (start, count) = (Int(node.start), Int(node.count))
      sum = Self.mixed(sum ^ word(node.name, names), word(node.space, spaces) ^ UInt64(node.kind.rawValue))
      sum = Self.mixed(sum, UInt64(truncatingIfNeeded: node.end) << 32 ^ UInt64(count))
      guard case .element = node.kind else {
        sum = Self.mixed(sum, Self.digest(bytes.extracting(start..<start + count)))
        continue
      }
      for index in start..<start + count {
        let attribute = attributes[index]
        let value = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
        sum = Self.mixed(sum ^ word(attribute.name, names), word(attribute.space, spaces))
        sum = Self.mixed(sum, Self.digest(bytes.extracting(value)))
      }
    }
    return sum
  }

  /// The halves of a product of 128 bits, over each other.
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }

  private static func digest(of word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return unsafe digest(bytes.span.bytes)
  }

  private static func digest(_ bytes: RawSpan) -> UInt64 {
    var sum = UInt64(bytes.byteCount)
    var at = 0
    while at + 8 <= bytes.byteCount {
      sum = unsafe mixed(sum, bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.byteCount {
      rest = unsafe rest << 8 | UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt8.self))
      at += 1
    }
    return mixed(sum, rest)
  }
}
