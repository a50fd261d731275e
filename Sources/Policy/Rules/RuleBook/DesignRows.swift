internal import Values

/// Rules that RULES.md leaves to the design: DESIGN.md §4.9 (what no format knows is withheld unless the
/// policy lists it) and what the withholding itself has to tell. They are kept apart so that the sections
/// of RULES.md stay equal to its tables.
extension RuleBook {
  static let designRows: [String: Row] = [
    // DESIGN.md §4.9: unknown segments, sections and resource types.
    "house.unknown-part": Row(
      law: "164.502(a)", verdict: .withhold, floor: .withhold, lift: .notApplicable, says: ""),
    // cat.opaque's meaning for a part: the attachment stays behind, and the packet need not wait for it.
    "house.opaque-part": Row(
      law: "164.502(a)", verdict: .withhold, floor: .withhold, lift: .notApplicable, says: ""),
    // Outside of what was asked for, on grounds whose own section has no row for it.
    "house.scope": Row(
      law: "164.502(a)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
      says: "Records outside of what was asked for stay behind."),
    "house.scope-unknown": Row(
      law: "164.502(b)", verdict: .hold, floor: .hold, lift: .any, says: ""),
    "house.redacted": Row(
      law: "164.502(b)", verdict: .note, floor: .note, lift: .notApplicable, says: ""),
    // Narrative that follows withheld entries did not come to rest: the record goes whole.
    "house.follow": Row(
      law: "164.502(a)", verdict: .withhold, floor: .withhold, lift: .notApplicable, says: ""),
  ]
}
