internal import Policy
internal import Records
internal import Values

/// Where of a packet something stays behind, in addresses that another program finds again. Made only when they
/// are asked for, and only for what was cut.
struct CutPlaces {
  /// Places of redactions that are told of one record; the findings have their number.
  static let mostRedactions = 1_000

  /// Every part that stays behind, by record and in its order.
  private(set) var withheld: [Explanation.Withheld] = []
  private(set) var redacted: [Explanation.Redacted] = []

  /// - Throws: with outcome `retry` when a record cannot be read once more.
  init(_ packet: Packet) throws(PacketError) {
    for plan in packet.plan?.records ?? [] {
      let read = packet.records.first { $0.number == plan.number }?.read
      let reasons = plan.reasons.sorted {
        ($0.key.unit, $0.key.rule, $0.key.category ?? "") < ($1.key.unit, $1.key.rule, $1.key.category ?? "")
      }
      let marks = plan.redacted.prefix(Self.mostRedactions)
      guard !reasons.isEmpty || !marks.isEmpty else { continue }
      let places = try Self.places(of: reasons.map { .unit($0.key.unit) } + marks.map(\.part), in: read)
      let kinds = try Self.kinds(of: Set(reasons.map(\.key.unit)), in: read)
      for ((reason, signs), place) in zip(reasons, places) {
        withheld.append(
          Explanation.Withheld(
            record: plan.number, part: kinds[reason.unit] ?? .record,
            place: place ?? Place(record: plan.number), rule: reason.rule, category: reason.category,
            signs: signs))
      }
      for (mark, place) in zip(marks, places.dropFirst(reasons.count)) {
        redacted.append(
          Explanation.Redacted(
            record: plan.number, place: place ?? Place(record: plan.number), rule: mark.rule))
      }
    }
  }

  private static func kinds(
    of units: Set<Int>, in read: (any ReadRecord)?
  ) throws(PacketError) -> [Int: RecordUnit.Kind] {
    guard let read else { return [:] }
    guard let lines = read as? FHIRLinesParts else {
      let known = read.facts.units
      let kinds = units.filter { known.indices.contains($0) }.map { ($0, known[$0].kind) }
      return Dictionary(kinds) { first, _ in first }
    }
    return try lines.units(units).mapValues(\.kind)
  }

  private static func places(
    of parts: [CutPart], in read: (any ReadRecord)?
  ) throws(PacketError) -> [Place?] {
    guard let read else { return parts.map { _ in nil } }
    do throws(PacketError) {
      return try read.addresses(of: parts).map { $0 }
    } catch {
      // It was read from the same bytes before: what keeps it from being read again (memory) passes.
      throw PacketError(error.rule, .retry, at: error.place, error.problem, remedy: error.remedy)
    }
  }
}

extension Deciding {
  /// Makes once what addresses and site rules make at their first use, for processes that are copied.
  package static func makeTables() { RecordReader.makeTables() }
}
