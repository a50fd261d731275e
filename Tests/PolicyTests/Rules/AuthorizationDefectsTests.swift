import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.508(b)(2): a defective authorization is none")
struct AuthorizationDefectsTests {
  static let form = Draft.authorization

  static let expired = [
    Example("good through its last day", nil, form) {
      $0.request.authorization?.expires?.date = "2026-03-02"
    },
    Example("void from the day after", .reject, form) {
      $0.request.authorization?.expires?.date = "2026-03-01"
    },
    Example("void once its event has happened", .reject, form) {
      $0.request.authorization?.expires?.eventOccurred = true
    },
  ]
  @Test(arguments: expired) func `164.508(b)(2)(i): an authorization is`(_ example: Example) {
    expect("auth.defect.expired", example)
  }

  static let eventUnknown = [
    Example("is not asked where a date is given", nil, form),
    Example("has not been found out", .hold, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("when the claim is settled")
    },
    Example("has not happened", nil, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("when the claim is settled")
      $0.request.authorization?.expires?.eventOccurred = false
    },
  ]
  @Test(arguments: eventUnknown) func `164.508(b)(2)(i): the event`(_ example: Example) {
    expect("auth.defect.event-unknown", example)
  }

  static let revoked = [
    Example("stands", nil, form),
    Example("was withdrawn, by the house's file", .reject, form) { $0.house.revoked = [.of(0xF0)] },
    Example("was withdrawn, by the packet", .reject, form) {
      $0.request.authorization?.revoked = Authorization.Revocation()
    },
    Example("stands, and another was withdrawn", nil, form) { $0.house.revoked = [.of(0x01)] },
  ]
  @Test(arguments: revoked) func `164.508(b)(5): a form that`(_ example: Example) {
    expect("auth.defect.revoked", example)
  }

  static let untrue = [
    Example("goes together", nil, form),
    Example("is not believed unseen of this source", .hold, form) { $0.house.believes = [] },
    Example("was signed before the patient's birth", .hold, form) {
      $0.request.authorization?.signed?.on = "1971-06-08"
    },
    Example("was signed by the patient after death", .hold, form) {
      $0.request.patient?.deathDate = Sensitive("2026-02-19")
    },
    Example("ended before it was signed", .hold, form) {
      $0.request.authorization?.expires?.date = "2026-02-19"
    },
  ]
  @Test(arguments: untrue) func `164.508(b)(2)(v): what is said of the form`(_ example: Example) {
    expect("auth.defect.false", example)
  }

  static let mismatch = [
    Example("names the recipient", nil, form),
    Example("names the recipient among others, in other letters", nil, form) {
      $0.request.authorization?.recipient = [Sensitive("Dr. Ito"), Sensitive("HALVORSEN & PIKE")]
    },
    Example("names someone else", .reject, form) {
      $0.request.authorization?.recipient = [Sensitive("Prairie Mutual")]
    },
    Example("names whom the request names, and its id is someone else's", .reject, form) {
      $0.request.recipient?.id = "prairie-mutual"
      $0.request.recipient?.name = Sensitive("Halvorsen & Pike")
    },
    Example("names someone, and the request nobody", .reject, form) { $0.request.recipient = nil },
    Example("names nobody", .reject, form) { $0.request.authorization?.recipient = [] },
    Example("names the categories asked for", nil, form) {
      $0.request.scope = Scope()
      $0.request.scope?.categories = ["HIV"]
      $0.request.authorization?.categories = ["HIV", "MH"]
    },
    Example("does not name a category asked for", .reject, form) {
      $0.request.scope = Scope()
      $0.request.scope?.categories = ["HIV", "SUD"]
      $0.request.authorization?.categories = ["HIV"]
    },
    Example("is for research, and the request is not", .reject, form) {
      $0.request.authorization?.kind = .research
    },
    Example("is for marketing, and the request is not", .reject, form) {
      $0.request.authorization?.kind = .marketing
    },
  ]
  @Test(arguments: mismatch) func `164.508(a)(1): the request lies within a form that`(_ example: Example) {
    expect("auth.defect.mismatch", example)
  }

  static let all = expired + eventUnknown + revoked + untrue + mismatch
}

@Suite("45 CFR 164.508(a)(2)-(4), (b)(3)-(4): forms with rules of their own")
struct AuthorizationKindsTests {
  static let form = Draft.authorization

  static let psychotherapy = [
    Example("are not on the form", nil, form),
    Example("stand alone on it", nil, form) { $0.request.authorization?.categories = ["PSYTHPN"] },
    Example("stand beside other records", .reject, form) {
      $0.request.authorization?.categories = ["PSYTHPN", "MH"]
    },
    Example("are joined with another form", .reject, form) {
      $0.request.authorization?.categories = ["PSYTHPN"]
      $0.request.authorization?.combinedWith = ["hipaa"]
    },
    Example("are joined with the like", nil, form) {
      $0.request.authorization?.categories = ["PSYTHPN"]
      $0.request.authorization?.combinedWith = ["psychotherapy"]
    },
    Example("are what the form is for, and it does not name them", .reject, form) {
      $0.request.authorization?.kind = .psychotherapy
    },
  ]
  @Test(arguments: psychotherapy) func `164.508(b)(3)(ii): psychotherapy notes`(_ example: Example) {
    expect("auth.compound.psych", example)
  }

  static let joined = [
    Example("without a condition", nil, form) { $0.request.authorization?.combinedWith = ["hipaa"] },
    Example("with a condition", .reject, form) {
      $0.request.authorization?.combinedWith = ["hipaa"]
      $0.request.authorization?.conditionedOn = Sensitive("enrollment")
    },
  ]
  @Test(arguments: joined) func `164.508(b)(3)(iii): a joined form`(_ example: Example) {
    expect("auth.compound.conditioned", example)
  }

  static let research = [
    Example("alone", nil, form) { $0.request.authorization?.kind = .research },
    Example("joined with another", .hold, form) { $0.request.authorization?.combinedWith = ["research"] },
    Example("of its own kind, joined", .hold, form) {
      $0.request.authorization?.kind = .research
      $0.request.authorization?.combinedWith = ["hipaa"]
    },
  ]
  @Test(arguments: research) func `164.508(b)(3)(i): a research form`(_ example: Example) {
    expect("auth.compound.research", example)
  }

  static let conditioned = [
    Example("does not depend on it", nil, form),
    Example("depends on it", .hold, form) {
      $0.request.authorization?.conditionedOn = Sensitive("coverage")
    },
  ]
  @Test(arguments: conditioned) func `164.508(b)(4): care`(_ example: Example) {
    expect("auth.conditioned", example)
  }

  static let marketing = [
    Example("without word of payment", .reject, form) { $0.request.purpose?.code = "HMARKT" },
    Example("with word of payment", nil, form) {
      $0.request.purpose?.code = "HMARKT"
      $0.request.authorization?.statements?.remuneration = true
    },
    Example("on no form", .reject, Draft.payment) { $0.request.purpose?.code = "HMARKT" },
  ]
  @Test(arguments: marketing) func `164.508(a)(3): marketing`(_ example: Example) {
    expect("auth.marketing", example)
  }

  static let sale = [
    Example("is said on the form", nil, form) {
      $0.request.authorization?.kind = .sale
      $0.request.authorization?.statements?.remuneration = true
    },
    Example("is not said on the form", .reject, form) { $0.request.authorization?.kind = .sale },
  ]
  @Test(arguments: sale) func `164.508(a)(4): that the house is paid`(_ example: Example) {
    expect("auth.sale", example)
  }

  static let all = psychotherapy + joined + research + conditioned + marketing + sale
}
