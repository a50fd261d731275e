import Records
import Values

/// What holds of every record that can be read, whatever is cut from it.
enum CutInvariants {
  /// - Parameter mayHold: what is left need not read again as the same format: then the release holds.
  static func check(
    _ bytes: [UInt8], mayHold: Bool = false, read: ([UInt8]) throws(PacketError) -> any ReadRecord
  ) {
    let record: any ReadRecord
    do throws(PacketError) { record = try read(bytes) } catch { return }
    checkFacts(record.facts)
    var choice = InputChoice(bytes)
    checkCut(Cut(), of: record, read)
    for _ in 0..<2 {
      let (units, redactions) = (choice.number(below: 4), choice.number(below: 4))
      checkCut(choice.cut(record.facts, units: units, redactions: redactions), of: record, read)
    }
    func checkCut(
      _ cut: Cut, of record: any ReadRecord, _ read: ([UInt8]) throws(PacketError) -> any ReadRecord
    ) {
      let edited: EditedRecord
      do throws(PacketError) { edited = try record.cutting(cut) } catch {
        hold(!blamesUs(error), "a cut that names real parts is never called a bug")
        hold(!cut.isEmpty, "an empty cut is never refused")
        return
      }
      if cut.isEmpty {
        hold(edited.bytes == bytes && !edited.isEmpty, "an empty cut gives the same bytes")
        return
      }
      guard !mayHold else {
        do throws(PacketError) {
          let facts = try RecordReader.cut(record, cut, number: 1, limits: .standard).facts
          if let facts { checkFacts(facts) }
        } catch {}
        return
      }
      check(edited, cut, of: record.facts, read)
    }
  }

  /// The record is empty, or reads again as what it was; what was redacted is a cut that changes no units.
  private static func check(
    _ edited: EditedRecord, _ cut: Cut, of facts: RecordFacts,
    _ read: ([UInt8]) throws(PacketError) -> any ReadRecord
  ) {
    for unit in edited.alsoWithheld {
      hold(facts.units.indices.contains(unit), "what also went is a part of the record")
    }
    if edited.isEmpty {
      hold(edited.bytes.isEmpty, "an empty record has no bytes")
      return
    }
    do throws(PacketError) {
      let again = try read(edited.bytes)
      checkFacts(again.facts)
      hold(again.facts.format == facts.format, "a cut record is of the same format")
      hold(
        try again.cutting(Cut()).bytes == edited.bytes, "an empty cut of a cut record gives the same bytes")
    } catch {
      fatalError("broken: a cut record reads again: \(error.rule)")
    }
  }

  static func checkFacts(_ facts: RecordFacts) {
    hold(!facts.units.isEmpty, "a record that was read has a unit 0")
    for (index, unit) in facts.units.enumerated() {
      hold(index == 0 ? unit.parent == nil : unit.parent != nil, "unit 0 alone has no parent")
      if let parent = unit.parent { hold(parent >= 0 && parent < index, "a parent stands before its parts") }
    }
    var end = 0
    for run in facts.runs {
      hold(facts.units.indices.contains(run.unit), "a run is of a unit")
      hold(run.range.lowerBound >= end && run.range.upperBound <= facts.arena.count, "runs lie in order")
      hold(!facts.arena[run.range].contains(0), "no run holds a NUL")
      hold(
        run.range.isEmpty || facts.arena[run.range.lowerBound] & 0xC0 != 0x80, "a run begins with a character"
      )
      end = run.range.upperBound
    }
    for identity in facts.identities {
      hold(facts.units.indices.contains(identity.unit), "an identity is of a unit")
    }
  }

  static func blamesUs(_ error: PacketError) -> Bool { "\(error.remedy)".contains("report this as a bug") }
}
