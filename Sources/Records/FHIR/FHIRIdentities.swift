internal import JSON
internal import Values

/// Whose record it is: every Patient resource, and every reference to a patient.
extension FHIRContents {
  /// Adds the identities, and a finding for each unit that points to another patient than those present.
  ///
  /// - Parameter around: of lines, what is known of all lines of the record.
  mutating func identify(_ around: FHIRSurroundings) {
    let patients = resources.indices.filter { resources[$0].type == .patient }
    var identityOf: [Int: PatientIdentity] = [:]
    for index in patients { identityOf[index] = patientIdentity(resources[index]) }
    for index in patients { if let found = identityOf[index] { facts.identities.append(found) } }
    guard lines.isEmpty else { return identifyLines(identityOf, around) }
    let index = FHIRReferenceIndex(self) { $0.type == .patient }
    var servers = FHIRPatientServers(self)
    if patients.isEmpty {
      identifyByReference(&servers)
    } else {
      compareReferences(with: index, identityOf, &servers)
    }
    tellNameless(index)
  }

  // MARK: One text

  /// No Patient is there: each patient that is pointed to counts once. One id on two servers is two patients.
  private mutating func identifyByReference(_ servers: inout FHIRPatientServers) {
    var seen: Set<ReferenceKey> = []
    var serverOf: [PatientIdentity.Number: FHIRServer] = [:]
    var told: Set<Int> = []
    for reference in references where isOfPatient(reference) {
      let text = text(of: reference)
      let server = servers.server(of: reference, text)
      let isNew = seen.insert(ReferenceKey(bytes: text[...])).inserted
      guard isNew || server != nil else { continue }
      let (unit, found) = (unit(of: reference), identity(of: reference, unit: unit(of: reference)))
      if let server, let number = found.identifiers.last {
        if let other = serverOf[number], other != server {
          if told.insert(unit).inserted { tellOther(reference, unit) }
        } else {
          serverOf[number] = server
        }
      }
      if isNew { facts.identities.append(found) }
    }
  }

  private mutating func compareReferences(
    with patients: FHIRReferenceIndex, _ identityOf: [Int: PatientIdentity],
    _ servers: inout FHIRPatientServers
  ) {
    var all: FHIRReferenceIndex?
    var agreed: (text: [UInt8], server: FHIRServer?)?
    var told: Set<Int> = []
    let everyone = Array(identityOf.values)
    let sameAs = linksOfOne { !patients.targets(of: $0).isEmpty }
    for reference in references where isOfPatient(reference) {
      let unit = unit(of: reference)
      let stated = FHIRStatedPatient(reference, document)
      if sameAs.contains(reference.object), stated.mayName(oneOf: everyone) { continue }
      // Nearly all point to the same one, and say no more.
      let text = text(of: reference)
      let server = servers.server(of: reference, text)
      if reference.kind == .literal, stated.isEmpty, let agreed, agreed == (text, server) { continue }
      let targets = patients.targets(of: reference)
      let meant = targets.filter { servers.mayMean($0, on: server) }.compactMap { identityOf[$0] }
      let isKnown: Bool
      switch reference.kind {
      // An identifier points as well as a URL does (R4, Reference: identifier), and a name alone as badly as
      // it can.
      case .logical: isKnown = isKnownNumber(reference, stated, everyone)
      case .words:
        isKnown = isSubject(reference) ? stated.names(oneOf: everyone) : stated.mayName(oneOf: everyone)
      case .literal:
        if !targets.isEmpty, meant.isEmpty {
          isKnown = false
        } else if meant.isEmpty {
          let others = all ?? FHIRReferenceIndex(self) { _ in true }
          all = others
          isKnown = !others.targets(of: reference).isEmpty
        } else {
          isKnown = stated.mayName(oneOf: meant) && !stated.contradictsNumber(ofEach: meant)
          if isKnown, stated.isEmpty, text.first != UInt8(ascii: "#") { agreed = (text, server) }
        }
      case .attachment, .request: continue
      }
      if !isKnown, told.insert(unit).inserted { tellOther(reference, unit) }
    }
  }

  /// Of whoever is named beside the subject the name is enough: a member of a plan has its number there.
  private func isKnownNumber(
    _ reference: Reference, _ stated: FHIRStatedPatient, _ everyone: [PatientIdentity]
  ) -> Bool {
    if stated.isNumber(ofOneOf: everyone) { return stated.mayName(oneOf: everyone) }
    return !isSubject(reference) && stated.names(oneOf: everyone)
      && !stated.contradictsNumber(ofEach: everyone)
  }

  private mutating func tellOther(_ reference: Reference, _ unit: Int) {
    tell(
      document.range(reference.object), unit, "it points to another patient than those in the record",
      remedy: "take it out, or export the record again")
  }

  private mutating func tell(_ bytes: Range<Int>, _ unit: Int, _ problem: PlainText, remedy: PlainText) {
    facts.findings.append(
      Finding(
        "patient.match", source: "45 CFR 164.502(a)", .hold, lift: .po, subject: .record(number),
        at: Place(
          record: number, bytes: self.bytes(bytes), path: facts.units[unit].place.path,
          line: facts.units[unit].place.line
        ),
        problem, remedy: remedy))
  }

  /// What is clinical and says nothing of whose it is may be anybody's, whoever else is in the record. One that
  /// stands only as a part of others (their result, member, content) is theirs.
  private mutating func tellNameless(_ patients: FHIRReferenceIndex) {
    let ought = resources.indices.filter { at in
      guard !resources[at].isContained else { return false }
      return resources[at].type?.oughtToNamePatient ?? false
    }
    guard !ought.isEmpty, resources.count > 1 else { return }
    var names: Set<Int> = []
    for reference in references where !names.contains(reference.resource) {
      if isOfPatient(reference) || Self.patientElements.contains(reference.element)
        || !patients.targets(of: reference).isEmpty
      {
        names.insert(reference.resource)
      }
    }
    let nameless = ought.filter { !names.contains($0) }
    guard !nameless.isEmpty else { return }
    for at in nameless {
      tell(
        document.range(resources[at].node), resources[at].unit, "it does not say whose it is",
        remedy: "take it out, or export the record again")
    }
  }

  // MARK: Lines

  /// Each line is somebody's by itself: its own Patient's, or that of the Patient it points to on another
  /// line, or whoever its reference names. A clinical resource that names nobody is nobody's, and told.
  private mutating func identifyLines(
    _ identityOf: [Int: PatientIdentity], _ around: FHIRSurroundings
  ) {
    let sameAs = linksOfOne { reference in
      guard reference.kind == .literal, let text = document.text(reference.target) else { return false }
      return !around.patients(at: ReferenceText(text)).isEmpty
    }
    let everyone = around.patients.map(\.identity)
    for line in lines {
      let nodes = line.root..<document.subtreeEnd(line.root)
      guard let root = resources(in: nodes).first else { continue }
      let unit = resources[root].unit
      var isKnown = resources(in: nodes).contains { identityOf[$0] != nil }
      var seen: Set<ReferenceKey> = []
      for at in references(in: nodes) where isOfPatient(references[at]) {
        if sameAs.contains(references[at].object),
          FHIRStatedPatient(references[at], document).mayName(oneOf: everyone)
        {
          continue
        }
        isKnown = true
        let meant = meant(by: references[at], line: line.number, identityOf, around)
        let stated = FHIRStatedPatient(references[at], document)
        if let people = meant?.people,
          !around.isOnOneServer(text(of: references[at])) || !stated.mayName(oneOf: people)
            || stated.contradictsNumber(ofEach: people)
        {
          tellOther(references[at], unit)
        }
        if meant?.isOwn ?? false { continue }
        guard seen.insert(ReferenceKey(bytes: text(of: references[at])[...])).inserted else { continue }
        if let other = meant?.people.first {
          facts.identities.append(copy(other, to: unit))
        } else {
          facts.identities.append(identity(of: references[at], unit: unit))
        }
      }
      if !isKnown, resources[root].type?.isClinical ?? true {
        facts.identities.append(PatientIdentity(place: facts.units[unit].place, unit: unit))
      }
    }
  }

  /// Whom a reference on a line points to, on whatever line they stand; nil when the record has nobody there.
  private func meant(
    by reference: Reference, line: Int, _ identityOf: [Int: PatientIdentity], _ around: FHIRSurroundings
  ) -> (people: [PatientIdentity], isOwn: Bool)? {
    guard reference.kind == .literal, let text = document.text(reference.target) else { return nil }
    let pointer = ReferenceText(text)
    if case .contained(let id) = pointer {
      let targets = contained(id, from: reference.resource)
      guard !targets.isEmpty else { return nil }
      let people = targets.compactMap { identityOf[$0] }
      return (people, !people.isEmpty)
    }
    let patients = around.patients(at: pointer)
    guard !patients.isEmpty else { return nil }
    return (patients.map(\.identity), patients.contains { $0.line == line })
  }

  private func copy(_ identity: PatientIdentity, to unit: Int) -> PatientIdentity {
    var copy = PatientIdentity(place: facts.units[unit].place, unit: unit)
    (copy.names, copy.birthDate, copy.identifiers) =
      (identity.names, identity.birthDate, identity.identifiers)
    return copy
  }

  // MARK: References

  private func unit(of reference: Reference) -> Int {
    resources.indices.contains(reference.resource) ? resources[reference.resource].unit : 0
  }

  /// The reference's own text; of a logical one the bytes of its identifier.
  private func text(of reference: Reference) -> [UInt8] {
    document.text(reference.target) ?? Array(document.bytes[document.range(reference.target)])
  }

  /// What a reference alone tells: an identifier of its own, the id that it ends in, or a name.
  private func identity(of reference: Reference, unit: Int) -> PatientIdentity {
    var found = PatientIdentity(
      place: Place(
        record: number, bytes: bytes(of: reference.object), path: facts.units[unit].place.path,
        line: facts.units[unit].place.line),
      unit: unit)
    if let identifier = document.member(reference.object, "identifier"),
      let number = FHIRStatedPatient.number(identifier, document)
    {
      found.identifiers.append(number)
    }
    guard reference.kind == .literal else { return found }
    switch ReferenceText(text(of: reference)) {
    case .contained, .conditional: break
    case .literal(let whole, let tail):
      let id =
        tail.flatMap { ReferenceText.parts(of: $0)?.id }
        ?? (whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole)
      found.identifiers.append(
        PatientIdentity.Number(system: nil, value: String(decoding: id, as: UTF8.self)))
    }
    return found
  }

  // MARK: Patient resources

  func patientIdentity(_ patient: Resource) -> PatientIdentity {
    let unit = facts.units[patient.unit].place
    var found = PatientIdentity(
      place: Place(record: number, bytes: bytes(of: patient.node), path: unit.path, line: unit.line),
      unit: patient.unit)
    for name in elements(patient.node, "name") {
      let given = elements(name, "given").compactMap { document.string($0) }
      let family = document.member(name, "family").flatMap { document.string($0) }
      if family == nil, given.isEmpty { continue }
      found.names.append(PatientIdentity.Name(family: family, given: given))
    }
    found.birthDate = document.member(patient.node, "birthDate").flatMap { document.string($0) }
      .flatMap { Day($0) }.map { Sensitive($0) }
    found.identifiers = elements(patient.node, "identifier").compactMap {
      FHIRStatedPatient.number($0, document)
    }
    return found
  }

  /// The elements of a member that is an array.
  private func elements(_ object: Int, _ name: String) -> [Int] {
    guard let array = document.member(object, name), document.kind(array) == .array else { return [] }
    return Array(document.children(array))
  }
}
