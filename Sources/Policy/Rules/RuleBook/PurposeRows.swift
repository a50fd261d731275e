internal import Values

extension RuleBook {
  /// RULES.md §5: purpose and minimum necessary (45 CFR 164.502(b), 164.506, 164.514(d)).
  static let purposeRows: [(String, Row)] = [
    (
      "purpose.known",
      Row(
        law: "164.506, 164.508, 164.512", verdict: .hold, floor: .hold, lift: .amend,
        says: "Say what the records are for.")
    ),
    (
      "purpose.basis",
      Row(
        law: "164.502(a)(1)", verdict: .hold, floor: .hold, lift: .amend,
        says: "We found no legal ground for this release.")
    ),
    (
      "purpose.treatment",
      Row(
        law: "164.506(c)(2)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "purpose.payment",
      Row(
        law: "164.506(c)(1), (3)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "purpose.operations",
      Row(
        law: "164.506(c)(4)", verdict: .hold, floor: .hold, lift: .po,
        says: "Say which operation, and your relation to the patient.")
    ),
    (
      "purpose.employer",
      Row(
        law: "164.508(a)(1), 164.512(b)(1)(v)", verdict: .reject, floor: .hold, lift: .amend,
        says: "Employers and insurers need the patient's form.")
    ),
    (
      "purpose.underwriting",
      Row(
        law: "164.502(a)(5)(i), 164.514(g)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "minnec.applies",
      Row(
        law: "164.502(b)(1)-(2)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "Only what this purpose needs is sent.")
    ),
    (
      "minnec.whole-record",
      Row(
        law: "164.514(d)(5)", verdict: .hold, floor: .hold, lift: .po,
        says: "The whole record needs a reason.")
    ),
    (
      "minnec.reliance",
      Row(
        law: "164.514(d)(3)(iii)", verdict: .note, floor: .note, lift: .any,
        says: "")
    ),
    (
      "minnec.routine",
      Row(
        law: "164.514(d)(3)(i)-(ii)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "ba.contract",
      Row(
        law: "164.502(e), 164.504(e)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
  ]
}
