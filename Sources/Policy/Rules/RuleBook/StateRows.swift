internal import Values

extension RuleBook {
  /// RULES.md §12: state overlays.
  static let stateRows: [(String, Row)] = [
    (
      "state.deadline",
      Row(
        law: "45 CFR 160.203; state", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "state.authorization",
      Row(
        law: "state", verdict: .hold, floor: .hold, lift: .amend,
        says: "The state asks for more on the form: (list).")
    ),
    (
      "state.category",
      Row(
        law: "state", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "state.process",
      Row(
        law: "state", verdict: .hold, floor: .hold, lift: .amend,
        says: "Your state's rules ask for: (list).")
    ),
    (
      "state.notice",
      Row(
        law: "state", verdict: .hold, floor: .hold, lift: .amend,
        says: "(built in by the bundler)")
    ),
    (
      "state.minor",
      Row(
        law: "state", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "state.shield",
      Row(
        law: "state", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "state.unknown",
      Row(
        law: "45 CFR 160.203", verdict: .hold, floor: .note, lift: .po,
        says: "")
    ),
  ]
}
