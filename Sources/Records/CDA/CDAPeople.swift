internal import XML

/// Whom a document names (CDA R2 §4.2.2, §4.3.3; C-CDA R2.1 §1.1): the patient and a guardian, participants of
/// the header and of entries, informants, family members, authors and performers. They are found in the tree before
/// it is read; the ranges of the arena are noted as each text comes past.
struct CDAPeople {
  private struct Sought {
    var person: Int
    var what: KnownPeople.Part.What
    var group: Int
    var range: Range<Int>?
  }

  private var people: [KnownPeople.Roles] = []
  private var sought: [Sought] = []
  private var texts: [Int: Int] = [:]
  private var attributes: [Int: Int] = [:]
  /// Whether a text, an attribute is among them: every one is asked, few are.
  private var isText: [Bool] = []
  private var isAttribute: [Bool] = []
  private var group = 0

  /// Nobody: a cut asks for nobody.
  init() {}

  init(_ tree: CDATree) {
    isText = [Bool](repeating: false, count: tree.count)
    isAttribute = [Bool](repeating: false, count: tree.xml.attributes.count)
    for node in 0..<tree.count where tree.isElement(node) {
      guard let roles = Self.roles(of: node, tree) else { continue }
      people.append(roles)
      group = 0
      readEntity(node, tree)
    }
  }

  /// What is known of them, once everything was read.
  func known() -> KnownPeople {
    var known = KnownPeople()
    var next = 0
    for (person, roles) in people.enumerated() {
      known.begin(roles)
      var group = 0
      while next < sought.count, sought[next].person == person {
        while group < sought[next].group {
          known.beginGroup()
          group += 1
        }
        known.add(sought[next].what, sought[next].range)
        next += 1
      }
    }
    known.end()
    return known
  }

  // MARK: As texts are read

  func isSought(text node: Int) -> Bool { node < isText.count && isText[node] }

  mutating func note(text node: Int, _ range: Range<Int>) {
    guard isSought(text: node) else { return }
    if let number = texts[node] { sought[number].range = range }
  }

  mutating func note(attribute: Int, _ range: Range<Int>) {
    guard attribute < isAttribute.count, isAttribute[attribute] else { return }
    if let number = attributes[attribute] { sought[number].range = range }
  }

  // MARK: Who

  /// What an entity is to the patient; nil for what is no person.
  private static func roles(of node: Int, _ tree: CDATree) -> KnownPeople.Roles? {
    switch tree.name(node) {
    case .patientRole: return .patient
    case .guardian, .relatedSubject: return .relative
    // One who told something, and is no provider.
    case .relatedEntity:
      return tree.name(tree.parent(node)) == .informant ? [.informant, .relative] : .relative
    case .assignedAuthor: return .provider
    case .assignedEntity:
      let code = tree.first(node, .code)
      // C-CDA R2.1, Guarantor Performer and Payer Performer.
      if let code, tree.has(code, .code, "GUAR") { return .guarantor }
      if let code, tree.has(code, .code, "PAYOR") { return nil }
      return .provider
    case .associatedEntity, .participantRole:
      let isHolder = tree.has(tree.parent(node), .typeCode, "HLD")
      if isHolder { return .guarantor }
      let kind = tree.value(node, .classCode) ?? ""
      if let roles = ofClass[kind] { return roles }
      // In the header it is a person in any case; in an entry it may be a product or a place.
      return tree.name(node) == .associatedEntity ? .relative : nil
    default: return nil
    }
  }

  /// HL7 RoleClass. The insured themself (COVPTY) is the patient or stands in the header too.
  private static let ofClass: [String: KnownPeople.Roles] = [
    "PRS": .relative, "NOK": .relative, "ECON": .relative, "GUARD": .relative, "CAREGIVER": .relative,
    "AGNT": .relative, "CON": .relative, "DEPEN": .relative, "STD": .relative, "GUAR": .guarantor,
    "POLHOLD": .guarantor, "SPNSR": .guarantor, "SUBSCR": .guarantor, "PROV": .provider, "LIC": .provider,
    "ASSIGNED": .provider, "QUAL": .provider,
  ]

  // MARK: What of them

  private mutating func readEntity(_ node: Int, _ tree: CDATree) {
    for child in tree.children(node) {
      switch tree.name(child) {
      case .id: addNumber(child, tree)
      case .addr: addAddress(child, tree)
      case .telecom: add(.contact, attribute: tree.attribute(child, .value))
      case .patient, .guardianPerson, .associatedPerson, .relatedPerson, .assignedPerson, .subject,
        .playingEntity:
        readPerson(child, tree)
      default: break
      }
    }
  }

  private mutating func readPerson(_ node: Int, _ tree: CDATree) {
    for child in tree.children(node) {
      switch tree.name(child) {
      case .name: addName(child, tree)
      case .birthTime: add(.birthDate, attribute: tree.attribute(child, .value))
      case .id: addNumber(child, tree)
      default:
        // sdtc:id of a family member (C-CDA R2.1, Family History Organizer).
        let element = tree.xml.nodes[child]
        if element.space == CDAName.sdtc, tree.xml.names[Int(element.name)] == "id" { addNumber(child, tree) }
      }
    }
  }

  private mutating func addName(_ name: Int, _ tree: CDATree) {
    group += 1
    for child in tree.children(name) {
      switch tree.name(child) {
      case .family: add(.family, textOf: child, tree)
      case .given: add(.given, textOf: child, tree)
      case .prefix, .suffix: add(.title, textOf: child, tree)
      default: break
      }
    }
    group += 1
    add(.wholeName, textOf: name, tree)
  }

  private mutating func addAddress(_ address: Int, _ tree: CDATree) {
    group += 1
    for child in tree.children(address) {
      switch tree.name(child) {
      case .streetAddressLine: add(.street, textOf: child, tree)
      case .city, .county, .postalCode: add(.town, textOf: child, tree)
      default: break
      }
    }
    add(.street, textOf: address, tree)
  }

  /// A root alone is the identifier itself; one with a nullFlavor says nothing.
  private mutating func addNumber(_ id: Int, _ tree: CDATree) {
    guard tree.attribute(id, .nullFlavor) == nil else { return }
    let ending = tree.attribute(id, .extension)
    add(.number, attribute: ending ?? tree.attribute(id, .root))
  }

  private mutating func add(_ what: KnownPeople.Part.What, attribute: Int?) {
    guard let attribute else { return }
    attributes[attribute] = sought.count
    isAttribute[attribute] = true
    sought.append(Sought(person: people.count - 1, what: what, group: group, range: nil))
  }

  /// The texts of an element are one run, which the first that is not blank begins.
  private mutating func add(_ what: KnownPeople.Part.What, textOf element: Int, _ tree: CDATree) {
    var child = element + 1
    while child < tree.end(element) {
      if tree.isText(child), !tree.isBlank(tree.range(ofText: child)) {
        texts[child] = sought.count
        isText[child] = true
        sought.append(Sought(person: people.count - 1, what: what, group: group, range: nil))
        return
      }
      child = tree.end(child)
    }
  }
}
