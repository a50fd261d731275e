internal import JSON
internal import Values

/// Whom the resources name: Patient with its contacts, RelatedPerson, Practitioner, Person, a family member's name,
/// and whoever a reference names by its `display` (FHIR R4: HumanName, Address, ContactPoint, Identifier).
extension FHIRContents {
  /// Reads them.
  ///
  /// - Parameter around: what is known of all lines of the record.
  mutating func readPeople(_ around: FHIRSurroundings) {
    let holders = guarantors(around)
    for (index, resource) in resources.enumerated() {
      switch resource.type {
      case .patient:
        readPerson(resource.node, .patient)
        readMother(resource.node)
        for contact in elementsOrOne(resource.node, "contact") { readPerson(contact, .relative) }
      case .relatedPerson:
        readPerson(resource.node, holders.contains(index) ? [.relative, .guarantor] : .relative)
      case .practitioner, .practitionerRole: readPerson(resource.node, .provider)
      case .person: readPerson(resource.node, roles(ofPerson: resource.node))
      case .familyMemberHistory:
        guard let name = document.member(resource.node, "name") else { continue }
        facts.people.begin(.relative)
        add(.wholeName, name)
      default: continue
      }
    }
    readDisplays(around)
    facts.people.end()
  }

  // MARK: Resources

  /// A Patient, a contact of one, a RelatedPerson, a Practitioner: names, addresses and numbers stand alike.
  private mutating func readPerson(_ node: Int, _ roles: KnownPeople.Roles) {
    facts.people.begin(roles)
    for name in elementsOrOne(node, "name") {
      facts.people.beginGroup()
      add(.family, document.member(name, "family"))
      for given in elementsOrOne(name, "given") { add(.given, given) }
      for key in ["prefix", "suffix"] {
        for title in elementsOrOne(name, key) { add(.title, title) }
      }
      facts.people.beginGroup()
      add(.wholeName, document.member(name, "text"))
    }
    for address in elementsOrOne(node, "address") {
      facts.people.beginGroup()
      for line in elementsOrOne(address, "line") { add(.street, line) }
      for key in ["city", "district", "postalCode"] { add(.town, document.member(address, key)) }
      add(.street, document.member(address, "text"))
    }
    for telecom in elementsOrOne(node, "telecom") { add(.contact, document.member(telecom, "value")) }
    for number in elementsOrOne(node, "identifier") { add(.number, document.member(number, "value")) }
    for licence in elementsOrOne(node, "qualification") {
      for number in elementsOrOne(licence, "identifier") { add(.number, document.member(number, "value")) }
    }
    add(.birthDate, document.member(node, "birthDate"))
    if let employer = document.member(node, "organization") {
      add(.employer, document.member(employer, "display"))
    }
  }

  /// PID-6 of HL7 v2: the mother's name, as an extension of the Patient.
  private mutating func readMother(_ patient: Int) {
    let url = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName"
    for named in elementsOrOne(patient, "extension") {
      guard let member = document.member(named, "url"), document.isString(member, url) else { continue }
      facts.people.begin(.relative)
      add(.wholeName, document.member(named, "valueString"))
    }
  }

  /// A Person is whoever it links to; one that links to nobody may be anybody.
  private func roles(ofPerson node: Int) -> KnownPeople.Roles {
    var roles: KnownPeople.Roles = []
    for link in elementsOrOne(node, "link") {
      guard let target = document.member(link, "target"), let type = statedType(target) else { continue }
      switch type {
      case .patient: return .patient
      case .practitioner, .practitionerRole: roles.insert(.provider)
      default: roles.insert(.relative)
      }
    }
    return roles.isEmpty ? [.relative, .provider] : roles
  }

  // MARK: Runs

  /// The run of a string or number.
  mutating func add(_ what: KnownPeople.Part.What, _ node: Int?) {
    guard let node else { return }
    facts.people.add(what, run(of: node))
  }

  private func run(of node: Int) -> Range<Int>? {
    var at = Self.firstIndex(sources.count) { Int(sources[$0].node) >= node }
    while at < sources.count, Int(sources[at].node) == node {
      if sources[at].wrapping == .none { return facts.runs[at].range }
      at += 1
    }
    return nil
  }

  /// The elements of a member that is an array; the member itself where it is one value.
  func elementsOrOne(_ object: Int, _ name: String) -> [Int] {
    guard let member = document.member(object, name) else { return [] }
    return document.kind(member) == .array ? Array(document.children(member)) : [member]
  }
}
