package import YAML
internal import Requests
internal import Values

/// Reads a pipeline's YAML: a closed set of keys, and every mistake with its file, line and column.
package enum PipelineReader {
  package enum Reading: Sendable {
    case read(Pipeline)
    case refused([YAMLProblem])
  }

  package static func read(_ bytes: [UInt8], name: String, categories known: Set<String>) -> Reading {
    let file: YAMLFile
    do {
      file = try YAMLFile(bytes, name: name)
    } catch {
      return .refused([error])
    }
    var map = YAMLMap(file)
    var problems: [YAMLProblem] = []
    let pipeline = Pipeline(
      name: map.requiredText("name"), title: map.requiredText("title"),
      version: map.number("version", in: 1...1_000_000) ?? 0, bases: bases(&map, &problems),
      requesters: requesters(&map, &problems), purposes: purposes(&map, &problems),
      match: map.choice("match", PatientMatch.Strength.self) ?? .strict,
      documentTypes: scope(&map, "documentTypes"), resourceTypes: scope(&map, "resourceTypes"),
      categories: categories(&map, known, &problems), redact: redact(&map),
      allowUnknown: map.texts("allowUnknown"),
      verdicts: verdicts(&map, &problems))
    for key in ["takes", "version", "withhold"] where !map.has(key) {
      map.report(
        map.line, map.column, "the key \"\(key)\" is missing; nothing leaves because a key is absent")
    }
    problems += map.finish()
    return problems.isEmpty ? .read(pipeline) : .refused(problems.sorted())
  }

  private static func bases(_ map: inout YAMLMap, _ problems: inout [YAMLProblem]) -> [Basis] {
    guard var takes = map.map("takes") else { return [] }
    let bases = takes.choices("bases", Basis.self)
    if bases.isEmpty { takes.report(takes.line, takes.column, "\"bases\" must name at least one basis") }
    _ = takes.value("requesters")
    _ = takes.value("purposes")
    problems += takes.finish()
    return bases
  }

  private static func requesters(_ map: inout YAMLMap, _ problems: inout [YAMLProblem]) -> [RequesterKind] {
    guard var takes = map.map("takes") else { return [] }
    let kinds = takes.choices("requesters", RequesterKind.self)
    problems += takes.problems
    return kinds
  }

  private static func purposes(_ map: inout YAMLMap, _ problems: inout [YAMLProblem]) -> [String] {
    guard var takes = map.map("takes") else { return [] }
    let codes = takes.texts("purposes")
    for code in codes where PurposeOfUse.of(code: code) == nil {
      let near = Nearest.word(to: code, of: PurposeOfUse.all.map { $0.code.description })
      takes.report(
        takes.line, takes.column,
        "unknown purpose \"\(code)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    problems += takes.problems
    return codes
  }

  private static func scope(_ map: inout YAMLMap, _ key: String) -> [String] { map.texts(key) }

  private static func categories(_ map: inout YAMLMap, _ known: Set<String>, _ problems: inout [YAMLProblem])
    -> [String]
  {
    let names = map.texts("withhold")
    for name in names where !known.contains(name) {
      let near = Nearest.word(to: name, of: known.sorted())
      map.report(
        map.line, map.column,
        "unknown category \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    return names
  }

  private static func redact(_ map: inout YAMLMap) -> [String] {
    let names = map.texts("redact")
    for name in names where name != "ssn" {
      map.report(map.line, map.column, "unknown identifier \"\(name)\"; known are: ssn")
    }
    return names
  }

  private static func verdicts(_ map: inout YAMLMap, _ problems: inout [YAMLProblem]) -> [RuleID: Verdict] {
    guard var verdicts = map.map("verdicts") else { return [:] }
    var all: [RuleID: Verdict] = [:]
    for key in verdicts.keys {
      guard let verdict = verdicts.choice(key, Verdict.self) else { continue }
      guard let id = RuleID(checking: key), let row = RuleBook.row(id) else {
        let near = Nearest.word(to: key, of: RuleBook.ids)
        verdicts.report(
          verdicts.line, verdicts.column,
          "unknown rule \"\(key)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        continue
      }
      guard verdict >= row.floor else {
        verdicts.report(
          verdicts.line, verdicts.column, "\"\(key)\" may not be lowered below \(row.floor.rawValue)")
        continue
      }
      all[id] = verdict
    }
    problems += verdicts.finish()
    return all
  }
}
