internal import Records
internal import Requests
internal import Values

/// The records themselves: whose they are, whether they are what the request says.
enum RecordRules {
  static let all: [Rule] = [match, mixed, unknown, opaque, opaqueRedaction, listed, type]

  /// Every identity that a record states is the request's patient.
  static let match = Rule("patient.match") { facts in
    guard let patient = facts.request.patient else {
      return [
        Rule.Shortfall(
          "the request does not say whose records are asked for",
          remedy: "state the patient, and drop the request again", at: Place(path: "/patient"))
      ]
    }
    return facts.records.flatMap { record -> [Rule.Shortfall] in
      let identities = record.facts?.identities ?? []
      let people = (record.facts?.mentions ?? []).compactMap {
        mentioned($0, patient, identities, record.number)
      }
      guard identities.count <= 1 || isDocument(record) else { return people }
      return identities.compactMap { wrong($0, patient, facts, record.number) } + people
    }
  }

  /// A person whom the record's free text names by a label, and who is not the patient.
  private static func mentioned(
    _ found: PatientIdentity, _ patient: Patient, _ own: [PatientIdentity], _ number: Int
  ) -> Rule.Shortfall? {
    guard PatientMatch.isAnother(found, than: patient, of: own) else { return nil }
    return Rule.Shortfall(
      "its text states the number, name or day of birth of another person as a patient's",
      remedy: "look at the record, and take it out if it is another's", subject: .record(number),
      at: Place(record: number, path: found.place.path, line: found.place.line))
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
    // Without a pipeline nothing says how sure is sure enough: the stricter way.
    switch PatientMatch.judge(found, against: patient, facts.pipeline?.match ?? .strict) {
    case .same: return nil
    case .other:
      return Rule.Shortfall(
        "another person's than the request's patient", remedy: "take it out, or correct the request",
        subject: .record(number), at: place)
    case .unsure:
      return Rule.Shortfall(
        "too little agrees to be sure that it is the request's patient",
        remedy: "look at the record, and decide", subject: .record(number), at: place)
    }
  }

  /// One finding for each record that was read and does not meet a test; one that was not is held by its reader.
  private static func each(
    _ id: RuleID, when applies: @escaping @Sendable (Case) -> Bool = { _ in true }, _ problem: PlainText,
    remedy: PlainText, _ isMet: @escaping @Sendable (RecordCase, RecordFacts) -> Bool
  ) -> Rule {
    Rule(id, when: applies) { facts in
      facts.records.compactMap { record in
        guard let read = record.facts, !isMet(record, read) else { return nil }
        return Rule.Shortfall(
          problem, remedy: remedy, subject: .record(record.number), at: Place(record: record.number))
      }
    }
  }

  /// A record that does not say whose it is: a person looks.
  static let unknown = each(
    "patient.unknown", "the record does not say whose it is", remedy: "look at it, and decide"
  ) { _, read in !read.identities.isEmpty }

  /// What cannot be looked into is shown to a person wherever something is withheld.
  static let opaque = each(
    "cat.opaque", when: { facts in facts.pipeline.map { !$0.withheld(for: facts).isEmpty } ?? true },
    "the record cannot be searched for what is withheld", remedy: "look at it, and decide"
  ) { _, read in read.format != .opaque }

  static let opaqueRedaction = each(
    "house.opaque-redact", when: { $0.pipeline.map { !$0.redact.isEmpty } ?? true },
    "the record cannot be redacted", remedy: "look at it, and redact it by hand"
  ) { _, read in read.format != .opaque }

  /// What the request says of a record is what the bytes say.
  static let listed = each(
    "house.malformed", "the record is not of the media type that the request states",
    remedy: "correct the request, or export the record again"
  ) { record, read in record.listed.mediaType.map { read.format.agrees(withMediaType: $0) } ?? true }

  /// Its type decides what the minimum necessary leaves of it: the bytes' word counts, and a request that says
  /// another is looked at. HL7 v2 names orders and local kinds, which are no LOINC types of documents.
  static let type = each(
    "house.malformed", "the record is not of the document type that the request states",
    remedy: "correct the request, or export the record again"
  ) { record, read in
    guard let stated = record.listed.documentType, read.format != .hl7v2, !read.documentTypes.isEmpty else {
      return true
    }
    return read.documentTypes.contains { $0.code.reveal(.match) == stated }
  }
}
