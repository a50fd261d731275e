internal import Records
internal import Requests
internal import Values

/// What lies outside of what was asked for, authorized or ordered, and outside of the pipeline's set (45
/// CFR 164.502(b), 164.508(a)(1), 164.512(e)(1)(i)).
struct ReleaseScope: Sendable {
  /// One bound, and the rule that draws it.
  private struct Bound: Sendable {
    var rule: RuleID
    var from: Day?
    var to: Day?
    var documentTypes: Set<String> = []
    var resourceTypes: Set<String> = []
    /// A record that does not say its date or kind is shown to a person.
    var asksForFacts = true
    /// A pipeline's empty list stands for any; in a request or an order that names kinds, what is not named
    /// was not asked for.
    var isEmptyAny = false

    var hasPeriod: Bool { from != nil || to != nil }
    var hasTypes: Bool { !documentTypes.isEmpty || !resourceTypes.isEmpty }
    func holds(_ day: Day) -> Bool { meets(day...day) }
    func meets(_ days: ClosedRange<Day>) -> Bool {
      (from.map { $0 <= days.upperBound } ?? true) && (to.map { days.lowerBound <= $0 } ?? true)
    }
  }

  enum Judgement: Equatable {
    case outside(unit: Int, RuleID)
    /// The record does not say enough; it is about dates, or else about kinds.
    case unsaid(isDate: Bool)
  }

  private let bounds: [Bound]

  init(_ facts: Case) {
    var bounds: [Bound] = []
    func add(_ scope: Scope?, _ rule: RuleID) {
      guard let scope else { return }
      bounds.append(
        Bound(
          rule: rule, from: scope.period?.from, to: scope.period?.to, documentTypes: Set(scope.documentTypes),
          resourceTypes: Set(scope.resourceTypes)))
    }
    add(facts.request.scope, Self.rule(for: facts.basis))
    if facts.basis == .courtOrder || facts.basis == .legalProcess {
      add(facts.request.legal?.covers?.scope, "legal.order-scope")
    }
    if let pipeline = facts.pipeline, facts.basis != .access {
      bounds.append(
        Bound(
          rule: facts.basis?.needsMinimum == true ? "minnec.applies" : "house.scope",
          documentTypes: Set(pipeline.documentTypes), resourceTypes: Set(pipeline.resourceTypes),
          isEmptyAny: true))
    }
    if let later = Self.afterSigning(facts) { bounds.append(later) }
    self.bounds = bounds.filter { $0.hasPeriod || $0.hasTypes }
  }

  private static func rule(for basis: Basis?) -> RuleID {
    guard let basis else { return "house.scope" }
    if basis == .authorization { return "auth.scope.records" }
    if basis == .courtOrder || basis == .legalProcess { return "legal.order-scope" }
    return basis.needsMinimum ? "minnec.applies" : "house.scope"
  }

  /// Records made after signing need wording that covers them, where the pipeline has not lowered the rule.
  private static func afterSigning(_ facts: Case) -> Bound? {
    let verdict = facts.pipeline?.verdicts["auth.scope.future"] ?? .withhold
    guard facts.basis == .authorization, verdict >= .withhold,
      let signed = facts.request.authorization?.signed?.on
    else { return nil }
    let coversLater =
      facts.request.authorization?.description.map { words in
        words.reveal(.match) { text in
          let folded = String(decoding: CodeText.plain(text), as: UTF8.self)
          return ["FUTURE", "LATER", "ONGOING", "SUBSEQUENT", "AFTER", "UNTIL"].contains {
            folded.contains($0)
          }
        }
      } ?? false
    return coversLater ? nil : Bound(rule: "auth.scope.future", to: signed, asksForFacts: false)
  }

  func judge(_ record: RecordCase, _ facts: RecordFacts) -> [Judgement] {
    var found: [Judgement] = []
    for bound in bounds {
      if bound.hasTypes { kinds(bound, record, facts, &found) }
      if bound.hasPeriod { dates(bound, record, facts, &found) }
    }
    return found
  }

  /// A document stays by its type, a FHIR record by the types of its resources; the two lists are two ways
  /// in.
  private func kinds(_ bound: Bound, _ record: RecordCase, _ facts: RecordFacts, _ found: inout [Judgement]) {
    let types =
      facts.documentTypes.map { $0.code.reveal(.match) } + [record.listed.documentType].compactMap { $0 }
    if types.contains(where: bound.documentTypes.contains) { return }
    switch facts.format {
    case .fhirJSON, .fhirXML, .fhirNDJSON:
      if bound.resourceTypes.isEmpty {
        if bound.isEmptyAny { return }
        found.append(.outside(unit: 0, bound.rule))
        return
      }
      // The patient's own resource says whose record it is, and a Bundle only holds.
      let kept = bound.resourceTypes.union(["Patient", "Bundle"])
      for (number, unit) in facts.units.enumerated() where isResource(unit) {
        if !(unit.type.map(kept.contains) ?? false) { found.append(.outside(unit: number, bound.rule)) }
      }
    case .cda, .hl7v2, .text, .unknownXML, .opaque:
      if bound.documentTypes.isEmpty, bound.isEmptyAny { return }
      if types.isEmpty, !bound.documentTypes.isEmpty, bound.asksForFacts {
        found.append(.unsaid(isDate: false))
      } else {
        found.append(.outside(unit: 0, bound.rule))
      }
    }
  }

  private func isResource(_ unit: RecordUnit) -> Bool {
    switch unit.kind {
    case .resource: true
    case .record: unit.type != nil
    case .header, .section, .entry, .narrative, .contained, .message, .group, .segment, .paragraph,
      .attachment, .remark:
      false
    }
  }

  /// A unit with days goes when all of them lie outside; one without days follows the nearest unit around
  /// it that has some, or the record.
  private func dates(_ bound: Bound, _ record: RecordCase, _ facts: RecordFacts, _ found: inout [Judgement]) {
    var isDated = false
    for (number, unit) in facts.units.enumerated() where !unit.days.isEmpty {
      isDated = true
      if !unit.days.contains(where: bound.meets) { found.append(.outside(unit: number, bound.rule)) }
    }
    if let days = facts.serviceDays {
      isDated = true
      let isBefore = bound.from.map { days.upperBound < $0 } ?? false
      let isAfter = bound.to.map { days.lowerBound > $0 } ?? false
      if isBefore || isAfter { found.append(.outside(unit: 0, bound.rule)) }
    }
    guard !isDated else { return }
    if let day = record.listed.serviceDate {
      if !bound.holds(day) { found.append(.outside(unit: 0, bound.rule)) }
    } else if bound.asksForFacts {
      found.append(.unsaid(isDate: true))
    }
  }
}
