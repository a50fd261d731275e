internal import Records
internal import Requests
internal import Values

/// What a plan tells the house: for each record and rule one finding, with the number of parts and the
/// first place.
enum PlanFindings {
  static func of(
    _ draft: RecordDraft, _ facts: Case, _ policy: CategoryPolicy
  ) throws(PacketError) -> [Finding] {
    var findings: [Finding] = []
    let rules = Dictionary(grouping: draft.reasons.keys, by: \.rule)
    let places = try draft.places(of: Set(rules.values.compactMap { $0.map(\.unit).min() }))
    for (rule, reasons) in rules.sorted(by: { $0.key < $1.key }) {
      let units = Set(reasons.map(\.unit)).sorted()
      findings.append(
        .of(
          rule, subject: .record(draft.record.number), at: place(units.first ?? 0, draft, places),
          words(rule, units.count),
          remedy: "nothing to do; the reasons are in the inner manifest", pipeline: facts.pipeline))
    }
    for rule in grounds(draft, facts) {
      findings.append(
        .of(
          rule, subject: .record(draft.record.number), at: Place(record: draft.record.number),
          "material of a specially protected kind has no ground to leave",
          remedy: "withheld; ask for a form that has what the rule names, if it is wanted",
          pipeline: facts.pipeline))
    }
    return findings
  }

  /// The law's own conditions, where material of its kind was withheld (RULES.md §8; 45 CFR 164.508(a)(2)).
  private static func grounds(_ draft: RecordDraft, _ facts: Case) -> [RuleID] {
    let withheld = Set(draft.reasons.keys.compactMap(\.category))
    var rules: [RuleID] = []
    if withheld.contains("PSYTHPN") {
      rules.append(facts.basis == .access ? "access.exclude.psych" : "auth.psych.required")
    }
    if !withheld.isDisjoint(with: ["SUD", "ETHUD", "OPIOIDUD"]), draft.record.listed.part2 != .false {
      switch facts.basis {
      case .courtOrder, .legalProcess: rules.append("part2.legal.civil")
      case .lawEnforcement: rules.append("part2.legal.criminal")
      case .access, .directive, .authorization, .treatment, .payment, .operations, .family, .requiredByLaw,
        .publicHealth, .abuse, .oversight, .decedent, .organ, .research, .threat, .government, .workersComp,
        .hhs,
        .limitedDataSet, .deidentified, nil:
        rules += Part2Consent.shortfalls(facts)
      }
    }
    return rules
  }

  static func weak(_ hits: [CategoryHit], _ draft: RecordDraft, rule: RuleID, _ pipeline: Pipeline?)
    throws(PacketError) -> [Finding]
  {
    guard let first = hits.first else { return [] }
    let subject = Finding.Subject.record(draft.record.number)
    let at = place(first.unit, draft, try draft.places(of: [first.unit]))
    if hits.allSatisfy(\.isTerm) {
      return [
        .of(
          "cat.term-only", subject: subject, at: at,
          "\(hits.count) words may speak of a specially protected matter, and nothing else in the record does",
          remedy: "look at the record, and decide", pipeline: pipeline)
      ]
    }
    return [
      Finding(
        rule, source: PlainText(ours: RuleText.of(rule)?.law ?? ""), .note, lift: .notApplicable,
        subject: subject,
        at: at, "a code may speak of a specially protected matter, and nothing else in the record does",
        remedy: "nothing to do")
    ]
  }

  private static func place(_ unit: Int, _ draft: RecordDraft, _ places: [Int: Place]) -> Place {
    let number = draft.record.number
    guard unit > 0, let place = places[unit] else { return Place(record: number) }
    return Place(record: number, bytes: place.bytes, path: place.path, line: place.line)
  }

  private static func words(_ rule: RuleID, _ count: Int) -> PlainText {
    let parts: PlainText = count == 1 ? "1 part" : "\(count) parts"
    if SiteRule.isID(rule) { return "\(parts) that a site rule names" }
    switch rule {
    case "house.unknown-part":
      return "\(parts) of a kind that the format does not know, or of a drug without a name"
    case "house.opaque-part": return "\(parts) that cannot be searched"
    case "house.follow": return "what repeats withheld matter could not be told from the rest"
    case "auth.scope.records", "auth.scope.future", "minnec.applies", "legal.order-scope", "house.scope":
      return "\(parts) outside of what was asked for or allowed"
    default: return "\(parts) of a specially protected kind"
    }
  }
}
