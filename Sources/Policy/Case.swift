package import Records
package import Requests
package import Values

/// All that a rule may look at: the request, what was read from the records, what the house knows.
package struct Case: Sendable {
  package let request: Request
  package let records: [RecordCase]
  /// Papers that lie in the packet, by their digest.
  package let papers: Set<Digest>
  package let house: HouseFacts
  /// The legal ground that follows from the request; nil when none or several do.
  package let basis: Basis?
  package let pipeline: Pipeline?
  /// SHA-256 over the sorted digests of the records that would leave, as a release keeps it; nil before
  /// it is known which they are.
  package var releasing: Digest?

  package init(
    request: Request, records: [RecordCase], papers: Set<Digest>, house: HouseFacts, basis: Basis?,
    pipeline: Pipeline?
  ) {
    (self.request, self.records, self.papers) = (request, records, papers)
    (self.house, self.basis, self.pipeline) = (house, basis, pipeline)
    releasing = nil
  }

  /// The same case as it would be judged on another ground.
  func resting(on basis: Basis) -> Case {
    Case(
      request: request, records: records, papers: papers, house: house, basis: basis, pipeline: pipeline)
  }
}

/// One record of the packet: what the request says of it, and what its bytes say.
package struct RecordCase: Sendable {
  /// In the request's order, from 1.
  package let number: Int
  package let listed: ListedRecord
  /// nil when it could not be read; the finding that says so is the reader's.
  package let facts: RecordFacts?
  /// Where what it says is read from, part by part, when it is too long to lie in ``facts``.
  package let parts: FHIRLinesParts?
  /// What the pipeline's site rules named in it, by rule; of a rule that applies to its format and is not here,
  /// nothing is known, and the record stays behind.
  package let selected: [RuleID: Selection]

  package init(
    number: Int, listed: ListedRecord, facts: RecordFacts?, parts: FHIRLinesParts? = nil,
    selected: [RuleID: Selection] = [:]
  ) {
    (self.number, self.listed, self.facts, self.parts) = (number, listed, facts, parts)
    self.selected = selected
  }
}

/// All that a decision needs and the packet does not tell (DESIGN.md §5). Plain values, recorded with the
/// attempt, so that the same packet gives the same outcome again.
package struct HouseFacts: Sendable {
  /// Today in the site's zone.
  package var today: Day
  /// The site's distance from UTC today, in seconds; turns an instant into a day of the site.
  package var utcOffset = 0
  /// When the attempt was first begun: the only time that a bundle may hold.
  package var instant: Instant
  /// The id that a release of this packet gets.
  package var disclosure: String
  package var site: Site
  package var recipients: [Recipient]
  /// Ids of the directory to whom something was released before.
  package var served: Set<String> = []
  /// Digests of authorizations that were withdrawn.
  package var revoked: Set<Digest>
  /// The kinds of paper of which the source's transcription is believed.
  package var believes: Set<Paper.Kind>
  /// What went, or is about to go, within 90 days out of packets that share a file with this one: which
  /// records, to whom.
  package var sentBefore: Set<Disclosed>
  /// Another packet has the same request id and other bytes.
  package var conflicts: Bool
  /// Links, devices and the like that lay in the packet.
  package var offences: Int
  /// The packet's own key, for digests that only the house can ask; nil keeps none.
  package var packetKey: PacketKey?

  package init(today: Day, instant: Instant, disclosure: String, site: Site, recipients: [Recipient]) {
    (self.today, self.instant, self.disclosure) = (today, instant, disclosure)
    (self.site, self.recipients) = (site, recipients)
    (revoked, believes, sentBefore, conflicts, offences) = ([], Set(Paper.Kind.allCases), [], false, 0)
  }

  /// The day of an instant in the site's zone.
  package func day(_ instant: Instant) -> Day? {
    Instant(milliseconds: instant.milliseconds + Int64(utcOffset) * 1000).utcDay
  }
}

/// Records that went to someone.
package struct Disclosed: Hashable, Sendable {
  /// SHA-256 over the sorted digests of the released input records.
  package let records: Digest
  /// An id of the directory, or `patient`.
  package let recipient: String
  package init(records: Digest, recipient: String) { (self.records, self.recipient) = (records, recipient) }
}

/// The hospital whose house this is.
package struct Site: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case hospital
    case nursingFacility = "nursing-facility"
    case homeHealth = "home-health"
    case part2Program = "part2-program"
    case schoolClinic = "school-clinic"
    case va
  }
  package var name: String
  /// Names and classes by which an authorization may call this house.
  package var alsoKnownAs: [String]
  package var kind: Kind
  /// Two letters.
  package var state: String
  package var timeZone: String
  /// A trial house takes what is marked as a sample; any other rejects it.
  package var isTrial: Bool

  package init(
    name: String, alsoKnownAs: [String] = [], kind: Kind, state: String, timeZone: String, isTrial: Bool
  ) {
    (self.name, self.alsoKnownAs, self.kind) = (name, alsoKnownAs, kind)
    (self.state, self.timeZone, self.isTrial) = (state, timeZone, isTrial)
  }
}

/// An entry of the house's directory of recipients.
package struct Recipient: Sendable, Equatable {
  package var id: String
  package var name: String
  package var kinds: [RequesterKind]
  package var channel: Delivery.Channel
  package var address: [String]
  package var validFrom: Day?
  package var validTo: Day?
  /// Protected categories that it may receive; nil: any that the law allows.
  package var mayReceive: [String]?

  package init(
    id: String, name: String, kinds: [RequesterKind], channel: Delivery.Channel, address: [String] = [],
    validFrom: Day? = nil, validTo: Day? = nil, mayReceive: [String]? = nil
  ) {
    (self.id, self.name, self.kinds, self.channel) = (id, name, kinds, channel)
    (self.address, self.validFrom, self.validTo, self.mayReceive) = (address, validFrom, validTo, mayReceive)
  }
}
