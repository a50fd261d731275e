/// What the category files say of codes: single ones by hash, ranges by binary search.
struct CodeTable: Sendable {
  /// One statement of a category file on a code or a range.
  struct Entry: Sendable {
    var category: Int
    var certainty: Certainty
    var isConfirmed: Bool
    /// Entries and terms that mean the same thing share it: one sign, not two.
    var concept: Int
    var weakIfSixth: [UInt8] = []
    var excluded: [[UInt8]] = []
    /// Which statement of the files it is, by its place among all of them (``CategorySet/statements``).
    var statement = 0
  }
  /// A range, inclusive and by prefix: `F10` to `F16` holds all from F10 to whatever begins with F16.
  struct Range: Sendable {
    var from: [UInt8]
    var to: [UInt8]
    var entry: Entry
  }

  private var single: [Terminology: [[UInt8]: [Entry]]] = [:]
  private var ranges: [Terminology: Intervals] = [:]

  init(singles: [(Terminology, [UInt8], Entry)], ranges all: [(Terminology, Range)]) {
    for (terminology, code, entry) in singles {
      single[terminology, default: [:]][code, default: []].append(entry)
    }
    for terminology in Terminology.allCases {
      let own = all.filter { $0.0 == terminology }.map(\.1)
      if !own.isEmpty { ranges[terminology] = Intervals(own) }
    }
  }

  /// All that is said of a code; its certainty may be lowered by its sixth character.
  ///
  /// - Parameter system: as the record names it; without one, or with one that nobody knows, the code is looked up
  ///   wherever its shape fits.
  func entries(system: String?, code text: String) -> [Entry] {
    let plain = CodeText.plain(text)
    guard !plain.isEmpty, plain.count <= 200 else { return [] }
    var terminologies = system.flatMap(Terminology.named) ?? Terminology.shaped(like: plain)
    // A code that its system cannot have (B20 under SNOMED CT's OID) is somebody's mistake in the system.
    if !terminologies.isEmpty, !terminologies.contains(where: { CodeText.isWellFormed(plain, in: $0) }) {
      terminologies += Terminology.shaped(like: plain).filter { !terminologies.contains($0) }
    }
    if system != nil { terminologies += ICDForm.others(plain, besides: terminologies) }
    var found: [Entry] = []
    for terminology in terminologies {
      if terminology == .snomed {
        for concept in CodeText.concepts(plain) { found += entries(concept, in: terminology) }
      } else {
        found += entries(CodeText.compared(plain, in: terminology), in: terminology)
      }
    }
    return Self.strongest(found)
  }

  /// All that is said of a code in one terminology, by every list that has it.
  func statements(of text: String, in terminology: Terminology) -> [Entry] {
    let plain = CodeText.plain(text)
    guard !plain.isEmpty, plain.count <= 200, CodeText.isWellFormed(plain, in: terminology) else { return [] }
    return entries(CodeText.compared(plain, in: terminology), in: terminology)
  }

  /// Several lists may have one code: for each category it is one sign, the surest.
  private static func strongest(_ entries: [Entry]) -> [Entry] {
    guard entries.count > 1 else { return entries }
    var kept: [Entry] = []
    for entry in entries {
      if let index = kept.firstIndex(where: { $0.category == entry.category }) {
        if kept[index].certainty < entry.certainty { kept[index] = entry }
      } else {
        kept.append(entry)
      }
    }
    return kept
  }

  /// Looks up a label whatever its system: a label that is believed wrongly withholds too much, not too
  /// little.
  func labels(_ text: String) -> [Entry] { Self.strongest(entries(CodeText.plain(text), in: .labels)) }

  private func entries(_ code: [UInt8], in terminology: Terminology) -> [Entry] {
    var found = single[terminology]?[code] ?? []
    if let intervals = ranges[terminology] {
      found += intervals.entries(at: code)
    }
    if terminology == .loinc { found += single[.loincDocuments]?[code] ?? [] }
    return found.compactMap { entry in
      if entry.excluded.contains(where: code.starts(with:)) { return nil }
      guard code.count >= 6, entry.weakIfSixth.contains(code[5]) else { return entry }
      var weak = entry
      weak.certainty = .weak
      return weak
    }
  }

  /// Overlapping ranges cut at every bound, so that one binary search finds all that hold a code.
  private struct Intervals: Sendable {
    private var bounds: [[UInt8]] = []
    private var holding: [[Entry]] = []

    init(_ ranges: [Range]) {
      // Beyond whatever begins with `to`: no code holds a byte above 0x7F.
      let spans = ranges.map { (lower: $0.from, upper: $0.to + [0x80], entry: $0.entry) }
      bounds = Set(spans.flatMap { [$0.lower, $0.upper] }).sorted { $0.lexicographicallyPrecedes($1) }
      holding = bounds.map { bound in
        spans.filter { span in
          !bound.lexicographicallyPrecedes(span.lower) && bound.lexicographicallyPrecedes(span.upper)
        }.map(\.entry)
      }
    }

    func entries(at code: [UInt8]) -> [Entry] {
      var low = 0
      var high = bounds.count
      while low < high {
        let middle = low + (high - low) / 2
        if code.lexicographicallyPrecedes(bounds[middle]) { high = middle } else { low = middle + 1 }
      }
      return low == 0 ? [] : holding[low - 1]
    }
  }
}
