package import Values

/// What is asked of a record of lines beside its facts, part by part.
extension FHIRLinesParts {
  /// - Throws: a hold, `site.unread`, where a rule follows references: what they point to may be in another part.
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    for use in uses {
      if case .fhir(let path) = use.selector, path.resolves {
        throw PacketError(
          "site.unread", .hold, at: Place(record: number),
          "a site rule follows references, which it cannot in a record as long as this",
          remedy: "split the record, or look at it, and decide")
      }
    }
    var all = uses.map { _ in Selection() }
    for part in parts where !part.isBlank {
      let own = try skimmed(part).selected(by: uses)
      for (index, selection) in own.enumerated() {
        all[index].units.formUnion(selection.units.map { part.whole(unit: $0) })
        all[index].redactions += selection.redactions.map { part.whole($0) }
        all[index].values.formUnion(selection.values.map { part.whole(value: $0) })
      }
    }
    return all
  }

  /// Some units of the record, by its numbers.
  package func units(_ wanted: Set<Int>) throws(PacketError) -> [Int: RecordUnit] {
    var found: [Int: RecordUnit] = [:]
    if wanted.contains(0) { found[0] = facts.units.first }
    for part in parts where !part.isBlank {
      let own = wanted.filter { $0 > 0 && part.own(unit: $0) != nil }
      guard !own.isEmpty else { continue }
      let units = try skimmed(part).facts.units
      for unit in own {
        if let number = part.own(unit: unit), units.indices.contains(number) { found[unit] = units[number] }
      }
    }
    return found
  }

  package func addresses(of cuts: [CutPart]) throws(PacketError) -> [Place] {
    var places = cuts.map { _ in Place(record: number) }
    for part in parts where !part.isBlank {
      let own = cuts.indices.compactMap { index in Self.own(cuts[index], part).map { (index, $0) } }
      guard !own.isEmpty else { continue }
      let found = FHIRAddresses(try skimmed(part)).places(of: own.map(\.1))
      for ((index, _), place) in zip(own, found) { places[index] = place }
    }
    return places
  }

  /// What is this part's, by its own numbers.
  private static func own(_ cut: CutPart, _ part: FHIRLinesPart) -> CutPart? {
    switch cut {
    case .unit(let unit): unit > 0 ? part.own(unit: unit).map { .unit($0) } : nil
    case .text(let at): part.own(at..<at + 1).map { .text(at: $0.lowerBound) }
    case .value(let value): part.own(value: value).map { .value($0) }
    }
  }
}
