internal import JSON
internal import Values

/// Where in the XML something of the JSON form is: bytes of a form that nobody sees become lines of the
/// record.
struct FHIRXMLPlaces {
  private let document: JSONDocument
  private let lines: [Int]

  init(_ document: JSONDocument, _ form: FHIRXMLForm) {
    self.document = document
    lines = form.origins.map { form.tree.line(Int($0.node)) }
  }

  func place(_ place: Place) -> Place {
    guard let bytes = place.bytes, !lines.isEmpty else { return place }
    return Place(record: place.record, path: place.path, line: line(at: bytes.lowerBound))
  }

  /// That of the last value that begins at a byte or before it; a member begins with its name.
  private func line(at byte: Int) -> Int {
    let count = min(document.count, lines.count)
    let next = FHIRContents.firstIndex(count) { node in
      (document.key(node)?.lowerBound ?? document.range(node).lowerBound) > byte
    }
    return lines[max(0, min(next, count) - 1)]
  }

  func error(_ error: PacketError) -> PacketError {
    PacketError(
      FHIRXMLProblem.rule(error.rule), error.outcome, at: error.place.map { place($0) }, error.problem,
      remedy: error.remedy)
  }

  /// Facts of the JSON form as those of the XML.
  func move(_ facts: inout RecordFacts) {
    for unit in facts.units.indices { facts.units[unit].place = place(facts.units[unit].place) }
    for index in facts.identities.indices {
      facts.identities[index].place = place(facts.identities[index].place)
    }
    for index in facts.mentions.indices { facts.mentions[index].place = place(facts.mentions[index].place) }
    facts.findings = facts.findings.map { finding in
      Finding(
        FHIRXMLProblem.rule(finding.rule), source: finding.source, finding.verdict, lift: finding.lift,
        subject: finding.subject, at: finding.place.map { place($0) }, finding.problem,
        remedy: finding.remedy)
    }
  }
}
