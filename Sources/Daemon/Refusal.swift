internal import Ledger
internal import Values

/// What the daemon itself says of a packet, without looking into any file: it is no packet at all.
enum Refusal {
  /// nil for a packet that can be decided.
  static func of(_ packet: PacketEntry) -> [Finding] {
    var findings: [Finding] = []
    if packet.offences > 0 {
      findings.append(
        Finding(
          "intake.unsafe", source: "45 CFR 164.312(c)", .reject, lift: .amend,
          "\(packet.offences) links, hard links, devices or folders too deep lay in it",
          remedy:
            "drop it again with regular files only; what has no copy is left as .refused-\(packet.number.value)"
        ))
    }
    switch packet.form {
    case .folder:
      let requests = packet.files.count { InboxNames.isRequest($0.path) }
      if requests > 1 { findings.append(twoRequests) }
      if requests == 0, packet.offences == 0 {
        findings.append(
          Finding(
            "intake.no-request", source: "45 CFR 164.530(c)", .reject, lift: .amend,
            "there is no request.xml or request.json at its root", remedy: "add one, and drop it again"))
      }
    case .flat:
      if InboxNames.isArchive(packet.entryName) {
        findings.append(
          Finding(
            "intake.archive", source: "45 CFR 164.530(c)", .reject, lift: .amend,
            "archives are not taken yet", remedy: "unpack it, and drop it as a folder"))
      } else if let twin = InboxNames.twin(packet.entryName),
        packet.files.contains(where: { $0.path == twin })
      {
        findings.append(twoRequests)
      }
    }
    return findings
  }

  private static let twoRequests = Finding(
    "intake.two-requests", source: "45 CFR 164.530(c)", .reject, lift: .amend,
    "it holds an XML request and a JSON one", remedy: "leave one of them out, and drop it again")

  /// The daemon, or a worker, died over it too often.
  static func poison(deaths: Int) -> Finding {
    Finding(
      "house.poison", source: "45 CFR 164.308(a)(7)", .reject, lift: .any,
      "work on it ended \(deaths) times without an answer",
      remedy: "report this as a bug, with the packet's number; after an update: chartgate retry")
  }

  /// What a thrown error says, as a finding.
  static func thrown(_ error: PacketError) -> Finding {
    let verdict: Verdict = error.outcome == .reject ? .reject : .hold
    return Finding(
      error.rule, source: "45 CFR 164.530(c)", verdict, lift: verdict == .reject ? .amend : .any,
      subject: error.place?.record.map { .record($0) } ?? .packet, at: error.place, error.problem,
      remedy: error.remedy)
  }

  /// Who ends a hold for these findings (RULES.md §1): one privacy officer's finding makes it an exception.
  static func lift(of findings: [Finding]) -> Lift? {
    let lifts = Set(findings.filter { $0.verdict >= .hold }.map(\.lift))
    return [.po, .none, .two, .amend, .any].first { lifts.contains($0) }
  }
}
