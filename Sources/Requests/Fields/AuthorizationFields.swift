extension Authorization: FieldGroup {
  package static let typeName: StaticString = "Authorization"
  package static let about: StaticString =
    "What the patient's signed form says. Leave out what it does not say: a missing element is judged."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("document", &document, .path, "The form itself, a file of the packet.")
    fields.one("digest", &digest, .digest, "SHA-256 of the form.")
    fields.many("discloser", &discloser, .text, "Who may release, by name or class (164.508(c)(1)(ii)).")
    fields.many("recipient", &recipient, .text, "Who may receive, by name or class (164.508(c)(1)(iii)).")
    fields.one(
      "description", &description, .text, "Which records, in the form's own words (164.508(c)(1)(i)).")
    fields.one("purpose", &purpose, .text, "Why, in the form's own words (164.508(c)(1)(iv)).")
    fields.group("expires", &expires, "When the form ends (164.508(c)(1)(v)).")
    fields.group("signed", &signed, "Who signed it and when (164.508(c)(1)(vi)).")
    fields.group("statements", &statements, "Which of the required statements it holds (164.508(c)(2)).")
    fields.many(
      "categories", &categories, .code,
      "Specially protected kinds that the form names, by HL7 sensitivity code: HIV, MH, SUD, PSYTHPN.")
    fields.group("revoked", &revoked, "That it was withdrawn (164.508(b)(5)).")
    fields.many(
      "combinedWith", &combinedWith, .code,
      "What it is joined with on one form, by the words of kind: psychotherapy (164.508(b)(3)).")
    fields.one(
      "conditionedOn", &conditionedOn, .text, "What was made to depend on signing it (164.508(b)(4)).")
    fields.one("kind", &kind, .word, "Which kind of form it is.")
  }
}

extension Authorization.Expiry: FieldGroup {
  package static let typeName: StaticString = "Expiry"
  package static let about: StaticString = "A last day, or an event that ends the form."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("date", &date, .day, "The last day on which it is good.")
    fields.one("event", &event, .text, "The event that ends it, in the form's own words.")
    fields.one("eventOccurred", &eventOccurred, .flag, "Whether that event has happened.")
  }
}

extension Authorization.Signature: FieldGroup {
  package static let typeName: StaticString = "Signature"
  package static let about: StaticString = "Who signed the form, when, and as what."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("on", &on, .day, "The day of signing.")
    fields.one("by", &by, .text, "The name signed.")
    fields.one("as", &`as`, .word, "Whether the patient signed, or someone for them.")
    fields.one(
      "authorityDescription", &authorityDescription, .text, "By what right someone signed for the patient.")
  }
}

extension Authorization.Statements: FieldGroup {
  package static let typeName: StaticString = "Statements"
  package static let about: StaticString =
    "Whether the form holds each statement; left out when nobody looked."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("revocation", &revocation, .flag, "The right to withdraw it (164.508(c)(2)(i)).")
    fields.one("conditioning", &conditioning, .flag, "Whether care depends on it (164.508(c)(2)(ii)).")
    fields.one(
      "redisclosure", &redisclosure, .flag, "That the recipient may pass records on (164.508(c)(2)(iii)).")
    fields.one("remuneration", &remuneration, .flag, "That someone is paid for it (164.508(a)(3), (4)).")
  }
}

extension Authorization.Revocation: FieldGroup {
  package static let typeName: StaticString = "Revocation"
  package static let about: StaticString = "That the form was withdrawn."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("on", &on, .day, "The day on which the house received the withdrawal.")
    fields.one("reliance", &reliance, .flag, "Whether something already rests on it (164.508(b)(5)(i)-(ii)).")
  }
}
