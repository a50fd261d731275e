internal import Records
internal import Values

/// Drugs that a part of FHIR or HL7 v2 tells by a product's number alone: National Drug Codes (21 CFR 207.33) and
/// numbers of other product lists, for which the categories have nothing. Beside a name or a code of RxNorm, ATC or
/// HCPCS such a drug is judged by that; without, nobody can tell whether it is one of a protected category.
///
/// In CDA the name of a drug may stand in the narrative only, which is no part of the entry.
enum NamelessDrugs {
  static func units(_ facts: RecordFacts) -> [Int] {
    switch facts.format {
    case .fhirJSON, .fhirNDJSON, .fhirXML, .hl7v2: break
    case .cda, .text, .unknownXML, .opaque: return []
    }
    var found: [Int] = []
    for number in facts.units.indices {
      let unit = facts.units[number]
      if isNameless(unit.codes, isGiven: unit.type.map(dispensed.contains) ?? false) { found.append(number) }
    }
    guard !found.isEmpty else { return [] }
    // What a resource says of itself to people names the drug, or it would say nothing.
    var narrated: Set<Int> = []
    for unit in facts.units where unit.kind == .narrative || unit.kind == .paragraph {
      if let parent = unit.parent { narrated.insert(parent) }
    }
    return found.filter { !narrated.contains($0) }
  }

  /// - Parameter isGiven: a drug, of which the number of a product needs no system (v2.5.1 §4.14).
  private static func isNameless(_ codes: [Code], isGiven: Bool) -> Bool {
    let place = codes.indices.first { place in
      let code = codes[place]
      guard code.display == nil else { return false }
      return isOfProducts(code) || isGiven && code.system == nil && code.code.reveal(.match, isLikeNDC)
    }
    guard let place else { return false }
    let isKnown = codes.contains { code in
      let known = code.system?.reveal(.match) { Terminology.named($0) ?? [] } ?? []
      return !known.isDisjoint(with: [.rxnorm, .atc, .hcpcs, .cpt])
    }
    // The alternate code of one field, the next coding of one concept.
    let isNamed = codes[max(0, place - 1)..<min(codes.count, place + 2)].contains { code in
      code.display != nil && (isOfProducts(code) || !isOfForms(code))
    }
    return !isKnown && !isNamed
  }

  private static let dispensed: Set<String> = ["RXD", "RXE", "RXG", "RXO"]

  /// Ten or eleven digits, parted in three or in one row.
  private static func isLikeNDC(_ code: String) -> Bool {
    let digits = code.utf8.count(where: CodeText.isDigit)
    let hyphens = code.utf8.count { $0 == UInt8(ascii: "-") }
    return (10...11).contains(digits) && [0, 2].contains(hyphens) && digits + hyphens == code.utf8.count
  }

  /// Units and forms of doses, routes, kinds of orders: SNOMED CT, UCUM, tables of HL7 and FHIR.
  private static func isOfForms(_ code: Code) -> Bool {
    code.system?.reveal(.match) { system in
      let system = system.lowercased()
      return Terminology.named(system) == [.snomed] || system.contains("ucum") || system.hasPrefix("hl7")
        || system.hasPrefix("http://terminology.hl7.org/") || system.hasPrefix("http://hl7.org/fhir/")
        || system.contains("unitsofmeasure")
    } ?? false
  }

  private static func isOfProducts(_ code: Code) -> Bool {
    code.system?.reveal(.match) { system in
      let name = system.lowercased().prefix { $0 != "|" }
      return products.contains(name.hasPrefix("urn:oid:") ? name.dropFirst(8) : name)
    } ?? false
  }

  /// NDC, Medi-Span's GPI, First Databank, Multum, the German PZN.
  private static let products: Set<Substring> = [
    "2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc", "ndc", "ndc11",
    "2.16.840.1.113883.6.68", "gpi", "mddid",
    "2.16.840.1.113883.6.64", "2.16.840.1.113883.4.292", "fddc", "fddx", "fdb",
    "2.16.840.1.113883.6.40", "2.16.840.1.113883.6.314", "mmdc", "mddx",
    "1.2.276.0.76.4.6", "http://fhir.de/codesystem/ifa/pzn", "pzn",
  ]
}

extension [Terminology] {
  fileprivate func isDisjoint(with others: Set<Terminology>) -> Bool { !contains(where: others.contains) }
}
