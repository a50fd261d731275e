extension Request: FieldGroup {
  package static let typeName: StaticString = "Request"
  package static let about: StaticString =
    "Who asks for which records of which patient, for whom, why, and by what right."
  package static var blank: Self { Request(id: "") }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.required(
      "id", &id, .text,
      "The request's own number, unique within the source that sends it. The only field that must be there.")
    fields.one(
      "received", &received, .instant,
      "When the request reached the house; all clocks of the law start here. Always with its zone.")
    var isSample = sample ? true : nil
    fields.one("sample", &isSample, .flag, "true marks a made-up request, which only a trial house takes.")
    sample = isSample ?? false
    fields.group("patient", &patient, "Whose records are asked for; compared with each record's own patient.")
    fields.group("requester", &requester, "Who asks.")
    fields.group("purpose", &purpose, "Why the records are wanted.")
    fields.one(
      "basis", &basis, .word(of: StatedBasis.self),
      "The right relied on. Leave it out: it is derived. One that is stated must agree with what is derived.")
    fields.group("recipient", &recipient, "To whom the records go; the requester's own place if left out.")
    fields.group(
      "authorization", &authorization,
      "What the patient's signed form says (45 CFR 164.508; 42 CFR 2.31), as its desk transcribed it.")
    fields.group(
      "legal", &legal, "What a court's or a party's process says (45 CFR 164.512(e), (f); 42 CFR 2.61-2.67).")
    fields.groups("evidence", &evidence, "Other papers that prove something.")
    fields.group("scope", &scope, "Which records are asked for.")
    fields.group("delivery", &delivery, "How the copy should be sent.")
    fields.groups(
      "records", &records,
      "The records in this packet, one for each file that may be released. List every one, each path once.")
    fields.groups(
      "papers", &papers,
      """
      The papers in this packet: authorization, legal process, proofs. They are checked and never released. \
      List every one, each path once.
      """)
    fields.group("transcribed", &transcribed, "Who read the papers into this request, and when.")
  }
}

extension Purpose: FieldGroup {
  package static let typeName: StaticString = "Purpose"
  package static let about: StaticString = "Why the records are wanted, as a code and in words."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one(
      "code", &code, .code,
      """
      A code of HL7's value set PurposeOfUse: TREAT (treatment), HPAYMT (payment), HOPERAT (operations), \
      HLEGAL (legal), HRESCH (research), HMARKT (marketing), PATRQT (patient's own request), PUBHLTH (public \
      health), COVERAGE (coverage or benefits), or one below these.
      """)
    fields.one("words", &words, .text, "The purpose in the requester's own words.")
  }
}

extension Scope: FieldGroup {
  package static let typeName: StaticString = "Scope"
  package static let about: StaticString =
    "Which records: what is left out sets no bound, so name what is wanted, or say whole."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.group("period", &period, "Days of service.")
    fields.many("documentTypes", &documentTypes, .code, "LOINC codes of document types: 18842-5.")
    fields.many("resourceTypes", &resourceTypes, .code, "FHIR resource types: Observation.")
    fields.many("encounters", &encounters, .text, "Numbers of visits or stays.")
    fields.many(
      "categories", &categories, .code,
      "Specially protected kinds that are asked for, by HL7 sensitivity code: HIV, MH, SUD.")
    fields.one("whole", &whole, .flag, "true when all records are asked for.")
    fields.one("justification", &justification, .text, "Why all of it, or as much as this, is needed.")
  }
}

extension Scope.Period: FieldGroup {
  package static let typeName: StaticString = "Period"
  package static let about: StaticString =
    "From one day to another, both within it; open where one is left out."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("from", &from, .day, "The first day.")
    fields.one("to", &to, .day, "The last day.")
  }
}

extension Delivery: FieldGroup {
  package static let typeName: StaticString = "Delivery"
  package static let about: StaticString =
    "How the copy should be sent, in which form, by when, for how much."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("channel", &channel, .word, "The way it goes.")
    fields.one("form", &form, .text, "The form asked for: electronic, paper.")
    fields.one("format", &format, .text, "The format asked for: PDF, FHIR, C-CDA.")
    fields.one("due", &due, .day, "The last day for it, if the requester names one.")
    fields.group("fee", &fee, "What is asked for the copy (45 CFR 164.524(c)(4)).")
    fields.one(
      "unencryptedAcceptedOn", &unencryptedAcceptedOn, .day,
      "When the patient, warned of the risk, still chose plain e-mail (45 CFR 164.524(c)(3)).")
  }
}

extension Delivery.Fee: FieldGroup {
  package static let typeName: StaticString = "Fee"
  package static let about: StaticString = "What is asked for the copy."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("amount", &cents, .dollars, "US dollars: 6.50. A text in JSON.")
    fields.one("basis", &basis, .code, "How it came about: cost-based, flat, state-schedule.")
  }
}

extension ListedRecord: FieldGroup {
  package static let typeName: StaticString = "Record"
  package static let about: StaticString =
    "One file that may be released. What is said of it here is compared with its bytes."
  package static var blank: Self { ListedRecord(path: "") }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.required("path", &path, .path, "Where the file lies in the packet.")
    fields.one(
      "mediaType", &mediaType, .text,
      """
      application/cda+xml, application/fhir+json, application/fhir+xml, application/fhir+ndjson, \
      x-application/hl7-v2+er7, text/plain, application/pdf and so on.
      """)
    fields.one("documentType", &documentType, .code, "LOINC code of its document type: 18842-5.")
    fields.one("serviceDate", &serviceDate, .day, "The day of the care that it tells of.")
    fields.one("sha256", &sha256, .digest, "SHA-256 of the file.")
    fields.one(
      "size", &size, .count,
      "The file's size in bytes. With sha256 and size of every file a packet needs no marker to be taken.")
    fields.one(
      "part2", &part2, .threeWay,
      "Whether it is a record of a substance use disorder program under 42 CFR Part 2.")
    fields.one("sourceOrg", &sourceOrg, .text, "The organization or unit that it came from.")
  }
}

extension Paper: FieldGroup {
  package static let typeName: StaticString = "Paper"
  package static let about: StaticString = "One paper that belongs to the request."
  package static var blank: Self { Paper(path: "") }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.required("path", &path, .path, "Where the file lies in the packet.")
    fields.one("kind", &kind, .word, "What kind of paper it is.")
    fields.one("mediaType", &mediaType, .text, "application/pdf, image/tiff and so on.")
    fields.one("sha256", &sha256, .digest, "SHA-256 of the file.")
    fields.one("size", &size, .count, "The file's size in bytes.")
  }
}

extension Transcription: FieldGroup {
  package static let typeName: StaticString = "Transcription"
  package static let about: StaticString = "Who read the papers into this request, and when."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("by", &by, .text, "Who did it.")
    fields.one("on", &on, .day, "When.")
  }
}
