extension Patient: FieldGroup {
  package static let typeName: StaticString = "Patient"
  package static let about: StaticString = "Whose records are asked for."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.groups("identifiers", &identifiers, "Numbers of the patient, the house's own record number first.")
    fields.groups("names", &names, "Names in use now.")
    fields.groups("otherNames", &otherNames, "Former names, maiden names, names on other papers.")
    fields.one("birthDate", &birthDate, .day, "The day of birth.")
    fields.one("deathDate", &deathDate, .day, "The day of death, if the patient is dead.")
    fields.groups("addresses", &addresses, "Where the patient lives, or lived.")
    fields.many("phones", &phones, .text, "Telephone numbers.")
    fields.many("emails", &emails, .text, "E-mail addresses.")
    fields.one(
      "contactPreference", &contactPreference, .text,
      "The way or the address that the patient asked to be used (45 CFR 164.522(b)).")
    fields.many(
      "restrictions", &restrictions, .code,
      "Numbers of restrictions that the house has on file (45 CFR 164.522(a)); what they say comes from there."
    )
  }
}

extension PersonName: FieldGroup {
  package static let typeName: StaticString = "PersonName"
  package static let about: StaticString = "A name of a person."
  package static var blank: Self { PersonName(family: "", given: []) }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.required("family", &family, .text, "The family name, or the only one.")
    fields.many("given", &given, .text, "Given names, the first one first.")
  }
}

extension Identifier: FieldGroup {
  package static let typeName: StaticString = "Identifier"
  package static let about: StaticString = "A number of a person, and who gave it."
  package static var blank: Self { Identifier(system: nil, value: "") }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("system", &system, .text, "OID or URI of who gave it, as it stands in the records.")
    fields.required("value", &value, .text, "The number itself.")
  }
}

extension Address: FieldGroup {
  package static let typeName: StaticString = "Address"
  package static let about: StaticString = "A postal address."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.many("lines", &lines, .text, "Street, number, unit, one line each.")
    fields.one("city", &city, .text, "City or town.")
    fields.one("state", &state, .code, "Two-letter code of the state, by which state law is chosen: MA.")
    fields.one("postalCode", &postalCode, .text, "ZIP or other postal code.")
    fields.one("country", &country, .code, "Two-letter code of the country (ISO 3166-1): US.")
  }
}

extension Requester: FieldGroup {
  package static let typeName: StaticString = "Requester"
  package static let about: StaticString = "Who asks, by what authority, and how the house knows it."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("kind", &kind, .word, "What the requester is; most rules turn on this.")
    fields.one("name", &name, .text, "The person who asks.")
    fields.one("organization", &organization, .text, "The firm, agency or institution.")
    fields.group("authority", &authority, "By what right someone else than the patient asks.")
    fields.group("identity", &identity, "How it was established who asks (45 CFR 164.514(h)).")
  }
}

extension Authority: FieldGroup {
  package static let typeName: StaticString = "Authority"
  package static let about: StaticString = "By what right someone acts for the patient (45 CFR 164.502(g))."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("kind", &kind, .word, "What the requester is to the patient.")
    fields.one("document", &document, .path, "The paper that proves it, a file of the packet.")
    fields.one("digest", &digest, .digest, "SHA-256 of that paper.")
    fields.one(
      "scope", &healthDecisions, .either("health-decisions", or: "other"),
      "Whether it reaches decisions on health care; a power over money alone does not.")
    fields.one("validFrom", &validFrom, .day, "The first day on which it is in force.")
    fields.one("validTo", &validTo, .day, "The last one.")
  }
}

extension IdentityProof: FieldGroup {
  package static let typeName: StaticString = "Identity"
  package static let about: StaticString = "How, by whom and when it was established who asks."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("method", &method, .word, "How.")
    fields.one("checkedBy", &checkedBy, .text, "By whom.")
    fields.one("checkedOn", &checkedOn, .day, "When.")
  }
}

extension RequestedRecipient: FieldGroup {
  package static let typeName: StaticString = "Recipient"
  package static let about: StaticString =
    "To whom the records go: an id of the house's directory, or else name and address."
  package static var blank: Self { Self() }

  package mutating func visit<Visitor: FieldVisitor>(_ fields: inout Visitor) {
    fields.one("id", &id, .code, "An id of the house's directory, or patient for the patient themself.")
    fields.one("name", &name, .text, "The person or organization.")
    fields.group("address", &address, "Where the copy is sent by mail.")
    fields.one("directAddress", &directAddress, .text, "The address for Direct secure messages.")
  }
}
