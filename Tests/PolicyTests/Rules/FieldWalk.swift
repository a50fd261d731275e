import Policy
import Requests
import Values

/// Every field of a request that can be missing, and how to clear it. A list loses its items; fields of items
/// are cleared in the first one.
struct Field: Sendable {
  /// As in the model: `authorization.signed.on`.
  let name: String
  let clear: @Sendable (inout Request) -> Void

  init(_ name: String, _ clear: @escaping @Sendable (inout Request) -> Void) {
    (self.name, self.clear) = (name, clear)
  }

  static let all: [Field] = top + people + authorization + legal + rest

  private static let top = [
    Field("received") { $0.received = nil }, Field("sample") { $0.sample = false },
    Field("patient") { $0.patient = nil }, Field("requester") { $0.requester = nil },
    Field("purpose") { $0.purpose = nil }, Field("purpose.code") { $0.purpose?.code = nil },
    Field("purpose.words") { $0.purpose?.words = nil }, Field("basis") { $0.basis = nil },
    Field("recipient") { $0.recipient = nil }, Field("authorization") { $0.authorization = nil },
    Field("legal") { $0.legal = nil }, Field("evidence") { $0.evidence = [] },
    Field("scope") { $0.scope = nil }, Field("delivery") { $0.delivery = nil },
    Field("records") { $0.records = [] }, Field("papers") { $0.papers = [] },
    Field("transcribed") { $0.transcribed = nil }, Field("transcribed.by") { $0.transcribed?.by = nil },
    Field("transcribed.on") { $0.transcribed?.on = nil },
  ]

  private static let people = [
    Field("patient.identifiers") { $0.patient?.identifiers = [] },
    Field("patient.identifiers.system") { $0.patient?.identifiers.first { $0.system = nil } },
    Field("patient.names") { $0.patient?.names = [] },
    Field("patient.names.given") { $0.patient?.names.first { $0.given = [] } },
    Field("patient.otherNames") { $0.patient?.otherNames = [] },
    Field("patient.birthDate") { $0.patient?.birthDate = nil },
    Field("patient.deathDate") { $0.patient?.deathDate = nil },
    Field("patient.addresses") { $0.patient?.addresses = [] },
    Field("patient.phones") { $0.patient?.phones = [] }, Field("patient.emails") { $0.patient?.emails = [] },
    Field("patient.contactPreference") { $0.patient?.contactPreference = nil },
    Field("patient.restrictions") { $0.patient?.restrictions = [] },
    Field("requester.kind") { $0.requester?.kind = nil },
    Field("requester.name") { $0.requester?.name = nil },
    Field("requester.organization") { $0.requester?.organization = nil },
    Field("requester.authority") { $0.requester?.authority = nil },
    Field("requester.authority.kind") { $0.requester?.authority?.kind = nil },
    Field("requester.authority.document") { $0.requester?.authority?.document = nil },
    Field("requester.authority.digest") { $0.requester?.authority?.digest = nil },
    Field("requester.authority.healthDecisions") { $0.requester?.authority?.healthDecisions = nil },
    Field("requester.authority.validFrom") { $0.requester?.authority?.validFrom = nil },
    Field("requester.authority.validTo") { $0.requester?.authority?.validTo = nil },
    Field("requester.identity") { $0.requester?.identity = nil },
    Field("requester.identity.method") { $0.requester?.identity?.method = nil },
    Field("requester.identity.checkedBy") { $0.requester?.identity?.checkedBy = nil },
    Field("requester.identity.checkedOn") { $0.requester?.identity?.checkedOn = nil },
    Field("recipient.id") { $0.recipient?.id = nil }, Field("recipient.name") { $0.recipient?.name = nil },
    Field("recipient.address") { $0.recipient?.address = nil },
    Field("recipient.directAddress") { $0.recipient?.directAddress = nil },
  ]

  private static let authorization = [
    Field("authorization.document") { $0.authorization?.document = nil },
    Field("authorization.digest") { $0.authorization?.digest = nil },
    Field("authorization.discloser") { $0.authorization?.discloser = [] },
    Field("authorization.recipient") { $0.authorization?.recipient = [] },
    Field("authorization.description") { $0.authorization?.description = nil },
    Field("authorization.purpose") { $0.authorization?.purpose = nil },
    Field("authorization.expires") { $0.authorization?.expires = nil },
    Field("authorization.expires.date") { $0.authorization?.expires?.date = nil },
    Field("authorization.expires.event") { $0.authorization?.expires?.event = nil },
    Field("authorization.expires.eventOccurred") { $0.authorization?.expires?.eventOccurred = nil },
    Field("authorization.signed") { $0.authorization?.signed = nil },
    Field("authorization.signed.on") { $0.authorization?.signed?.on = nil },
    Field("authorization.signed.by") { $0.authorization?.signed?.by = nil },
    Field("authorization.signed.as") { $0.authorization?.signed?.as = nil },
    Field("authorization.signed.authorityDescription") {
      $0.authorization?.signed?.authorityDescription = nil
    },
    Field("authorization.statements") { $0.authorization?.statements = nil },
    Field("authorization.statements.revocation") { $0.authorization?.statements?.revocation = nil },
    Field("authorization.statements.conditioning") { $0.authorization?.statements?.conditioning = nil },
    Field("authorization.statements.redisclosure") { $0.authorization?.statements?.redisclosure = nil },
    Field("authorization.statements.remuneration") { $0.authorization?.statements?.remuneration = nil },
    Field("authorization.categories") { $0.authorization?.categories = [] },
    Field("authorization.revoked") { $0.authorization?.revoked = nil },
    Field("authorization.revoked.on") { $0.authorization?.revoked?.on = nil },
    Field("authorization.revoked.reliance") { $0.authorization?.revoked?.reliance = nil },
    Field("authorization.combinedWith") { $0.authorization?.combinedWith = [] },
    Field("authorization.conditionedOn") { $0.authorization?.conditionedOn = nil },
    Field("authorization.kind") { $0.authorization?.kind = nil },
  ]

  private static let legal = [
    Field("legal.instrument") { $0.legal?.instrument = nil },
    Field("legal.document") { $0.legal?.document = nil }, Field("legal.digest") { $0.legal?.digest = nil },
    Field("legal.issuer") { $0.legal?.issuer = nil }, Field("legal.signedBy") { $0.legal?.signedBy = nil },
    Field("legal.court") { $0.legal?.court = nil },
    Field("legal.caseNumber") { $0.legal?.caseNumber = nil },
    Field("legal.issuedOn") { $0.legal?.issuedOn = nil },
    Field("legal.returnOn") { $0.legal?.returnOn = nil },
    Field("legal.covers") { $0.legal?.covers = nil },
    Field("legal.covers.text") { $0.legal?.covers?.text = nil },
    Field("legal.covers.scope") { $0.legal?.covers?.scope = nil },
    Field("legal.assurance") { $0.legal?.assurance = nil },
    Field("legal.assurance.kind") { $0.legal?.assurance?.kind = nil },
    Field("legal.assurance.statement") { $0.legal?.assurance?.statement = nil },
    Field("legal.assurance.documents") { $0.legal?.assurance?.documents = [] },
    Field("legal.assurance.objectionPeriodEnds") { $0.legal?.assurance?.objectionPeriodEnds = nil },
    Field("legal.assurance.objections") { $0.legal?.assurance?.objections = nil },
    Field("legal.threePart") { $0.legal?.threePart = nil },
    Field("legal.part2Order") { $0.legal?.part2Order = nil },
    Field("legal.part2Order.section") { $0.legal?.part2Order?.section = nil },
    Field("legal.part2Order.findings") { $0.legal?.part2Order?.findings = nil },
    Field("legal.part2Order.subpoena") { $0.legal?.part2Order?.subpoena = nil },
  ]

  private static let rest = [
    Field("evidence.kind") { $0.evidence.first { $0.kind = nil } },
    Field("evidence.document") { $0.evidence.first { $0.document = nil } },
    Field("evidence.digest") { $0.evidence.first { $0.digest = nil } },
    Field("evidence.issuedOn") { $0.evidence.first { $0.issuedOn = nil } },
    Field("scope.period") { $0.scope?.period = nil },
    Field("scope.period.from") { $0.scope?.period?.from = nil },
    Field("scope.period.to") { $0.scope?.period?.to = nil },
    Field("scope.documentTypes") { $0.scope?.documentTypes = [] },
    Field("scope.resourceTypes") { $0.scope?.resourceTypes = [] },
    Field("scope.encounters") { $0.scope?.encounters = [] },
    Field("scope.categories") { $0.scope?.categories = [] }, Field("scope.whole") { $0.scope?.whole = nil },
    Field("scope.justification") { $0.scope?.justification = nil },
    Field("delivery.channel") { $0.delivery?.channel = nil },
    Field("delivery.form") { $0.delivery?.form = nil },
    Field("delivery.format") { $0.delivery?.format = nil }, Field("delivery.due") { $0.delivery?.due = nil },
    Field("delivery.fee") { $0.delivery?.fee = nil },
    Field("delivery.fee.cents") { $0.delivery?.fee?.cents = nil },
    Field("delivery.fee.basis") { $0.delivery?.fee?.basis = nil },
    Field("delivery.unencryptedAcceptedOn") { $0.delivery?.unencryptedAcceptedOn = nil },
    Field("records.mediaType") { $0.records.first { $0.mediaType = nil } },
    Field("records.documentType") { $0.records.first { $0.documentType = nil } },
    Field("records.serviceDate") { $0.records.first { $0.serviceDate = nil } },
    Field("records.sha256") { $0.records.first { $0.sha256 = nil } },
    Field("records.size") { $0.records.first { $0.size = nil } },
    Field("records.part2") { $0.records.first { $0.part2 = nil } },
    Field("records.sourceOrg") { $0.records.first { $0.sourceOrg = nil } },
    Field("papers.kind") { $0.papers.first { $0.kind = nil } },
    Field("papers.mediaType") { $0.papers.first { $0.mediaType = nil } },
    Field("papers.sha256") { $0.papers.first { $0.sha256 = nil } },
    Field("papers.size") { $0.papers.first { $0.size = nil } },
  ]
}

extension Array {
  fileprivate mutating func first(_ change: (inout Element) -> Void) {
    if !isEmpty { change(&self[0]) }
  }
}

extension Draft {
  /// The draft without one field of its request; records follow what the request lists.
  func without(_ field: Field) -> Draft {
    with { draft in
      field.clear(&draft.request)
      draft.records = zip(draft.request.records, draft.records).map { listed, record in
        RecordCase(number: record.number, listed: listed, facts: record.facts)
      }
    }
  }
}
