/// Which lines of a text name somebody beside the patient: what stands under `EMERGENCY CONTACT`, and a name beside a
/// relationship to the patient. A bare `Name:` and `DOB:` there are no other patient's.
struct TextOthers {
  /// Lines that a contact's block has at most; what stands further down is read as anywhere.
  private static let most = 12
  private var left = 0

  /// Whether a line's bare name, or its day of birth alone, is of such a person. A label that means the patient
  /// wherever it stands (`MRN:`, `Patient name:`) ends the block, and so does a new page or heading.
  ///
  /// - Parameters:
  ///   - line: as UTF-8.
  ///   - isHeading: all capitals, or a colon at its end.
  ///   - next: the line after it, where that is of the same paragraph.
  mutating func holdPerson(of line: [UInt8], isHeading: Bool, next: [UInt8]?) -> Bool {
    let words = Self.words(line)
    if Self.isTitle(words) {
      left = Self.most
      return false
    }
    let found = TextLabel.found(in: line).map(\.label)
    let isBare =
      found.count == 1 && (found[0] == .birthDate || found[0] == .name && Self.opensWithName(words))
    if isHeading || found.contains(where: { $0 == .number || $0 == .name }) && !isBare { left = 0 }
    left = max(0, left - 1)
    guard isBare else { return false }
    if left > 0 { return true }
    return found[0] == .name && (Self.saysRelation(words) || next.map { Self.beginsRelation($0) } ?? false)
  }

  mutating func endPage() { left = 0 }

  /// `Name: Jane Doe`, and neither `Patient name:` nor `Patient:`.
  private static func opensWithName(_ words: [String]) -> Bool { words.first == "name" }

  /// Every word of it belongs to such a heading, and one of them names somebody who is not the patient.
  private static func isTitle(_ words: [String]) -> Bool {
    guard (1...8).contains(words.count) else { return false }
    guard words.allSatisfy({ others.contains($0) || besides.contains($0) }) else { return false }
    // `EMERGENCY CARE` is a page's own title.
    return words.contains(where: others.contains)
      || words.contains("emergency") && (words.contains("contact") || words.contains("contacts"))
  }
  private static let others: Set<String> = [
    "kin", "guarantor", "subscriber", "policyholder", "spouse", "guardian", "guardians", "mother",
    "father", "parent", "parents", "employer", "relative", "relatives", "caregiver", "caregivers", "proxy",
    "notify",
  ]
  private static let besides: Set<String> = [
    "emergency", "contact", "contacts", "information", "info", "details", "data", "primary", "secondary",
    "other", "first", "second",
    "next", "of", "the", "nearest", "closest", "legal", "health", "healthcare", "care", "agent", "person",
    "persons",
    "to", "in", "case", "an", "and", "or", "s", "1", "2", "3",
  ]

  /// `Relationship: wife`, `Relationship to patient: wife`; the patient's own relation to a guarantor says nothing.
  private static func saysRelation(_ words: [String]) -> Bool {
    words.indices.contains { at in
      relation.contains(words[at]) && !words[at...].prefix(6).contains(where: ofPatient.contains)
    }
  }
  private static func beginsRelation(_ line: [UInt8]) -> Bool {
    let words = words(line)
    return words.first.map(relation.contains) ?? false && saysRelation(words)
  }
  private static let relation: Set<String> = ["relationship", "relation"]
  private static let ofPatient: Set<String> = [
    "self", "same", "guarantor", "insured", "subscriber", "policyholder", "holder", "status",
  ]

  /// Letters and digits, small; a heading has few.
  private static func words(_ line: [UInt8]) -> [String] {
    line.split { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
      default: true
      }
    }.prefix(24).map { word in
      String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }
}
