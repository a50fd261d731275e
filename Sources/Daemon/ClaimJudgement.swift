package import Ledger
internal import Values

/// What a newly copied packet is, beside those that the ledger knows (DESIGN.md §2, "Claim").
package enum ClaimJudgement: Sendable, Equatable {
  case new
  /// The same bytes again: it points to the first and changes nothing.
  case repeats(PacketNumber)
  /// The correction of a rejected or amend-held packet takes its place.
  case corrects(PacketNumber)
  /// The same request id with other bytes: a person decides.
  case conflicts(PacketNumber)

  /// - Parameters:
  ///   - packet: the new one. A fingerprint is of files only: what was refused for its form, or for links
  ///     that were not copied, and comes again without them, is its own correction and no repeat.
  ///   - sameBytes: packets with the same fingerprint, of any source.
  ///   - sameRequest: packets of this source with the same request id.
  package static func of(_ packet: PacketEntry, sameBytes: [PacketEntry], sameRequest: [PacketEntry])
    -> ClaimJudgement
  {
    let first = sameBytes.filter {
      $0.repeats == nil && $0.form == packet.form && $0.offences == packet.offences
    }.min { $0.number < $1.number }
    if let first { return .repeats(first.number) }
    let others = sameRequest.filter { $0.repeats == nil }
    guard let latest = others.max(by: { $0.number < $1.number }) else { return .new }
    let isOpenToCorrection =
      latest.state == .rejected || (latest.state == .held && latest.lift == .amend)
    return isOpenToCorrection ? .corrects(latest.number) : .conflicts(latest.number)
  }
}
