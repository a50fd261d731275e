internal import Values

extension RuleBook {
  /// RULES.md §7: public purposes without authorization (45 CFR 164.512).
  static let publicPurposeRows: [(String, Row)] = [
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
}
