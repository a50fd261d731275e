internal import Records
internal import Requests
internal import Values

/// house.future-dates: dates that cannot be, and the one date without which none can be compared.
enum DateRules {
  static let all: [Rule] = [request, records]

  static let request = Rule("house.future-dates") { facts in
    let today = facts.house.today
    var problems: [Rule.Shortfall] = []
    func say(_ problem: PlainText, _ path: PlainText) {
      problems.append(
        Rule.Shortfall(problem, remedy: "check the date, and correct the request", at: Place(path: path)))
    }
    if let received = facts.request.received.flatMap(facts.house.day) {
      if received > today { say("the request was received in the future", "/received") }
    } else {
      say("the request does not say when it was received", "/received")
    }
    let patient = facts.request.patient
    if let birth = patient?.birthDate {
      if birth.reveal(.match, { $0 > today }) {
        say("the patient's birth lies in the future", "/patient/birthDate")
      }
      if let death = patient?.deathDate, death.reveal(.match) < birth.reveal(.match) {
        say("the patient's death lies before their birth", "/patient/deathDate")
      }
    }
    if patient?.deathDate?.reveal(.match, { $0 > today }) == true {
      say("the patient's death lies in the future", "/patient/deathDate")
    }
    if let period = facts.request.scope?.period, let from = period.from, let to = period.to, from > to {
      say("the period asked for ends before it begins", "/scope/period")
    }
    return problems
  }

  static let records = Rule("house.future-dates") { facts in
    let birth = facts.request.patient?.birthDate
    return facts.records.flatMap { record -> [Rule.Shortfall] in
      let read = record.facts?.serviceDays
      // Of a month or a year it is not known on which of its days something was.
      let begun = record.facts?.lastBegun ?? read?.upperBound
      let ended = record.facts?.firstEnded ?? read?.lowerBound
      let last = [begun, record.listed.serviceDate].compactMap { $0 }.max()
      let first = [ended, record.listed.serviceDate].compactMap { $0 }.min()
      var problems: [Rule.Shortfall] = []
      func say(_ problem: PlainText) {
        problems.append(
          Rule.Shortfall(
            problem, remedy: "look at the record", subject: .record(record.number),
            at: Place(record: record.number)))
      }
      if let last, last > facts.house.today { say("a date of service lies in the future") }
      if let first, let birth, birth.reveal(.match, { first < $0 }) {
        say("a date of service lies before the patient's birth")
      }
      return problems
    }
  }
}
