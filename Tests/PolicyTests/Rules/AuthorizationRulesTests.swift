import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.508(c): what an authorization must hold")
struct AuthorizationRulesTests {
  static let form = Draft.authorization

  static let present = [
    Example("the form lies in the packet with its digest", nil, form),
    Example("no form is named", .reject, form) { $0.request.authorization?.document = nil },
    Example("the form's digest is not given", .reject, form) { $0.request.authorization?.digest = nil },
    Example("no file of the packet has the digest", .reject, form) { $0.papers = [] },
    Example("the packet does not list the form", .reject, form) { $0.request.papers = [] },
    Example("the digest is another paper's", .reject, form) {
      $0.add(.other, "papers/license.jpg", 0x11)
      $0.request.authorization?.digest = .of(0x11)
    },
    Example("the file named is a paper of another kind", .reject, form) {
      $0.request.papers[0].kind = .authority
    },
  ]
  @Test(arguments: present) func `164.508(a)(1): a form is in the packet`(_ example: Example) {
    expect("auth.present", example)
  }

  static let description = [
    Example("says which records", nil, form),
    Example("is missing", .reject, form) { $0.request.authorization?.description = nil },
    Example("is a dash", .reject, form) { $0.request.authorization?.description = Sensitive("—") },
    Example("is N/A", .reject, form) { $0.request.authorization?.description = Sensitive("N/A") },
  ]
  @Test(arguments: description) func `164.508(c)(1)(i): the description`(_ example: Example) {
    expect("auth.core.description", example)
  }

  static let discloser = [
    Example("is this house", nil, form),
    Example("is a name or class that the house also has", nil, form) {
      $0.request.authorization?.discloser = [Sensitive("ALDER FALLS HEALTH")]
    },
    Example("is one of several", nil, form) {
      $0.request.authorization?.discloser.insert(Sensitive("Mercy Street Clinic"), at: 0)
    },
    Example("is another house", .reject, form) {
      $0.request.authorization?.discloser = [Sensitive("Mercy Street Clinic")]
    },
    Example("is missing", .reject, form) { $0.request.authorization?.discloser = [] },
    Example("only begins like this house", .reject, form) {
      $0.request.authorization?.discloser = [Sensitive("Alder Falls Medical Center Foundation")]
    },
  ]
  @Test(arguments: discloser) func `164.508(c)(1)(ii): the one who may release`(_ example: Example) {
    expect("auth.core.discloser", example)
  }

  static let recipient = [
    Example("is named", nil, form),
    Example("is missing", .reject, form) { $0.request.authorization?.recipient = [] },
    Example("is blank", .reject, form) { $0.request.authorization?.recipient = [Sensitive("  - ")] },
  ]
  @Test(arguments: recipient) func `164.508(c)(1)(iii): who may receive`(_ example: Example) {
    expect("auth.core.recipient", example)
  }

  static let purpose = [
    Example("is named", nil, form),
    Example("is missing", .reject, form) { $0.request.authorization?.purpose = nil },
    Example("is the individual's request, through their attorney", nil, form) {
      $0.request.authorization?.purpose = Sensitive("At the request of the individual")
    },
    Example("is the individual's request, but an employer started it", .reject, form) {
      $0.request.authorization?.purpose = Sensitive("at the request of the individual.")
      $0.request.requester?.kind = .employer
    },
    Example("is the individual's request, and who signed is not known", .reject, form) {
      $0.request.authorization?.purpose = Sensitive("at my request")
      $0.request.authorization?.signed?.as = nil
    },
  ]
  @Test(arguments: purpose) func `164.508(c)(1)(iv): the purpose`(_ example: Example) {
    expect("auth.core.purpose", example)
  }

  static let expiry = [
    Example("is a date", nil, form),
    Example("is an event", nil, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("when the claim is settled")
    },
    Example("is missing", .reject, form) { $0.request.authorization?.expires = nil },
    Example("is blank", .reject, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive(" ")
    },
    Example("is none", .reject, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("None")
    },
    Example("is no event of person or purpose", .reject, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("until revoked")
    },
    Example("is the end of the study, for research", nil, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("end of the research study")
      $0.request.authorization?.kind = .research
      $0.request.requester?.kind = .research
      $0.request.purpose?.code = "CLINTRCH"
    },
    Example("is the end of the study, for a lawsuit", .reject, form) {
      $0.request.authorization?.expires?.date = nil
      $0.request.authorization?.expires?.event = Sensitive("end of the study")
      $0.request.authorization?.kind = .research
    },
  ]
  @Test(arguments: expiry) func `164.508(c)(1)(v): the end`(_ example: Example) {
    expect("auth.core.expiry", example)
  }

  static let signature = [
    Example("is there with its day", nil, form),
    Example("was made on the day of receipt", nil, form) {
      $0.request.authorization?.signed?.on = "2026-02-27"
    },
    Example("is missing", .reject, form) { $0.request.authorization?.signed = nil },
    Example("has no name", .reject, form) { $0.request.authorization?.signed?.by = nil },
    Example("is an X", .reject, form) { $0.request.authorization?.signed?.by = Sensitive("X") },
    Example("has no day", .reject, form) { $0.request.authorization?.signed?.on = nil },
    Example("lies in the future", .reject, form) { $0.request.authorization?.signed?.on = "2026-03-03" },
    Example("is dated after the request was received", .reject, form) {
      $0.request.authorization?.signed?.on = "2026-02-28"
    },
    Example("is of the day of receipt in the site's zone, a day after it in UTC", .reject, form) {
      $0.request.received = "2026-02-21T03:00:00Z"
      $0.house.utcOffset = -5 * 3600
      $0.request.authorization?.signed?.on = "2026-02-21"
    },
  ]
  @Test(arguments: signature) func `164.508(c)(1)(vi): the signature`(_ example: Example) {
    expect("auth.core.signature", example)
  }

  static let representative = [
    Example("is not asked of the patient", nil, form),
    Example("is not stated", .reject, form) { $0.request.authorization?.signed?.as = .representative },
    Example("is stated", nil, form) {
      $0.request.authorization?.signed?.as = .representative
      $0.request.authorization?.signed?.authorityDescription = Sensitive("health care agent, 2024")
    },
  ]
  @Test(arguments: representative) func `164.508(c)(1)(vi): the right to sign for another`(_ example: Example)
  {
    expect("auth.core.representative", example)
  }

  static let revocation = statement { $0.revocation = $1 }
  @Test(arguments: revocation) func `164.508(c)(2)(i): the word on revoking`(_ example: Example) {
    expect("auth.stmt.revocation", example)
  }
  static let conditioning = statement { $0.conditioning = $1 }
  @Test(arguments: conditioning) func `164.508(c)(2)(ii): the word on conditions`(_ example: Example) {
    expect("auth.stmt.conditioning", example)
  }
  static let redisclosure = statement { $0.redisclosure = $1 }
  @Test(arguments: redisclosure) func `164.508(c)(2)(iii): the word on passing on`(_ example: Example) {
    expect("auth.stmt.redisclosure", example)
  }

  private static func statement(_ set: (inout Authorization.Statements, Bool?) -> Void) -> [Example] {
    func changed(_ value: Bool?) -> Authorization.Statements {
      var statements = form.request.authorization?.statements ?? Authorization.Statements()
      set(&statements, value)
      return statements
    }
    return [
      Example("stands on the form", nil, form),
      Example("is not on the form", .reject, form) { $0.request.authorization?.statements = changed(false) },
      Example("was not looked for", .reject, form) { $0.request.authorization?.statements = changed(nil) },
      Example("was not looked for, like all others", .reject, form) {
        $0.request.authorization?.statements = nil
      },
    ]
  }

  static let incomplete = [
    Example("lacks nothing", nil, form),
    Example("lacks one element", .reject, form) { $0.request.authorization?.purpose = nil },
    Example("lacks everything", .reject, form) {
      $0.request.authorization = Authorization()
      $0.request.authorization?.document = Sensitive("papers/form.pdf")
    },
  ]
  @Test(arguments: incomplete) func `164.508(b)(2)(ii): no blank is left`(_ example: Example) {
    expect("auth.defect.incomplete", example)
  }

  /// All defects are told at once: a form of which only the file is there lacks every element by name.
  @Test func `a blank form is told every element that it lacks`() {
    let blank = Draft.authorization.with {
      $0.request.authorization = Authorization()
      $0.request.authorization?.document = Sensitive("papers/form.pdf")
    }
    let told = Set(blank.findings.filter { $0.verdict == .reject }.map(\.rule))
    #expect(
      told.isSuperset(of: [
        "auth.present", "auth.core.description", "auth.core.discloser", "auth.core.recipient",
        "auth.core.purpose", "auth.core.expiry", "auth.core.signature", "auth.stmt.revocation",
        "auth.stmt.conditioning", "auth.stmt.redisclosure", "auth.defect.incomplete",
        "auth.defect.mismatch",
      ]))
  }

  static let all =
    present + description + discloser + recipient + purpose + expiry + signature + representative
    + revocation + conditioning + redisclosure + incomplete
}
