import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.512(e): orders, subpoenas, discovery")
struct LegalRulesTests {
  static let process = Draft.legalProcess

  @Test(arguments: [
    Draft.courtOrder, Draft.courtOrder.with { $0.request.legal?.signedBy = nil },
    Draft.courtOrder.with { $0.request.legal?.covers = nil },
    Draft.courtOrder.with { $0.request.legal?.issuedOn = "2026-03-03" },
  ])
  func `164.512(e)(1)(i): legal.order always waits for who reads the order`(_ draft: Draft) {
    #expect(draft.verdict(of: "legal.order") == .hold)
  }

  static let subpoena = [
    Example("with proof of notice", nil, process),
    Example("with nothing", .reject, process) { $0.request.legal?.assurance = nil },
    Example("with assurance of no kind", .reject, process) { $0.request.legal?.assurance?.kind = nil },
    Example("with the patient's form", nil, process) { $0.addForm() },
    Example("with an expired form", .reject, process) {
      $0.addForm()
      $0.request.authorization?.expires?.date = "2026-03-01"
    },
    Example("with a form that is not in the packet", .reject, process) {
      $0.addForm()
      $0.papers.remove(.of(0xF0))
    },
    Example("with a form that someone else signed", .reject, process) {
      $0.addForm()
      $0.request.authorization?.signed?.by = Sensitive("Ada Pike")
    },
    Example("with a form to someone else", .reject, process) {
      $0.addForm()
      $0.request.authorization?.recipient = [Sensitive("Prairie Mutual")]
    },
    Example("of a clerk, with nothing", .reject, process) {
      $0.request.legal?.instrument = .judicialSubpoena
      $0.request.legal?.assurance = nil
    },
    Example("for discovery, with nothing", .reject, process) {
      $0.request.legal?.instrument = .discovery
      $0.request.legal?.assurance = nil
    },
  ]
  @Test(arguments: subpoena) func `164.512(e)(1)(ii): a subpoena`(_ example: Example) {
    expect("legal.subpoena", example)
  }

  static let notice = [
    Example("is whole", nil, process),
    Example("without its statement", .reject, process) { $0.request.legal?.assurance?.statement = nil },
    Example("without papers", .reject, process) { $0.request.legal?.assurance?.documents = [] },
    Example("with papers that are not in the packet", .reject, process) { $0.papers.remove(.of(0xE1)) },
    Example("with papers that the packet lists without a digest", .reject, process) {
      $0.request.papers[1].sha256 = nil
    },
    Example("without an end of the time to object", .reject, process) {
      $0.request.legal?.assurance?.objectionPeriodEnds = nil
    },
    Example("while the time to object still runs", .reject, process) {
      $0.request.legal?.assurance?.objectionPeriodEnds = "2026-03-02"
    },
    Example("on the day after it", nil, process) {
      $0.request.legal?.assurance?.objectionPeriodEnds = "2026-03-01"
    },
    Example("without word of objections", .reject, process) { $0.request.legal?.assurance?.objections = nil },
  ]
  @Test(arguments: notice) func `164.512(e)(1)(iii): proof of notice`(_ example: Example) {
    expect("legal.assurance.notice", example)
  }

  static let protective = [
    Example("with its papers", nil, process) { $0.request.legal?.assurance?.kind = .protectiveOrder },
    Example("without papers", .reject, process) {
      $0.request.legal?.assurance?.kind = .protectiveOrder
      $0.request.legal?.assurance?.documents = []
    },
    Example("without a statement", .reject, process) {
      $0.request.legal?.assurance?.kind = .protectiveOrder
      $0.request.legal?.assurance?.statement = false
    },
  ]
  @Test(arguments: protective) func `164.512(e)(1)(iv)-(v): a protective order`(_ example: Example) {
    expect("legal.assurance.protective", example)
  }

  static let objection = [
    Example("nobody made", nil, process),
    Example("settled", nil, process) { $0.request.legal?.assurance?.objections = .resolved },
    Example("pending", .hold, process) { $0.request.legal?.assurance?.objections = .pending },
  ]
  @Test(arguments: objection) func `164.512(e)(1)(iii)(C): an objection`(_ example: Example) {
    expect("legal.objection", example)
  }

  static let returnDate = [
    Example("ahead", nil, process),
    Example("today", nil, process) { $0.request.legal?.returnOn = "2026-03-02" },
    Example("past", .hold, process) { $0.request.legal?.returnOn = "2026-03-01" },
    Example("not stated", .hold, process) { $0.request.legal?.returnOn = nil },
  ]
  @Test(arguments: returnDate) func `the return date is`(_ example: Example) {
    expect("legal.return-date", example)
  }

  @Test(arguments: [Draft.legalProcess, Draft.courtOrder])
  func `legal.out-of-state: counsel sees every process, and a pipeline cannot waive it`(_ draft: Draft) {
    #expect(draft.verdict(of: "legal.out-of-state") == .hold)
    let row = RuleText.of("legal.out-of-state")
    #expect(row?.floor == .hold && row?.lift == .po)
  }

  static let all = subpoena + notice + protective + objection + returnDate
}

extension Draft {
  fileprivate mutating func addForm() {
    request.legal?.assurance = nil
    request.authorization = Draft.form()
    add(.authorization, "papers/form.pdf", 0xF0)
  }
}
