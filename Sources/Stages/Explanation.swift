package import Policy
package import Records
package import Values

/// What `decide` would say of a packet, and why: every rule that was looked at, what would be withheld where,
/// and what the leak check seeks. There is no release in it.
package struct Explanation: Sendable {
  package enum Outcome: String, Sendable { case released, held, rejected }

  /// A rule that applies to the packet and is met.
  package struct MetRule: Sendable, Hashable {
    package let rule: RuleID
    package let source: String
  }

  /// A part that would stay behind.
  package struct Withheld: Sendable {
    package let record: Int
    /// The part that goes; the whole record where it is unit 0.
    package let part: RecordUnit.Kind
    package let place: Place
    package let rule: RuleID
    package let category: String?
    /// How many places of the record led to it.
    package let signs: Int
  }

  /// A value that would be marked where it stands.
  package struct Redacted: Sendable {
    package let record: Int
    package let place: Place
    package let rule: RuleID
  }

  /// One record of the packet.
  package struct Record: Sendable {
    package let number: Int
    /// nil when it could not be read.
    package let format: RecordFormat?
    package let isWithheldWhole: Bool
    /// Values that would be replaced by a mark.
    package let redactions: Int
    /// Parts that would go beyond the policy's wish.
    package let alsoWithheld: Int
  }

  /// How many values of a kind the leak check seeks, or passes over, and why.
  package struct Sought: Sendable {
    package let kind: TellingKind
    package let count: Int
  }

  package let outcome: Outcome
  package let basis: Basis?
  package let pipeline: String?
  /// An id of the directory, `patient` or `once`; nil when the request could not be read.
  package let recipient: String?
  package let findings: [Finding]
  package let met: [MetRule]
  package let records: [Record]
  package let withheld: [Withheld]
  /// As far as their places are told, ``CutPlaces/mostRedactions`` a record.
  package let redacted: [Redacted]
  package let sought: [Sought]
}

extension Deciding {
  /// A dry run: the same stages over the same packet, told instead of sealed.
  ///
  /// - Throws: with outcome `retry` where the disk failed.
  package static func explain(
    _ claimed: ClaimedPacket, _ house: HouseFacts, _ policy: PolicySet, limits: Limits = .standard
  ) throws(PacketError) -> Explanation {
    let packet = try through(claimed, house, policy, limits: limits)
    let outcome: Explanation.Outcome =
      switch packet.verdict {
      case .reject: .rejected
      case .hold: .held
      case .note, .withhold: packet.bundle == nil ? .held : .released
      }
    let places = try CutPlaces(packet)
    return Explanation(
      outcome: outcome, basis: packet.basis, pipeline: packet.pipeline?.pipeline.name,
      recipient: packet.request.map(WriteBundle.recipient), findings: packet.findings,
      met: met(packet, house), records: packet.records.map { record(packet, $0) },
      withheld: places.withheld, redacted: places.redacted, sought: sought(packet))
  }

  private static func met(_ packet: Packet, _ house: HouseFacts) -> [Explanation.MetRule] {
    guard let facts = packet.facts(house) else { return [] }
    let looked = Verification.rules.filter { $0.applies(facts) }
    // Several checks may stand under one id: it is met when all of them are.
    return Set(looked.map(\.id)).subtracting(packet.findings.map(\.rule)).sorted().map { id in
      Explanation.MetRule(rule: id, source: Finding.of(id, "", remedy: "").source.description)
    }
  }

  private static func record(_ packet: Packet, _ record: Packet.Record) -> Explanation.Record {
    let plan = packet.plan?.record(record.number)
    let released = packet.released.first { $0.number == record.number }
    return Explanation.Record(
      number: record.number, format: record.read?.facts.format,
      isWithheldWhole: plan.map { $0.isWithheldWhole || released == nil } ?? false,
      redactions: plan.map { $0.cut.redactions.count + $0.cut.values.count } ?? 0,
      alsoWithheld: released?.alsoWithheld ?? 0)
  }

  private static func sought(_ packet: Packet) -> [Explanation.Sought] {
    guard let summary = packet.plan?.telling.summary else { return [] }
    return TellingKind.allCases.compactMap { kind in
      guard let count = summary[kind], count > 0 else { return nil }
      return Explanation.Sought(kind: kind, count: count)
    }
  }
}
