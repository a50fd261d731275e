import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.502, 164.506: why, on what ground, how much")
struct PurposeRulesTests {
  static let known = [
    Example("is one of HL7's and goes with the ground", nil, Draft.treatment),
    Example("is missing", .hold, Draft.authorization) { $0.request.purpose = nil },
    Example("is missing, and the patient asks for the own record", nil, Draft.access) {
      $0.request.purpose = nil
    },
    Example("is misspelt", .hold, Draft.authorization) { $0.request.purpose?.code = "HLEGL" },
    Example("does not go with an authorization", .hold, Draft.authorization) {
      $0.request.purpose?.code = "CLMATTCH"
    },
    Example("breaks the glass, which a person looks at", .hold, Draft.treatment) {
      $0.request.purpose?.code = "BTG"
    },
    Example("goes with an order, the requester does not", .hold, Draft.courtOrder) {
      $0.request.requester?.kind = .employer
    },
    Example("is treatment, and an attorney asks with a form", .hold, Draft.authorization) {
      $0.request.purpose?.code = "TREAT"
    },
    Example("is care coordination, and an employer asks with a form", .hold, Draft.authorization) {
      $0.request.requester?.kind = .employer
      $0.request.purpose?.code = "COC"
    },
    Example("is payment, and an attorney asks with a form", .hold, Draft.authorization) {
      $0.request.purpose?.code = "HPAYMT"
    },
    Example("is coverage, and a life insurer asks with a form", nil, Draft.authorization) {
      $0.request.requester?.kind = .lifeInsurer
      $0.request.purpose?.code = "COVERAGE"
    },
    Example("is treatment, and the patient sends it to a provider", nil, Draft.authorization) {
      $0.request.requester?.kind = .patient
      $0.request.purpose?.code = "TREAT"
    },
  ]
  @Test(arguments: known) func `the purpose`(_ example: Example) { expect("purpose.known", example) }

  @Test func `a misspelt purpose is told the nearest code, never its own`() throws {
    let draft = Draft.authorization.with { $0.request.purpose?.code = "HLEAGL" }
    let finding = try #require(draft.findings.first { $0.rule == "purpose.known" })
    #expect(finding.remedy == "correct the request (nearest: HLEGAL) and drop it again")
    #expect(!"\(finding)".contains("HLEAGL"))
  }

  static let basis = [
    Example("follows", nil, Draft.payment),
    Example("is stated as it follows", nil, Draft.payment) { $0.request.basis = "payment" },
    Example("is stated as another", .hold, Draft.payment) { $0.request.basis = "treatment" },
    Example("follows from nothing: no requester", .hold, Draft.payment) { $0.request.requester = nil },
    Example("follows from nothing: no kind of requester", .hold, Draft.payment) {
      $0.request.requester?.kind = nil
    },
    Example("follows from nothing: no purpose", .hold, Draft.payment) { $0.request.purpose = nil },
  ]
  @Test(arguments: basis) func `164.502(a)(1): the ground`(_ example: Example) {
    expect("purpose.basis", example)
  }

  @Test func `purpose.basis: a case judged on another ground than follows is held`() {
    let draft = Draft.payment
    let wrong = Case(
      request: draft.request, records: draft.records, papers: draft.papers, house: draft.house,
      basis: .treatment, pipeline: draft.pipeline)
    #expect(Verification.findings(wrong).contains { $0.rule == "purpose.basis" && $0.verdict == .hold })
  }

  static let unbuilt = [
    Example("has rules", nil, Draft.payment),
    Example("is operations", .hold, Draft.payment) { $0.request.purpose?.code = "HQUALIMP" },
    Example("is law enforcement", .hold, Draft.payment) { $0.request.requester?.kind = .lawEnforcement },
    Example("is public health", .hold, Draft.payment) { $0.request.requester?.kind = .publicHealth },
    Example("is the family's part", .hold, Draft.payment) { $0.request.requester?.kind = .family },
  ]
  @Test(arguments: unbuilt) func `minnec.routine: the ground`(_ example: Example) {
    expect("minnec.routine", example)
  }

  @Test func `a ground without rules is held by its name`() throws {
    let draft = Draft.payment.with { $0.request.requester?.kind = .lawEnforcement }
    let finding = try #require(draft.findings.first { $0.rule == "minnec.routine" })
    #expect(finding.problem == "the ground law-enforcement has no rules in this version")
  }

  @Test func `164.506(c): purpose.treatment and purpose.payment say what is not asked`() {
    #expect(Draft.treatment.verdict(of: "purpose.treatment") == .note)
    #expect(Draft.payment.verdict(of: "purpose.payment") == .note)
    #expect(Draft.access.verdict(of: "purpose.treatment") == nil)
  }

  static let employer = [
    Example("with the patient's form", nil, Draft.authorization) { $0.request.requester?.kind = .employer },
    Example("without it", .reject, Draft.authorization) {
      $0.request.requester?.kind = .employer
      $0.request.authorization = nil
    },
    Example("that insures lives, without it", .reject, Draft.authorization) {
      $0.request.requester?.kind = .lifeInsurer
      $0.request.authorization = nil
    },
  ]
  @Test(arguments: employer) func `164.508(a)(1): an employer`(_ example: Example) {
    expect("purpose.employer", example)
  }

  static let wholeRecord = [
    Example("is not asked for", nil, Draft.payment),
    Example("is asked for without a reason", .hold, Draft.payment) { $0.request.scope?.whole = true },
    Example("is asked for with a reason, which a person judges", .hold, Draft.payment) {
      $0.request.scope?.whole = true
      $0.request.scope?.justification = Sensitive("audit of the stay")
    },
    Example("is left to the pipeline's protocol", nil, Draft.payment) { $0.request.scope = nil },
    Example("is what nothing bounds", .hold, Draft.payment) {
      $0.request.scope = nil
      $0.pipeline?.documentTypes = []
      $0.pipeline?.resourceTypes = []
    },
    Example("is asked for by the patient", nil, Draft.access) {
      $0.request.scope = Scope()
      $0.request.scope?.whole = true
    },
  ]
  @Test(arguments: wholeRecord) func `164.514(d)(5): the whole record`(_ example: Example) {
    expect("minnec.whole-record", example)
  }

  static let associate = [
    Example("is not asked of a payer", nil, Draft.payment),
    Example("lies in no packet", .hold, Draft.authorization) {
      $0.request.requester?.kind = .businessAssociate
    },
    Example("lies in the packet", nil, Draft.authorization) {
      $0.request.requester?.kind = .businessAssociate
      $0.add(.evidence, "papers/baa.pdf", 0xBA)
      var contract = Evidence()
      contract.kind = .baa
      contract.document = Sensitive("papers/baa.pdf")
      contract.digest = .of(0xBA)
      $0.request.evidence = [contract]
    },
  ]
  @Test(arguments: associate) func `164.504(e): the contract`(_ example: Example) {
    expect("ba.contract", example)
  }

  static let all = known + basis + unbuilt + employer + wholeRecord + associate
}
