package import Values

/// The id of a disclosure: what names its files, letters and account line. Made of the packet's number and
/// the release's, so that a repeated attempt gives the same one.
package struct DisclosureID: Hashable, Sendable, Comparable, Showable, CustomStringConvertible {
  package let description: String
  package var shown: String { description }

  package init(packet: PacketNumber, release: Int) {
    let digits = String(packet.value)
    description = "d" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "-\(release)"
  }

  /// Reads an id back; nil unless it has our form, so that it is safe as a file name.
  package init?(_ text: String) {
    let parts = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard text.first == "d", parts.count == 2, parts[0].utf8.count >= 8,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    description = text
  }

  /// The packet that it is of; nil for a number beyond all counting.
  package var packet: PacketNumber? {
    description.dropFirst().split(separator: "-").first.flatMap { Int($0) }.map(PacketNumber.init)
  }
  /// Which release of the packet it is, from 1.
  package var release: Int? { description.split(separator: "-").last.flatMap { Int($0) } }

  package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// Where a release stands (DESIGN.md §2).
package enum ReleaseState: String, Sendable, CaseIterable, Showable {
  /// Bundle and papers of the release lie finished in the packet's folder.
  case staged
  /// Conditions were checked, the files lie in the outbox's staging; from here it counts as disclosed.
  case intended
  case delivered
  case acknowledged
  case failed
  package var shown: String { rawValue }

  /// It has still to leave.
  package var isOutgoing: Bool { self == .staged || self == .intended }
  /// It has still to leave, or awaits its receipt.
  package var isOpen: Bool { isOutgoing || self == .delivered }
}

/// A file of a release: its last name in the outbox, and what it must be.
package struct ReleaseFile: Sendable, Hashable {
  package let name: String
  package let byteCount: Int
  package let digest: Digest
  package init(name: String, byteCount: Int, digest: Digest) {
    (self.name, self.byteCount, self.digest) = (name, byteCount, digest)
  }
}

/// What must still be true right before a release is delivered; plain values (DESIGN.md §5).
package struct DeliveryConditions: Sendable, Equatable {
  package var authorization: Digest?
  /// The last day on which the authorization is good.
  package var lastDay: Day?
  package init(authorization: Digest? = nil, lastDay: Day? = nil) {
    (self.authorization, self.lastDay) = (authorization, lastDay)
  }
}

/// What may leave, or left, at one time.
package struct ReleaseEntry: Sendable {
  package var packet: PacketNumber
  package var index: Int
  package var disclosure: DisclosureID
  package var state: ReleaseState
  package var channel: String
  package var recipient: String
  /// In the order in which they are renamed into the outbox; the last one is the bundle.
  package var files: [ReleaseFile]
  package var conditions: DeliveryConditions
  /// SHA-256 over the sorted digests of the released input records: tells a repeat to the same recipient.
  package var records: Digest
  /// SHA-256 of the manifest that stays in the house, with its redaction report: what it says later is what was
  /// decided. nil for a release of before it was kept.
  package var inner: Digest?
  package var basis: String
  package var purpose: String
  /// Whether the disclosure goes into the patient's accounting (45 CFR 164.528(a)(1)).
  package var isAccounted: Bool
  package var stagedAt: Instant
  package var deliveredAt: Instant?

  package init(
    packet: PacketNumber, index: Int, disclosure: DisclosureID, channel: String, recipient: String,
    files: [ReleaseFile], conditions: DeliveryConditions, records: Digest, basis: String, purpose: String,
    isAccounted: Bool, stagedAt: Instant
  ) {
    (self.packet, self.index, self.disclosure, self.state) = (packet, index, disclosure, .staged)
    (self.channel, self.recipient, self.files) = (channel, recipient, files)
    (self.conditions, self.records, self.basis) = (conditions, records, basis)
    (self.purpose, self.isAccounted, self.stagedAt) = (purpose, isAccounted, stagedAt)
  }
}
