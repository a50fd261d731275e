import Policy
import Records
import Requests
import Testing
import Values

@Suite("RULES.md §13: the packet as a whole")
struct HouseRulesTests {
  static let care = Draft.treatment

  static let conflict = [
    Example("is its own", nil, care),
    Example("is another packet's too", .hold, care) { $0.house.conflicts = true },
  ]
  @Test(arguments: conflict) func `house.id-conflict: the request's id`(_ example: Example) {
    expect("house.id-conflict", example)
  }

  static let stale = [
    Example("with an end date, of long ago", nil, Draft.authorization) {
      $0.request.authorization?.signed?.on = "2024-01-01"
    },
    Example("with an event, of a year ago", nil, Draft.authorization) { $0.endByEvent("2025-03-02") },
    Example("with an event, of a year and a day ago", .hold, Draft.authorization) {
      $0.endByEvent("2025-03-01")
    },
  ]
  @Test(arguments: stale) func `house.stale-signature: a form`(_ example: Example) {
    expect("house.stale-signature", example)
  }

  static let integrity = [
    Example("a request in earnest", nil, care),
    Example("a sample in a house that releases", .reject, care) { $0.request.sample = true },
    Example("a sample in a trial house", nil, care) {
      $0.request.sample = true
      $0.house.site.isTrial = true
    },
  ]
  @Test(arguments: integrity) func `tech.integrity:`(_ example: Example) { expect("tech.integrity", example) }

  static let dates = [
    Example("go together", nil, care),
    Example("lack the day of receipt", .hold, care) { $0.request.received = nil },
    Example("have a receipt tomorrow", .hold, care) { $0.request.received = "2026-03-03T00:00:00Z" },
    Example("have a receipt tonight in the site's zone, tomorrow in UTC", nil, care) {
      $0.request.received = "2026-03-03T01:00:00Z"
      $0.house.utcOffset = -5 * 3600
    },
    Example("have a birth in the future", .hold, care) {
      $0.request.patient?.birthDate = Sensitive("2026-03-03")
    },
    Example("have a death in the future", .hold, care) {
      $0.request.patient?.deathDate = Sensitive("2026-03-03")
    },
    Example("have a death before the birth", .hold, care) {
      $0.request.patient?.deathDate = Sensitive("1971-06-08")
    },
    Example("have a period that ends before it begins", .hold, care) {
      $0.request.scope = Scope()
      $0.request.scope?.period = Scope.Period()
      $0.request.scope?.period?.from = "2026-02-01"
      $0.request.scope?.period?.to = "2026-01-01"
    },
    Example("have a service in the future", .hold, care) {
      $0.facts { $0.serviceDays = ("2026-01-12" as Day)...("2026-03-03" as Day) }
    },
    Example("have a service before the birth", .hold, care) {
      $0.facts { $0.serviceDays = ("1971-06-08" as Day)...("2026-01-14" as Day) }
    },
    Example("have a service in a month that is not over", nil, care) {
      $0.facts {
        $0.serviceDays = ("2026-03-01" as Day)...("2026-03-31" as Day)
        ($0.lastBegun, $0.firstEnded) = ("2026-03-01", "2026-03-31")
      }
    },
    Example("have a listed service in the future", .hold, care) { $0.list { $0.serviceDate = "2026-03-03" } },
  ]
  @Test(arguments: dates) func `house.future-dates: dates that`(_ example: Example) {
    expect("house.future-dates", example)
  }

  static let all = conflict + stale + integrity + dates
}

extension Draft {
  fileprivate mutating func endByEvent(_ signed: Day) {
    request.authorization?.signed?.on = signed
    request.authorization?.expires?.date = nil
    request.authorization?.expires?.event = Sensitive("when the claim is settled")
    request.authorization?.expires?.eventOccurred = false
  }
}
