internal import Policy
package import Records
package import Requests
internal import Values

/// The patient of a packet that is to be made, as its records state them.
package struct PacketPatient: Sendable {
  package var patient: Patient?
  /// Records, by number, that are plainly of another person.
  package var others: [Int] = []
  /// Records, by number, that do not say whose they are, or not surely.
  package var unsure: [Int] = []

  /// - Parameter first: the record whose patient it is; nil: the first that states one.
  package init(_ records: [(number: Int, facts: RecordFacts?)], from first: Int? = nil) {
    let chosen =
      first.map { number in records.filter { $0.number == number } } ?? records
    guard let base = chosen.lazy.compactMap({ $0.facts?.identities.first }).first else {
      unsure = records.map(\.number)
      return
    }
    var patient = Patient()
    Self.add(base, to: &patient)
    // What one record adds may tie the next one to the same person: first sure matches, then the rest.
    var open = records
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for record in open where Self.isSame(record.facts, patient) {
        for identity in record.facts?.identities ?? [] { Self.add(identity, to: &patient) }
        open.removeAll { $0.number == record.number }
        isGrowing = true
      }
    }
    for record in open {
      let judged = (record.facts?.identities ?? []).map {
        PatientMatch.judge($0, against: patient, .standard)
      }
      if judged.contains(.other) { others.append(record.number) } else { unsure.append(record.number) }
    }
    self.patient = patient
  }

  private static func isSame(_ facts: RecordFacts?, _ patient: Patient) -> Bool {
    let identities = facts?.identities ?? []
    return !identities.isEmpty
      && identities.allSatisfy { PatientMatch.judge($0, against: patient, .standard) == .same }
  }

  private static func add(_ identity: PatientIdentity, to patient: inout Patient) {
    for name in identity.names {
      guard let family = name.family else { continue }
      let name = PersonName(
        family: family.reveal(.console), given: name.given.map { $0.reveal(.console) })
      if !patient.names.contains(name) { patient.names.append(name) }
    }
    if patient.birthDate == nil { patient.birthDate = identity.birthDate }
    for number in identity.identifiers {
      let identifier = Identifier(system: number.system, value: number.value.reveal(.console))
      if !patient.identifiers.contains(identifier) { patient.identifiers.append(identifier) }
    }
  }
}
