internal import Values

/// Writes a frame: fields in a fixed order, each of a fixed width or with its length before it, big end first.
/// There are no names, no types and no nesting in it that a reader would have to believe.
struct FrameWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func flag(_ value: Bool) { byte(value ? 1 : 0) }

  /// Eight bytes, two's complement.
  mutating func number(_ value: Int64) {
    let pattern = UInt64(bitPattern: value)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: pattern >> shift))
    }
  }

  mutating func number(_ value: Int) { number(Int64(value)) }

  mutating func count(_ value: Int) {
    let pattern = UInt32(clamping: value)
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: pattern >> shift))
    }
  }

  mutating func block(_ value: [UInt8]) {
    count(value.count)
    bytes += value
  }

  mutating func text(_ value: String) { block(Array(value.utf8)) }

  mutating func digest(_ value: Digest) { bytes += value.bytes }

  mutating func day(_ value: Day) { number(value.daysSinceEpoch) }

  mutating func optional<Value>(_ value: Value?, _ write: (inout FrameWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Element>(_ values: [Element], _ write: (inout FrameWriter, Element) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }
}
