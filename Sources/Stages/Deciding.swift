package import Policy
package import Values

/// The second question that a worker answers (DESIGN.md §5): claimed bytes and the house's facts in, outcome
/// out. A pure function: the same packet and facts give the same outcome and the same bytes.
package enum Deciding {
  private static let stages: [any Stage] = [
    ReadRequest(), MatchFiles(), ReadRecords(), ChoosePipeline(), Verify(), Withhold(), Redact(),
    CheckRepeat(), WriteBundle(), CheckLeaks(),
  ]

  /// Called at the entry of each stage, and with nil at the end: for whoever measures. It decides nothing.
  package typealias Entering = @Sendable (StageName?) -> Void

  /// Takes the packet through every stage; then its highest verdict wins (RULES.md §1).
  ///
  /// - Parameter file: where the bundle is written; if there is none, it is among the bytes of the release.
  /// - Throws: with outcome `retry` where the disk failed; what a packet itself makes impossible is a finding.
  package static func decide(
    _ claimed: ClaimedPacket, _ house: HouseFacts, _ policy: PolicySet, limits: Limits = .standard,
    into file: (any BundleFile)? = nil, entering: Entering = { _ in }
  ) throws(PacketError) -> Decision {
    let packet = try through(claimed, house, policy, limits: limits, into: file, entering: entering)
    entering(.seal)
    let outcome = try outcome(packet, house, policy)
    entering(nil)
    return Decision(
      outcome: outcome, findings: packet.findings, basis: packet.basis,
      pipeline: packet.pipeline?.pipeline.name)
  }

  static func through(
    _ claimed: ClaimedPacket, _ house: HouseFacts, _ policy: PolicySet, limits: Limits,
    into file: (any BundleFile)? = nil, entering: Entering = { _ in }
  ) throws(PacketError) -> Packet {
    var packet = Packet(claimed, limits: limits, file: file)
    for stage in stages {
      entering(stage.name)
      do throws(PacketError) {
        try stage.run(&packet, house, policy)
      } catch  where error.outcome == .retry {
        throw error
      } catch {
        packet.findings.append(.stopped(error))
      }
    }
    return packet
  }

  private static func outcome(
    _ packet: Packet, _ house: HouseFacts, _ policy: PolicySet
  ) throws(PacketError) -> Decision.Outcome {
    switch packet.verdict {
    case .reject: .rejected
    case .hold: .held
    case .note, .withhold:
      // Whatever is missing here was not decided; it cannot leave.
      if let release = try StagedRelease(packet, house, policy) { .released(release) } else { .held }
    }
  }
}

extension Finding {
  /// A stage could not go on with this packet: a person looks.
  fileprivate static func stopped(_ error: PacketError) -> Finding {
    Finding(
      error.rule, source: "45 CFR 164.530(c)", error.outcome == .reject ? .reject : .hold, lift: .any,
      at: error.place, error.problem, remedy: error.remedy)
  }
}
