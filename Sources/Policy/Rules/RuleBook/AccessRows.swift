internal import Values

extension RuleBook {
  /// RULES.md §4: the right of access (45 CFR 164.524).
  static let accessRows: [(String, Row)] = [
    (
      "access.no-authorization",
      Row(
        law: "164.524(b)(1), 164.502(a)(1)(i), (a)(2)(i)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "access.written",
      Row(
        law: "164.524(b)(1), OCR access guidance 2016", verdict: .hold, floor: .note, lift: .any,
        says: "Please send the request in writing; we need no reason.")
    ),
    (
      "access.identity",
      Row(
        law: "164.514(h)", verdict: .hold, floor: .hold, lift: .any,
        says: "We must first know that it is you.")
    ),
    (
      "access.deadline",
      Row(
        law: "164.524(b)(2)(i)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "Due on (date).")
    ),
    (
      "access.overdue",
      Row(
        law: "164.524(b)(2)", verdict: .hold, floor: .note, lift: .po,
        says: "Overdue: goes to the head of the queue, is reported daily.")
    ),
    (
      "access.extension",
      Row(
        law: "164.524(b)(2)(ii)-(iii)", verdict: .hold, floor: .hold, lift: .po,
        says: "We need until (date), because (reason).")
    ),
    (
      "access.format",
      Row(
        law: "164.524(c)(2)(i)-(ii)", verdict: .hold, floor: .note, lift: .any,
        says: "We cannot make that form; we offer (forms).")
    ),
    (
      "access.summary",
      Row(
        law: "164.524(c)(2)(iii)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "access.unencrypted",
      Row(
        law: "164.524(c)(3), OCR guidance 2016", verdict: .hold, floor: .hold, lift: .any,
        says: "Plain e-mail can be read by others; tell us that you still want it.")
    ),
    (
      "access.directive",
      Row(
        law: "164.524(c)(3)(ii); Ciox v. Azar (D.D.C. 2020)", verdict: .hold, floor: .hold, lift: .amend,
        says: "Sign, name the person and where to send. Paper or other records need an authorization.")
    ),
    (
      "access.fee",
      Row(
        law: "164.524(c)(4); OCR access guidance 2016; Ciox v. Azar", verdict: .hold, floor: .hold,
        lift: .amend,
        says: "The fee goes beyond what may be asked.")
    ),
    (
      "access.exclude.psych",
      Row(
        law: "164.524(a)(1)(i)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "Some kinds of notes are outside of this right (named without detail in the denial).")
    ),
    (
      "access.exclude.litigation",
      Row(
        law: "164.524(a)(1)(ii)", verdict: .withhold, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "access.deny.unreviewable",
      Row(
        law: "164.524(a)(2)", verdict: .hold, floor: .hold, lift: .po,
        says: "Denial with its ground, how to complain; no review.")
    ),
    (
      "access.deny.reviewable",
      Row(
        law: "164.524(a)(3)", verdict: .hold, floor: .hold, lift: .two,
        says: "Denial with its ground, the right to a review by another professional, how to complain.")
    ),
    (
      "access.deny.letter",
      Row(
        law: "164.524(d)(2)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "access.deny.review",
      Row(
        law: "164.524(a)(4), (d)(4)", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
    (
      "access.elsewhere",
      Row(
        law: "164.524(d)(3)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "Ask (holder).")
    ),
    (
      "access.categories",
      Row(
        law: "164.524(a)(1)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "access.third-party-data",
      Row(
        law: "164.524(a)(3)(ii)", verdict: .note, floor: .note, lift: .po,
        says: "")
    ),
    (
      "access.minor-shield",
      Row(
        law: "164.502(g)(3)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "access.amendment",
      Row(
        law: "164.526", verdict: .reject, floor: .hold, lift: .any,
        says: "Corrections go another way: (how).")
    ),
    (
      "access.document",
      Row(
        law: "164.524(e), 164.530(j)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "access.infoblock",
      Row(
        law: "45 CFR 171.103, 171.201-206, 171.301-303", verdict: .note, floor: .note, lift: .notApplicable,
        says: "Reason recorded against the information-blocking rule.")
    ),
  ]
}
