package import Host
package import Policy
package import Stages
internal import Values

/// A house that opened: everything that its folder says, read and found without a mistake.
package struct House: Sendable {
  /// The house's own folder, absolute.
  package let root: Root
  package let settings: HouseSettings
  package let site: Site
  package let clock: SiteClock
  package let recipients: [Recipient]
  /// Pipelines and categories, compiled, with the digest over all files of the house that bear on a
  /// decision.
  package let policy: PolicySet
  /// The files that the digest is over, each with its name below the folder: what ``PolicyFiles`` compiles.
  package let files: [(name: String, bytes: [UInt8])]

  /// The facts of the house at a moment, but for what the ledger knows of a packet.
  package func facts(at moment: SiteMoment, disclosure: String, source: String) -> HouseFacts {
    var facts = HouseFacts(
      today: moment.today, instant: moment.instant, disclosure: disclosure, site: site,
      recipients: recipients)
    facts.utcOffset = moment.utcOffset
    // A source that is no longer configured is believed for nothing.
    facts.believes = settings.sources.first { $0.id == source }?.believes ?? []
    return facts
  }
}
