package import Values

/// How often each line of a pipeline acted: what is never used is wrong, or has no test.
package struct PipelineUse: Sendable {
  /// Where a packet comes from.
  package enum Origin: Sendable { case test, packet }

  /// One line of a pipeline that can act by itself.
  package struct Line: Sendable, Equatable {
    package let pipeline: String
    /// The key and the entry below it, as the file has them.
    package let key: String
    package let entry: String
    /// The rule whose findings tell that it acted.
    package let rule: RuleID
    /// Packets in which it acted.
    package internal(set) var inTests = 0
    package internal(set) var inPackets = 0

    package var isDead: Bool { inTests + inPackets == 0 }
  }

  package private(set) var lines: [Line] = []
  /// Packets that were looked at and that one of the pipelines took.
  package private(set) var packets = 0

  /// Lines that share a rule (two categories of one law) act together; `allowUnknown` and `takes` only let
  /// pass, so that no finding tells of them, and are not here.
  package init(_ pipelines: [Pipeline], _ categories: CategorySet, site: Site) {
    for pipeline in pipelines {
      for name in pipeline.categories {
        add(pipeline, "withhold", name, CategoryPolicy.rule(for: name, categories, site: site.kind))
      }
      for name in pipeline.redact { add(pipeline, "redact", name, "house.redacted") }
      for rule in pipeline.siteRules { add(pipeline, "siteRules", rule.id.description, rule.id) }
      for rule in pipeline.verdicts.keys.sorted() { add(pipeline, "verdicts", rule.description, rule) }
      if !pipeline.documentTypes.isEmpty || !pipeline.resourceTypes.isEmpty {
        add(pipeline, "documentTypes, resourceTypes", "", "minnec.applies")
      }
    }
  }

  private mutating func add(_ pipeline: Pipeline, _ key: String, _ entry: String, _ rule: RuleID) {
    lines.append(Line(pipeline: pipeline.name, key: key, entry: entry, rule: rule))
  }

  /// - Parameter findings: of one packet that the pipeline took.
  package mutating func add(_ findings: [Finding], in pipeline: String, from origin: Origin) {
    let rules = Set(findings.map(\.rule))
    if origin == .packet { packets += 1 }
    for index in lines.indices where lines[index].pipeline == pipeline && rules.contains(lines[index].rule) {
      switch origin {
      case .test: lines[index].inTests += 1
      case .packet: lines[index].inPackets += 1
      }
    }
  }
}
