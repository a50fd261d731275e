internal import JSON
internal import Values

/// Whom references name: by what they point to, and by what they display (FHIR R4, Reference).
extension FHIRContents {
  /// The RelatedPersons that an Account, a Coverage or a claim says pay or hold the policy, by index.
  func guarantors(_ around: FHIRSurroundings) -> Set<Int> {
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
  mutating func readDisplays(_ around: FHIRSurroundings) {
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
    for resource in resources {
      switch resource.type {
      case .account: readPayers(of: resource.node)
      case .careTeam: readTeam(resource.node)
      case .coverage: readHolders(of: resource, around)
      default: continue
      }
    }
    readBareDisplays()
  }

  /// A reference that points nowhere and states no type: what it is called says who it is.
  private func bareDisplay(_ object: Int) -> Int? {
    guard document.kind(object) == .object, let display = document.member(object, "display"),
      Self.beside.allSatisfy({ document.member(object, $0) == nil })
    else { return nil }
    return display
  }
  private static let beside = ["reference", "type", "code", "coding"]

  /// A person whom a bare reference names, with the number that it may give.
  private mutating func addBare(_ object: Int, _ roles: KnownPeople.Roles) {
    guard let display = bareDisplay(object) else { return }
    facts.people.begin(roles)
    add(roles == .provider ? .display : .wholeName, display)
    if let number = document.member(object, "identifier") { add(.number, document.member(number, "value")) }
  }

  private func saysRelation(_ node: Int) -> Bool { document.text(node).map(RelationWords.areIn) ?? false }

  /// Account.guarantor.party: whoever pays, as GT1 in HL7 v2.
  private mutating func readPayers(of account: Int) {
    for guarantor in elementsOrOne(account, "guarantor") {
      if let party = document.member(guarantor, "party") { addBare(party, .guarantor) }
    }
  }

  /// CareTeam.participant.member by name alone: the role tells whether it is a relative.
  private mutating func readTeam(_ team: Int) {
    for participant in elementsOrOne(team, "participant") {
      guard let member = document.member(participant, "member"), let display = bareDisplay(member) else {
        continue
      }
      let isRelative =
        saysRelation(display)
        || elementsOrOne(participant, "role").contains { role in
          ([document.member(role, "text")]
            + elementsOrOne(role, "coding").map { document.member($0, "display") })
            .contains { $0.map(saysRelation) ?? false }
        }
      addBare(member, isRelative ? .relative : .provider)
    }
  }

  /// Coverage: who holds the policy, and the number that they are insured under (IN1-16, IN1-36). That of a
  /// patient who is insured themself is the patient's.
  private mutating func readHolders(of coverage: Resource, _ around: FHIRSurroundings) {
    for key in ["policyHolder", "subscriber"] {
      if let holder = document.member(coverage.node, key) { addBare(holder, .guarantor) }
    }
    guard let number = document.member(coverage.node, "subscriberId"), !isSelf(coverage.node) else { return }
    let subscriber = document.member(coverage.node, "subscriber")
    let nodes = coverage.node..<document.subtreeEnd(coverage.node)
    let isPatient = references(in: nodes).contains { at in
      references[at].object == subscriber && roles(of: references[at], around) == .patient
    }
    guard !isPatient else { return }
    facts.people.begin(.guarantor)
    if let subscriber { add(.wholeName, document.member(subscriber, "display")) }
    add(.number, number)
  }

  /// Coverage.relationship, of HL7's code system subscriber-relationship.
  private func isSelf(_ coverage: Int) -> Bool {
    guard let relationship = document.member(coverage, "relationship") else { return false }
    return elementsOrOne(relationship, "coding").contains { coding in
      document.member(coding, "code").map { document.isString($0, "self") } ?? false
    }
  }

  /// Elements that point to people, and what an Annotation says of its author.
  private mutating func readBareDisplays() {
    let (bytes, tellers) = (document.bytes, Self.tellers)
    for node in 0..<document.count {
      guard let key = document.key(node), let word = tellers.index(of: key, in: bytes.span) else { continue }
      switch document.kind(node) {
      case .string where word == 0:
        let isRelative = saysRelation(node)
        facts.people.begin(isRelative ? [.relative, .informant] : .provider)
        add(isRelative ? .wholeName : .display, node)
      case .object where word > 0: readBare(node, word)
      case .array where word > 0: for object in document.children(node) { readBare(object, word) }
      case .object, .array, .string, .number, .true, .false, .null: continue
      }
    }
  }

  private mutating func readBare(_ object: Int, _ word: Int) {
    guard let display = bareDisplay(object) else { return }
    let relation: KnownPeople.Roles = saysRelation(display) ? .relative : []
    addBare(object, word < 3 ? relation.union(.informant) : relation.isEmpty ? .provider : relation)
  }

  /// An Annotation's author by a text; then elements of R4 that point to people: two to who told something,
  /// the others to who acted.
  private static let tellers = WordTable([
    "authorString", "asserter", "informationSource", "actor", "assessor", "attester", "author", "collector",
    "dispenser", "enterer", "generalPractitioner", "individual", "interpreter", "operator", "performer",
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
  func statedType(_ object: Int) -> FHIRResourceType? {
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
}
