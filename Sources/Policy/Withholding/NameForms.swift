/// How a family name is written by whoever hears it: O'Brien is OBrien, Mc Clure is McClure, and Müller is Mueller as well
/// as Muller. Case and accents are the search's.
enum NameForms {
  /// A longer text is no name that somebody spells otherwise.
  private static let longest = 128

  /// The name itself first.
  static func all(of name: [UInt8]) -> [[UInt8]] {
    guard name.count <= longest else { return [name] }
    return [
      name, withoutApostrophes(name), joined(name), parted(name), umlauts(name), withoutUmlauts(name),
    ]
  }

  static func withoutApostrophes(_ name: [UInt8]) -> [UInt8] {
    Array(
      String(decoding: name, as: UTF8.self).unicodeScalars.filter {
        !"'\u{2019}\u{02BC}`".unicodeScalars.contains($0)
      }
      .map { Array(String($0).utf8) }.joined())
  }

  /// Mc Clure, O Brien, De Luca without the gap.
  private static func joined(_ name: [UInt8]) -> [UInt8] {
    guard let gap = name.firstIndex(of: 0x20), (1...3).contains(gap), gap + 3 < name.count else {
      return name
    }
    return Array(name[..<gap]) + name[(gap + 1)...]
  }

  /// McClure and MacLeod with one.
  private static func parted(_ name: [UInt8]) -> [UInt8] {
    for start in ["mac", "mc"] where name.count >= start.utf8.count + 4 {
      guard name.prefix(start.utf8.count).map({ $0 | 0x20 }).elementsEqual(start.utf8) else { continue }
      let rest = name[start.utf8.count...]
      // Mackenzie is one word; MacKenzie is two.
      guard start == "mc" || rest.first.map({ (0x41...0x5A).contains($0) }) ?? false else { continue }
      return Array(start.utf8) + [0x20] + rest
    }
    return name
  }

  /// ä, ö and ü as German writes them without their dots.
  private static func umlauts(_ name: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < name.count {
      let letter = name[at] == 0xC3 && at + 1 < name.count ? umlaut(name[at + 1]) : nil
      out += letter.map { Array($0.utf8) } ?? [name[at]]
      at += letter == nil ? 1 : 2
    }
    return out
  }

  /// The second byte of the letter in UTF-8.
  private static func umlaut(_ byte: UInt8) -> String? {
    switch byte {
    case 0x84, 0xA4: "ae"
    case 0x96, 0xB6: "oe"
    case 0x9C, 0xBC: "ue"
    default: nil
    }
  }

  /// The same back: the search takes the dots away.
  private static func withoutUmlauts(_ name: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for (at, byte) in name.enumerated() {
      if byte | 0x20 == UInt8(ascii: "e"), let last = out.last, at > 0,
        [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(last | 0x20)
      {
        continue
      }
      out.append(byte)
    }
    return out
  }
}
