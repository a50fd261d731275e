internal import Values

extension RuleBook {
  /// RULES.md §8: substance use records (42 CFR Part 2).
  static let substanceUseRows: [(String, Row)] = [
    (
      "part2.ground",
      Row(
        law: "2.13(a), 2.31, 2.33, 2.61-2.67", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.consent.patient",
      Row(
        law: "2.31(a)(1)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent lacks the patient's name.")
    ),
    (
      "part2.consent.discloser",
      Row(
        law: "2.31(a)(2)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say who may release.")
    ),
    (
      "part2.consent.what",
      Row(
        law: "2.31(a)(3)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say which records.")
    ),
    (
      "part2.consent.recipient",
      Row(
        law: "2.31(a)(4)(i)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say who may receive.")
    ),
    (
      "part2.consent.intermediary",
      Row(
        law: "2.31(a)(4)(ii), 2.11", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent must name the exchange and who gets records through it.")
    ),
    (
      "part2.consent.hipaa-recipient",
      Row(
        law: "2.31(a)(4)(iii)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent lacks the statement on passing records on.")
    ),
    (
      "part2.consent.purpose",
      Row(
        law: "2.31(a)(5)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say why.")
    ),
    (
      "part2.consent.revoke",
      Row(
        law: "2.31(a)(6)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say how to withdraw.")
    ),
    (
      "part2.consent.expiry",
      Row(
        law: "2.31(a)(7)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent does not say when it ends.")
    ),
    (
      "part2.consent.signature",
      Row(
        law: "2.31(a)(8), 2.14, 2.15", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent is not signed by the right person.")
    ),
    (
      "part2.consent.date",
      Row(
        law: "2.31(a)(9)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent is not dated.")
    ),
    (
      "part2.consent.tpo-statements",
      Row(
        law: "2.31(a)(10)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent lacks a required statement.")
    ),
    (
      "part2.consent.defect",
      Row(
        law: "2.31(c)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "The consent is no longer good.")
    ),
    (
      "part2.consent.proceedings",
      Row(
        law: "2.31(d), 2.12(d)(1)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.counseling-notes",
      Row(
        law: "2.11, 2.31(b)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.criminal-justice",
      Row(
        law: "2.35", verdict: .hold, floor: .hold, lift: .po,
        says: "The consent must follow the rule for supervised treatment.")
    ),
    (
      "part2.notice",
      Row(
        law: "2.32(a)", verdict: .hold, floor: .hold, lift: .amend,
        says: "(built in by the bundler: its absence is a fault of ours)")
    ),
    (
      "part2.consent-copy",
      Row(
        law: "2.32(b)", verdict: .hold, floor: .hold, lift: .amend,
        says: "(same)")
    ),
    (
      "part2.minimum",
      Row(
        law: "2.13(a)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.presence",
      Row(
        law: "2.13(c)", verdict: .hold, floor: .hold, lift: .none,
        says: "")
    ),
    (
      "part2.legal.civil",
      Row(
        law: "2.61, 2.64", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.legal.criminal",
      Row(
        law: "2.61, 2.65", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.legal.confidential",
      Row(
        law: "2.63", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.legal.program",
      Row(
        law: "2.66, 2.67", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "part2.emergency",
      Row(
        law: "2.51", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "part2.research",
      Row(
        law: "2.52", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "part2.audit",
      Row(
        law: "2.53", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "part2.public-health",
      Row(
        law: "2.54", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.redisclosure",
      Row(
        law: "2.33(b)(1), 2.12(d)(2)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.redisclosure-other",
      Row(
        law: "2.33(b)(2)-(3), (c)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.access",
      Row(
        law: "2.23", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.restriction",
      Row(
        law: "2.26", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.accounting",
      Row(
        law: "2.25", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.intermediary-list",
      Row(
        law: "2.24", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.deceased",
      Row(
        law: "2.15(b)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "part2.breach",
      Row(
        law: "2.16(b)", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
  ]
}
