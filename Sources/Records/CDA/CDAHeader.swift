internal import Values
internal import XML

/// What the header says of the document (C-CDA R2.1 §1.1, US Realm Header): whose it is, of what kind, of
/// which days.
enum CDAHeader {
  /// One for each `recordTarget`; a `subject` of an entry is another person and no identity of the record.
  static func identities(in tree: CDATree, record: Int) -> [PatientIdentity] {
    guard let root = tree.root else { return [] }
    return tree.all(root, .recordTarget).enumerated().map { index, target in
      let place = Place(record: record, path: "recordTarget \(index + 1)", line: tree.line(target))
      var identity = PatientIdentity(place: place, unit: 0)
      guard let role = tree.first(target, .patientRole) else { return identity }
      identity.identifiers = tree.all(role, .id).compactMap { identifier($0, tree) }
      guard let patient = tree.first(role, .patient) else { return identity }
      identity.names = tree.all(patient, .name).compactMap { name($0, tree) }
      if let birth = tree.first(patient, .birthTime).flatMap({ tree.bytes($0, .value) }) {
        identity.birthDate = Day(hl7: birth).map { Sensitive($0) }
      }
      return identity
    }
  }

  /// An `id` without an extension is identified by its root alone; one with a nullFlavor says nothing.
  private static func identifier(_ id: Int, _ tree: CDATree) -> PatientIdentity.Number? {
    guard tree.attribute(id, .nullFlavor) == nil else { return nil }
    let root = tree.value(id, .root)
    if let ending = tree.value(id, .extension), !ending.isEmpty {
      return PatientIdentity.Number(system: root, value: ending)
    }
    guard let root, !root.isEmpty else { return nil }
    return PatientIdentity.Number(system: nil, value: root)
  }

  /// A name in parts, or as one text: `Roe, Jane` or `Jane Roe`.
  private static func name(_ name: Int, _ tree: CDATree) -> PatientIdentity.Name? {
    guard tree.attribute(name, .nullFlavor) == nil else { return nil }
    func texts(_ part: CDAName) -> [String] {
      tree.all(name, part).map { tree.ownText($0) }.filter { !$0.isEmpty }
    }
    let (family, given) = (texts(.family), texts(.given))
    if !family.isEmpty || !given.isEmpty {
      return PatientIdentity.Name(
        family: family.isEmpty ? nil : family.joined(separator: " "), given: given)
    }
    let parts = tree.ownText(name).utf8.split { $0.isXMLSpace }.map { Array($0) }
    guard let last = parts.last else { return nil }
    let comma = parts.firstIndex { $0.last == UInt8(ascii: ",") }
    let words = parts.map { part in
      String(decoding: part.last == UInt8(ascii: ",") ? part.dropLast() : part[...], as: UTF8.self)
    }
    if let comma {
      return PatientIdentity.Name(
        family: words[...comma].joined(separator: " "), given: Array(words[(comma + 1)...]))
    }
    return PatientIdentity.Name(
      family: String(decoding: last, as: UTF8.self), given: Array(words.dropLast()))
  }

  /// `ClinicalDocument/code` and its translations.
  static func documentTypes(in tree: CDATree) -> [Code] {
    guard let root = tree.root, let code = tree.first(root, .code) else { return [] }
    return ([code] + tree.all(code, .translation)).compactMap { element in
      guard let value = tree.value(element, .code), !value.isEmpty else { return nil }
      return Code(
        system: tree.value(element, .codeSystem), code: value, display: tree.value(element, .displayName))
    }
  }

  /// Days of the services documented; else of the encounter; else of the document itself.
  static func serviceDays(in tree: CDATree) -> ClosedRange<Day>? {
    guard let root = tree.root else { return nil }
    var found: ClosedRange<Day>?
    for documented in tree.all(root, .documentationOf) {
      guard let time = tree.first(documented, .serviceEvent, .effectiveTime),
        let days = CDATime.days(of: time, in: tree)
      else { continue }
      found = found.map { Day.span($0, days) } ?? days
    }
    if let found { return found }
    if let time = tree.first(root, .componentOf, .encompassingEncounter, .effectiveTime),
      let days = CDATime.days(of: time, in: tree)
    {
      return days
    }
    return tree.first(root, .effectiveTime).flatMap { CDATime.days(of: $0, in: tree) }
  }
}
