internal import Values

extension RuleBook {
  /// RULES.md §6: who asks: identity and authority (45 CFR 164.514(h), 164.502(g), 164.510(b)).
  static let requesterRows: [(String, Row)] = [
    (
      "verify.identity",
      Row(
        law: "164.514(h)(1)(i)", verdict: .hold, floor: .hold, lift: .any,
        says: "We could not establish who asks.")
    ),
    (
      "verify.authority",
      Row(
        law: "164.514(h)(1)(i)-(ii)", verdict: .hold, floor: .hold, lift: .amend,
        says: "Please send the paper that gives you the right.")
    ),
    (
      "verify.official.identity",
      Row(
        law: "164.514(h)(2)(ii)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "verify.official.authority",
      Row(
        law: "164.514(h)(2)(iii)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "verify.reliance",
      Row(
        law: "164.514(h)(2)(i), (iv)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "verify.signature",
      Row(
        law: "164.514(h), 164.508(b)(2)(v)", verdict: .hold, floor: .hold, lift: .any,
        says: "The name signed is not the one we hold.")
    ),
    (
      "person.rep.adult",
      Row(
        law: "164.502(g)(2)", verdict: .hold, floor: .hold, lift: .amend,
        says: "Send the paper that lets you decide on this person's care.")
    ),
    (
      "person.rep.current",
      Row(
        law: "164.502(g)(2)", verdict: .hold, floor: .hold, lift: .amend,
        says: "Your authority has ended or the patient is now of age.")
    ),
    (
      "person.minor.parent",
      Row(
        law: "164.502(g)(3)(i)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "person.minor.consented",
      Row(
        law: "164.502(g)(3)(i)(A)-(C)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "person.minor.state",
      Row(
        law: "164.502(g)(3)(ii)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "person.minor.age",
      Row(
        law: "state", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "person.emancipated",
      Row(
        law: "164.502(g)(3), state", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "person.deceased.rep",
      Row(
        law: "164.502(g)(4)", verdict: .hold, floor: .hold, lift: .amend,
        says: "Send letters testamentary or what your state gives instead.")
    ),
    (
      "person.deceased.family",
      Row(
        law: "164.510(b)(5)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "person.deceased.fifty",
      Row(
        law: "164.502(f), 160.103", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "person.deceased.research",
      Row(
        law: "164.512(i)(1)(iii)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "person.abuse",
      Row(
        law: "164.502(g)(5)", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
    (
      "person.family",
      Row(
        law: "164.510(b)(1)-(3)", verdict: .hold, floor: .hold, lift: .po,
        says: "Ask the patient for a signed form.")
    ),
    (
      "patient.match",
      Row(
        law: "164.502(a), 164.530(c)", verdict: .hold, floor: .hold, lift: .po,
        says: "A record in this packet seems to be another person's: (file, position).")
    ),
    (
      "patient.mixed",
      Row(
        law: "164.502(a)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "patient.unknown",
      Row(
        law: "164.502(a)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
  ]
}
