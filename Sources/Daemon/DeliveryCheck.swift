internal import Ledger
internal import Policy
internal import Values

/// What must still be true right before a release is intended: plain values, compared with the house as it
/// is now (DESIGN.md §5). What was true when the packet was decided may have ended while it waited.
struct DeliveryCheck {
  let house: House
  let ledger: any Ledger
  let packet: PacketEntry
  let today: Day

  /// How long the same records to the same recipient count as a repeat, milliseconds.
  static let repeatWindow: Int64 = 90 * 86_400_000

  func findings(_ release: ReleaseEntry) throws(LedgerError) -> [Finding] {
    var findings: [Finding] = []
    if let form = release.conditions.authorization, house.revoked.contains(form) {
      findings.append(
        .of(
          "auth.defect.revoked", "the authorization was revoked before the records left",
          remedy: "ask for a new authorization"))
    }
    if let lastDay = release.conditions.lastDay, lastDay < today {
      findings.append(
        .of(
          "auth.defect.expired",
          "the authorization ended \(today.days(since: lastDay)) days ago, before the records left",
          remedy: "ask for a new authorization"))
    }
    if release.recipient != "patient", !isInDate(release.recipient) {
      findings.append(
        .of(
          "house.recipient-known", "the recipient's entry of the directory went, or is not in date",
          remedy: "check it, and renew it in recipients.yaml"))
    }
    if try wasOvertaken(release) {
      findings.append(
        .of(
          "house.repeat", "the same records are on their way to the same recipient out of another packet",
          remedy: "find out whether they are wanted again; then: chartgate retry"))
    }
    return findings
  }

  private func isInDate(_ id: String) -> Bool {
    guard let entry = house.recipients.first(where: { $0.id == id }) else { return false }
    return entry.validFrom.map { $0 <= today } ?? true && entry.validTo.map { $0 >= today } ?? true
  }

  /// Two packets that were decided side by side could not see each other. What was staged before this
  /// packet's facts were fixed, its decision knew.
  private func wasOvertaken(_ release: ReleaseEntry) throws(LedgerError) -> Bool {
    guard let since = packet.facts?.instant else { return false }
    return try ledger.releases(of: release.records, to: release.recipient).contains { other in
      guard other.packet != packet.number, other.stagedAt >= since else { return false }
      return switch other.state {
      case .intended, .delivered, .acknowledged: true
      case .staged, .failed: false
      }
    }
  }
}
