import Policy
import Records
import Requests
import Testing
import Values

@Suite("45 CFR 164.524: the right of access")
struct AccessRulesTests {
  static let own = Draft.access

  @Test(arguments: [Draft.access, Draft.agentAccess])
  func `164.524(b)(1): nothing of an authorization is asked, and access.no-authorization says so`(
    _ draft: Draft
  ) {
    #expect(draft.verdict(of: "access.no-authorization") == .note)
    #expect(!draft.findings.contains { $0.rule.description.hasPrefix("auth.") })
  }

  static let identity = [
    Example("was known at the desk", nil, own),
    Example("was known by the portal's login", nil, own) {
      $0.request.requester?.identity?.method = .portalLogin
      $0.request.requester?.identity?.checkedBy = nil
    },
    Example("is not said to be known", .hold, own) { $0.request.requester?.identity = nil },
    Example("was known in no stated way", .hold, own) { $0.request.requester?.identity?.method = nil },
    Example("was known by an office's letterhead", .hold, own) {
      $0.request.requester?.identity?.method = .letterhead
    },
    Example("was known on no stated day", .hold, own) { $0.request.requester?.identity?.checkedOn = nil },
    Example("will be known tomorrow", .hold, own) {
      $0.request.requester?.identity?.checkedOn = "2026-03-03"
    },
  ]
  @Test(arguments: identity) func `164.514(h): who asks`(_ example: Example) {
    expect("access.identity", example)
  }

  @Test func `164.524(b)(2)(i): access.deadline counts thirty days from the day of receipt`() throws {
    let due = try #require(Draft.access.findings.first { $0.rule == "access.deadline" })
    #expect(due.problem == "due on 2026-03-29")
    #expect(due.verdict == .note)
  }

  static let overdue = [
    Example("on the last day", nil, own) { $0.request.received = "2026-01-31T12:00:00Z" },
    Example("the day after, told and not delayed by the shipped pipeline", .note, own) {
      $0.request.received = "2026-01-30T12:00:00Z"
    },
    Example("the day after, without a pipeline", .hold, own) {
      $0.request.received = "2026-01-30T12:00:00Z"
      $0.pipeline = nil
    },
  ]
  @Test(arguments: overdue) func `164.524(b)(2): overdue`(_ example: Example) {
    expect("access.overdue", example)
  }

  static let format = [
    Example("electronic", nil, own) { $0.request.delivery?.form = "electronic" },
    Example("on paper", .hold, own) { $0.request.delivery?.form = "Paper" },
  ]
  @Test(arguments: format) func `164.524(c)(2): a copy`(_ example: Example) {
    expect("access.format", example)
  }

  static let directive = [
    Example("in writing, to a known place", nil, Draft.directive),
    Example("without the writing", .hold, Draft.directive) { $0.request.evidence = [] },
    Example("with a writing that is not in the packet", .hold, Draft.directive) { $0.papers = [] },
    Example("to a person without a place", .hold, Draft.directive) {
      $0.request.recipient?.id = nil
      $0.request.recipient?.name = Sensitive("Ines Oduya")
    },
    Example("to a person with a place", nil, Draft.directive) {
      $0.request.recipient?.id = nil
      $0.request.recipient?.name = Sensitive("Ines Oduya")
      $0.request.recipient?.directAddress = Sensitive("ines@direct.example")
    },
    Example("of a scanned record", .hold, Draft.directive) {
      $0.records = [
        RecordCase(
          number: 1, listed: $0.request.records[0], facts: RecordFacts(format: .opaque, byteCount: 9))
      ]
    },
    Example("of a record that was not read", .hold, Draft.directive) {
      $0.records = [RecordCase(number: 1, listed: $0.request.records[0], facts: nil)]
    },
  ]
  @Test(arguments: directive) func `164.524(c)(3)(ii): a copy to a third person`(_ example: Example) {
    expect("access.directive", example)
  }

  static let fee = [
    Example("of 6.50", nil, own) { $0.charge(650) },
    Example("of 6.51", .hold, own) { $0.charge(651) },
    Example("of 12.00, worked out from cost", nil, own) { $0.charge(1200, "cost-based") },
    Example("of 12.00, by a state's schedule", .hold, own) { $0.charge(1200, "state-schedule") },
    Example("of an unknown amount", .hold, own) { $0.charge(nil, "cost-based") },
    Example("below nothing", .hold, own) { $0.charge(-1) },
  ]
  @Test(arguments: fee) func `164.524(c)(4): a fee`(_ example: Example) { expect("access.fee", example) }

  @Test func `164.524(a)(1): access.categories says that no category cuts it`() {
    #expect(Draft.access.verdict(of: "access.categories") == .note)
  }

  static let all = identity + overdue + format + directive + fee
}

extension Draft {
  fileprivate mutating func charge(_ cents: Int?, _ basis: String? = nil) {
    var fee = Delivery.Fee()
    fee.cents = cents
    fee.basis = basis
    request.delivery?.fee = fee
  }
}
