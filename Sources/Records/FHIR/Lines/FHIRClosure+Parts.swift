internal import JSON

/// Other parts of a record of lines: what went from them goes on here, and what went here goes on there.
extension FHIRClosure {
  /// References from other parts hold what they have as their part, as long as they stay.
  mutating func keepParts(_ outside: FHIROutside) {
    let own = partsHeld
    for (at, resource) in contents.resources.enumerated() {
      var (left, gone) = (0, 0)
      for pointer in FHIRPointer.of(resource, document) {
        let went = (outside.parts[pointer] ?? 0) - (outside.own[pointer] ?? 0)
        left += (outside.held[pointer] ?? 0) - (own[pointer] ?? 0) - went
        gone += went
      }
      keptParts[at] += left
      if gone > 0, keptParts[at] <= 0 { take(resource: at) }
    }
  }

  mutating func followOutside(_ outside: FHIROutside) {
    for reference in contents.references {
      for pointer in pointers(of: reference) {
        if let isPatient = outside.gone[pointer] { drop(reference, isToPatient: isPatient) }
      }
    }
  }

  /// All that a reference may mean in another part: a resource, one of a type, one with an identifier.
  func pointers(of reference: FHIRContents.Reference) -> [FHIRPointer] {
    var pointers: [FHIRPointer] = []
    if let pointer = FHIRPointer.of(reference, document) { pointers.append(pointer) }
    if reference.kind == .literal, let text = document.text(reference.target),
      case .conditional(let type) = ReferenceText(text)
    {
      pointers.append(FHIRPointer(type: type))
    }
    if let identifier = document.member(reference.object, "identifier"), let key = identifierKey(identifier) {
      pointers.append(FHIRPointer(identifier: key))
    }
    return pointers
  }

  /// What other parts have to know of what went.
  var departure: FHIRDeparture {
    var departure = FHIRDeparture()
    for (at, resource) in contents.resources.enumerated() where resourceIsGone[at] {
      let isPatient = resource.type == .patient
      var pointers = FHIRPointer.of(resource, document)
      if let type = resource.typeName.flatMap({ document.text($0) }) {
        pointers.insert(FHIRPointer(type: type))
      }
      for identifier in tree.elements(resource.node, "identifier") {
        if let key = identifierKey(identifier) { pointers.insert(FHIRPointer(identifier: key)) }
      }
      for pointer in pointers { departure.gone[pointer] = departure.gone[pointer] ?? false || isPatient }
    }
    for (at, reference) in contents.references.enumerated() where isPartGone[at] {
      if let pointer = FHIRPointer.of(reference, document) { departure.parts[pointer, default: 0] += 1 }
    }
    return departure
  }

  /// How many references have something as their part, by where they point to.
  var partsHeld: [FHIRPointer: Int] {
    var held: [FHIRPointer: Int] = [:]
    for reference in contents.references where isPart(reference) {
      if let pointer = FHIRPointer.of(reference, document) { held[pointer, default: 0] += 1 }
    }
    return held
  }
}
