package import Records
package import Requests
internal import Values

/// Whether a record's own patient is the request's (RULES.md patient.match). A wrong patient's page is the
/// classic breach: what is missing never counts as agreement.
package enum PatientMatch: Sendable, Equatable {
  package enum Strength: String, Sendable, CaseIterable {
    /// Date of birth and family name agree, and a given name or an identifier.
    case standard
    /// As standard, and an identifier of the same system.
    case strict
  }

  case same
  /// Something contradicts: another person's.
  case other
  /// Nothing contradicts, and too little agrees.
  case unsure

  package static func judge(_ found: PatientIdentity, against patient: Patient, _ strength: Strength)
    -> PatientMatch
  {
    let birth = birthAgrees(found, patient)
    let number = numberAgrees(found, patient)
    let family = familyAgrees(found, patient)
    let given = givenAgrees(found, patient)
    if birth == false || family == false || number == false { return .other }
    // Same name and day of birth with another given name is a twin, not a match.
    if given == false, number != true { return .other }
    switch strength {
    case .standard:
      return birth == true && family == true && (given == true || number == true) ? .same : .unsure
    case .strict:
      return birth == true && family == true && given != false && number == true ? .same : .unsure
    }
  }

  /// nil: one of the two does not say.
  private static func birthAgrees(_ found: PatientIdentity, _ patient: Patient) -> Bool? {
    guard let a = found.birthDate, let b = patient.birthDate else { return nil }
    return a == b
  }

  /// Identifiers are compared within one system; different values of one system contradict.
  private static func numberAgrees(_ found: PatientIdentity, _ patient: Patient) -> Bool? {
    var contradicts = false
    for theirs in found.identifiers {
      for ours in patient.identifiers {
        let equal = same(theirs.value.reveal(.match), ours.value.reveal(.match))
        let oneSystem = system(theirs.system) == system(ours.system) && ours.system != nil
        if equal, oneSystem || theirs.system == nil || ours.system == nil { return true }
        if oneSystem, !equal { contradicts = true }
      }
    }
    return contradicts ? false : nil
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    func trimmed(_ text: String) -> String {
      String(text.lowercased().drop { $0 == "0" || $0 == " " }.filter { $0 != "-" && $0 != " " })
    }
    return trimmed(a) == trimmed(b)
  }

  private static func system(_ text: String?) -> String? {
    guard let text else { return nil }
    return text.hasPrefix("urn:oid:") ? String(text.dropFirst(8)) : text
  }

  private static func familyAgrees(_ found: PatientIdentity, _ patient: Patient) -> Bool? {
    let theirs = Set(
      found.names.compactMap { $0.family?.reveal(.match) }.map(NameFolding.folded).filter { !$0.isEmpty })
    let ours = Set(
      (patient.names + patient.otherNames).map { NameFolding.folded($0.family.reveal(.match)) }.filter {
        !$0.isEmpty
      })
    guard !theirs.isEmpty, !ours.isEmpty else { return nil }
    return !theirs.isDisjoint(with: ours)
  }

  /// The first given names; an initial agrees with the name that it begins.
  private static func givenAgrees(_ found: PatientIdentity, _ patient: Patient) -> Bool? {
    func firsts(_ lists: [[Sensitive<String>]]) -> Set<String> {
      Set(
        lists.compactMap { $0.first?.reveal(.match) }.compactMap { NameFolding.words($0).first })
    }
    let theirs = firsts(found.names.map(\.given))
    let ours = firsts((patient.names + patient.otherNames).map(\.given))
    guard !theirs.isEmpty, !ours.isEmpty else { return nil }
    if !theirs.isDisjoint(with: ours) { return true }
    let byInitial = theirs.contains { a in
      ours.contains { b in a.count == 1 && b.hasPrefix(a) || b.count == 1 && a.hasPrefix(b) }
    }
    return byInitial ? nil : false
  }
}
