package import Requests
package import Values

/// A named, versioned policy: which requests it takes, and how each stage treats them.
package struct Pipeline: Sendable, Equatable {
  package var name: String
  package var title: String
  package var version: Int
  /// The bases that it takes.
  package var bases: [Basis]
  /// Empty: every kind.
  package var requesters: [RequesterKind]
  /// Codes with all below them; empty: every purpose.
  package var purposes: [String]
  package var match: PatientMatch.Strength
  /// LOINC types of whole documents that may leave; empty: any.
  package var documentTypes: [String]
  /// FHIR resource types that may leave; empty: any.
  package var resourceTypes: [String]
  /// Categories that are withheld unless the authorization or the law opens them.
  package var categories: [String]
  /// Identifiers and third parties that are redacted (``RedactionKind``).
  package var redact: [String]
  /// Segments, sections and resource types that the formats do not know: withheld unless named here.
  package var allowUnknown: [String]
  /// Verdicts that this pipeline raises or lowers.
  package var verdicts: [RuleID: Verdict]
  /// What stays behind by the site's own rules besides.
  package var siteRules: [SiteRule]

  /// Withheld whatever a pipeline says (RULES.md cat.sud and cat.psychotherapy: their floor is withholding).
  static let alwaysWithheld: Set<String> = ["PSYTHPN", "SUD"]

  /// The categories that are withheld in this case, as far as it can be told without the category files,
  /// which have the other names that open each; ``WithholdingPlan`` decides with them. The patient's own
  /// access is cut by none but psychotherapy notes (45 CFR 164.524(a)(1)(i)); an authorization opens what
  /// it names.
  package func withheld(for facts: Case) -> Set<String> {
    if facts.basis == .access { return ["PSYTHPN"] }
    var withheld = Set(categories).union(Self.alwaysWithheld)
    if facts.house.site.kind == .va { withheld.formUnion(["SUD", "HIV", "SCA"]) }
    if facts.basis == .authorization {
      let form = facts.request.authorization
      // Psychotherapy notes leave only on a form of their own (164.508(b)(3)(ii)), substance use records on a
      // consent by 42 CFR 2.31.
      withheld.subtract(Set(form?.categories ?? []).subtracting(["PSYTHPN", "SUD", "ETHUD", "OPIOIDUD"]))
      if CategoryPolicy.isPsychotherapyForm(form) { withheld.remove("PSYTHPN") }
    }
    if Part2Consent.hasOrder(facts) || Part2Consent.shortfalls(facts).isEmpty {
      withheld.subtract(["SUD", "ETHUD", "OPIOIDUD"])
    }
    if let id = facts.request.recipient?.id, let entry = facts.house.recipients.first(where: { $0.id == id }),
      let may = entry.mayReceive
    {
      withheld.formUnion(Set(categories).union(Self.alwaysWithheld).subtracting(may))
    }
    return withheld
  }

  /// Whether this pipeline takes a request on that basis.
  package func takes(_ request: Request, on basis: Basis) -> Bool {
    guard bases.contains(basis) else { return false }
    if !requesters.isEmpty {
      guard let kind = request.requester?.kind, requesters.contains(kind) else { return false }
    }
    if !purposes.isEmpty {
      guard let code = request.purpose?.code, purposes.contains(where: { PurposeOfUse.isBelow(code, $0) })
      else {
        return false
      }
    }
    return true
  }

  /// Whether some request could be taken by both: `check` warns.
  package func overlaps(_ other: Pipeline) -> Bool {
    func meet<Element: Hashable>(_ a: [Element], _ b: [Element]) -> Bool {
      a.isEmpty || b.isEmpty || !Set(a).isDisjoint(with: b)
    }
    guard !Set(bases).isDisjoint(with: other.bases), meet(requesters, other.requesters) else { return false }
    guard !purposes.isEmpty, !other.purposes.isEmpty else { return true }
    return purposes.contains { a in
      other.purposes.contains { b in PurposeOfUse.isBelow(a, b) || PurposeOfUse.isBelow(b, a) }
    }
  }
}

/// Which pipeline takes a request.
package enum PipelineChoice: Sendable, Equatable {
  case one(Pipeline)
  case none
  case several([String])

  package static func of(_ pipelines: [Pipeline], for request: Request, on basis: Basis?) -> PipelineChoice {
    guard let basis else { return .none }
    let taking = pipelines.filter { $0.takes(request, on: basis) }
    return taking.count > 1 ? .several(taking.map(\.name).sorted()) : taking.first.map { .one($0) } ?? .none
  }

  /// A request that no pipeline takes, or more than one, is reviewed by a person (RULES.md minnec.routine).
  package var finding: Finding? {
    switch self {
    case .one: nil
    case .none:
      .of(
        "minnec.routine", "no pipeline takes this request",
        remedy: "review it by hand, or add a pipeline for its kind")
    case .several(let names):
      .of(
        "minnec.routine",
        "more than one pipeline takes this request: \(PlainText(ours: names.joined(separator: ", ")))",
        remedy: "make the pipelines' takes disjoint: chartgate check shows where they overlap")
    }
  }
}
