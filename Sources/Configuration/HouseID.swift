/// A name that the house gives to a source or a recipient and that becomes a folder's: lower-case letters,
/// digits and hyphens, so that it is safe in a path, a log and a table.
package enum HouseID {
  /// What such a name must be, for a problem's words.
  package static let rule = "must be 1 to 40 lower-case letters, digits and hyphens, beginning with a letter"

  /// Taken in the outbox by the patient themself and by addresses out of a request (DESIGN.md §2).
  package static let reserved: Set<String> = ["patient", "once"]

  package static func isGood(_ id: String) -> Bool {
    let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard let first = id.utf8.first, lower.contains(first), id.utf8.count <= 40 else { return false }
    return id.utf8.allSatisfy { byte in
      lower.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
  }
}
