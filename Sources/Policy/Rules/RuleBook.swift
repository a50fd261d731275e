internal import Values

/// What RULES.md says of every rule: law, default verdict, floor, lift, and the words for a letter. Rules that
/// are not built yet are here too, so that `explain` can name them; a test keeps this equal to rules.yaml.
enum RuleBook {
  struct Row: Sendable {
    let law: StaticString
    let verdict: Verdict
    let floor: Verdict
    let lift: Lift
    let says: StaticString
  }

  static func row(_ id: RuleID) -> Row? { rows[id.description] ?? designRows[id.description] }

  static var ids: [String] { rows.keys.sorted() }

  private static let rows: [String: Row] = {
    var rows: [String: Row] = [:]
    for (id, row) in section3 { rows[id] = row }
    for (id, row) in section4 { rows[id] = row }
    for (id, row) in section5 { rows[id] = row }
    for (id, row) in section6 { rows[id] = row }
    for (id, row) in section7 { rows[id] = row }
    for (id, row) in section8 { rows[id] = row }
    for (id, row) in section9 { rows[id] = row }
    for (id, row) in section10 { rows[id] = row }
    for (id, row) in section11 { rows[id] = row }
    for (id, row) in section12 { rows[id] = row }
    for (id, row) in section13 { rows[id] = row }
    return rows
  }()

  /// RULES.md §3.
  private static let section3: [(String, Row)] = [
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

  /// RULES.md §4.
  private static let section4: [(String, Row)] = [
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

  /// RULES.md §5.
  private static let section5: [(String, Row)] = [
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

  /// RULES.md §6.
  private static let section6: [(String, Row)] = [
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

  /// RULES.md §7.
  private static let section7: [(String, Row)] = [
    (
      "public.required",
      Row(
        law: "164.512(a)", verdict: .hold, floor: .hold, lift: .po,
        says: "Name the law that requires this.")
    ),
    (
      "public.health",
      Row(
        law: "164.512(b)(1)(i)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "public.child-abuse",
      Row(
        law: "164.512(b)(1)(ii)", verdict: .hold, floor: .note, lift: .po,
        says: "")
    ),
    (
      "public.fda",
      Row(
        law: "164.512(b)(1)(iii)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "public.exposure",
      Row(
        law: "164.512(b)(1)(iv)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "public.employer",
      Row(
        law: "164.512(b)(1)(v)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "public.school",
      Row(
        law: "164.512(b)(1)(vi)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "public.abuse-adult",
      Row(
        law: "164.512(c)", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
    (
      "public.oversight",
      Row(
        law: "164.512(d)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "public.hhs",
      Row(
        law: "164.502(a)(2)(ii)", verdict: .hold, floor: .note, lift: .po,
        says: "")
    ),
    (
      "legal.order",
      Row(
        law: "164.512(e)(1)(i)", verdict: .hold, floor: .hold, lift: .po,
        says: "We release what the order names and nothing else.")
    ),
    (
      "legal.order-scope",
      Row(
        law: "164.512(e)(1)(i)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "legal.subpoena",
      Row(
        law: "164.512(e)(1)(ii)", verdict: .reject, floor: .hold, lift: .amend,
        says:
          "A subpoena by itself is not enough. Send proof of notice, a protective order, or the patient's form."
      )
    ),
    (
      "legal.assurance.notice",
      Row(
        law: "164.512(e)(1)(ii)(A), (iii)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The proof of notice lacks: (item).")
    ),
    (
      "legal.assurance.protective",
      Row(
        law: "164.512(e)(1)(ii)(B), (iv)-(v)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The protective order must bar other use and ask for return or destruction.")
    ),
    (
      "legal.assurance.own",
      Row(
        law: "164.512(e)(1)(vi)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "legal.objection",
      Row(
        law: "164.512(e)(1)(iii)(C)", verdict: .hold, floor: .hold, lift: .amend,
        says: "")
    ),
    (
      "legal.return-date",
      Row(
        law: "process", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "legal.out-of-state",
      Row(
        law: "process, state law", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "legal.special",
      Row(
        law: "42 CFR 2.61-2.67, state", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "le.process",
      Row(
        law: "164.512(f)(1)(ii)(A)-(B)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "le.administrative",
      Row(
        law: "164.512(f)(1)(ii)(C)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The request must state three things: (list).")
    ),
    (
      "le.locate",
      Row(
        law: "164.512(f)(2)", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
    (
      "le.victim",
      Row(
        law: "164.512(f)(3)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "le.death",
      Row(
        law: "164.512(f)(4)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "le.premises",
      Row(
        law: "164.512(f)(5)-(6)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "le.report-law",
      Row(
        law: "164.512(f)(1)(i)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "public.coroner",
      Row(
        law: "164.512(g)(1)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "public.funeral",
      Row(
        law: "164.512(g)(2)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "public.organ",
      Row(
        law: "164.512(h)", verdict: .hold, floor: .note, lift: .any,
        says: "")
    ),
    (
      "research.waiver",
      Row(
        law: "164.512(i)(1)(i), (2)", verdict: .reject, floor: .hold, lift: .amend,
        says: "The waiver paper lacks: (item).")
    ),
    (
      "research.preparatory",
      Row(
        law: "164.512(i)(1)(ii)", verdict: .reject, floor: .reject, lift: .none,
        says: "Nothing may leave the house on this ground.")
    ),
    (
      "public.threat",
      Row(
        law: "164.512(j)", verdict: .hold, floor: .hold, lift: .two,
        says: "")
    ),
    (
      "gov.military",
      Row(
        law: "164.512(k)(1)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "gov.security",
      Row(
        law: "164.512(k)(2)-(3)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "gov.correctional",
      Row(
        law: "164.512(k)(5)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "gov.nics",
      Row(
        law: "164.512(k)(7)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "gov.benefits",
      Row(
        law: "164.512(k)(6)", verdict: .hold, floor: .hold, lift: .po,
        says: "")
    ),
    (
      "public.workers-comp",
      Row(
        law: "164.512(l)", verdict: .hold, floor: .hold, lift: .any,
        says: "")
    ),
    (
      "repro.attestation",
      Row(
        law:
          "164.509, 164.502(a)(5)(iii) (89 FR 32976, 2024); vacated: Purl v. HHS, 2:24-cv-228-Z (N.D. Tex. 18 June 2025), appeal dismissed (5th Cir. 10 Sept 2025)",
        verdict: .note, floor: .note, lift: .notApplicable,
        says: "")
    ),
    (
      "repro.state-shield",
      Row(
        law: "states.yaml", verdict: .withhold, floor: .withhold, lift: .notApplicable,
        says: "")
    ),
  ]

  /// RULES.md §8.
  private static let section8: [(String, Row)] = [
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

  /// RULES.md §9.
  private static let section9: [(String, Row)] = [
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

  /// RULES.md §10.
  private static let section10: [(String, Row)] = [
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

  /// RULES.md §11.
  private static let section11: [(String, Row)] = [
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

  /// RULES.md §12.
  private static let section12: [(String, Row)] = [
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

  /// RULES.md §13.
  private static let section13: [(String, Row)] = [
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
