internal import Records
internal import Values
internal import YAML

/// Reads a pipeline's `siteRules`; what could never match is a mistake like a misspelt key.
enum SiteRuleReader {
  /// - Parameters:
  ///   - bases: what the pipeline takes.
  ///   - allowed: its `allowUnknown`.
  static func read(_ map: inout YAMLMap, bases: [Basis], allowed: [String]) -> [SiteRule] {
    var rules: [SiteRule] = []
    for var item in map.maps("siteRules") {
      if let rule = rule(&item, allowed: Set(allowed)) {
        if rules.contains(where: { $0.id == rule.id }) {
          item.report(item.line, item.column, "two site rules are called \"\(rule.id)\"")
        }
        rules.append(rule)
      }
      map.take(item.finish())
    }
    if let value = map.value("siteRules") {
      if case .list(let items) = value.content, items.isEmpty {
        map.report(value.line, value.column, "\"siteRules\" is empty: leave it out")
      }
      if bases.contains(.access) {
        map.report(
          value.line, value.column,
          "the patient's own access is cut by no rule of the site (45 CFR 164.524(a)(1)); take access in a "
            + "pipeline without \"siteRules\"")
      }
    }
    return rules
  }

  private static func rule(_ map: inout YAMLMap, allowed: Set<String>) -> SiteRule? {
    let id = id(&map)
    let source = map.requiredText("why")
    let format = required("in", Selector.Format.self, &map)
    let action = required("do", SelectorAction.self, &map)
    let path = map.requiredText("path")
    guard let format, let action, !path.isEmpty else { return nil }
    do throws(SelectorProblem) {
      let selector = try Selector(path, for: format, action: action, allowed: allowed)
      guard let id, !source.isEmpty else { return nil }
      return SiteRule(id: id, source: source, selector: selector, action: action)
    } catch {
      let (line, column) = place(of: error, &map)
      map.report(line, column, "\"path\", column \(error.column): \(error.message)")
      return nil
    }
  }

  private static func id(_ map: inout YAMLMap) -> RuleID? {
    let text = map.requiredText("id")
    if let id = RuleID(checking: text), SiteRule.isID(id) { return id }
    if !text.isEmpty, let value = map.value("id") {
      map.report(
        value.line, value.column,
        "\"id\" is \(SiteRule.prefix) and words in kebab-case, such as site.no-photos")
    }
    return nil
  }

  private static func required<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type, _ map: inout YAMLMap
  ) -> Choice? {
    if !map.has(key) { map.report(map.line, map.column, "the key \"\(key)\" is missing") }
    return map.choice(key, type)
  }

  /// In the file; of a text in quotes or over several lines, where that begins.
  private static func place(of problem: SelectorProblem, _ map: inout YAMLMap) -> (line: Int, column: Int) {
    guard let value = map.value("path") else { return (map.line, map.column) }
    guard case .text(_, isPlain: true) = value.content else { return (value.line, value.column) }
    return (value.line, value.column + problem.column - 1)
  }
}
