package import Values

/// Something that is cut, of which the address is asked.
package enum CutPart: Sendable, Hashable {
  case unit(Int)
  /// The beginning of a redaction in the arena.
  case text(at: Int)
  /// One of ``Cut/values``.
  case value(Int)
}

extension ReadRecord {
  /// A format that no selector is for selects nothing; one that a selector is for and that cannot answer holds.
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    guard uses.contains(where: { $0.selector.applies(to: facts.format) }) else {
      return uses.map { _ in Selection() }
    }
    throw PacketError(
      "site.unread", .hold, at: facts.units.first?.place, "site rules cannot look into this record",
      remedy: "look at it, and decide")
  }

  /// What one selector names.
  package func selected(by selector: Selector, _ action: SelectorAction) throws(PacketError) -> Selection {
    try selected(by: [SelectorUse(selector, action)]).first ?? Selection(units: [0])
  }

  /// The unit's own place, where a format has no addresses of its own.
  package func addresses(of parts: [CutPart]) throws(PacketError) -> [Place] {
    parts.map { part in
      let unit: Int
      switch part {
      case .unit(let number): unit = number
      case .text(let at):
        unit = facts.run(at: at).map { facts.runs[$0].unit } ?? 0
      case .value: unit = 0
      }
      return facts.units.indices.contains(unit) ? facts.units[unit].place : Place()
    }
  }
}

extension RecordFacts {
  /// The run that holds a byte of the arena; nil between runs.
  package func run(at position: Int) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = low + (high - low) / 2
      if runs[middle].range.upperBound > position { high = middle } else { low = middle + 1 }
    }
    return low < runs.count && runs[low].range.contains(position) ? low : nil
  }
}
