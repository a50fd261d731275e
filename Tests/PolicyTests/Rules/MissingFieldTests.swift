import Policy
import Requests
import Testing
import Values

@Suite("RULES.md §1: a fact that is not given counts against release")
struct MissingFieldTests {
  /// Fields whose presence is itself what holds, so that a request without them may pass, each with its reason.
  static let problemsByPresence: [String: String] = [
    "sample": "only a trial house takes a sample",
    "basis": "a stated ground that contradicts is worse than none: it is derived",
    "patient.deathDate": "the dead ask and sign through others",
    "patient.contactPreference": "another way was wished for",
    "recipient.name": "a name that contradicts the directory's entry; the id decides",
    "recipient.directAddress": "an address that contradicts the directory's entry; the entry's is used",
    "requester.authority.validTo": "a day on which a power ended; many powers name none",
    "requester.authority.validFrom": "a day before which a power is not in force; living powers name none",
    "delivery": "as delivery.channel, .form and .fee",
    "delivery.channel": "a way other than the directory's; the entry's is used",
    "delivery.form": "paper was asked for",
    "delivery.fee": "too much is asked; nothing may be",
    "scope": "as scope.whole, scope.period and scope.categories",
    "scope.whole": "more is asked than the purpose needs; the pipeline's protocol bounds what is not asked",
    "scope.period": "a period that cannot be, or one that is asked for",
    "scope.period.from": "as scope.period", "scope.period.to": "as scope.period",
    "scope.categories": "a category that the form does not name; without it nothing of it leaves",
    "records": "the record that is wrong goes; a packet without any is held by the stages (house.empty)",
    "records.mediaType": "a statement that contradicts the bytes; the bytes decide",
    "records.documentType": "as records.mediaType",
    "records.serviceDate": "as records.mediaType",
    "authorization.revoked": "the form was withdrawn",
    "authorization.expires.eventOccurred": "the event has happened; without it a date still ends the form",
    "authorization.conditionedOn": "care depends on signing",
    "authorization.combinedWith": "the form is joined with another",
    "authorization.kind": "a form for one purpose only; without it the elements alone decide",
    "authorization.categories": "notes and records on one form; without the names nothing of them leaves",
    "papers.kind": "a kind that contradicts; path and digest decide",
  ]

  /// Some requests change their ground with a field; on the new ground they lack nothing.
  static let otherGrounds: [String: String] = [
    "legal": "an attorney who has the patient's whole form needs no subpoena (164.508)",
    "legal.instrument": "as legal",
  ]

  @Test func `the walk knows every field that the model has`() {
    let walked = Set(Field.all.map(\.name))
    let model = Self.paths(of: Self.full, below: "")
    // What must be there, or has parts that none asks for.
    let left: Set<String> = [
      "id", "patient.identifiers.value", "patient.names.family", "patient.otherNames.family",
      "patient.otherNames.given", "records.path", "papers.path",
    ]
    let unwalked = model.subtracting(walked).subtracting(left).filter { path in
      !path.hasPrefix("patient.addresses.") && !path.hasPrefix("recipient.address.")
        && !path.hasPrefix("legal.covers.scope.")
    }
    #expect(unwalked.sorted() == [])
    #expect(walked.subtracting(model).sorted() == [])
  }

  @Test(arguments: Draft.all.map(\.name))
  func `no field less makes a complete request pass more`(_ name: String) throws {
    let draft = try #require(Draft.all.first { $0.name == name }).draft
    for field in Field.all {
      let less = draft.without(field)
      #expect(less.verdict >= draft.verdict, "without \(field.name)")
      // Nothing that was told of the complete request is left untold, unless the ground changed.
      guard less.asCase.basis == draft.asCase.basis else { continue }
      let told = Set(draft.findings.filter { $0.verdict > .note }.map(\.rule))
      #expect(
        told.isSubset(of: Set(less.findings.map(\.rule))) || less.verdict == .reject, "without \(field.name)")
    }
  }

  /// All rows of all tables that hold or reject, each without each of its fields.
  @Test func `no field less lets a held or rejected request pass`() {
    let stopped = RuleTables.all.filter { $0.draft.verdict >= .hold }
    #expect(stopped.count > 120)
    for example in stopped {
      for field in Field.all where Self.problemsByPresence[field.name] == nil {
        let less = example.draft.without(field)
        guard less.request != example.draft.request else { continue }
        if less.asCase.basis != example.draft.asCase.basis, Self.otherGrounds[field.name] != nil { continue }
        #expect(less.verdict >= .hold, "\(example.testDescription), without \(field.name)")
      }
    }
  }

  /// The reasons above are not stale: each field named there does let some request pass.
  @Test func `every exception is used`() {
    let stopped = RuleTables.all.map(\.draft).filter { $0.verdict >= .hold }
    let names = Set(Self.problemsByPresence.keys).union(Self.otherGrounds.keys)
    let used = Set(
      Field.all.filter { field in
        names.contains(field.name)
          && stopped.contains { draft in
            let less = draft.without(field)
            return less.request != draft.request && less.verdict < .hold
          }
      }.map(\.name))
    #expect(names.subtracting(used).sorted() == [])
  }

  @Test func `one more finding never lowers the verdict`() {
    let verdicts = Verdict.allCases
    for a in verdicts {
      for b in verdicts { #expect(max(a, b) >= a && max(a, b) >= b) }
    }
    let all = RuleTables.all.flatMap(\.draft.findings)
    for index in all.indices.dropFirst() {
      let fewer = all[..<index].map(\.verdict).max() ?? .note
      #expect([all[index].verdict, fewer].max() ?? .note >= fewer)
    }
  }

  /// The paths of all fields of a value, through optionals and first items.
  private static func paths(of value: Any, below path: String) -> Set<String> {
    var all: Set<String> = []
    for child in Mirror(reflecting: value).children {
      let mirror = Mirror(reflecting: child.value)
      switch mirror.displayStyle {
      case .optional?:
        if let label = child.label { all.insert(path + label) }
        guard let wrapped = mirror.children.first?.value else { continue }
        all.formUnion(parts(of: wrapped, below: path + (child.label ?? "")))
      case .collection?:
        if let label = child.label { all.insert(path + label) }
        guard let first = mirror.children.first?.value else { continue }
        all.formUnion(parts(of: first, below: path + (child.label ?? "")))
      default:
        if let label = child.label { all.insert(path + label) }
        all.formUnion(parts(of: child.value, below: path + (child.label ?? "")))
      }
    }
    return all
  }

  /// Days, digests and codes have parts of their own, which are no fields of a request.
  private static func parts(of value: Any, below path: String) -> Set<String> {
    let type = String(reflecting: type(of: value))
    return type.hasPrefix("Requests.") ? paths(of: value, below: path + ".") : []
  }

  /// A request with every field.
  static let full: Request = {
    var request = Draft.legalProcess.request
    request.patient?.otherNames = [PersonName(family: "Lindqvist", given: ["Terese"])]
    request.patient?.addresses = [Address()]
    request.purpose?.words = Sensitive("suit")
    request.requester?.authority = Authority()
    request.requester?.identity = IdentityProof()
    request.recipient?.address = Address()
    request.authorization = Draft.form()
    request.authorization?.revoked = Authorization.Revocation()
    request.legal?.covers = LegalProcess.Covers()
    request.legal?.part2Order = LegalProcess.Part2Order()
    request.evidence = [Evidence()]
    request.delivery = Delivery()
    request.delivery?.fee = Delivery.Fee()
    request.transcribed = Transcription()
    return request
  }()
}

/// The rows of all tables.
enum RuleTables {
  static let all: [Example] =
    AuthorizationRulesTests.all + AuthorizationDefectsTests.all + AuthorizationKindsTests.all
    + AccessRulesTests.all + IdentityRulesTests.all + RepresentativeRulesTests.all + LegalRulesTests.all
    + PurposeRulesTests.all + RecordRulesTests.all + RecipientRulesTests.all + HouseRulesTests.all
}
