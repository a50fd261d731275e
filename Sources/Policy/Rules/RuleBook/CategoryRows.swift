internal import Values

extension RuleBook {
  /// RULES.md §9: specially protected categories.
  static let categoryRows: [(String, Row)] = [
    (
      "cat.sud",
      Row(
        law: "42 CFR Part 2; state", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.hiv",
      Row(
        law: "state (states.yaml)", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.mh",
      Row(
        law: "state", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.psychotherapy",
      Row(
        law: "164.508(a)(2)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.genetic",
      Row(
        law: "state; GINA", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.std",
      Row(
        law: "state", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.sex",
      Row(
        law: "state", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.sdv",
      Row(
        law: "164.512(c), state, VAWA", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.va",
      Row(
        law: "38 USC 7332", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.education",
      Row(
        law: "20 USC 1232g; 160.103", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "cat.label",
      Row(
        law: "HL7 DS4P", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "cat.term-only",
      Row(
        law: "", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "cat.opaque",
      Row(
        law: "", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
  ]
}
