package import Values

extension YAMLMap {
  /// A size with its unit: `512KiB`, `10MiB`, `4GiB` (by 1024) or `10MB` (by 1000); in bytes.
  package mutating func byteCount(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key), let value = value(key) else { return nil }
    let units: [(name: String, bytes: Int)] = [
      ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("kB", 1_000), ("MB", 1_000_000),
      ("GB", 1_000_000_000),
    ]
    for unit in units where text.hasSuffix(unit.name) {
      guard let number = Int(text.dropLast(unit.name.count)), (0...1_000_000).contains(number) else { break }
      if range.contains(number * unit.bytes) { return number * unit.bytes }
    }
    report(
      value.line, value.column,
      "\"\(key)\" must be a size with its unit (512KiB, 10MiB, 4GiB), from \(Self.words(range.lowerBound)) "
        + "to \(Self.words(range.upperBound))")
    return nil
  }

  /// A time with its unit within bounds; bounds and result in milliseconds.
  package mutating func duration(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    guard let milliseconds = duration(key), let value = value(key) else { return nil }
    if range.contains(milliseconds) { return milliseconds }
    report(
      value.line, value.column,
      "\"\(key)\" must be from \(Self.time(range.lowerBound)) to \(Self.time(range.upperBound))")
    return nil
  }

  /// A calendar day, `YYYY-MM-DD`.
  package mutating func day(_ key: String) -> Day? {
    guard let text = text(key), let value = value(key) else { return nil }
    if let day = Day(text) { return day }
    report(value.line, value.column, "\"\(key)\" must be a day: YYYY-MM-DD")
    return nil
  }

  private static func words(_ bytes: Int) -> String {
    for (name, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
    where bytes >= size && bytes % size == 0 {
      return "\(bytes / size)\(name)"
    }
    return "\(bytes) bytes"
  }

  private static func time(_ milliseconds: Int64) -> String {
    let units: [(String, Int64)] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
    for (name, size) in units where milliseconds >= size && milliseconds % size == 0 {
      return "\(milliseconds / size)\(name)"
    }
    return "\(milliseconds)ms"
  }
}
