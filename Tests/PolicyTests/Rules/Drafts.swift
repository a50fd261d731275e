import Policy
import Records
import Requests
import Values

extension Draft {
  static let today: Day = "2026-03-02"

  /// One passing draft for each ground that has rules; a court's process always waits for a person.
  static let all: [(name: String, draft: Draft)] = [
    ("treatment", treatment), ("access", access), ("access by an agent", agentAccess),
    ("directive", directive), ("authorization", authorization), ("payment", payment),
    ("legal process", legalProcess), ("court order", courtOrder),
  ]

  static let treatment = base { draft in
    draft.request.requester = requester(.provider, organization: "Lakeside Heart Clinic")
    draft.request.purpose = purpose("TREAT")
    draft.request.recipient = recipient("lakeside-heart")
    draft.pipeline = ShippedPipelines.pipeline("continuity-of-care")
  }

  static let access = base { draft in
    draft.request.requester = requester(.patient)
    draft.request.requester?.identity = identity(.photoID)
    draft.request.purpose = purpose("PATRQT")
    draft.request.recipient = recipient("patient")
    draft.request.delivery = Delivery()
    draft.request.delivery?.channel = .portal
    draft.pipeline = ShippedPipelines.pipeline("patient-access")
  }

  static let agentAccess = access.with { draft in
    draft.request.requester?.kind = .personalRepresentative
    draft.request.requester?.name = Sensitive("Maren Oduya")
    draft.request.purpose = purpose("PWATRNY")
    var authority = Authority()
    authority.kind = .agentHealthcare
    authority.healthDecisions = true
    authority.validFrom = "2024-05-01"
    draft.request.requester?.authority = authority
    draft.add(.authority, "papers/power.pdf", 0xA0)
    draft.request.requester?.authority?.document = Sensitive("papers/power.pdf")
    draft.request.requester?.authority?.digest = .of(0xA0)
  }

  static let directive = access.with { draft in
    draft.request.recipient = recipient("lakeside-heart")
    draft.request.delivery?.channel = .direct
    draft.request.delivery?.form = "electronic"
    draft.add(.evidence, "papers/direction.pdf", 0xD0)
    var letter = Evidence()
    letter.kind = .letter
    letter.document = Sensitive("papers/direction.pdf")
    letter.digest = .of(0xD0)
    draft.request.evidence = [letter]
  }

  static let authorization = base { draft in
    draft.request.requester = requester(.attorney, organization: "Halvorsen & Pike")
    draft.request.purpose = purpose("HLEGAL")
    draft.request.recipient = recipient("halvorsen-pike")
    draft.request.authorization = form()
    draft.add(.authorization, "papers/form.pdf", 0xF0)
    draft.pipeline = ShippedPipelines.pipeline("legal")
  }

  static let payment = base { draft in
    draft.request.requester = requester(.payer, organization: "Prairie Mutual")
    draft.request.purpose = purpose("CLMATTCH")
    draft.request.recipient = recipient("prairie-mutual")
    var scope = Scope()
    scope.documentTypes = ["34133-9"]
    draft.request.scope = scope
    draft.pipeline = ShippedPipelines.pipeline("insurance-claim")
  }

  static let legalProcess = base { draft in
    draft.request.requester = requester(.attorney, organization: "Halvorsen & Pike")
    draft.request.purpose = purpose("HLEGAL")
    draft.request.recipient = recipient("halvorsen-pike")
    var scope = Scope()
    scope.period = Scope.Period()
    scope.period?.from = "2025-01-01"
    draft.request.scope = scope
    var legal = process(.attorneySubpoena)
    legal.returnOn = "2026-03-20"
    var assurance = LegalProcess.Assurance()
    assurance.kind = .notice
    assurance.statement = true
    assurance.documents = [Sensitive("papers/notice.pdf")]
    assurance.objectionPeriodEnds = "2026-02-20"
    assurance.objections = LegalProcess.Assurance.Objections.none
    legal.assurance = assurance
    draft.request.legal = legal
    draft.add(.legalProcess, "papers/process.pdf", 0xE0)
    draft.add(.assurance, "papers/notice.pdf", 0xE1)
    draft.pipeline = ShippedPipelines.pipeline("legal")
  }

  static let courtOrder = legalProcess.with { draft in
    var legal = process(.courtOrder)
    legal.signedBy = Sensitive("Hon. R. Abara")
    legal.covers = LegalProcess.Covers()
    legal.covers?.text = Sensitive("records of the admission of 14 January 2026")
    draft.request.legal = legal
  }

  private static func base(_ change: (inout Draft) -> Void) -> Draft {
    var request = Request(id: "R-1")
    request.received = "2026-02-27T15:00:00Z"
    request.patient = patient()
    var listed = ListedRecord(path: "records/summary.xml")
    listed.mediaType = "application/cda+xml"
    listed.documentType = "34133-9"
    listed.serviceDate = "2026-01-14"
    request.records = [listed]
    var draft = Draft(
      request: request, records: [RecordCase(number: 1, listed: listed, facts: facts())], house: house())
    change(&draft)
    return draft
  }

  mutating func add(_ kind: Paper.Kind, _ path: String, _ byte: UInt8) {
    var paper = Paper(path: path)
    paper.kind = kind
    paper.sha256 = .of(byte)
    request.papers.append(paper)
    papers.insert(.of(byte))
  }
}

extension Draft {
  static func patient() -> Patient {
    var patient = Patient()
    patient.names = [PersonName(family: "Oduya", given: ["Terese", "Ann"])]
    patient.birthDate = Sensitive("1971-06-09")
    patient.identifiers = [Identifier(system: "urn:oid:2.16.840.1.113883.19.5", value: "AF-204417")]
    return patient
  }

  static func facts() -> RecordFacts {
    var facts = RecordFacts(format: .cda, byteCount: 40_000)
    facts.identities = [identityOnRecord()]
    facts.documentTypes = [Code(system: "2.16.840.1.113883.6.1", code: "34133-9")]
    facts.serviceDays = ("2026-01-12" as Day)...("2026-01-14" as Day)
    return facts
  }

  static func identityOnRecord() -> PatientIdentity {
    var found = PatientIdentity(place: Place(path: "/ClinicalDocument/recordTarget"), unit: 0)
    found.names = [PatientIdentity.Name(family: "Oduya", given: ["Terese", "Ann"])]
    found.birthDate = Sensitive("1971-06-09")
    found.identifiers = [PatientIdentity.Number(system: "2.16.840.1.113883.19.5", value: "AF-204417")]
    return found
  }

  static func house() -> HouseFacts {
    let site = Site(
      name: "Alder Falls Medical Center", alsoKnownAs: ["Alder Falls Health"], kind: .hospital, state: "NY",
      timeZone: "America/New_York", isTrial: false)
    let kinds: [(String, String, RequesterKind, Delivery.Channel)] = [
      ("lakeside-heart", "Lakeside Heart Clinic", .provider, .direct),
      ("prairie-mutual", "Prairie Mutual", .payer, .sftp),
      ("halvorsen-pike", "Halvorsen & Pike", .attorney, .encryptedEmail),
    ]
    var house = HouseFacts(
      today: today, instant: "2026-03-02T14:00:00Z", disclosure: "D-1", site: site,
      recipients: kinds.map { Recipient(id: $0.0, name: $0.1, kinds: [$0.2], channel: $0.3) })
    house.served = Set(kinds.map(\.0))
    return house
  }

  static func requester(_ kind: RequesterKind, organization: String? = nil) -> Requester {
    var requester = Requester()
    requester.kind = kind
    requester.organization = organization.map { Sensitive($0) }
    return requester
  }

  static func identity(_ method: IdentityProof.Method) -> IdentityProof {
    var proof = IdentityProof()
    proof.method = method
    proof.checkedBy = Sensitive("J. Brandt, HIM desk")
    proof.checkedOn = "2026-02-27"
    return proof
  }

  static func purpose(_ code: String) -> Purpose {
    var purpose = Purpose()
    purpose.code = code
    return purpose
  }

  static func recipient(_ id: String) -> RequestedRecipient {
    var recipient = RequestedRecipient()
    recipient.id = id
    return recipient
  }

  static func process(_ instrument: LegalProcess.Instrument) -> LegalProcess {
    var legal = LegalProcess()
    legal.instrument = instrument
    legal.document = Sensitive("papers/process.pdf")
    legal.digest = .of(0xE0)
    legal.court = Sensitive("Supreme Court, Alder County")
    return legal
  }

  static func form() -> Authorization {
    var form = Authorization()
    form.document = Sensitive("papers/form.pdf")
    form.digest = .of(0xF0)
    form.discloser = [Sensitive("Alder Falls Medical Center")]
    form.recipient = [Sensitive("Halvorsen & Pike")]
    form.description = Sensitive("hospital records of 12 to 14 January 2026")
    form.purpose = Sensitive("claim for personal injury")
    form.expires = Authorization.Expiry()
    form.expires?.date = "2026-12-31"
    form.signed = Authorization.Signature()
    form.signed?.on = "2026-02-20"
    form.signed?.by = Sensitive("Terese Oduya")
    form.signed?.as = .patient
    form.statements = Authorization.Statements()
    form.statements?.revocation = true
    form.statements?.conditioning = true
    form.statements?.redisclosure = true
    form.kind = .hipaa
    return form
  }
}
