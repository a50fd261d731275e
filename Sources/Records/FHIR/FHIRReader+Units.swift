internal import JSON
internal import Values

/// What an object is: a Bundle's entry, a resource, an element that is a unit or has codes.
extension FHIRReader {
  mutating func open(
    entry node: Int, _ shape: FHIRShape, _ frame: inout FHIRFrame, _ holder: FHIRFrame
  ) {
    let path: PlainText = "\(path(of: holder.unit))/entry/\(holder.position)"
    frame.unit = addUnit(shape.resource == 0 ? .entry : .resource, node, below: holder.unit, path: path)
    frame.role = .entry
    frame.fullUrl = shape.fullUrl
  }

  mutating func open(
    resource node: Int, _ shape: FHIRShape, _ frame: inout FHIRFrame, _ holder: FHIRFrame?,
    _ bytes: Span<UInt8>
  ) throws(PacketError) {
    let type =
      shape.resourceType == 0 || document.isEscaped(shape.resourceType)
      ? nil : FHIRResourceType(document.content(shape.resourceType), in: bytes)
    let isContained = frame.element.name == .contained
    if isContained, frame.isInContained { throw FHIRProblem.contained(place(node)) }
    if let holder {
      if holder.role != .entry || frame.element.name != .resource {
        frame.unit = addUnit(
          isContained ? .contained : .resource, node, below: holder.unit,
          path: isContained
            ? "\(path(of: holder.unit))/contained/\(holder.position)" : "\(path(of: holder.unit))/resource")
      }
    } else if type != .bundle || !contents.lines.isEmpty {
      // A Bundle that is the whole record is unit 0.
      frame.unit = addUnit(.resource, node, below: 0, path: nil)
    }
    if frame.unit > 0 {
      contents.facts.units[frame.unit].type = type?.name
      contents.facts.units[frame.unit].isKnown = type != nil
    }
    contents.resources.append(
      FHIRContents.Resource(
        node: node, unit: frame.unit, type: type, holder: frame.resource < 0 ? nil : frame.resource,
        isContained: isContained, typeName: shape.resourceType == 0 ? nil : shape.resourceType,
        id: shape.id == 0 ? nil : shape.id,
        fullUrl: holder?.role == .entry && holder?.fullUrl != 0 ? holder?.fullUrl : nil))
    frame.role = .resource
    frame.resource = contents.resources.count - 1
    frame.isInContained = frame.isInContained || isContained
    frame.holdsLabels = false
    frame.days = FHIRDays.shared.row(of: type)
    readDocumentType(node, type, isRoot: holder == nil)
  }

  /// What kind of document a record is: a Composition says it, and a single report or reference.
  private mutating func readDocumentType(_ node: Int, _ type: FHIRResourceType?, isRoot: Bool) {
    let isReport = isRoot && type == .diagnosticReport
    guard type == .composition || isRoot && type == .documentReference || isReport else { return }
    for code in concept(document.member(node, isReport ? "code" : "type")) {
      guard !contents.facts.documentTypes.contains(code) else { continue }
      contents.facts.documentTypes.append(code)
    }
  }

  /// The codings of a CodeableConcept.
  private func concept(_ node: Int?) -> [Code] {
    guard let node, let codings = document.member(node, "coding"), document.kind(codings) == .array
    else { return [] }
    return document.children(codings).compactMap { coding in
      document.member(coding, "code").flatMap { document.string($0) }.map { code in
        Code(
          system: document.member(coding, "system").flatMap { document.string($0) }, code: code,
          display: document.member(coding, "display").flatMap { document.string($0) })
      }
    }
  }

  mutating func open(
    element node: Int, _ shape: FHIRShape, _ frame: inout FHIRFrame, _ holder: FHIRFrame?,
    _ bytes: Span<UInt8>
  ) {
    guard let holder else { return }
    switch frame.element.name {
    case .component, .item, .diagnosis, .procedure, .supportingInfo, .activity, .condition:
      if holder.isArray, holder.isTopLevel, FHIRUnits.isPart(frame.element.name, of: type(of: frame)) {
        frame.unit = addUnit(.entry, node, below: holder.unit, path: part(frame.element.name, holder))
      }
    case .section:
      if holder.isArray, type(of: frame) == .composition {
        frame.unit = addUnit(
          .section, node, below: holder.unit, path: "\(path(of: holder.unit))/section/\(holder.position)")
        let codes = concept(document.member(node, "code"))
        contents.facts.units[frame.unit].type = codes.lazy.map { $0.code.reveal(.match) }
          .first { FHIRUnits.knownSections.contains($0) }
      }
    case .text:
      frame.unit = addUnit(.paragraph, node, below: holder.unit, path: "\(path(of: holder.unit))/text")
      frame.isNarrative = true
    case .note:
      frame.unit = addUnit(
        .paragraph, node, below: holder.unit, path: "\(path(of: holder.unit))/note/\(holder.position)")
    case .extension:
      if isInlineLabel(shape.url) {
        // It labels the element that it stands in: the part around that goes.
        frame.holdsLabels = true
      } else if !isKnownExtension(shape.url, bytes) {
        frame.unit = addUnit(
          .entry, node, below: holder.unit, path: "\(path(of: holder.unit))/extension", isKnown: false)
      }
    case .modifierExtension: findModifier(node, unit: holder.unit)
    case .identifier: frame.isSocialSecurity = isSocialSecurity(node, shape, bytes)
    default: break
    }
    if shape.data != 0, frame.element.name != .valueSampledData {
      frame.unit = addUnit(
        .attachment, node, below: frame.unit, path: "\(path(of: frame.unit))/attachment")
      frame.isAttachment = true
    }
    readPeriod(node, frame)
    readReference(node, shape, frame, holder)
    readCode(shape, &frame)
  }

  private func part(_ name: FHIRElement.Name, _ holder: FHIRFrame) -> PlainText {
    let (path, index) = (path(of: holder.unit), holder.position)
    return switch name {
    case .component: "\(path)/component/\(index)"
    case .item: "\(path)/item/\(index)"
    case .diagnosis: "\(path)/diagnosis/\(index)"
    case .procedure: "\(path)/procedure/\(index)"
    case .supportingInfo: "\(path)/supportingInfo/\(index)"
    case .activity: "\(path)/activity/\(index)"
    default: "\(path)/condition/\(index)"
    }
  }

  /// Parts of an extension within another have names without a place; they are known with it.
  private func isKnownExtension(_ url: Int, _ bytes: Span<UInt8>) -> Bool {
    guard url != 0, !document.isEscaped(url) else { return false }
    let content = document.content(url)
    if !content.contains(where: { bytes[$0] == UInt8(ascii: ":") }) { return true }
    return FHIRUnits.knownExtensions.contains { prefix in
      var at = content.lowerBound
      for letter in prefix.utf8 {
        guard at < content.upperBound, bytes[at] == letter else { return false }
        at += 1
      }
      return true
    }
  }

  /// HL7 FHIR DS4P, `extension-inline-sec-label`, whatever version of the guide its URL names.
  private func isInlineLabel(_ url: Int) -> Bool {
    guard url != 0, let text = document.text(url) else { return false }
    return text.suffix(64).map { $0 | 0x20 }.contains("inline-sec-label".utf8)
  }

  /// FHIR R4, Extensibility: who does not understand a modifier extension must not use what it modifies.
  private mutating func findModifier(_ node: Int, unit: Int) {
    guard contents.facts.units[unit].isKnown || unit == 0 else { return }
    contents.facts.units[unit].isKnown = false
    find(
      "fhir.json.modifier", node, unit, "an extension changes what this means, and we do not know how",
      remedy: "look at it, and decide")
  }

  mutating func find(
    _ rule: RuleID, _ node: Int, _ unit: Int, _ problem: PlainText, remedy: PlainText
  ) {
    contents.facts.findings.append(
      Finding(
        rule, source: "45 CFR 164.530(c)", .hold, lift: .any, subject: .record(contents.number),
        at: place(node, unit: unit), problem, remedy: remedy))
  }

  /// By its system, or by the type `SS` of HL7 table 0203.
  private func isSocialSecurity(_ node: Int, _ shape: FHIRShape, _ bytes: Span<UInt8>) -> Bool {
    let isSystem =
      shape.system != 0
      && (document.isString(shape.system, "http://hl7.org/fhir/sid/us-ssn")
        || document.isString(shape.system, "urn:oid:2.16.840.1.113883.4.1"))
    guard !isSystem, let type = document.member(node, "type"), let codings = document.member(type, "coding"),
      document.kind(codings) == .array
    else { return isSystem }
    return document.children(codings).contains { coding in
      document.member(coding, "code").map { document.isString($0, "SS") } ?? false
    }
  }

  private mutating func readReference(
    _ node: Int, _ shape: FHIRShape, _ frame: FHIRFrame, _ holder: FHIRFrame
  ) {
    let kind: FHIRContents.Reference.Kind
    let target: Int
    if shape.reference != 0 {
      (kind, target) = (.literal, shape.reference)
    } else if shape.identifier != 0 {
      (kind, target) = (.logical, shape.identifier)
    } else if shape.url != 0, frame.element.name == .request, holder.role == .entry {
      (kind, target) = (.request, shape.url)
    } else if shape.url != 0, frame.element.name != .extension,
      shape.contentType != 0 || frame.element.traits.contains(.attachment)
    {
      (kind, target) = (.attachment, shape.url)
    } else if shape.code == 0, shape.coding == 0,
      FHIRContents.patientElements.contains(frame.element.name) || shape.display != 0 && isPatient(node)
    {
      (kind, target) = (.words, shape.display != 0 ? shape.display : node)
    } else {
      return
    }
    contents.references.append(
      FHIRContents.Reference(
        kind: kind, object: node, target: target, resource: frame.resource, element: frame.element.name))
  }

  /// A Reference's own word for what it points to (FHIR R4, Reference.type).
  private func isPatient(_ node: Int) -> Bool {
    document.member(node, "type").map { document.isString($0, "Patient") } ?? false
  }

  /// A Coding by itself or of a concept; a concept of words only counts as a code of those words, without
  /// a system.
  private mutating func readCode(_ shape: FHIRShape, _ frame: inout FHIRFrame) {
    if shape.coding != 0 {
      frame.conceptText = shape.text
    } else if shape.code != 0, shape.value == 0, shape.unit == 0 {
      let display = shape.display != 0 ? shape.display : frame.conceptText
      append(
        Code(
          system: shape.system == 0 ? nil : document.string(shape.system),
          code: document.string(shape.code) ?? "", display: display == 0 ? nil : document.string(display)),
        frame)
    } else if shape.text != 0, shape.others == 0, !frame.element.traits.contains(.textIsNoConcept),
      let text = document.string(shape.text)
    {
      append(Code(system: nil, code: text, display: text), frame)
    } else if frame.holdsLabels, shape.display != 0, let words = document.string(shape.display) {
      // A label without a code says what it says all the same.
      append(
        Code(
          system: shape.system == 0 ? nil : document.string(shape.system),
          code: ConfidentialityName.code(words) ?? words, display: words), frame)
    }
  }

  private mutating func append(_ code: Code, _ frame: FHIRFrame) {
    if frame.holdsLabels {
      contents.facts.units[frame.unit].labels.append(code)
    } else {
      contents.facts.units[frame.unit].codes.append(code)
    }
  }
}
