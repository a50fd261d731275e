import Policy
import Requests
import Testing
import Values

@Suite("RULES.md §13: who receives, and by which way")
struct RecipientRulesTests {
  static let care = Draft.treatment

  static let known = [
    Example("is in the directory", nil, care),
    Example("is the patient, by the portal", nil, Draft.access),
    Example("is the patient, by mail", .hold, Draft.access) { $0.request.delivery?.channel = .mail },
    Example("is the patient, by no stated way", .hold, Draft.access) { $0.request.delivery = nil },
    Example("is the patient, and a payer asks", .hold, Draft.payment) {
      $0.request.recipient?.id = "patient"
    },
    Example("is nobody", .hold, Draft.access) { $0.request.recipient = nil },
    Example("is a name without an id", .hold, care) {
      $0.request.recipient?.id = nil
      $0.request.recipient?.name = Sensitive("Lakeside Heart Clinic")
    },
    Example("is not in the directory", .hold, care) { $0.request.recipient?.id = "lakeside-hart" },
    Example("was in the directory until yesterday", .hold, care) {
      $0.house.recipients[0].validTo = "2026-03-01"
    },
    Example("is in it from tomorrow", .hold, care) { $0.house.recipients[0].validFrom = "2026-03-03" },
    Example("is in it by another way", .hold, care) {
      $0.request.delivery = Delivery()
      $0.request.delivery?.channel = .sftp
    },
    Example("is in it under another name", .hold, care) {
      $0.request.recipient?.name = Sensitive("Lakeside Skin Clinic")
    },
    Example("is in it with another Direct address", .hold, care) {
      $0.house.recipients[0].address = ["records@lakeside.example"]
      $0.request.recipient?.directAddress = Sensitive("records@lakeside.example.net")
    },
    Example("is in it as another kind", .hold, care) { $0.house.recipients[0].kinds = [.payer] },
    Example("is in it, and nobody says who asks", .hold, care) { $0.request.requester?.kind = nil },
  ]
  @Test(arguments: known) func `164.514(h): the recipient`(_ example: Example) {
    expect("house.recipient-known", example)
  }

  static let new = [
    Example("has received before", nil, care),
    Example("never has, and the shipped pipeline says so", .note, care) { $0.house.served = [] },
    Example("never has, and no pipeline lowers it", .hold, care) {
      $0.house.served = []
      $0.pipeline = nil
    },
    Example("is the patient", nil, Draft.access) { $0.house.served = [] },
  ]
  @Test(arguments: new) func `house.recipient-new: the recipient`(_ example: Example) {
    expect("house.recipient-new", example)
  }

  static let wish = [
    Example("is none", nil, Draft.access),
    Example("is the portal, and that is the way", nil, Draft.access) {
      $0.request.patient?.contactPreference = Sensitive("portal")
    },
    Example("is another address", .hold, Draft.access) {
      $0.request.patient?.contactPreference = Sensitive("PO box 7, Alder Falls")
    },
    Example("does not touch what goes to others", nil, care) {
      $0.request.patient?.contactPreference = Sensitive("PO box 7, Alder Falls")
    },
  ]
  @Test(arguments: wish) func `164.522(b), confidential.channel: the patient's wish`(_ example: Example) {
    expect("confidential.channel", example)
  }

  static let fax = [
    Example("by Direct", nil, care),
    Example("by fax", .hold, care) {
      $0.house.recipients[0].channel = .fax
      $0.request.delivery = Delivery()
      $0.request.delivery?.channel = .fax
    },
    Example("by what the directory has, a fax", .hold, care) { $0.house.recipients[0].channel = .fax },
  ]
  @Test(arguments: fax) func `house.fax-mail: records go`(_ example: Example) {
    expect("house.fax-mail", example)
  }

  static let all = known + new + wish + fax
}
