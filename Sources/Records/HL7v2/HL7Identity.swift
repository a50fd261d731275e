internal import Values

/// Whose message it is: PID (HL7 v2.5.1 §3.4.2), and the identifiers that a merge leaves behind (MRG, §3.4.9).
enum HL7Identity {
  /// The US social security number's OID.
  private static let socialSecurity = "2.16.840.1.113883.4.1"

  static func read(_ pid: HL7Components, number: Int, record: Int, line: Int) -> PatientIdentity {
    var identity = PatientIdentity(
      place: Place(record: record, path: "message \(number), PID", line: line), unit: 0)
    identity.names = names(pid, 5)
    identity.birthDate = pid.text(7).flatMap { Day(hl7: $0.utf8) }.map { Sensitive($0) }
    for field in [3, 2, 4] { identity.identifiers += identifiers(pid, field) }
    if let number = pid.text(19, component: 1) {
      identity.identifiers.append(PatientIdentity.Number(system: socialSecurity, value: number))
    }
    return identity
  }

  /// XPN: family and given names.
  static func names(_ segment: HL7Components, _ field: Int) -> [PatientIdentity.Name] {
    segment.repetitions(field).compactMap { repetition in
      let family = segment.part(repetition, 1).flatMap { segment.subpart($0, 1) }.flatMap { segment.text($0) }
      let given = [2, 3].compactMap { segment.part(repetition, $0).flatMap { segment.text($0) } }
      guard family != nil || !given.isEmpty else { return nil }
      return PatientIdentity.Name(family: family, given: given)
    }
  }

  /// Prior identifiers in MRG-1, MRG-2 and MRG-4.
  static func prior(_ mrg: HL7Components) -> [PatientIdentity.Number] {
    [1, 2, 4].flatMap { identifiers(mrg, $0) }
  }

  /// CX: the number, and who gave it: an OID where there is one, else the namespace.
  private static func identifiers(_ segment: HL7Components, _ field: Int) -> [PatientIdentity.Number] {
    segment.repetitions(field).compactMap { repetition in
      guard let value = segment.part(repetition, 1).flatMap({ segment.text($0) }) else { return nil }
      let authority = segment.part(repetition, 4)
      func part(_ number: Int) -> String? {
        authority.flatMap { segment.subpart($0, number) }.flatMap { segment.text($0) }
      }
      let kind = segment.part(repetition, 5).flatMap { segment.text($0) }
      let isSocialSecurity = kind == "SS"
      let system =
        part(3) == "ISO" ? part(2) : part(1) ?? part(2) ?? (isSocialSecurity ? socialSecurity : nil)
      return PatientIdentity.Number(system: system ?? part(1), value: value, kind: kind)
    }
  }
}
