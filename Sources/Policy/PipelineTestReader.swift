internal import Values
package import YAML

/// Reads `<pipeline>.tests.yaml`: a closed set of keys, and every mistake with its file, line and column. A
/// test that would pass without looking at anything is a mistake too.
package enum PipelineTestReader {
  package enum Reading: Sendable {
    case read([PipelineTest])
    case refused([YAMLProblem])
  }

  package static func read(_ bytes: [UInt8], name: String) -> Reading {
    let file: YAMLFile
    do {
      file = try YAMLFile(bytes, name: name)
    } catch {
      return .refused([error])
    }
    var map = YAMLMap(file)
    let items = map.maps("tests")
    if items.isEmpty { map.report(map.line, map.column, "\"tests\" must list at least one test") }
    var tests: [PipelineTest] = []
    for var item in items {
      if let test = test(&item) { tests.append(test) }
      map.take(item.finish())
    }
    let titles = tests.map(\.title)
    for test in tests where titles.filter({ $0 == test.title }).count > 1 {
      map.report(test.line, 1, "two tests are called \"\(test.title)\"")
    }
    let problems = map.finish()
    return problems.isEmpty ? .read(tests) : .refused(Set(problems).sorted())
  }

  private static func test(_ map: inout YAMLMap) -> PipelineTest? {
    let title = map.requiredText("title")
    let packet = packet(&map)
    let day = day(&map)
    guard var expect = map.map("expect") else {
      map.report(map.line, map.column, "the key \"expect\" is missing")
      return nil
    }
    let outcome = expect.choice("outcome", PipelineTest.Outcome.self)
    if !expect.has("outcome") {
      expect.report(expect.line, expect.column, "the key \"outcome\" is missing")
    }
    let rules = rules(&expect)
    let withheld = withheld(&expect)
    let whole = numbers(&expect, "wholeRecordsWithheld")
    let recipient = expect.text("recipient")
    let absent = expect.texts("absent")
    let present = expect.texts("present")
    switch outcome {
    case .released:
      if recipient == nil || present.isEmpty {
        expect.report(
          expect.line, expect.column, "a release needs its \"recipient\", and in \"present\" what leaves")
      }
      if !withheld.isEmpty || !whole.isEmpty, absent.isEmpty {
        expect.report(
          expect.line, expect.column, "what is withheld needs in \"absent\" what may not be found")
      }
    case .held, .rejected:
      if rules.isEmpty {
        expect.report(expect.line, expect.column, "\"rules\" must name at least one rule that says so")
      }
      for key in ["recipient", "present", "absent", "withheld", "wholeRecordsWithheld"] {
        guard let value = expect.value(key) else { continue }
        expect.report(value.line, value.column, "\"\(key)\" is for what is released")
      }
    case nil: break
    }
    if let empty = (absent + present).first(where: \.isEmpty) {
      expect.report(expect.line, expect.column, "an empty text \"\(empty)\" is found everywhere")
    }
    let line = map.line
    map.take(expect.finish())
    guard let outcome, let day else { return nil }
    return PipelineTest(
      title: title, packet: packet, day: day, outcome: outcome, rules: rules, withheld: withheld,
      wholeRecordsWithheld: whole, recipient: recipient, absent: absent, present: present, line: line)
  }

  /// A relative path: a test never reaches for a file by its place on one machine.
  private static func packet(_ map: inout YAMLMap) -> String {
    let path = map.requiredText("packet")
    if path.hasPrefix("/") || path.utf8.contains(0), let value = map.value("packet") {
      map.report(value.line, value.column, "\"packet\" must be a path from this file's folder")
    }
    return path
  }

  private static func day(_ map: inout YAMLMap) -> Day? {
    let text = map.requiredText("day")
    if let day = Day(text) { return day }
    if let value = map.value("day") {
      map.report(value.line, value.column, "\"day\" must be a day such as 2026-03-02")
    }
    return nil
  }

  private static func rules(_ map: inout YAMLMap) -> [RuleID] {
    guard let value = map.value("rules") else { return [] }
    let places: [YAMLValue] = if case .list(let items) = value.content { items } else { [] }
    return zip(map.texts("rules"), places).compactMap { text, place in
      if let id = RuleID(checking: text), RuleBook.row(id) != nil || SiteRule.isID(id) { return id }
      let near = Nearest.word(to: text, of: RuleBook.ids)
      map.report(
        place.line, place.column,
        "unknown rule \"\(text)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      return nil
    }
  }

  private static func withheld(_ map: inout YAMLMap) -> [PipelineTest.Withheld] {
    var all: [PipelineTest.Withheld] = []
    for var item in map.maps("withheld") {
      let record = item.number("record", in: 1...1_000_000)
      let rules = rules(&item)
      if record == nil || rules.isEmpty {
        item.report(item.line, item.column, "an item of \"withheld\" needs a \"record\" and its \"rules\"")
      }
      map.take(item.finish())
      if let record { all.append(PipelineTest.Withheld(record: record, rules: rules)) }
    }
    return all
  }

  private static func numbers(_ map: inout YAMLMap, _ key: String) -> [Int] {
    map.texts(key).compactMap { text in
      if let number = Int(text), number > 0 { return number }
      if let value = map.value(key) {
        map.report(value.line, value.column, "\"\(key)\" must list numbers of records, from 1")
      }
      return nil
    }
  }
}
