internal import JSON
internal import Values

extension HousePage {
  /// What needs somebody's eye, a line each: the first thing on both pages.
  package var warnings: [String] {
    var lines = silence.map { [$0] } ?? []
    if let refusal {
      let since = refusal.at.map { " for \(age($0))" } ?? ""
      lines.append(
        "CONFIGURATION REFUSED\(since): \(refusal.problems) problems, the old one is in force; run: chartgate check"
      )
    }
    if let wait = houseRetryMilliseconds {
      lines.append("the ledger or the state folder cannot be used; next try in \(Self.span(wait))")
    }
    for source in sources {
      if let wait = source.retryMilliseconds {
        lines.append("inbox of \(source.id): it cannot be read; next try in \(Self.span(wait))")
      }
      if source.stuck > 0 {
        lines.append("inbox of \(source.id): \(source.stuck) entries are not complete for too long")
      }
    }
    if heldBack.entries > 0 {
      lines.append("no room on the state volume: \(heldBack.entries) ready entries are not taken")
    }
    for channel in heldBack.full {
      lines.append(
        "channel \(channel.id): it is full; \(channel.releases) releases wait for its transfer job")
    }
    for channel in heldBack.away {
      lines.append(
        "channel \(channel.id): its share is not mounted; \(channel.releases) releases wait for it")
    }
    return lines
  }

  /// What waits and rests, and until when.
  package var waiting: [String] {
    var lines: [String] = []
    if let oldestWaiting { lines.append("oldest without an outcome: claimed \(age(oldestWaiting)) ago") }
    if restingCount > 0 {
      let next = resting.prefix(5).map { "packet \($0.packet) in \(Self.span($0.milliseconds))" }
      lines.append(
        "\(restingCount) rest after a fault; next try: \(next.joined(separator: ", "))"
          + (restingCount > 5 ? ", …" : ""))
    }
    return lines
  }

  package var sourceTable: String {
    var table = Table(
      ["source", "ready", "waiting", "stuck", "inbox"], numbers: ["ready", "waiting", "stuck"])
    for source in sources {
      table.add([
        source.id, "\(source.ready)", "\(source.waiting)", "\(source.stuck)",
        source.retryMilliseconds.map { "rests \(Self.span($0))" } ?? "read",
      ])
    }
    return table.text
  }

  package var countsLine: String {
    let words = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.state)" }.joined(separator: ", ")
    return words.isEmpty ? "no packet was taken yet" : "packets: \(words)"
  }

  /// The whole page of `top`: plain lines, most pressing first.
  package func text(newest: Int = 12) -> String {
    let daemon =
      process.map { "chartgate \(version), process \($0)" + (started.map { ", up \(age($0))" } ?? "") }
      ?? (silence == nil ? "no daemon runs" : "without the daemon")
    var text = (isTrial ? "TRIAL  " : "") + "\(daemon)  \(at)\n"
    for warning in warnings { text += "! \(warning)\n" }
    text += "\(countsLine)\n"
    for line in waiting { text += "\(line)\n" }
    text += "\n\(sourceTable)"
    if !attempts.isEmpty {
      var table = Table(["in hand", "for"], numbers: ["in hand", "for"])
      for attempt in attempts { table.add(["\(attempt.packet)", Self.span(attempt.milliseconds)]) }
      text += "\n\(table.text)"
    }
    if !stopped.isEmpty {
      var table = Table(["stopped", "packets", "oldest", "rule"], numbers: ["packets", "oldest"])
      for row in stopped.prefix(15) {
        table.add([row.state, "\(row.count)", row.oldest.map(age) ?? "", row.rule ?? ""])
      }
      text += "\n\(table.text)"
      if stopped.count > 15 { text += "… and \(stopped.count - 15) rules more\n" }
    }
    if !events.isEmpty {
      text += "\nnewest events\n"
      for line in events.prefix(newest) { text += "\(Self.event(line))\n" }
    }
    // Nothing from outside is on the page; should it ever get there, it cannot move the cursor.
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      TerminalText.escaped(String($0))
    }.joined(separator: "\n")
  }

  /// `2026-03-02T09:15:00.250Z  packet.held  packet=12 rules=patient.match`.
  private static func event(_ line: String) -> String {
    guard let document = parsed(line) else { return line }
    var (at, name, fields) = ("", "", [String]())
    for member in document.children(0) {
      let key = document.keyText(member).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let value: String
      switch document.kind(member) {
      case .string: value = document.string(member) ?? ""
      case .array: value = document.children(member).compactMap(document.string).joined(separator: ",")
      case .object, .number, .true, .false, .null:
        value = String(decoding: document.bytes[document.range(member)], as: UTF8.self)
      }
      switch key {
      case "at": at = value
      case "event": name = value
      // Digests tell a person nothing here.
      case "digests", "fingerprint", "policy": break
      default: if !value.isEmpty { fields.append("\(key)=\(value)") }
      }
    }
    return "\(at)  \(name)  \(fields.joined(separator: " "))"
  }

  private static func parsed(_ line: String) -> JSONDocument? {
    do throws(PacketError) {
      return try JSONDocument(Array(line.utf8), limits: .standard)
    } catch {
      return nil
    }
  }

  private func age(_ instant: Instant) -> String {
    Self.span(Int(max(0, at.milliseconds - instant.milliseconds)))
  }

  /// A length of time by its two largest units.
  static func span(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    switch seconds {
    case ..<1: return "\(milliseconds)ms"
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m \(seconds % 60)s"
    case ..<86_400: return "\(seconds / 3600)h \(seconds / 60 % 60)m"
    default: return "\(seconds / 86_400)d \(seconds / 3600 % 24)h"
    }
  }
}
