package import Host
package import Policy
package import Requests
package import Stages
package import Values

/// What the house lends the engine: its facts, its day, and the two questions that are asked of a packet
/// (DESIGN.md §5). Exchanged as a whole when the configuration is read again, so that facts, pipelines and
/// the digest over them never disagree.
package struct House: Sendable {
  /// Why nobody can be asked now.
  package typealias Unanswered = HostError
  /// A request that cannot be read says nothing.
  package typealias Read =
    @Sendable (_ bytes: [UInt8], _ name: [UInt8]) throws(Unanswered) -> RequestFacts
  package typealias Decide = @Sendable (ClaimedPacket, HouseFacts) throws(PacketError) -> Decision

  package var site: Site
  package var recipients: [Recipient]
  /// Digests of authorizations that were withdrawn.
  package var revoked: Set<Digest>
  /// By source, the kinds of paper of which its transcription is believed; a source that is not here is
  /// believed for none.
  package var believes: [String: Set<Paper.Kind>]
  /// Digest over pipelines, label sets, recipients and configuration in force: an attempt that is repeated
  /// under the same one is given the same facts again.
  package var policy: Digest
  /// The day of an instant in the site's zone.
  package var today: @Sendable (Instant) -> Day
  /// The site's distance from UTC at an instant, seconds.
  package var utcOffset: @Sendable (Instant) -> Int
  package var read: Read
  package var decide: Decide

  package init(
    site: Site, recipients: [Recipient], revoked: Set<Digest> = [], believes: [String: Set<Paper.Kind>] = [:],
    policy: Digest, today: @escaping @Sendable (Instant) -> Day,
    utcOffset: @escaping @Sendable (Instant) -> Int = { _ in 0 }, read: @escaping Read,
    decide: @escaping Decide
  ) {
    (self.site, self.recipients, self.revoked, self.believes) = (site, recipients, revoked, believes)
    (self.policy, self.today, self.utcOffset) = (policy, today, utcOffset)
    (self.read, self.decide) = (read, decide)
  }
}
