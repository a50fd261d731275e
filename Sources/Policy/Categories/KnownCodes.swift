internal import Values

/// What was looked up of a record's codes: the same few come again and again.
struct KnownCodes {
  private struct Key: Hashable {
    var system: String?
    var code: String
  }
  /// A record that has more codes than this is looked up code by code.
  private static let limit = 10_000
  private var entries: [Key: [CodeTable.Entry]] = [:]

  mutating func entries(_ code: Code, or lookUp: (Code) -> [CodeTable.Entry]) -> [CodeTable.Entry] {
    let key = Key(system: code.system?.reveal(.match), code: code.code.reveal(.match))
    if let known = entries[key] { return known }
    let found = lookUp(code)
    if entries.count < Self.limit { entries[key] = found }
    return found
  }
}
