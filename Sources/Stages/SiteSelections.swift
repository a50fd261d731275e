internal import Policy
internal import Records
internal import Values

/// What the pipeline's site rules name in each record, beside the facts that every rule looks at.
enum SiteSelections {
  /// A record in which a rule cannot be followed surely is held, and plans as if nobody had looked.
  ///
  /// - Throws: with outcome `retry`.
  static func added(to facts: Case, _ packet: inout Packet) throws(PacketError) -> Case {
    let rules = facts.pipeline?.siteRules ?? []
    guard !rules.isEmpty else { return facts }
    let answers = Parallel.map(packet.records) { record in Self.selected(rules, in: record.read) }
    var selected: [Int: [RuleID: Selection]] = [:]
    for (record, answer) in zip(packet.records, answers) {
      do throws(PacketError) {
        selected[record.number] = try answer.get()
      } catch  where error.outcome == .retry {
        throw error
      } catch {
        packet.findings.append(.unreadable(error, record: record.number))
      }
    }
    return Case(
      request: facts.request,
      records: facts.records.map { record in
        RecordCase(
          number: record.number, listed: record.listed, facts: record.facts, parts: record.parts,
          selected: selected[record.number] ?? [:])
      },
      papers: facts.papers, house: facts.house, basis: facts.basis, pipeline: facts.pipeline)
  }

  private static func selected(
    _ rules: [SiteRule], in read: (any ReadRecord)?
  ) -> Result<[RuleID: Selection], PacketError> {
    Result { () throws(PacketError) in
      var all: [RuleID: Selection] = [:]
      guard let read else { return all }
      let own = rules.filter { $0.selector.applies(to: read.facts.format) }
      guard !own.isEmpty else { return all }
      let selections = try read.selected(by: own.map { SelectorUse($0.selector, $0.action, rule: $0.id) })
      for (rule, selection) in zip(own, selections) { all[rule.id] = selection }
      return all
    }
  }
}
