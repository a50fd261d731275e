import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.514(h): who asks, and by what right")
struct IdentityRulesTests {
  static let requester = [
    Example("stands in the directory", nil, Draft.treatment),
    Example("is another than the recipient, who stands in the directory", .hold, Draft.treatment) {
      $0.request.requester?.organization = Sensitive("Somebody Else Clinic")
    },
    Example("does not say who they are", .hold, Draft.treatment) { $0.request.requester?.organization = nil },
    Example("stands in the directory as another kind", .hold, Draft.treatment) {
      $0.request.requester?.organization = Sensitive("Prairie Mutual")
    },
    Example("stood in the directory until yesterday", .hold, Draft.treatment) {
      $0.house.recipients[0].validTo = "2026-03-01"
    },
    Example("was called back", nil, Draft.treatment) {
      $0.request.requester?.organization = nil
      $0.request.requester?.identity = Draft.identity(.callback)
    },
    Example("was called back, nobody says by whom", .hold, Draft.treatment) {
      $0.request.requester?.organization = nil
      $0.request.requester?.identity = Draft.identity(.callback)
      $0.request.requester?.identity?.checkedBy = nil
    },
    Example("shows a power, which this source is not believed for", .hold, Draft.agentAccess) {
      $0.house.believes = [.authorization]
    },
  ]
  @Test(arguments: requester) func `164.514(h)(1)(i): who asks`(_ example: Example) {
    expect("verify.identity", example)
  }

  static let authority = [
    Example("lies in the packet", nil, Draft.agentAccess),
    Example("is not in the packet", .hold, Draft.agentAccess) { $0.papers = [] },
    Example("has no digest", .hold, Draft.agentAccess) { $0.request.requester?.authority?.digest = nil },
    Example("is not named", .hold, Draft.agentAccess) { $0.request.requester?.authority = nil },
    Example("is a subpoena that lies in the packet", nil, Draft.legalProcess),
    Example("is a subpoena that does not", .hold, Draft.legalProcess) { $0.request.legal?.digest = .of(9) },
    Example("is an order that does not", .hold, Draft.courtOrder) { $0.request.papers = [] },
  ]
  @Test(arguments: authority) func `164.514(h)(1)(i): the paper relied on`(_ example: Example) {
    expect("verify.authority", example)
  }

  static let court = Draft.courtOrder.with {
    $0.request.requester = Draft.requester(.court, organization: "Supreme Court, Alder County")
    $0.request.requester?.identity = Draft.identity(.letterhead)
  }

  static let official = [
    Example("showed a letterhead", nil, court),
    Example("logged in at the patients' portal", .hold, court) {
      $0.request.requester?.identity?.method = .portalLogin
    },
    Example("showed nothing", .hold, court) { $0.request.requester?.identity = nil },
    Example("showed a badge, nobody says to whom", .hold, court) {
      $0.request.requester?.identity = Draft.identity(.badge)
      $0.request.requester?.identity?.checkedBy = nil
    },
  ]
  @Test(arguments: official) func `164.514(h)(2)(ii): an official`(_ example: Example) {
    expect("verify.official.identity", example)
  }

  static let officialRight = [
    Example("by the order itself", nil, court),
    Example("by nothing in the packet", .hold, court) { $0.papers = [] },
    Example("by the patient's form", nil, Draft.authorization) {
      $0.request.requester?.kind = .governmentBenefits
    },
    Example("of benefits, without a form", .hold, Draft.authorization) {
      $0.request.requester?.kind = .governmentBenefits
      $0.request.authorization = nil
    },
  ]
  @Test(arguments: officialRight) func `164.514(h)(2)(iii): an official asks`(_ example: Example) {
    expect("verify.official.authority", example)
  }

  static let form = Draft.authorization
  static let signature = [
    Example("is the patient's", nil, form),
    Example("is the patient's, family name first and in capitals", nil, form) { $0.sign("ODUYA, TERESE A.") },
    Example("is a former name of the patient's", nil, form) {
      $0.request.patient?.otherNames = [PersonName(family: "Lindqvist", given: ["Terese"])]
      $0.sign("Terese Lindqvist")
    },
    Example("is a twin's with the same second name", .hold, form) { $0.sign("Tamara Ann Oduya") },
    Example("is an initial and the family name", .hold, form) { $0.sign("T. Oduya") },
    Example("is the family name alone", .hold, form) { $0.sign("Oduya") },
    Example("is the father's, whose name the son has", .hold, form) {
      $0.request.patient?.names = [PersonName(family: "Oduya", given: ["Paul"])]
      $0.sign("Paul Oduya Sr.")
    },
    Example("is the attorney's", .hold, form) {
      $0.request.requester?.name = Sensitive("Ada Pike")
      $0.sign("Ada Pike")
    },
    Example("is the attorney's, as representative", .hold, form) {
      $0.request.requester?.name = Sensitive("Ada Pike")
      $0.sign("Ada Pike", .representative)
    },
    Example("is the patient's name, as representative", .hold, form) {
      $0.sign("Terese Oduya", .representative)
    },
    Example("is the representative's who asks", nil, form) {
      $0.request.requester?.kind = .personalRepresentative
      $0.request.requester?.name = Sensitive("Maren Oduya")
      $0.sign("Maren Oduya", .representative)
    },
    Example("is somebody's, in what role is not said", .hold, form) {
      $0.request.authorization?.signed?.as = nil
    },
    Example("is a minor's", .hold, form) { $0.request.patient?.birthDate = Sensitive("2008-02-21") },
    Example("was made on the eighteenth birthday", nil, form) {
      $0.request.patient?.birthDate = Sensitive("2008-02-20")
    },
  ]
  @Test(arguments: signature) func `164.508(b)(2)(v): the signature`(_ example: Example) {
    expect("verify.signature", example)
  }

  static let all = requester + authority + official + officialRight + signature
}

extension Draft {
  fileprivate mutating func sign(_ name: String, _ role: Authorization.SignedAs = .patient) {
    request.authorization?.signed?.by = Sensitive(name)
    request.authorization?.signed?.as = role
  }
}
