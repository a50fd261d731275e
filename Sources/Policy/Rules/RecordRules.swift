internal import Records
internal import Requests
internal import Values

/// The records themselves: whose they are, whether they lie within what was asked and authorized.
enum RecordRules {
  static let all: [Rule] = [match, mixed, unknown, opaque, listed]

  /// Every identity that a record states is the request's patient.
  static let match = Rule("patient.match") { facts in
    guard let patient = facts.request.patient else {
      return [
        Rule.Shortfall(
          "the request does not say whose records are asked for",
          remedy: "state the patient, and drop the request again",
          at: Place(path: "/patient"))
      ]
    }
    return facts.records.flatMap { record -> [Rule.Shortfall] in
      let identities = record.facts?.identities ?? []
      guard identities.count <= 1 || isDocument(record) else { return [] }
      return identities.compactMap { wrong($0, patient, facts, record.number) }
    }
  }

  /// In a batch or NDJSON each message or line is tested by itself.
  static let mixed = Rule("patient.mixed") { facts in
    guard let patient = facts.request.patient else { return [] }
    return facts.records.flatMap { record -> [Rule.Shortfall] in
      let identities = record.facts?.identities ?? []
      guard identities.count > 1, !isDocument(record) else { return [] }
      return identities.compactMap { wrong($0, patient, facts, record.number) }
    }
  }

  private static func isDocument(_ record: RecordCase) -> Bool {
    record.facts?.format == .cda || record.facts?.format == .text
  }

  private static func wrong(_ found: PatientIdentity, _ patient: Patient, _ facts: Case, _ number: Int)
    -> Rule.Shortfall?
  {
    let place = Place(record: number, path: found.place.path, line: found.place.line)
    switch PatientMatch.judge(found, against: patient, facts.pipeline?.match ?? .standard) {
    case .same: return nil
    case .other:
      return Rule.Shortfall(
        "another person's than the request's patient", remedy: "take it out, or correct the request",
        subject: .record(number), at: place)
    case .unsure:
      return Rule.Shortfall(
        "too little agrees to be sure that it is the request's patient",
        remedy: "look at the record, and decide",
        subject: .record(number), at: place)
    }
  }

  /// A record that does not say whose it is: a person looks.
  static let unknown = Rule("patient.unknown") { facts in
    facts.records.compactMap { record in
      guard let known = record.facts, known.identities.isEmpty else { return nil }
      return Rule.Shortfall(
        "the record does not say whose it is", remedy: "look at it, and decide",
        subject: .record(record.number),
        at: Place(record: record.number))
    }
  }

  /// What cannot be looked into is shown to a person wherever something must be withheld or redacted.
  static let opaque = Rule(
    "cat.opaque",
    when: { facts in facts.pipeline.map { !$0.withheld(for: facts).isEmpty || !$0.redact.isEmpty } ?? true }
  ) { facts in
    facts.records.compactMap { record in
      guard record.facts?.format == .opaque else { return nil }
      return Rule.Shortfall(
        "the record cannot be searched", remedy: "look at it, and decide", subject: .record(record.number),
        at: Place(record: record.number))
    }
  }

  /// What the request says of a record is what the bytes say.
  static let listed = Rule("house.malformed") { facts in
    facts.records.compactMap { record in
      guard let known = record.facts, let stated = record.listed.mediaType else { return nil }
      guard !known.format.agrees(withMediaType: stated) else { return nil }
      return Rule.Shortfall(
        "the record is not of the media type that the request states",
        remedy: "correct the request, or export the record again", subject: .record(record.number),
        at: Place(record: record.number))
    }
  }
}
