import Policy
import Requests
import Testing
import Values

@Suite("45 CFR 164.502(g): who stands for the patient")
struct RepresentativeRulesTests {
  static let agent = Draft.agentAccess
  static let parent = agent.with {
    $0.request.requester?.authority?.kind = .parent
    $0.request.requester?.authority?.healthDecisions = nil
    $0.request.patient?.birthDate = Sensitive("2011-03-02")
  }

  static let reach = [
    Example("a health care agent's", nil, agent),
    Example("an agent's, not said to reach care", .hold, agent) {
      $0.request.requester?.authority?.healthDecisions = nil
    },
    Example("an agent's that leaves care out", .hold, agent) {
      $0.request.requester?.authority?.healthDecisions = false
    },
    Example("a financial agent's", .hold, agent) { $0.request.requester?.authority?.kind = .agentFinancial },
    Example("a guardian's", nil, agent) { $0.request.requester?.authority?.kind = .guardian },
    Example("next of kin's", .hold, agent) { $0.request.requester?.authority?.kind = .nextOfKin },
    Example("counsel's", .hold, agent) { $0.request.requester?.authority?.kind = .counsel },
    Example("nobody says whose", .hold, agent) { $0.request.requester?.authority?.kind = nil },
    Example("an executor's, of one who lives", .hold, agent) {
      $0.request.requester?.authority?.kind = .executor
    },
    Example("a parent's", nil, parent),
    Example("a parent's whom a court took care from", .hold, parent) {
      $0.request.requester?.authority?.healthDecisions = false
    },
  ]
  @Test(arguments: reach) func `164.502(g)(2): the power is`(_ example: Example) {
    expect("person.rep.adult", example)
  }

  static let current = [
    Example("in force", nil, agent),
    Example("over since yesterday", .hold, agent) {
      $0.request.requester?.authority?.validTo = "2026-03-01"
    },
    Example("in force through today", nil, agent) { $0.request.requester?.authority?.validTo = "2026-03-02" },
    Example("not in force before tomorrow", .hold, agent) {
      $0.request.requester?.authority?.validFrom = "2026-03-03"
    },
    Example("a parent's on the day before the eighteenth birthday", nil, parent) {
      $0.request.patient?.birthDate = Sensitive("2008-03-03")
    },
    Example("a parent's on the eighteenth birthday", .hold, parent) {
      $0.request.patient?.birthDate = Sensitive("2008-03-02")
    },
    Example("a parent's of someone of unknown age", .hold, parent) { $0.request.patient?.birthDate = nil },
  ]
  @Test(arguments: current) func `164.502(g)(2): the power today is`(_ example: Example) {
    expect("person.rep.current", example)
  }

  @Test func `164.502(g)(3)(i): person.minor.parent says that a parent asks for a minor`() {
    #expect(Self.parent.verdict(of: "person.minor.parent") == .note)
    #expect(Draft.agentAccess.verdict(of: "person.minor.parent") == nil)
  }

  static let minorAge = [
    Example("is of age", nil, agent),
    Example("is fifteen, and a parent asks", .hold, parent),
    Example("is fifteen, and a guardian asks", .hold, parent) {
      $0.request.requester?.authority?.kind = .guardian
      $0.request.requester?.authority?.healthDecisions = true
    },
    Example("is of unknown age", .hold, parent) { $0.request.patient?.birthDate = nil },
  ]
  @Test(arguments: minorAge) func `164.502(g)(3): care that a minor may consent to alone: the patient`(
    _ example: Example
  ) {
    expect("person.minor.age", example)
  }

  static let executor = agent.with {
    $0.request.patient?.deathDate = Sensitive("2026-01-20")
    $0.request.requester?.authority?.kind = .executor
    $0.request.requester?.authority?.validFrom = "2026-02-03"
  }
  static let deceased = [
    Example("an executor by letters of a later day", nil, executor),
    Example("an executor by letters of no day", .hold, executor) {
      $0.request.requester?.authority?.validFrom = nil
    },
    Example("an executor by letters of an earlier day", .hold, executor) {
      $0.request.requester?.authority?.validFrom = "2026-01-19"
    },
    Example("the agent of their lifetime", .hold, executor) {
      $0.request.requester?.authority?.kind = .agentHealthcare
    },
    Example("the dead patient", .hold, Draft.access) {
      $0.request.patient?.deathDate = Sensitive("2026-01-20")
    },
  ]
  @Test(arguments: deceased) func `164.502(g)(4): for the dead asks`(_ example: Example) {
    expect("person.deceased.rep", example)
  }

  static let all = reach + current + minorAge + deceased
}
