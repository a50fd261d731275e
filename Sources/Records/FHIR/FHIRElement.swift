/// What the name of a JSON member tells a reader of FHIR: what its text is, and what else to look for.
struct FHIRElement: Sendable {
  /// Names that the reader or the cutter treats in their own way.
  enum Name: UInt8, Sendable {
    case other
    case activity, beneficiary, code, coding, component, condition, confidentiality, contained, contentType
    case data, diagnosis, display, div, end, entry, `extension`, `for`, fullUrl, id, identifier
    case implicitRules, item, meta, modifierExtension, note, patient, procedure, reference, request
    case resource, resourceType, section, security, securityLabel, start, subject, supportingInfo, system
    case text, unit, url, value, valueBase64Binary, valueCode, valueSampledData
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// Text that is no words: a number, date, code, id or URL. A part of it cannot be redacted.
    static let value = Traits(rawValue: 1)
    /// No words, but any string may stand there, a mark too.
    static let freeString = Traits(rawValue: 2)
    /// Who and where people are: periods within tell how long a name or number holds.
    static let administrative = Traits(rawValue: 16)
    /// A datatype Attachment.
    static let attachment = Traits(rawValue: 32)
    /// A string, not a concept, stands in `text`: of a name, an address.
    static let textIsNoConcept = Traits(rawValue: 64)
  }

  var name: Name
  var traits: Traits
  /// Its number in ``FHIRDays``; 0 when it tells no day in any type.
  var day: UInt8 = 0

  /// A name that is not on the list: its strings are searched as words.
  static let unlisted = FHIRElement(name: .other, traits: [])

  /// Whether the list has it for what it is, so that it is an element of FHIR's.
  var isListed: Bool { name != .other || !traits.isEmpty }

  /// What the bytes of a member's name, escapes undone, tell.
  static func named(_ range: Range<Int>, in bytes: Span<UInt8>, _ table: FHIRElementTable) -> FHIRElement {
    table.words.index(of: range, in: bytes).map { table.elements[$0] } ?? .unlisted
  }
}

/// The listed names; one value that a reader holds on to.
struct FHIRElementTable: Sendable {
  let words: WordTable
  let elements: [FHIRElement]

  static let shared = FHIRElementTable()

  private init() {
    var names: [String] = []
    var elements: [FHIRElement] = []
    for (name, word, traits) in Self.special {
      names.append(word)
      elements.append(FHIRElement(name: name, traits: traits))
    }
    for (traits, words) in Self.others {
      names.append(contentsOf: words)
      elements.append(
        contentsOf: repeatElement(FHIRElement(name: .other, traits: traits), count: words.count))
    }
    for (index, name) in FHIRDays.shared.names.enumerated() {
      let day = UInt8(truncatingIfNeeded: index + 1)
      if let known = names.firstIndex(of: name) {
        elements[known].day = day
      } else {
        names.append(name)
        elements.append(FHIRElement(name: .other, traits: [], day: day))
      }
    }
    words = WordTable(names)
    self.elements = elements
  }

  private static let special: [(FHIRElement.Name, String, FHIRElement.Traits)] = [
    (.beneficiary, "beneficiary", []), (.code, "code", .value), (.coding, "coding", []),
    (.component, "component", []), (.activity, "activity", []), (.condition, "condition", []),
    (.confidentiality, "confidentiality", .value), (.contained, "contained", []),
    (.contentType, "contentType", .value), (.data, "data", .value), (.diagnosis, "diagnosis", []),
    (.display, "display", []), (.item, "item", .textIsNoConcept), (.procedure, "procedure", []),
    (.supportingInfo, "supportingInfo", []), (.div, "div", []), (.end, "end", .value), (.entry, "entry", []),
    (.extension, "extension", []), (.for, "for", []), (.fullUrl, "fullUrl", .value), (.id, "id", .value),
    (.identifier, "identifier", [.administrative, .freeString]),
    (.implicitRules, "implicitRules", .value), (.meta, "meta", .administrative),
    (.modifierExtension, "modifierExtension", []), (.note, "note", .textIsNoConcept),
    (.patient, "patient", []), (.reference, "reference", .value), (.request, "request", []),
    (.resource, "resource", []), (.resourceType, "resourceType", .value), (.section, "section", []),
    (.security, "security", []), (.securityLabel, "securityLabel", []), (.start, "start", .value),
    (.subject, "subject", []), (.system, "system", .value), (.text, "text", []),
    (.unit, "unit", .freeString), (.url, "url", .value), (.value, "value", .freeString),
    (.valueBase64Binary, "valueBase64Binary", .value), (.valueCode, "valueCode", .value),
    (.valueSampledData, "valueSampledData", []),
  ]

  private static let others: [(FHIRElement.Traits, [String])] = [
    (
      .value,
      [
        "abatementDateTime", "assertedDate", "authored", "authoredOn", "collectedDateTime", "date",
        "dateAsserted", "detected", "effectiveDateTime", "effectiveInstant", "identifiedDateTime", "issued",
        "lastOccurrence", "occurrenceDateTime", "onsetDateTime", "performedDateTime", "received",
        "receivedTime", "recordedDate", "sent", "servicedDate", "started", "whenHandedOver", "whenPrepared",
      ]
    ),
    ([.administrative, .textIsNoConcept], ["address", "name"]),
    (.administrative, ["communication", "contact", "qualification", "telecom"]),
    (.textIsNoConcept, ["answer", "comment", "processNote"]),
    (
      .attachment,
      [
        "attachment", "content", "contentAttachment", "image", "photo", "presentedForm",
        "sourceAttachment", "valueAttachment",
      ]
    ),
    (
      .freeString,
      ["carrierHRF", "deviceIdentifier", "lotNumber", "postalCode", "serialNumber", "version"]
    ),
    (
      .value,
      [
        "accountingDate", "active", "assertedOn", "birthDate", "boundsUnit", "category", "comparator",
        "created", "criticality", "currency", "dayOfWeek", "deceasedDateTime", "dueDate", "durationUnit",
        "etag", "event", "expirationDate", "gender", "hash", "ifMatch", "ifNoneExist", "ifNoneMatch",
        "instantiatesCanonical", "instantiatesUri", "intent", "kind", "language", "lastModified",
        "lastUpdated", "linkId", "location", "manufactureDate", "method", "mode", "occurredDateTime",
        "outcome", "path", "periodUnit", "priority", "profile", "questionnaire", "recorded", "relation",
        "severity", "source", "startDate", "status", "statusDate", "targetDate", "timestamp", "type", "uid",
        "uri", "use", "valueCanonical", "valueDate", "valueDateTime",
        "valueId", "valueInstant", "valueOid", "valueTime", "valueUri", "valueUrl", "valueUuid",
        "versionId", "when",
      ]
    ),
  ]
}
