internal import Host
package import JSON
package import Ledger
package import Values

/// What a person may ask of the engine, over the control socket or in the command's own process: the same
/// code either way.
package enum Command: Sendable, Equatable {
  case status(newest: Int)
  /// Puts a held or rejected packet back on the path.
  case retry(PacketNumber)

  /// One line of JSON; unknown and missing members are errors.
  package init(_ line: [UInt8]) throws(Refusal) {
    let document: JSONDocument
    do throws(PacketError) {
      var limits = Limits.standard
      (limits.depth, limits.jsonValues) = (2, 8)
      document = try JSONDocument(line, limits: limits)
    } catch {
      throw Refusal(problem: "it is no line of JSON", remedy: "send one object on one line")
    }
    var (action, number): (String?, Int?) = (nil, nil)
    for member in document.children(0) {
      switch document.keyText(member).map({ String(decoding: $0, as: UTF8.self) }) {
      case "do": action = document.string(member)
      case "packet", "newest":
        guard number == nil, let given = Self.number(document, member) else {
          throw Refusal(problem: "a number is none", remedy: "send a whole number, once")
        }
        number = given
      default: throw Refusal(problem: "a member is unknown", remedy: "send do, packet or newest")
      }
    }
    switch (action, number) {
    case ("status", let newest): self = .status(newest: min(newest ?? 100, 1000))
    case ("retry", let number?): self = .retry(PacketNumber(number))
    default:
      throw Refusal(
        problem: "it asks for nothing that is known",
        remedy: "send {\"do\":\"status\"} or {\"do\":\"retry\",\"packet\":12}")
    }
  }

  /// The line that asks for it, with its line feed.
  package var line: [UInt8] {
    let value: JSONValue =
      switch self {
      case .status(let newest): ["do": "status", "newest": .integer(Int64(newest))]
      case .retry(let packet): ["do": "retry", "packet": .integer(Int64(packet.value))]
      }
    return JSONWriter().bytes(value) + [0x0A]
  }

  /// Why it was not done.
  package struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    package let problem: PlainText
    package let remedy: PlainText
    package init(problem: PlainText, remedy: PlainText) { (self.problem, self.remedy) = (problem, remedy) }
    package var description: String { "\(problem); \(remedy)" }

    package func json() -> JSONValue {
      ["ok": false, "problem": .string(problem.description), "remedy": .string(remedy.description)]
    }
  }

  private static func number(_ document: JSONDocument, _ node: Int) -> Int? {
    let digits = document.bytes[document.content(node)]
    guard document.kind(node) == .number, digits.count < 18, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// Who asks: the kernel says which user (DESIGN.md §2, "no daemon running": the process itself).
package struct Person: Sendable, Equatable {
  package let user: UInt32
  /// The name that the system has for it.
  package let name: String?
  package init(user: UInt32, name: String?) { (self.user, self.name) = (user, name) }

  package static var ofThisProcess: Person {
    Person(user: ThisProcess.effectiveUserID, name: ThisProcess.userName(ThisProcess.effectiveUserID))
  }

  /// As events record it: `uid:1000(name)`.
  package var recorded: String { "uid:\(user)" + (name.map { "(\($0))" } ?? "") }
}

extension Engine {
  /// Does what a person asks.
  package mutating func answer(_ command: Command, by person: Person, process: Int?) throws(Command.Refusal)
    -> JSONValue
  {
    wake()
    switch command {
    case .status(let newest):
      do throws(LedgerError) {
        return try status(newest: newest, process: process).json()
      } catch {
        throw Self.refusal(error)
      }
    case .retry(let packet):
      try retry(packet, by: person)
      return ["ok": true, "packet": .integer(Int64(packet.value)), "state": "claimed"]
    }
  }

  /// Puts a held or rejected packet back on the path, with new facts and its deaths forgotten.
  package mutating func retry(_ number: PacketNumber, by person: Person) throws(Command.Refusal) {
    wake()
    do throws(LedgerError) {
      guard let packet = try parts.ledger.packet(number) else {
        throw LedgerError(.conflict, "has no such packet")
      }
      switch packet.state {
      case .held, .rejected: break
      case .claimed, .working, .released, .closed:
        throw LedgerError(
          .conflict, "has it as \(packet.state): only what is held or rejected can be retried")
      }
      try parts.ledger.commit([.retried(number, by: person.recorded)], at: parts.host.now())
      backoff.clear(.packet(number))
      parts.tell(.packetRetried(number, user: Int(person.user)))
    } catch {
      throw Self.refusal(error)
    }
  }

  private static func refusal(_ error: LedgerError) -> Command.Refusal {
    let remedy: PlainText =
      switch error.kind {
      case .transient: "try again later"
      case .conflict: "see: chartgate status"
      case .damaged, .newer: "see: chartgate check"
      }
    return Command.Refusal(problem: "the ledger \(error.problem)", remedy: remedy)
  }
}
