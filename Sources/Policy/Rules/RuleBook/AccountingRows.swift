internal import Values

extension RuleBook {
  /// RULES.md §10: restrictions, accounting, keeping.
  static let accountingRows: [(String, Row)] = [
    (
      "restrict.selfpay",
      Row(
        law: "164.522(a)(1)(vi)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "restrict.agreed",
      Row(
        law: "164.522(a)(1)(iii)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "restrict.limits",
      Row(
        law: "164.522(a)(1)(v)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "restrict.ended",
      Row(
        law: "164.522(a)(2)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "confidential.channel",
      Row(
        law: "164.522(b)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "confidential.reason",
      Row(
        law: "164.522(b)(1)-(2)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.log",
      Row(
        law: "164.528(b)(2)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "account.excluded",
      Row(
        law: "164.528(a)(1)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.period",
      Row(
        law: "164.528(a)(1), (b)(1)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.deadline",
      Row(
        law: "164.528(c)(1)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.fee",
      Row(
        law: "164.528(c)(2)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "account.summary",
      Row(
        law: "164.528(b)(3)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.research",
      Row(
        law: "164.528(b)(4)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "account.suspend",
      Row(
        law: "164.528(a)(2)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "account.document",
      Row(
        law: "164.528(d)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "keep.six-years",
      Row(
        law: "164.316(b)(2)(i), 164.530(j)(2)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "keep.policy-change",
      Row(
        law: "164.530(i)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "staff.training",
      Row(
        law: "164.530(b), 164.308(a)(5)", verdict: .hold, floor: .hold, lift: .none,
        says: "Training has lapsed.")
    ),
    (
      "staff.least",
      Row(
        law: "164.514(d)(2), 164.308(a)(4)", verdict: .hold, floor: .hold, lift: .none,
        says: "")
    ),
    (
      "tech.access",
      Row(
        law: "164.312(a)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "tech.audit",
      Row(
        law: "164.312(b)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "tech.integrity",
      Row(
        law: "164.312(c)", verdict: .reject, floor: .reject, lift: .none,
        says: "")
    ),
    (
      "tech.authentication",
      Row(
        law: "164.312(d)", verdict: .hold, floor: .hold, lift: .none,
        says: "")
    ),
    (
      "tech.transmission",
      Row(
        law: "164.312(e)", verdict: .reject, floor: .reject, lift: .none,
        says: "")
    ),
    (
      "breach.wrong-release",
      Row(
        law: "164.402-414", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
  ]
}
