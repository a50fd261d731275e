package import Records
package import Requests
internal import Values

/// Whether a record's own patient is the request's (RULES.md patient.match). A wrong patient's page is the
/// classic breach: what is missing never counts as agreement.
package enum PatientMatch: Sendable, Equatable {
  package enum Strength: String, Sendable, CaseIterable {
    /// Date of birth and family name agree, and a given name or an identifier.
    case standard
    /// Date of birth, family name and an identifier agree, and no given name contradicts.
    case strict
  }

  case same
  /// Something contradicts: another person's.
  case other
  /// Nothing contradicts, and too little agrees; or what is said does not go together.
  case unsure

  package static func judge(_ found: PatientIdentity, against patient: Patient, _ strength: Strength)
    -> PatientMatch
  {
    let theirs = found.names.map { name in
      ComparedName(family: name.family?.reveal(.match), given: name.given.map { $0.reveal(.match) })
    }
    let ours = (patient.names + patient.otherNames).map { name in
      ComparedName(family: name.family.reveal(.match), given: name.given.map { $0.reveal(.match) })
    }
    let pairs = theirs.flatMap { a in ours.map { b in (a, b) } }
    let family = pairs.map { ComparedName.families($0, $1) }.max() ?? .unknown
    let given = pairs.map { ComparedName.givens($0, $1) }.max() ?? .unknown
    let number = IdentifierMatch.judge(found.identifiers, patient.identifiers)

    if birthsContradict(found, patient) || number == .contradicts || generationsContradict(pairs) {
      return .other
    }
    if family == .contradicts {
      return pairs.contains { ComparedName.areSwapped($0, $1) } ? .unsure : .other
    }
    // Same name and day of birth with another given name is a twin; with the same number on top of it, the
    // number may be the twin's as well, so a person looks.
    if given == .contradicts { return number == .agrees ? .unsure : .other }
    guard found.birthDate != nil, patient.birthDate != nil, number != .mixed else { return .unsure }

    switch strength {
    case .standard:
      let isNamed = family == .same && (given == .same || number == .agrees)
      let isPartlyNamed = family == .partly && given == .same && number == .agrees
      return isNamed || isPartlyNamed ? .same : .unsure
    case .strict:
      return family == .same && given >= .partly && number == .agrees ? .same : .unsure
    }
  }

  /// Whether one value that a text gives as a patient's contradicts what is known of the patient. A number may
  /// be any that the record's own patient has.
  package static func isAnother(
    _ mention: PatientIdentity, than patient: Patient, of own: [PatientIdentity]
  ) -> Bool {
    if birthsContradict(mention, patient) { return true }
    let known = Set(patient.identifiers.map(\.value) + own.flatMap(\.identifiers).map(\.value)).compactMap(
      IdentifierMatch.compared)
    for number in mention.identifiers {
      guard let number = IdentifierMatch.compared(number.value) else { continue }
      if !known.contains(number) { return true }
    }
    return mention.names.contains { name in
      // A text goes on behind the name, so that its words count and not which of them is the family's.
      let words = (name.given + [name.family].compactMap { $0 }).map { $0.reveal(.match) }
        .flatMap(NameFolding.pieces).map(NameWord.init).filter { !$0.plain.isEmpty }
      let ours = (patient.names + patient.otherNames).map {
        ComparedName(family: $0.family.reveal(.match), given: $0.given.map { $0.reveal(.match) })
      }
      guard words.count > 1, !ours.isEmpty else { return false }
      return !ours.contains { ComparedName.isWritten($0, in: words) }
    }
  }

  private static func birthsContradict(_ found: PatientIdentity, _ patient: Patient) -> Bool {
    guard let a = found.birthDate, let b = patient.birthDate else { return false }
    return a != b
  }

  /// Father and son: both names state a generation, and no two are the same.
  private static func generationsContradict(_ pairs: [(ComparedName, ComparedName)]) -> Bool {
    let stated = pairs.compactMap { a, b -> Bool? in
      guard let x = a.generation, let y = b.generation else { return nil }
      return x == y
    }
    return !stated.isEmpty && !stated.contains(true)
  }
}
