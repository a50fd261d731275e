/// What the names in an inbox mean (DESIGN.md §2, "Ready").
package enum InboxNames {
  /// Still being written, or nobody's business: no packet.
  static func isPassedOver(_ name: [UInt8]) -> Bool { name.first == UInt8(ascii: ".") || isPart(name) }

  /// A name under which producers write before they rename.
  package static func isPart(_ name: [UInt8]) -> Bool {
    [".tmp", ".part", ".filepart", ".crdownload"].contains { ends(name, with: $0) }
  }

  static func isArchive(_ name: [UInt8]) -> Bool {
    [".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".xz"].contains { ends(name, with: $0) }
  }

  static func isMarker(_ name: [UInt8]) -> Bool { ends(name, with: ".ready") }

  /// `request.xml` or `request.json`, at the root of a folder packet.
  static func isRequest(_ name: [UInt8]) -> Bool {
    name == Array("request.xml".utf8) || name == Array("request.json".utf8)
  }

  /// `<name>.request.xml` or `<name>.request.json`: the flat form.
  static func isFlatRequest(_ name: [UInt8]) -> Bool {
    (ends(name, with: ".request.xml") && name.count > 12)
      || (ends(name, with: ".request.json") && name.count > 13)
  }

  static func isXML(_ name: [UInt8]) -> Bool { ends(name, with: ".xml") }

  /// The name before `.request.xml` or `.request.json`.
  static func flatStem(_ name: [UInt8]) -> [UInt8] {
    Array(name.dropLast(ends(name, with: ".xml") ? 12 : 13))
  }

  /// The other request of a flat packet that has two; nil for what is no flat request.
  static func twin(_ name: [UInt8]) -> [UInt8]? {
    guard isFlatRequest(name) else { return nil }
    return flatStem(name) + Array((isXML(name) ? ".request.json" : ".request.xml").utf8)
  }

  /// The hidden name under which a claimed entry waits for its removal.
  static func claimed(_ number: Int) -> [UInt8] { Array(".claimed-\(number)".utf8) }

  /// The packet's number of such a name.
  static func claimedNumber(_ name: [UInt8]) -> Int? {
    let prefix = Array(".claimed-".utf8)
    guard name.starts(with: prefix) else { return nil }
    let digits = name.dropFirst(prefix.count)
    guard !digits.isEmpty, digits.count < 18, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func ends(_ name: [UInt8], with suffix: String) -> Bool {
    let wanted = Array(suffix.utf8)
    guard name.count >= wanted.count else { return false }
    return zip(name.suffix(wanted.count), wanted).allSatisfy { byte, lower in
      byte == lower || (byte | 0x20) == lower && (0x41...0x5A).contains(byte)
    }
  }
}
