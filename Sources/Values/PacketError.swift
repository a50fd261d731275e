/// Why a packet cannot go on: the rule, the place, the remedy; no byte of the packet itself.
package struct PacketError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What becomes of the packet: the thrower knows, so the catcher does not guess.
  package enum Outcome: String, Sendable {
    case hold, reject
    /// A fault that passes: tried again, and the packet is not blamed.
    case retry
    /// Whoever worked on it ended without an answer: tried again, and counted; too often makes it poison.
    case died
  }

  package let rule: RuleID
  package let outcome: Outcome
  package let place: Place?
  package let problem: PlainText
  package let remedy: PlainText

  package init(
    _ rule: RuleID, _ outcome: Outcome, at place: Place? = nil, _ problem: PlainText, remedy: PlainText
  ) {
    (self.rule, self.outcome, self.place) = (rule, outcome, place)
    (self.problem, self.remedy) = (problem, remedy)
  }

  package var description: String {
    "\(rule.shown): \(place.map { $0.shown + ": " } ?? "")\(problem); \(remedy)"
  }

  /// Equal when a program would treat them alike; the words are for people and may change.
  package static func == (a: Self, b: Self) -> Bool {
    (a.rule, a.outcome, a.place) == (b.rule, b.outcome, b.place)
  }
}
