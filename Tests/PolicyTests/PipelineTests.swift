import Policy
import Requests
import Testing
import Values

@Suite("RULES.md minnec.routine: one pipeline takes a request, or a person looks")
struct ShippedPipelineTests {
  @Test func `every file in Pipelines is one that these tests know`() throws {
    let files = try CheckoutFile.names("Pipelines").filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml")
    }
    #expect(files == ShippedPipelines.names.map { "\($0).yaml" })
  }

  @Test(arguments: ShippedPipelines.names)
  func `a shipped pipeline has no mistakes and its file's name`(_ name: String) {
    switch ShippedPipelines.reading(name) {
    case .read(let pipeline): #expect(pipeline.name == name)
    case .refused(let problems): Issue.record("\(problems)")
    }
  }

  @Test func `no two shipped pipelines take one request`() {
    let all = ShippedPipelines.names.map(ShippedPipelines.pipeline)
    for (index, one) in all.enumerated() {
      for other in all.dropFirst(index + 1) { #expect(!one.overlaps(other), "\(one.name), \(other.name)") }
    }
  }

  @Test(arguments: ShippedPipelines.names)
  func `a shipped pipeline matches strictly and keeps back what a law names`(_ name: String) {
    let pipeline = ShippedPipelines.pipeline(name)
    #expect(pipeline.match == .strict)
    #expect(Set(pipeline.categories).isSuperset(of: ["SUD", "HIV", "PSYTHPN"]))
    #expect(pipeline.redact == (name == "patient-access" ? [] : ["ssn"]))
    #expect(pipeline.allowUnknown.isEmpty)
  }

  @Test(arguments: [
    ("treatment", "continuity-of-care"), ("access", "patient-access"),
    ("access by an agent", "patient-access"), ("directive", "patient-access"),
    ("authorization", "legal"), ("payment", "insurance-claim"), ("legal process", "legal"),
    ("court order", "legal"),
  ])
  func `a common request finds its pipeline:`(_ name: String, _ pipeline: String) throws {
    let draft = try #require(Draft.all.first { $0.name == name }).draft
    #expect(Self.choice(draft) == .one(ShippedPipelines.pipeline(pipeline)))
  }

  @Test(arguments: [
    RequesterKind.payer, .employer, .lifeInsurer, .school, .family, .governmentBenefits, .workersComp, .other,
    .patient,
  ])
  func `a form from others than attorneys goes by the authorization pipeline:`(_ kind: RequesterKind) {
    let draft = Draft.authorization.with { $0.request.requester?.kind = kind }
    #expect(Self.choice(draft) == .one(ShippedPipelines.pipeline("authorization")))
  }

  @Test func `marketing, and grounds without rules, find no pipeline and are held`() {
    for kind in [RequesterKind.marketing, .lawEnforcement, .hhs, .coroner, .oversight] {
      let draft = Draft.authorization.with {
        $0.request.requester?.kind = kind
        $0.request.purpose?.code = "HMARKT"
      }
      #expect(Self.choice(draft) == .none, "\(kind)")
      #expect(Self.choice(draft).finding?.verdict == .hold)
    }
  }

  @Test func `a request that two pipelines take is held, naming both`() {
    let twin = ShippedPipelines.pipeline("legal").renamed("legal-two")
    let choice = PipelineChoice.of(
      [ShippedPipelines.pipeline("legal"), twin], for: Draft.authorization.request, on: .authorization)
    #expect(choice == .several(["legal", "legal-two"]))
    #expect(choice.finding?.verdict == .hold && choice.finding?.lift == .any)
    #expect(choice.finding?.problem == "more than one pipeline takes this request: legal, legal-two")
  }

  @Test func `without a ground no pipeline takes it`() {
    #expect(
      PipelineChoice.of(
        ShippedPipelines.names.map(ShippedPipelines.pipeline), for: Draft.payment.request, on: nil) == .none)
  }

  private static func choice(_ draft: Draft) -> PipelineChoice {
    PipelineChoice.of(
      ShippedPipelines.names.map(ShippedPipelines.pipeline), for: draft.request, on: draft.asCase.basis)
  }
}

@Suite("Two pipelines overlap if some request could be taken by both")
struct PipelineOverlapTests {
  private static func pipeline(_ takes: String) throws -> Pipeline {
    let text = "name: p\ntitle: P\nversion: 1\ntakes: {\(takes)}\nwithhold: []\n"
    switch PipelineReader.read(Array(text.utf8), name: "p.yaml", categories: []) {
    case .read(let pipeline): return pipeline
    case .refused(let problems): throw problems[0]
    }
  }

  @Test(arguments: [
    ("bases: [payment]", "bases: [treatment]", false),
    ("bases: [payment]", "bases: [payment, treatment]", true),
    ("bases: [payment], requesters: [payer]", "bases: [payment], requesters: [provider]", false),
    ("bases: [payment], requesters: [payer]", "bases: [payment]", true),
    ("bases: [payment], purposes: [CLMATTCH]", "bases: [payment], purposes: [COVERAGE]", false),
    ("bases: [payment], purposes: [CLMATTCH]", "bases: [payment], purposes: [HPAYMT]", true),
    ("bases: [payment], purposes: [HPAYMT]", "bases: [payment], purposes: [ELIGVER]", true),
    ("bases: [payment], purposes: [CLMATTCH]", "bases: [payment]", true),
  ])
  func `of these takes:`(_ a: String, _ b: String, _ overlaps: Bool) throws {
    #expect(try Self.pipeline(a).overlaps(Self.pipeline(b)) == overlaps)
    #expect(try Self.pipeline(b).overlaps(Self.pipeline(a)) == overlaps)
  }
}

extension Pipeline {
  fileprivate func renamed(_ name: String) -> Pipeline {
    var copy = self
    copy.name = name
    return copy
  }
}
