internal import Values

extension RuleBook {
  /// RULES.md §3: authorization (45 CFR 164.508).
  static let authorizationRows: [(String, Row)] = [
    (
      "auth.present",
      Row(
        law: "164.508(a)(1)", verdict: .reject, floor: .hold, lift: .amend,
        says: "We have no signed authorization for this request.")
    ),
    (
      "auth.core.description",
      Row(
        law: "164.508(c)(1)(i)", verdict: .reject, floor: .hold, lift: .amend,
        says: "Say which records are to be released, for which dates.")
    ),
    (
      "auth.core.discloser",
      Row(
        law: "164.508(c)(1)(ii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form must name us, or a group we belong to, as the one who may release.")
    ),
    (
      "auth.core.recipient",
      Row(
        law: "164.508(c)(1)(iii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form must name who may receive the records.")
    ),
    (
      "auth.core.purpose",
      Row(
        law: "164.508(c)(1)(iv)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form must say why the records are needed.")
    ),
    (
      "auth.core.expiry",
      Row(
        law: "164.508(c)(1)(v)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form needs an end date or an event that ends it.")
    ),
    (
      "auth.core.signature",
      Row(
        law: "164.508(c)(1)(vi)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form must be signed and dated.")
    ),
    (
      "auth.core.representative",
      Row(
        law: "164.508(c)(1)(vi)", verdict: .reject, floor: .hold, lift: .amend,
        says: "Whoever signs for the patient must say by what right.")
    ),
    (
      "auth.stmt.revocation",
      Row(
        law: "164.508(c)(2)(i)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form lacks the statement on the right to revoke.")
    ),
    (
      "auth.stmt.conditioning",
      Row(
        law: "164.508(c)(2)(ii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form lacks the statement on whether care depends on signing.")
    ),
    (
      "auth.stmt.redisclosure",
      Row(
        law: "164.508(c)(2)(iii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form lacks the statement that the recipient may pass records on.")
    ),
    (
      "auth.plain",
      Row(
        law: "164.508(c)(3)", verdict: .note, floor: .note, lift: .any,
        says: "Form not on the list of reviewed forms.")
    ),
    (
      "auth.copy",
      Row(
        law: "164.508(c)(4)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "Give the signer a copy.")
    ),
    (
      "auth.defect.expired",
      Row(
        law: "164.508(b)(2)(i)", verdict: .reject, floor: .reject, lift: .none,
        says: "The authorization ended on its date or event. A new one is needed.")
    ),
    (
      "auth.defect.event-unknown",
      Row(
        law: "164.508(b)(2)(i)", verdict: .hold, floor: .note, lift: .any,
        says: "Someone must say whether the named event has happened.")
    ),
    (
      "auth.defect.incomplete",
      Row(
        law: "164.508(b)(2)(ii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The form is not complete.")
    ),
    (
      "auth.defect.revoked",
      Row(
        law: "164.508(b)(2)(iii), (b)(5)", verdict: .reject, floor: .reject, lift: .none,
        says: "The authorization was withdrawn.")
    ),
    (
      "auth.defect.false",
      Row(
        law: "164.508(b)(2)(v)", verdict: .hold, floor: .hold, lift: .po,
        says: "Facts on the form do not agree; we must check.")
    ),
    (
      "auth.defect.mismatch",
      Row(
        law: "164.508(a)(1)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The request asks for more, or for someone else, than the form allows.")
    ),
    (
      "auth.scope.records",
      Row(
        law: "164.508(a)(1)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "Records outside of what was authorized stay behind.")
    ),
    (
      "auth.scope.future",
      Row(
        law: "164.508(c)(1)(i)", verdict: .withhold, floor: .note, lift: .notApplicable,
        says:
          "Records made after signing need wording that covers them (site policy; the federal rule has no bar)."
      )
    ),
    (
      "auth.compound.psych",
      Row(
        law: "164.508(b)(3)(ii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "Psychotherapy notes need a form of their own.")
    ),
    (
      "auth.compound.conditioned",
      Row(
        law: "164.508(b)(3)(iii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "A form tied to a condition cannot be joined with another.")
    ),
    (
      "auth.compound.research",
      Row(
        law: "164.508(b)(3)(i)", verdict: .hold, floor: .hold, lift: .po,
        says: "The research form must keep its parts apart.")
    ),
    (
      "auth.conditioned",
      Row(
        law: "164.508(b)(4)", verdict: .hold, floor: .hold, lift: .po,
        says: "Care may not be made to depend on this form.")
    ),
    (
      "auth.revocation.written",
      Row(
        law: "164.508(b)(5)", verdict: .reject, floor: .reject, lift: .none,
        says: "Confirmed: nothing more leaves under that form.")
    ),
    (
      "auth.revocation.reliance",
      Row(
        law: "164.508(b)(5)(i)-(ii)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "Records released before the withdrawal cannot be called back.")
    ),
    (
      "auth.psych.required",
      Row(
        law: "164.508(a)(2), 164.501", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "auth.marketing",
      Row(
        law: "164.508(a)(3)", verdict: .reject, floor: .hold, lift: .amend,
        says: "Marketing needs the patient's form, and it must name any payment.")
    ),
    (
      "auth.sale",
      Row(
        law: "164.508(a)(4), 164.502(a)(5)(ii)", verdict: .reject, floor: .hold, lift: .po,
        says: "The form must say that we are paid for this release.")
    ),
    (
      "auth.retain",
      Row(
        law: "164.508(b)(6), 164.530(j)", verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
  ]
}
