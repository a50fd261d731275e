package import Values

/// From a pattern to what can be cut of a text.
extension TextRecord {
  package func selected(by uses: [SelectorUse]) throws(PacketError) -> [Selection] {
    uses.map { use in
      guard case .text(let pattern) = use.selector else { return Selection() }
      return selected(by: pattern, use.action)
    }
  }

  private func selected(by pattern: TextPattern, _ action: SelectorAction) -> Selection {
    var selection = Selection()
    for range in pattern.ranges(in: facts.arena) {
      // A phrase may go on in the next entry.
      var run = FHIRContents.firstIndex(facts.runs.count) {
        facts.runs[$0].range.upperBound > range.lowerBound
      }
      while run < facts.runs.count, facts.runs[run].range.lowerBound < range.upperBound {
        switch action {
        case .withhold: selection.units.insert(facts.runs[run].unit)
        case .redact:
          let part = range.clamped(to: facts.runs[run].range)
          if !part.isEmpty { selection.redactions.append(part) }
        }
        run += 1
      }
    }
    return selection
  }

  /// Bytes and lines of the text as it came: a text has no other names for its parts.
  package func addresses(of parts: [CutPart]) -> [Place] {
    parts.map { part in
      switch part {
      case .unit(let unit):
        guard unit > 0, facts.units.indices.contains(unit) else { break }
        let place = facts.units[unit].place
        return Place(record: place.record, bytes: place.bytes, line: place.line)
      case .text(let at):
        guard let run = facts.run(at: at) else { break }
        return place(ofArena: at, in: run)
      case .value: break
      }
      return Place(record: facts.units.first?.place.record)
    }
  }
}
