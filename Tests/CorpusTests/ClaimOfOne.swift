import Hashing
import Policy
import Records
import Requests
import Stages
import Values

/// An insurer's request for one record, of whom the record says it is: as a desk would write it.
enum ClaimOfOne {
  static func decide(_ bytes: [UInt8], _ policy: PolicySet) throws(PacketError) -> Decision {
    let record = ClaimedPacket.File(
      path: Array("record".utf8), digest: .sha256(bytes), bytes: MemorySource(bytes))
    let request = RequestWriter.json(request(for: bytes))
    let packet = ClaimedPacket(
      number: 1, fingerprint: .sha256(bytes),
      files: [
        record,
        ClaimedPacket.File(
          path: Array("request.json".utf8), digest: .sha256(request), bytes: MemorySource(request)),
      ])
    return try Deciding.decide(packet, house, policy)
  }

  private static func request(for bytes: [UInt8]) -> Request {
    var request = Request(id: "CLAIM-1")
    request.received = Instant("2026-02-20T09:00:00Z")
    request.sample = true
    var patient = Patient()
    if let facts = try? RecordReader.read(bytes, number: 1, limits: .standard).facts,
      let found = facts.identities.first
    {
      patient.names = found.names.compactMap { name in
        guard let family = name.family?.reveal(.match), !family.isEmpty else { return nil }
        return PersonName(family: family, given: name.given.map { $0.reveal(.match) }.filter { !$0.isEmpty })
      }
      patient.birthDate = found.birthDate
      patient.identifiers = found.identifiers.filter { $0.value.reveal(.match) { !$0.isEmpty } }
        .map { Identifier(system: $0.system, value: $0.value.reveal(.match)) }
    }
    request.patient = patient
    var requester = Requester()
    requester.kind = .payer
    var identity = IdentityProof()
    (identity.method, identity.checkedBy, identity.checkedOn) = (
      .inNetwork, Sensitive("desk"), Day("2026-02-20")
    )
    requester.identity = identity
    request.requester = requester
    var purpose = Purpose()
    purpose.code = "CLMATTCH"
    request.purpose = purpose
    var recipient = RequestedRecipient()
    recipient.id = "example-insurance"
    request.recipient = recipient
    var scope = Scope()
    scope.whole = false
    request.scope = scope
    request.records = [ListedRecord(path: "record")]
    return request
  }

  private static let house: HouseFacts = {
    let site = Site(
      name: "Example Hospital", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
    return HouseFacts(
      today: Day(year: 2026, month: 3, day: 2)!, instant: Instant(milliseconds: 1_772_448_900_000),
      disclosure: "d00000001-1", site: site,
      recipients: [
        Recipient(id: "example-insurance", name: "Example Insurance", kinds: [.payer], channel: .sftp)
      ])
  }()
}
