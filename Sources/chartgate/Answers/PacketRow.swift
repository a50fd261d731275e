internal import JSON
package import Ledger
package import Values

/// One packet as the house sees it from outside: what became of it, why, and where its bundle lies.
package struct PacketRow: Sendable {
  let packet: PacketEntry
  let findings: [Finding]
  let releases: [ReleaseEntry]
  /// Where the packet stands that this one repeats.
  let original: PacketState?

  package init(
    _ packet: PacketEntry, findings: [Finding], releases: [ReleaseEntry], original: PacketState? = nil
  ) {
    (self.packet, self.findings, self.releases) = (packet, findings, releases)
    self.original = original
  }

  /// The rules that decide where it stands: those of the highest verdict, each once.
  var reasons: [RuleID] {
    guard let verdict = packet.verdict, verdict >= .hold else { return [] }
    var rules: [RuleID] = []
    for finding in findings where finding.verdict == verdict && !rules.contains(finding.rule) {
      rules.append(finding.rule)
    }
    return rules
  }

  /// Held or rejected: somebody has to do something.
  var needsAttention: Bool { packet.state == .held || packet.state == .rejected }

  /// One rule and how many more, or what else there is to say.
  var why: String {
    if let first = packet.repeats {
      guard original == .rejected else { return "repeats packet \(first)" }
      return "repeats packet \(first), which is rejected; chartgate retry \(first)"
    }
    guard let first = reasons.first else { return "" }
    return reasons.count == 1 ? first.shown : "\(first) and \(reasons.count - 1) more"
  }

  /// The bundle's place in the outbox, and how far it came.
  var bundle: String {
    releases.map { release in
      "\(release.channel)/\(release.recipient)/\(release.files.last?.name ?? "\(release.disclosure)")"
        + (release.state == .delivered || release.state == .acknowledged
          ? "" : " (\(release.state.rawValue))")
    }.joined(separator: ", ")
  }

  var json: JSONValue {
    [
      "packet": .integer(Int64(packet.number.value)), "source": .string(packet.source),
      "state": .string(packet.state.rawValue), "claimedAt": .string(packet.claimedAt.description),
      "due": packet.due.map { .string($0.description) } ?? .null,
      "pipeline": packet.pipeline.map { .string($0) } ?? .null,
      "verdict": packet.verdict.map { .string($0.rawValue) } ?? .null,
      "lift": packet.lift.map { .string($0.rawValue) } ?? .null,
      "attempts": .integer(Int64(packet.attempts)),
      "repeats": packet.repeats.map { .integer(Int64($0.value)) } ?? .null,
      "reasons": .array(reasons.map { .string($0.description) }),
      "releases": .array(
        releases.map { release in
          [
            "disclosure": .string(release.disclosure.description), "state": .string(release.state.rawValue),
            "channel": .string(release.channel), "recipient": .string(release.recipient),
            "files": .array(release.files.map { .string($0.name) }),
          ]
        }),
    ]
  }

  /// The table of several packets, oldest first.
  package static func table(_ rows: [PacketRow]) -> String {
    var table = Table(["packet", "source", "state", "pipeline", "why", "bundle"], numbers: ["packet"])
    for row in rows.sorted(by: { $0.packet.number < $1.packet.number }) {
      table.add([
        "\(row.packet.number)", row.packet.source, row.packet.state.rawValue, row.packet.pipeline ?? "",
        row.why, row.bundle,
      ])
    }
    return table.text
  }
}
