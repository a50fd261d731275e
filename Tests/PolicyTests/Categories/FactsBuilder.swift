import Records
import Values

/// Makes a record's facts by hand: units with codes and text, in document order.
struct FactsBuilder {
  private(set) var facts: RecordFacts

  init(_ format: RecordFormat = .fhirJSON) {
    facts = RecordFacts(format: format, byteCount: 1)
    facts.units = [RecordUnit(.record, parent: nil, place: Place(), isRemovable: false)]
  }

  @discardableResult
  mutating func unit(
    _ kind: RecordUnit.Kind = .entry, in parent: Int = 0, type: String? = nil, isKnown: Bool = true,
    isRemovable: Bool = true, codes: [Code] = [], labels: [String] = [], days: [Day] = [], _ words: String...
  ) -> Int {
    var unit = RecordUnit(
      kind, parent: parent, place: Place(path: "part \(facts.units.count)"), type: type, isKnown: isKnown,
      isRemovable: isRemovable)
    (unit.codes, unit.days) = (codes, days.map { $0...$0 })
    unit.labels = labels.map { Code(system: nil, code: $0) }
    facts.units.append(unit)
    let number = facts.units.count - 1
    for code in codes {
      if let name = code.display?.reveal(.match) { run(name, unit: number) }
    }
    for text in words { run(text, unit: number) }
    return number
  }

  mutating func run(_ text: String, _ kind: TextRun.Kind = .words, unit: Int) {
    let start = facts.arena.count
    facts.arena += Array(text.utf8)
    facts.runs.append(TextRun(unit: unit, kind: kind, range: start..<facts.arena.count))
    facts.arena.append(0)
  }

  mutating func change(_ body: (inout RecordFacts) -> Void) { body(&facts) }

  static func text(_ words: String, _ kind: TextRun.Kind = .words) -> RecordFacts {
    var builder = FactsBuilder(.text)
    let unit = builder.unit(.paragraph)
    builder.run(words, kind, unit: unit)
    return builder.facts
  }
}

extension Code {
  static func icd10(_ code: String, _ name: String? = nil) -> Code {
    Code(system: "2.16.840.1.113883.6.90", code: code, display: name)
  }
  static func loinc(_ code: String, _ name: String? = nil) -> Code {
    Code(system: "http://loinc.org", code: code, display: name)
  }
  static func snomed(_ code: String, _ name: String? = nil) -> Code {
    Code(system: "http://snomed.info/sct", code: code, display: name)
  }
}
