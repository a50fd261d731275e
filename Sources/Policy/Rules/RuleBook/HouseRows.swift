internal import Values

extension RuleBook {
  /// RULES.md §13: the house's own rules, which are no law.
  static let houseRows: [(String, Row)] = [
    (
      "house.repeat",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .note, lift: .any,
        says: "Sent before on (date); again?")
    ),
    (
      "house.id-conflict",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "house.split",
      Row(
        law: "164.514(d)(5)", verdict: .hold, floor: .note, lift: .po,
        says: "")
    ),
    (
      "house.stale-signature",
      Row(
        law: "164.508(b)(2)", verdict: .hold, floor: .note, lift: .any,
        says: "The form is more than a year old.")
    ),
    (
      "house.recipient-known",
      Row(
        law: "164.514(h), 164.530(c)", verdict: .hold, floor: .hold, lift: .any,
        says: "We must first set up the recipient.")
    ),
    (
      "house.recipient-new",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .note, lift: .two,
        says: "")
    ),
    (
      "house.recipient-category",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "house.fax-mail",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "house.opaque-redact",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "house.leak",
      Row(
        law: "164.502(a)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "house.empty",
      Row(
        law: "164.524(d)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "house.future-dates",
      Row(
        law: "164.508(b)(2)(v)", verdict: .hold, floor: .note, lift: .any,
        says: "Dates do not agree.")
    ),
    (
      "house.malformed",
      Row(
        law: "164.530(c)", verdict: .hold, floor: .hold, lift: .any,
        says: "One file could not be read: (file).")
    ),
  ]
}
