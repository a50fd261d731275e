internal import JSON
internal import Values

/// Whom the resources name: Patient with its contacts, RelatedPerson, Practitioner, Person, a family member's name,
/// and whoever a reference names by its `display` (FHIR R4: HumanName, Address, ContactPoint, Identifier).
extension FHIRContents {
  ///
  /// - Parameter around: what is known of all lines of the record.
  mutating func readPeople(_ around: FHIRSurroundings) {
    let holders = guarantors(around)
    for (index, resource) in resources.enumerated() {
      switch resource.type {
      case .patient:
        readPerson(resource.node, .patient)
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

  /// The RelatedPersons that an Account, a Coverage or a claim says pay or hold the policy, by index.
  private func guarantors(_ around: FHIRSurroundings) -> Set<Int> {
    let people = resources.indices.filter { resources[$0].type == .relatedPerson }
    guard !people.isEmpty else { return [] }
    var found = Set(
      people.filter { index in
        guard !resources[index].isContained else { return false }
        return around.pays(FHIRReferenceIndex.keys(of: resources[index], document))
      })
    guard people.contains(where: { resources[$0].isContained }) else { return found }
    for reference in references where reference.kind == .literal && holdsMoney(reference) {
      guard let text = document.text(reference.target), case .contained(let id) = ReferenceText(text) else {
        continue
      }
      found.formUnion(contained(id, from: reference.resource))
    }
    return found
  }

  /// Account.guarantor.party, Coverage.policyHolder, Coverage.subscriber.
  func holdsMoney(_ reference: Reference) -> Bool {
    ["party", "policyHolder", "subscriber"].contains { document.isNamed(reference.object, $0) }
  }

  // MARK: References

  /// A reference's `display` is a name of who it points to. One to nobody in particular counts where the
  /// element itself says that it is a person who told something.
  private mutating func readDisplays(_ around: FHIRSurroundings) {
    // Many references point to few people.
    var known: [ReferenceKey: KnownPeople.Roles?] = [:]
    for reference in references where !Self.patientElements.contains(reference.element) {
      guard let display = document.member(reference.object, "display") else { continue }
      let found: KnownPeople.Roles?
      if reference.kind == .literal, document.member(reference.object, "type") == nil {
        let key = ReferenceKey(bytes: document.bytes[document.range(reference.target)])
        let isInside = document.bytes[document.content(reference.target)].first == UInt8(ascii: "#")
        if !isInside, let roles = known[key] {
          found = roles
        } else {
          found = roles(of: reference, around)
          if !isInside { known[key] = found }
        }
      } else {
        found = roles(of: reference, around)
      }
      guard var roles = found else { continue }
      if holdsMoney(reference) { roles.insert(.guarantor) }
      if isInformant(reference.object), roles.contains(.relative) { roles.insert(.informant) }
      facts.people.begin(roles)
      add(.wholeName, display)
    }
    readBareDisplays()
  }

  /// A reference that has a `display` and nothing else: what it is called says who it is.
  private mutating func readBareDisplays() {
    let (bytes, tellers) = (document.bytes, Self.tellers)
    for node in 0..<document.count {
      let kind = document.kind(node)
      guard kind == .object || kind == .array, let key = document.key(node),
        let word = tellers.index(of: key, in: bytes.span)
      else { continue }
      for object in kind == .array ? Array(document.children(node)) : [node] {
        guard document.kind(object) == .object, let display = document.member(object, "display"),
          Self.beside.allSatisfy({ document.member(object, $0) == nil })
        else { continue }
        facts.people.begin(word < 2 ? .informant : .provider)
        add(.wholeName, display)
      }
    }
  }

  private static let beside = ["reference", "identifier", "type", "code"]
  /// Elements of R4 that point to people: the first two to who told something, the others to who acted.
  private static let tellers = WordTable([
    "asserter", "informationSource", "actor", "assessor", "attester", "author", "collector", "dispenser",
    "enterer", "generalPractitioner", "individual", "interpreter", "operator", "party", "performer",
    "practitioner", "provider", "recorder", "requester", "resultsInterpreter", "signer", "who",
  ])

  private func roles(of reference: Reference, _ around: FHIRSurroundings) -> KnownPeople.Roles? {
    Self.roles(of: target(of: reference, around) ?? statedType(reference.object))
  }

  private func target(of reference: Reference, _ around: FHIRSurroundings) -> FHIRResourceType? {
    guard reference.kind != .logical, reference.kind != .words, let text = document.text(reference.target)
    else { return nil }
    let pointer = ReferenceText(text)
    guard case .contained(let id) = pointer else { return around.type(at: pointer) }
    return contained(id, from: reference.resource).first.flatMap { resources[$0].type }
  }

  private func isInformant(_ object: Int) -> Bool {
    document.isNamed(object, "asserter") || document.isNamed(object, "informationSource")
  }

  static func roles(of type: FHIRResourceType?) -> KnownPeople.Roles? {
    switch type {
    case .patient: .patient
    case .relatedPerson: .relative
    case .practitioner, .practitionerRole: .provider
    default: nil
    }
  }

  /// The type that a reference gives itself or that its URL ends in.
  private func statedType(_ object: Int) -> FHIRResourceType? {
    if let type = document.member(object, "type").flatMap({ document.text($0) }) {
      return FHIRResourceType(type.indices, in: type.span)
    }
    guard let text = document.member(object, "reference").flatMap({ document.text($0) }) else { return nil }
    let name: ArraySlice<UInt8>
    switch ReferenceText(text) {
    case .contained: return nil
    case .conditional(let type): name = type
    case .literal(_, let tail):
      guard let tail, let parts = ReferenceText.parts(of: tail) else { return nil }
      name = parts.type
    }
    let bytes = Array(name)
    return FHIRResourceType(bytes.indices, in: bytes.span)
  }

  // MARK: Runs

  /// The run of a string or number.
  private mutating func add(_ what: KnownPeople.Part.What, _ node: Int?) {
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
  private func elementsOrOne(_ object: Int, _ name: String) -> [Int] {
    guard let member = document.member(object, name) else { return [] }
    return document.kind(member) == .array ? Array(document.children(member)) : [member]
  }
}
