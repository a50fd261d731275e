internal import Values

extension RuleBook {
  /// RULES.md §11: de-identified and limited data.
  static let limitedDataRows: [(String, Row)] = [
    (
      "deid.safeharbor",
      Row(
        law: "164.514(b)(2)(i)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "deid.zip3",
      Row(
        law: "164.514(b)(2)(i)(B)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "deid.dates",
      Row(
        law: "164.514(b)(2)(i)(C)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "deid.knowledge",
      Row(
        law: "164.514(b)(2)(ii)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "deid.code",
      Row(
        law: "164.514(c)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "deid.expert",
      Row(
        law: "164.514(b)(1)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "lds.identifiers",
      Row(
        law: "164.514(e)(2)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "lds.purpose",
      Row(
        law: "164.514(e)(3)", verdict: .reject, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "lds.agreement",
      Row(
        law: "164.514(e)(4)", verdict: .reject, floor: .hold, lift: .amend,
        says: "")
    ),
  ]
}
