internal import Requests
internal import Values
package import YAML

/// Reads a pipeline's YAML: a closed set of keys, and every mistake with its file, line and column.
package enum PipelineReader {
  package enum Reading: Sendable {
    case read(Pipeline)
    case refused([YAMLProblem])
  }

  package static func read(_ bytes: [UInt8], name: String, categories: Set<String>) -> Reading {
    let file: YAMLFile
    do {
      file = try YAMLFile(bytes, name: name)
    } catch {
      return .refused([error])
    }
    var map = YAMLMap(file)
    for key in ["takes", "version", "withhold"] where !map.has(key) {
      map.report(
        map.line, map.column, "the key \"\(key)\" is missing; nothing leaves because a key is absent")
    }
    let takes = takes(&map)
    let allowUnknown = map.texts("allowUnknown")
    let pipeline = Pipeline(
      name: map.requiredText("name"), title: map.requiredText("title"),
      version: map.number("version", in: 1...1_000_000) ?? 0, bases: takes.bases,
      requesters: takes.requesters, purposes: takes.purposes,
      match: map.choice("match", PatientMatch.Strength.self) ?? .strict,
      documentTypes: documentTypes(&map), resourceTypes: map.texts("resourceTypes"),
      categories: known(&map, "withhold", categories.sorted(), what: "category"),
      redact: known(&map, "redact", RedactionKind.allCases.map(\.rawValue), what: "identifier"),
      allowUnknown: allowUnknown, verdicts: verdicts(&map),
      siteRules: SiteRuleReader.read(&map, bases: takes.bases, allowed: allowUnknown))
    let problems = map.finish()
    return problems.isEmpty ? .read(pipeline) : .refused(Set(problems).sorted())
  }

  private struct Takes {
    var bases: [Basis] = []
    var requesters: [RequesterKind] = []
    var purposes: [String] = []
  }

  private static func takes(_ map: inout YAMLMap) -> Takes {
    guard var takes = map.map("takes") else { return Takes() }
    var all = Takes()
    all.bases = takes.choices("bases", Basis.self)
    if takes.texts("bases").isEmpty {
      takes.report(takes.line, takes.column, "\"bases\" must name at least one basis")
    }
    all.requesters = takes.choices("requesters", RequesterKind.self)
    let codes = PurposeOfUse.all.map { $0.code.description }
    all.purposes = known(&takes, "purposes", codes, what: "purpose")
    // An empty list would mean "any" where its writer meant "none".
    for key in ["requesters", "purposes"] {
      if let value = takes.value(key), case .list(let items) = value.content, items.isEmpty {
        takes.report(value.line, value.column, "\"\(key)\" is empty: leave it out to take any")
      }
    }
    map.take(takes.finish())
    return all
  }

  /// A list of words out of a closed set.
  private static func known(_ map: inout YAMLMap, _ key: String, _ words: [String], what: String) -> [String]
  {
    let texts = map.texts(key)
    for (text, place) in zip(texts, places(&map, key)) where !words.contains(text) {
      let near = Nearest.word(to: text, of: words)
      map.report(
        place.line, place.column,
        "unknown \(what) \"\(text)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    return texts
  }

  private static func places(_ map: inout YAMLMap, _ key: String) -> [(line: Int, column: Int)] {
    guard let value = map.value(key), case .list(let items) = value.content else { return [] }
    return items.filter { if case .text = $0.content { true } else { false } }.map { ($0.line, $0.column) }
  }

  /// LOINC numbers end in a hyphen and one check digit.
  private static func documentTypes(_ map: inout YAMLMap) -> [String] {
    let codes = map.texts("documentTypes")
    for (code, place) in zip(codes, places(&map, "documentTypes")) {
      let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let areDigits = parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
      if parts.count != 2 || !areDigits || parts.last?.count != 1 {
        map.report(place.line, place.column, "\"\(code)\" is not a LOINC number, such as 34133-9")
      }
    }
    return codes
  }

  private static func verdicts(_ map: inout YAMLMap) -> [RuleID: Verdict] {
    guard var verdicts = map.map("verdicts") else { return [:] }
    var all: [RuleID: Verdict] = [:]
    for key in verdicts.keys {
      let verdict = verdicts.choice(key, Verdict.self)
      let value = verdicts.value(key)
      let (line, column) = (value?.line ?? verdicts.line, value?.column ?? verdicts.column)
      guard let id = RuleID(checking: key), let row = RuleBook.row(id) else {
        let near = Nearest.word(to: key, of: RuleBook.ids)
        verdicts.report(
          line, column, "unknown rule \"\(key)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        continue
      }
      guard let verdict else { continue }
      guard verdict >= row.floor else {
        verdicts.report(line, column, "\"\(key)\" may not be lowered below \(row.floor.rawValue)")
        continue
      }
      all[id] = verdict
    }
    map.take(verdicts.finish())
    return all
  }
}
