package import Daemon
internal import JSON
internal import Ledger

/// What `chartgate restore` says: what was lost, what left since, what a person must decide.
package enum RestoreAnswer {
  /// - Parameters:
  ///   - last: the backup's last event.
  ///   - lastKnown: the last event that was ever written here, as far as is known.
  ///   - old: where the old ledger lies now.
  package static func of(
    _ plan: RestorePlan, last: Int, lastKnown: Int?, old: String?, isDone: Bool
  ) -> Answer {
    var text = "the backup ends with event \(last)"
    if let lastKnown, lastKnown > last {
      text += "; \(lastKnown - last) events after it are lost, the numbers \(last + 1) to \(lastKnown)\n"
    } else {
      text += "\n"
    }
    var table = Table(["disclosure", "packet", "since the backup"], numbers: ["packet"])
    for (id, fate) in plan.disclosures {
      table.add([id.description, id.packet.map { "\($0)" } ?? "", words(fate)])
    }
    if !table.isEmpty { text += "\n\(table.text)\n" }
    if plan.isEmpty { text += "the folders show nothing that went on since\n" }
    if !plan.held.isEmpty {
      let (verb, numbers) = (isDone ? "are" : "would be", plan.held.map { "\($0)" }.joined(separator: ", "))
      text += "\(plan.held.count) packets \(verb) held for a person, with their reasons: \(numbers)\n"
    }
    if let old { text += "the old ledger lies at \(old)\n" }
    text +=
      isDone
      ? "next: start the daemon, then: chartgate status" : "nothing was changed; without --dry-run it will be"
    text += "\n"
    return Answer(
      text,
      [
        .init("done", .bool(isDone)), .init("lastEvent", .integer(Int64(last))),
        .init("lastKnownEvent", lastKnown.map { .integer(Int64($0)) } ?? .null),
        .init(
          "disclosures",
          .array(
            plan.disclosures.map {
              ["disclosure": .string($0.id.description), "fate": .string($0.fate.rawValue)]
            })), .init("held", .array(plan.held.map { .integer(Int64($0.value)) })),
        .init("oldLedger", old.map { .string($0) } ?? .null),
      ], status: plan.held.isEmpty ? .done : .attention)
  }

  private static func words(_ fate: RestorePlan.Fate) -> String {
    switch fate {
    case .left: "left"
    case .leaving: "lies in the outbox, wholly or in part; the daemon completes it"
    case .stopped: "was stopped before it left"
    case .unclear: "may have left; ask whoever runs the transfer job"
    }
  }
}
