import Policy
import Requests
import Testing
import Values
import YAML

/// Bases, purposes and the derivation are those of purposes.yaml.
struct PurposeTableTests {
  private static func map() throws -> YAMLMap {
    YAMLMap(
      try YAMLFile(CheckoutFile.bytes("Tests/PolicyTests/Fixtures/purposes.yaml"), name: "purposes.yaml"))
  }

  @Test func `every basis has its law, its requesters and its three marks`() throws {
    var map = try Self.map()
    let items = map.maps("bases")
    #expect(items.count == Basis.allCases.count)
    for var item in items {
      let basis = try #require(Basis(rawValue: item.requiredText("id")))
      #expect(item.text("law") == basis.law.description, "\(basis)")
      #expect(item.flag("authorization") == basis.needsAuthorization, "\(basis)")
      #expect(item.flag("minimum_necessary") == basis.needsMinimum, "\(basis)")
      #expect(item.flag("accounted") == basis.isAccounted, "\(basis)")
      let kinds = item.texts("requesters")
      let stated = kinds.isEmpty || kinds == ["any"] ? nil : Set(kinds)
      #expect(basis.requesters.map { Set($0.map(\.rawValue)) } == stated, "\(basis)")
    }
  }

  @Test func `every purpose has its words, its parent, its bases and whether a person looks`() throws {
    var map = try Self.map()
    let items = map.maps("purposes")
    #expect(items.count == PurposeOfUse.all.count)
    for var item in items {
      let code = item.requiredText("code")
      let purpose = try #require(PurposeOfUse.of(code: code))
      #expect(item.text("display") == purpose.display.description, "\(code)")
      #expect(item.text("parent") == purpose.parent?.description, "\(code)")
      #expect(item.texts("bases") == purpose.bases.map(\.rawValue), "\(code)")
      #expect((item.text("verdict") == "hold") == purpose.isHeld, "\(code)")
    }
  }

  @Test func `a purpose lies below its parents`() {
    #expect(PurposeOfUse.isBelow("BTG", "TREAT") && PurposeOfUse.isBelow("TREAT", "TREAT"))
    #expect(!PurposeOfUse.isBelow("TREAT", "BTG") && !PurposeOfUse.isBelow("NOSUCH", "TREAT"))
  }

  /// Over every kind of requester, every purpose that the table names and some that it does not, and every
  /// combination of papers, the code derives what the table's first matching row says.
  @Test func `the ground derived is that of the first row that matches`() throws {
    var map = try Self.map()
    let rows = map.maps("derive").map(DerivationRow.init)
    #expect(rows.count > 20)
    let codes = Set(rows.flatMap(\.purposes)).subtracting(["none"]).sorted()
    for kind in RequesterKind.allCases {
      for purpose in codes + ["HMARKT", "HRESCH", "PUBHLTH", "GOV", "none"] {
        for papers in Papers.all {
          let request = papers.request(kind, purpose)
          let expected = rows.first { $0.matches(kind.rawValue, purpose, papers) }?.basis
          #expect(Basis.derived(from: request)?.rawValue == expected, "\(kind), \(purpose), \(papers)")
        }
      }
    }
  }

  @Test func `no requester, no ground`() { #expect(Basis.derived(from: Request(id: "R-1")) == nil) }
}

/// Everything but requester and purpose that the derivation looks at.
private struct Papers {
  let isToSelf: Bool
  let isElectronic: Bool
  let hasForm: Bool
  let instrument: LegalProcess.Instrument?
  let evidence: Evidence.Kind?

  static let all: [Papers] = [true, false].flatMap { toSelf in
    [true, false].flatMap { electronic in
      [true, false].flatMap { form in
        [nil, .courtOrder, .attorneySubpoena, .judicialSubpoena, .discovery, .warrant].flatMap { instrument in
          [nil, .waiverIRB, .dataUseAgreement].map { evidence in
            Papers(
              isToSelf: toSelf, isElectronic: electronic, hasForm: form, instrument: instrument,
              evidence: evidence)
          }
        }
      }
    }
  }

  func request(_ kind: RequesterKind, _ purpose: String) -> Request {
    var request = Request(id: "R-1")
    request.requester = Draft.requester(kind)
    if purpose != "none" { request.purpose = Draft.purpose(purpose) }
    request.recipient = Draft.recipient(isToSelf ? "patient" : "someone")
    request.delivery = Delivery()
    request.delivery?.channel = isElectronic ? .sftp : .mail
    request.delivery?.form = "electronic"
    if hasForm {
      request.authorization = Authorization()
      request.authorization?.document = Sensitive("papers/form.pdf")
    }
    if let instrument { request.legal = Draft.process(instrument) }
    if let evidence {
      var paper = Evidence()
      paper.kind = evidence
      request.evidence = [paper]
    }
    return request
  }
}

private struct DerivationRow {
  let kinds: [String]
  let purposes: [String]
  let instruments: [String]
  let recipient: String?
  let has: String?
  let wantsNoForm: Bool
  let wantsElectronic: Bool
  let basis: String

  init(_ item: YAMLMap) {
    var item = item
    kinds = item.texts("requester")
    purposes = item.texts("purpose")
    instruments = item.texts("instrument")
    recipient = item.text("recipient")
    has = item.text("has")
    wantsNoForm = item.flag("no_authorization") ?? false
    wantsElectronic = item.flag("electronic_copy_of_ehr") ?? false
    basis = item.requiredText("basis")
  }

  func matches(_ kind: String, _ purpose: String, _ papers: Papers) -> Bool {
    guard kinds.isEmpty || kinds.contains(kind), purposes.isEmpty || purposes.contains(purpose) else {
      return false
    }
    if let recipient, (recipient == "self") != papers.isToSelf { return false }
    if wantsNoForm, papers.hasForm { return false }
    // A form in the packet decides before a directive does.
    if wantsElectronic, !papers.isElectronic || papers.hasForm { return false }
    if !instruments.isEmpty, !instruments.contains(papers.instrument?.rawValue ?? "") { return false }
    switch has {
    case "authorization.document": return papers.hasForm
    case "evidence.waiver-irb": return papers.evidence == .waiverIRB
    case "evidence.data-use-agreement": return papers.evidence == .dataUseAgreement
    case "legal.instrument": return papers.instrument != nil
    case nil: return true
    case let other?:
      Issue.record("purposes.yaml asks for \(other), which this test does not know")
      return false
    }
  }
}
