internal import YAML

/// Reads one category file: a closed set of keys, every mistake with file, line and column.
struct CategoryFileReader {
  private let file: YAMLFile
  private var problems: [YAMLProblem] = []
  /// The ids that sources.yaml has.
  private let sources: Set<String>

  static func read(_ file: YAMLFile, sources: Set<String>, _ problems: inout [YAMLProblem]) -> CategoryFile {
    var reader = CategoryFileReader(file: file, sources: sources)
    let read = reader.read()
    problems += reader.problems
    return read
  }

  private init(file: YAMLFile, sources: Set<String>) { (self.file, self.sources) = (file, sources) }

  private mutating func read() -> CategoryFile {
    var map = YAMLMap(file)
    let category = category(&map)
    var read = CategoryFile(category: category, codes: [], lists: [], terms: [], patterns: [])
    if var codes = map.map("codes") {
      for terminology in Terminology.allCases {
        guard var one = codes.map(terminology.rawValue) else { continue }
        for entry in one.maps("key") { key(entry, terminology, into: &read) }
        for entry in one.maps("lists") { list(entry, terminology, into: &read) }
        problems += one.finish()
      }
      problems += codes.finish()
    }
    if var terms = map.map("terms") {
      for pattern in terms.maps("patterns") { self.pattern(pattern, into: &read) }
      for group in Self.groups {
        for entry in terms.maps(group) { term(entry, into: &read) }
      }
      problems += terms.finish()
    }
    problems += map.finish()
    return read
  }

  private static let groups = [
    "diagnoses", "drugs", "labs", "instruments", "abbreviations", "groups", "slang", "titles", "phrases",
    "programs",
  ]

  private mutating func category(_ map: inout YAMLMap) -> Category {
    let name = map.requiredText("category")
    var labels: [String] = []
    if var label = map.map("label") {
      _ = label.requiredText("system")
      _ = label.text("display")
      labels.append(label.requiredText("code"))
      problems += label.finish()
    } else {
      map.report(map.line, map.column, "the key \"label\" is missing")
    }
    // For people: what else the file says of its category.
    for key in ["applies"] { _ = map.text(key) }
    for key in ["groups", "holdOn"] { _ = map.texts(key) }
    for key in ["default", "confidentiality", "releasedBy"] where !map.has(key) {
      map.report(map.line, map.column, "the key \"\(key)\" is missing")
    }
    return Category(
      name: name, title: map.requiredText("title"), version: map.number("version", in: 1...1_000_000) ?? 0,
      law: map.texts("law"), labels: labels + map.texts("alsoLabels"), includes: map.texts("includes"),
      partOf: map.text("partOf"), default: map.choice("default", Category.Default.self) ?? .withhold,
      confidentiality: map.choice("confidentiality", Category.Confidentiality.self) ?? .veryRestricted,
      releasedBy: map.texts("releasedBy"), needsOwnAuthorization: map.flag("needsOwnAuthorization") ?? false)
  }

  private mutating func certainty(_ map: inout YAMLMap) -> Certainty {
    if !map.has("certainty") { map.report(map.line, map.column, "the key \"certainty\" is missing") }
    return map.choice("certainty", Certainty.self) ?? .certain
  }

  private mutating func confirmation(_ map: inout YAMLMap) -> (isConfirmed: Bool, source: String) {
    if !map.has("confirmed") { map.report(map.line, map.column, "the key \"confirmed\" is missing") }
    let source = map.requiredText("source")
    // `ecqm:2.16.840…` names a value set of ecqm; `a+b` names two sources.
    for part in source.split(separator: "+") {
      let id = String(part.prefix { $0 != ":" })
      if !sources.contains(id) { map.report(map.line, map.column, "sources.yaml has no source \"\(id)\"") }
    }
    return (map.flag("confirmed") ?? false, source)
  }

  private mutating func key(_ entry: YAMLMap, _ terminology: Terminology, into read: inout CategoryFile) {
    var map = entry
    let code = map.text("code")
    let from = map.text("from")
    let to = map.text("to")
    let isCode = code != nil && from == nil && to == nil
    if !isCode, code != nil || from == nil || to == nil {
      map.report(map.line, map.column, "an entry has either \"code\", or \"from\" and \"to\"")
    }
    let lower = CodeText.compared(CodeText.plain(code ?? from ?? ""), in: terminology)
    let upper = CodeText.compared(CodeText.plain(code ?? to ?? ""), in: terminology)
    if upper.lexicographicallyPrecedes(lower) {
      map.report(map.line, map.column, "\"to\" lies before \"from\"")
    }
    for code in [code, from, to].compactMap({ $0 }) { check(code, terminology, &map) }
    _ = map.text("note")
    let (isConfirmed, source) = confirmation(&map)
    read.codes.append(
      CategoryFile.CodeEntry(
        terminology: terminology, from: code ?? from ?? "", to: code ?? to ?? "", isRange: !isCode,
        excluded: map.texts("exclude"), weakIfSixth: map.texts("weakIfSixth"),
        words: map.requiredText("what"),
        certainty: certainty(&map), isConfirmed: isConfirmed, source: source))
    problems += map.finish()
  }

  /// A spreadsheet's 2.88781E+14 is no code.
  private func check(_ code: String, _ terminology: Terminology, _ map: inout YAMLMap) {
    if !CodeText.isWellFormed(CodeText.plain(code), in: terminology) {
      map.report(map.line, map.column, "\"\(code)\" is not a code of \(terminology.rawValue)")
    }
  }

  private mutating func list(_ entry: YAMLMap, _ terminology: Terminology, into read: inout CategoryFile) {
    var map = entry
    let title = map.requiredText("title")
    _ = map.text("note")
    let codes = map.texts("codes")
    if map.number("count", in: 1...1_000_000) != codes.count {
      map.report(map.line, map.column, "\"count\" is not the number of \"codes\", which is \(codes.count)")
    }
    for code in codes { check(code, terminology, &map) }
    let (isConfirmed, source) = confirmation(&map)
    read.lists.append(
      CategoryFile.CodeList(
        terminology: terminology, codes: codes, title: title, certainty: certainty(&map),
        isConfirmed: isConfirmed, source: source))
    problems += map.finish()
  }

  private enum Case: String, CaseIterable { case exact }
  private enum Acts: String, CaseIterable { case near }

  private mutating func term(_ entry: YAMLMap, into read: inout CategoryFile) {
    var map = entry
    let spellings = [map.requiredText("term")] + map.texts("brands")
    let isExact = map.choice("case", Case.self) != nil
    let ambiguity = map.text("ambiguous")
    let actsNear = map.choice("acts", Acts.self) != nil
    if actsNear, ambiguity == nil {
      map.report(map.line, map.column, "a term that acts only near another sign says in \"ambiguous\" why")
    }
    _ = map.text("note")
    for spelling in spellings {
      let symbols = TextFolding.symbols(of: spelling)
      let words = symbols.count { $0 == TextFolding.space } + 1
      if symbols.count < 2 || words > TermAutomaton.wordLimit {
        map.report(
          map.line, map.column,
          "\"\(spelling)\" must have two letters at least, and \(TermAutomaton.wordLimit) words at most")
      }
    }
    let stated = certainty(&map)
    read.terms.append(
      CategoryFile.Term(
        spellings: spellings, expansion: map.text("expands"), ambiguity: ambiguity,
        certainty: ambiguity == nil ? stated : .weak,
        isExact: isExact, actsNear: actsNear))
    problems += map.finish()
  }

  private mutating func pattern(_ entry: YAMLMap, into read: inout CategoryFile) {
    var map = entry
    let text = map.requiredText("pattern")
    do {
      read.patterns.append(try SpelledPattern(text))
    } catch {
      map.report(map.line, map.column, "the pattern cannot be used: \(error.problem)")
    }
    problems += map.finish()
  }
}
