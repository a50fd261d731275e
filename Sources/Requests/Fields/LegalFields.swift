extension LegalProcess: FieldGroup {
  package static let typeName: StaticString = "Legal"
  package static let about: StaticString =
    "What an order, warrant, subpoena or like process says. Leave out what it does not say."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("instrument", &instrument, .word, "What kind of process it is.")
    fields.one("document", &document, .path, "The paper itself, a file of the packet.")
    fields.one("digest", &digest, .digest, "SHA-256 of the paper.")
    fields.one("issuer", &issuer, .text, "Who issued it.")
    fields.one("signedBy", &signedBy, .text, "Who signed it, and as what.")
    fields.one("court", &court, .text, "The court or tribunal.")
    fields.one("case", &caseNumber, .text, "The case's number.")
    fields.one("issuedOn", &issuedOn, .day, "The day on which it was issued.")
    fields.one("returnOn", &returnOn, .day, "The day by which it is to be answered.")
    fields.group("covers", &covers, "What it asks for.")
    fields.group("assurance", &assurance, "Satisfactory assurance for a subpoena (164.512(e)(1)(ii)).")
    fields.one(
      "threePart", &threePart, .flag,
      """
      Whether an administrative request states all three: relevant and material, specific and limited, \
      de-identified data would not do (164.512(f)(1)(ii)(C)).
      """)
    fields.group("part2Order", &part2Order, "An order under 42 CFR Part 2, subpart E.")
  }
}

extension LegalProcess.Covers: FieldGroup {
  package static let typeName: StaticString = "Covers"
  package static let about: StaticString = "What the process asks for, in its own words and as a scope."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("text", &text, .text, "In its own words.")
    fields.group("scope", &scope, "The same as a scope: nothing beyond it leaves.")
  }
}

extension LegalProcess.Assurance: FieldGroup {
  package static let typeName: StaticString = "Assurance"
  package static let about: StaticString =
    "That the patient was told, or a protective order sought (45 CFR 164.512(e)(1)(iii)-(v))."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("kind", &kind, .word, "Of notice to the patient, or of a protective order.")
    fields.one("statement", &statement, .flag, "Whether there is a written statement.")
    fields.many("documents", &documents, .path, "The papers that go with it, files of the packet.")
    fields.one("objectionPeriodEnds", &objectionPeriodEnds, .day, "The last day to object.")
    fields.one("objections", &objections, .word, "Whether someone objected, and what became of it.")
  }
}

extension LegalProcess.Part2Order: FieldGroup {
  package static let typeName: StaticString = "Part2Order"
  package static let about: StaticString = "A court order under 42 CFR 2.61-2.67."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("section", &section, .code, "The section that it was made under: 2.64.")
    fields.one("findings", &findings, .flag, "Whether it holds the findings that the section asks for.")
    fields.one("subpoena", &subpoena, .flag, "Whether a subpoena or like mandate came with it (2.61).")
  }
}

extension Evidence: FieldGroup {
  package static let typeName: StaticString = "Evidence"
  package static let about: StaticString = "Another paper that proves something."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("kind", &kind, .word, "What it is.")
    fields.one("document", &document, .path, "The paper itself, a file of the packet.")
    fields.one("digest", &digest, .digest, "SHA-256 of the paper.")
    fields.one("issuedOn", &issuedOn, .day, "The day on which it was issued.")
  }
}
