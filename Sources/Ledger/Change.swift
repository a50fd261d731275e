package import Values

/// One change of the ledger: each belongs to one of the six points at which it is committed, and nowhere
/// else (DESIGN.md §2).
package enum Change: Sendable {
  /// Point 1: the bytes are ours, before the inbox entry is removed.
  case claimed(PacketEntry)
  /// Point 1 again: a person put a held or rejected packet back on the path.
  case retried(PacketNumber, by: String)
  /// Point 2: before work starts. `died` says that the attempt before it ended without a word.
  case attempt(PacketNumber, AttemptFacts, died: Bool)
  /// Point 3: what was decided, with the digests of what is staged.
  case outcome(Outcome)
  /// Point 4: conditions were checked and the staged files lie beside their last names.
  case intent(DisclosureID)
  /// Point 5: after the last rename and the folder's sync.
  case delivered(DisclosureID)
  /// Point 6: receipt, or time over, or replaced by a correction.
  case closed(PacketNumber, because: CloseReason)

  /// Whether a release may leave the house once this is committed.
  var leadsOut: Bool {
    switch self {
    case .intent: true
    case .claimed, .retried, .attempt, .outcome, .delivered, .closed: false
    }
  }

  package struct Outcome: Sendable {
    package var packet: PacketNumber
    /// Held, rejected or released; claimed when the attempt came to nothing through a fault that is not the
    /// packet's, so that it is begun again and not taken for a death.
    package var state: PacketState
    package var pipeline: String?
    package var verdict: Verdict?
    package var lift: Lift?
    package var findings: [Finding]
    package var release: ReleaseEntry?

    package init(
      packet: PacketNumber, state: PacketState, pipeline: String?, verdict: Verdict?, lift: Lift?,
      findings: [Finding], release: ReleaseEntry?
    ) {
      (self.packet, self.state, self.pipeline) = (packet, state, pipeline)
      (self.verdict, self.lift, self.findings, self.release) = (verdict, lift, findings, release)
    }
  }

  package enum CloseReason: String, Sendable, Showable {
    case receipt
    case timeOver = "time-over"
    case replaced
    package var shown: String { rawValue }
  }
}
