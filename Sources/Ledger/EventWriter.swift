package import Values

/// The events of a change, as canonical JSON lines: sorted keys, no white space, our own words and numbers
/// only (RFC 8785). One function for every ledger, so that all of them tell the same.
package enum EventWriter {
  package static func lines(of change: Change, at instant: Instant) -> [String] {
    switch change {
    case .claimed(let packet):
      var fields: [(String, Field)] = [
        ("bytes", .number(packet.files.reduce(0) { $0 + $1.byteCount })),
        ("files", .number(packet.files.count)), ("fingerprint", .text(packet.fingerprint.hex)),
        ("packet", .number(packet.number.value)), ("source", .text(packet.source)),
      ]
      if let first = packet.repeats { fields.append(("repeats", .number(first.value))) }
      if let old = packet.replaces { fields.append(("replaces", .number(old.value))) }
      if let other = packet.conflictsWith { fields.append(("conflictsWith", .number(other.value))) }
      return [line(packet.repeats == nil ? "packet.claimed" : "packet.repeated", fields, instant)]
    case .retried(let packet, let person):
      return [line("packet.retried", [("by", .text(person)), ("packet", .number(packet.value))], instant)]
    case .attempt(let packet, let facts, let died):
      return [
        line(
          "attempt.begun",
          [
            ("died", .flag(died)), ("packet", .number(packet.value)), ("policy", .text(facts.policy.hex)),
            ("today", .text(facts.today.description)),
          ], instant)
      ]
    case .outcome(let outcome): return lines(of: outcome, instant)
    case .intent(let id): return [line("release.intended", [("disclosure", .text(id.description))], instant)]
    case .delivered(let id):
      return [line("release.delivered", [("disclosure", .text(id.description))], instant)]
    case .closed(let packet, let reason):
      return [
        line(
          "packet.closed", [("packet", .number(packet.value)), ("reason", .text(reason.rawValue))], instant)
      ]
    }
  }

  private static func lines(of outcome: Change.Outcome, _ instant: Instant) -> [String] {
    var rules: [String] = []
    for finding in outcome.findings where !rules.contains(finding.rule.description) {
      rules.append(finding.rule.description)
    }
    var fields: [(String, Field)] = [
      ("packet", .number(outcome.packet.value)), ("rules", .texts(rules.sorted())),
    ]
    if let pipeline = outcome.pipeline { fields.append(("pipeline", .text(pipeline))) }
    let name =
      switch outcome.state {
      case .held: "packet.held"
      case .rejected: "packet.rejected"
      case .released: "release.staged"
      case .claimed: "attempt.failed"
      case .working, .closed: "packet.changed"
      }
    if let release = outcome.release {
      fields.append(("channel", .text(release.channel)))
      fields.append(("disclosure", .text(release.disclosure.description)))
      fields.append(("digests", .texts(release.files.map(\.digest.hex))))
      fields.append(("recipient", .text(release.recipient)))
    }
    return [line(name, fields, instant)]
  }

  /// A ledger was put back that ends at one event, though events up to another one had been written.
  static func restored(after last: Int, lost: Int, at instant: Instant) -> String {
    line("ledger.restored", [("after", .number(last)), ("lost", .number(lost))], instant)
  }

  /// What the folders showed of a packet that the restored ledger knew otherwise, or not at all.
  static func restored(_ packet: PacketEntry, at instant: Instant) -> String {
    line(
      "packet.restored",
      [
        ("fingerprint", .text(packet.fingerprint.hex)), ("packet", .number(packet.number.value)),
        ("state", .text(packet.state.rawValue)),
      ], instant)
  }

  static func restored(_ release: ReleaseEntry, at instant: Instant) -> String {
    line(
      "release.restored",
      [
        ("channel", .text(release.channel)), ("digests", .texts(release.files.map(\.digest.hex))),
        ("disclosure", .text(release.disclosure.description)), ("recipient", .text(release.recipient)),
        ("state", .text(release.state.rawValue)),
      ], instant)
  }

  private enum Field {
    case number(Int)
    case text(String)
    case texts([String])
    case flag(Bool)

    var json: String {
      switch self {
      case .number(let number): String(number)
      case .text(let text): EventWriter.quoted(text)
      case .texts(let texts): "[" + texts.map(EventWriter.quoted).joined(separator: ",") + "]"
      case .flag(let flag): flag ? "true" : "false"
      }
    }
  }

  private static func line(_ name: String, _ fields: [(String, Field)], _ instant: Instant) -> String {
    let all = fields + [("at", .text(instant.description)), ("event", .text(name))]
    return "{" + all.sorted { $0.0 < $1.0 }.map { "\(quoted($0.0)):\($0.1.json)" }.joined(separator: ",")
      + "}"
  }

  /// All strings here are our own ids; what JSON must escape is escaped all the same (RFC 8259 §7).
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{0}"..<"\u{20}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
