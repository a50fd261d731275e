internal import Host
internal import JSON
package import Ledger
package import Values

/// The two files that say why a packet rests: `reasons.json` for programs, `reasons.txt` for people. They are
/// made of the ledger's findings alone, so they can be made again whenever they are missing. They call a record by
/// its number: names of files come from outside and hold names of people (DESIGN.md §2), and these files are mailed and
/// pasted. `explain --names` tells which file it is to whoever may read the packet.
package struct Reasons: Sendable {
  package static let names = ["reasons.json", "reasons.txt"]

  private let packet: PacketEntry
  private let findings: [Finding]

  package init(_ packet: PacketEntry, _ findings: [Finding]) {
    (self.packet, self.findings) = (packet, findings)
  }

  package func json() -> [UInt8] {
    var members: [JSONValue.Member] = [
      .init("reasons", "urn:chartgate:reasons:1"), .init("packet", .integer(Int64(packet.number.value))),
      .init("state", .string(packet.state.rawValue)), .init("source", .string(packet.source)),
      .init("findings", .array(sorted.map(json))), .init("retry", .string(retry)),
    ]
    if let pipeline = packet.pipeline { members.append(.init("pipeline", .string(pipeline))) }
    if namesRecords { members.append(.init("files", .string(files))) }
    if let lift = packet.lift { members.append(.init("lift", .string(lift.rawValue))) }
    return JSONWriter(layout: .indented).bytes(.object(members))
  }

  package func text() -> [UInt8] {
    var text = "Packet \(packet.number) is \(packet.state.rawValue)."
    if let pipeline = packet.pipeline { text += " Pipeline: \(pipeline)." }
    text += "\n"
    for (index, group) in grouped.enumerated() {
      guard let finding = group.first else { continue }
      text += "\n\(index + 1). \(finding.rule): \(finding.verdict.rawValue)  [\(finding.source)]\n"
      for (line, finding) in group.prefix(Self.placesShown).enumerated() {
        let spot = place(of: finding)
        if !spot.isEmpty { text += "   \(line == 0 ? "where:" : "      ") \(spot)\n" }
      }
      if group.count > Self.placesShown {
        text += "          and \(group.count - Self.placesShown) more places\n"
      }
      text += "   what:  \(finding.problem)\n   do:    \(finding.remedy)\n"
      if finding.verdict == .hold { text += "   who:   \(Self.who(finding.lift))\n" }
    }
    if namesRecords { text += "\nTo see which file a record is: \(files)\n" }
    return Array((text + "\nTo try again: \(retry)\n").utf8)
  }

  /// What stops the packet first, then what was noted.
  private var sorted: [Finding] {
    findings.enumerated().sorted {
      $0.element.verdict == $1.element.verdict
        ? $0.offset < $1.offset : $0.element.verdict > $1.element.verdict
    }.map(\.element)
  }

  /// A batch may break one rule in a hundred messages: told once, with the first places; reasons.json has all.
  private static let placesShown = 5
  private var grouped: [[Finding]] {
    var groups: [[Finding]] = []
    for finding in sorted {
      if let last = groups.last?.first, last.rule == finding.rule, last.verdict == finding.verdict,
        last.subject == finding.subject, last.problem == finding.problem
      {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
    return groups
  }

  private var retry: String {
    "mend what is named here, then: chartgate retry \(packet.number); "
      + "or drop the corrected packet into the inbox again, it takes this one's place"
      + (needsApproval ? "; an approval cannot be given to Chartgate yet" : "")
  }

  /// What holds it is a person's to decide, and nothing that could be mended.
  private var needsApproval: Bool {
    findings.contains { finding in
      guard finding.verdict == .hold else { return false }
      return switch finding.lift {
      case .po, .two: true
      case .any, .amend, .none, .notApplicable: false
      }
    }
  }

  private var namesRecords: Bool {
    findings.contains { finding in
      if case .record = finding.subject { true } else { false }
    }
  }
  private var files: String { "chartgate explain \(packet.number) --names" }

  private func json(_ finding: Finding) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(finding.rule.description)), .init("verdict", .string(finding.verdict.rawValue)),
      .init("source", .string(finding.source.description)),
      .init("problem", .string(finding.problem.description)),
      .init("remedy", .string(finding.remedy.description)), .init("lift", .string(finding.lift.rawValue)),
    ]
    if case .record(let number) = finding.subject {
      members.append(.init("record", .integer(Int64(number))))
    }
    if let place = finding.place, !place.shown.isEmpty {
      members.append(.init("place", .string(place.shown)))
    }
    return .object(members)
  }

  private func place(of finding: Finding) -> String {
    var parts: [String] = []
    if case .record(let number) = finding.subject { parts.append("record \(number)") }
    if let place = finding.place?.shown, !place.isEmpty { parts.append(place) }
    return parts.joined(separator: "; ")
  }

  private static func who(_ lift: Lift) -> String {
    switch lift {
    case .any: "a specialist"
    case .po: "a privacy officer"
    case .two: "two different people"
    case .amend: "new facts or a new document only"
    case .none: "nobody; it can only be closed"
    case .notApplicable: "does not apply"
    }
  }
}
