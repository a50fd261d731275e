internal import JSON

/// Which references are to a patient: those that say whose a resource is, and every other that names a Patient
/// (a Group's member, an Appointment's actor, the focus of an Observation, what an AuditEvent is about).
///
/// Related persons, practitioners and organisations are no patients.
extension FHIRContents {
  static let patientElements: Set<FHIRElement.Name> = [.subject, .patient, .beneficiary, .for]

  /// Whether the element says whose the resource is.
  func isSubject(_ reference: Reference) -> Bool { Self.patientElements.contains(reference.element) }

  /// Its URL decides, and where that tells no type, what it states. A subject that states nothing is a patient;
  /// anything else that states nothing is none.
  func isOfPatient(_ reference: Reference) -> Bool {
    switch reference.kind {
    case .attachment, .request: return false
    case .words, .logical: break
    case .literal:
      if isSubject(reference) || mayNamePatient(reference.target), let type = statedType(of: reference) {
        return type == .patient
      }
    }
    guard let type = document.member(reference.object, "type") else { return isSubject(reference) }
    return document.isString(type, "Patient")
  }

  /// The type that a URL names before its id or its search.
  private func statedType(of reference: Reference) -> FHIRResourceType? {
    guard let text = document.text(reference.target) else { return nil }
    let type: ArraySlice<UInt8>
    switch ReferenceText(text) {
    case .literal(_, let tail?):
      guard let parts = ReferenceText.parts(of: tail) else { return nil }
      type = parts.type
    case .conditional(let named): type = named
    case .literal, .contained: return nil
    }
    let bytes = Array(type)
    return FHIRResourceType(bytes.indices, in: bytes.span)
  }

  /// A cheap look, for a record has many references to others.
  private func mayNamePatient(_ target: Int) -> Bool {
    guard !document.isEscaped(target) else { return true }
    let (content, word) = (document.content(target), Self.patientWord)
    let bytes = document.bytes.span
    var at = content.lowerBound
    while at + word.count <= content.upperBound {
      if bytes[at] == word[0] {
        var length = 1
        while length < word.count, bytes[at + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
      at += 1
    }
    return false
  }

  private static let patientWord: [7 of UInt8] = [0x50, 0x61, 0x74, 0x69, 0x65, 0x6E, 0x74]

  /// The objects of references that say that somebody else's record is the same person's: `link` of a Patient
  /// (FHIR R4, Patient.link: "concerns the same actual person"), and of a Person one of whose links is to a
  /// Patient who is here.
  ///
  /// - Parameter isHere: whether a reference points to a Patient of the record.
  func linksOfOne(_ isHere: (Reference) -> Bool) -> Set<Int> {
    var objects: Set<Int> = []
    var ofPersons: [Int: [Int]] = [:]
    var known: Set<Int> = []
    for reference in references where resources.indices.contains(reference.resource) {
      switch resources[reference.resource].type {
      case .patient:
        if document.isNamed(reference.object, "other"), isOfPatient(reference) {
          objects.insert(reference.object)
        }
      case .person:
        guard document.isNamed(reference.object, "target"), isOfPatient(reference) else { continue }
        ofPersons[reference.resource, default: []].append(reference.object)
        if isHere(reference) { known.insert(reference.resource) }
      default: continue
      }
    }
    for (person, links) in ofPersons where known.contains(person) { objects.formUnion(links) }
    return objects
  }
}
