/// The names of elements and attributes that mean something to the reader; all others are ``other``.
enum CDAName: String, CaseIterable {
  case ClinicalDocument, recordTarget, patientRole, patient, name, given, family, birthTime, id, code
  case translation, title, effectiveTime, low, high, center, documentationOf, serviceEvent, componentOf
  case encompassingEncounter, component, structuredBody, nonXMLBody, section, text, entry, entryRelationship
  case organizer, observation, act, procedure, encounter, supply, substanceAdministration, observationMedia
  case regionOfInterest, confidentialityCode, statusCode, languageCode, templateId, typeId, originalText
  case reference, value, manufacturedMaterial, playingEntity, playingDevice
  case externalAct, externalObservation, externalProcedure, externalDocument
  // People (CDA R2 §4.2.2).
  case guardian, guardianPerson, associatedEntity, associatedPerson, relatedEntity, relatedPerson
  case relatedSubject, subject, informant, participantRole, assignedEntity, assignedPerson, assignedAuthor
  case addr, streetAddressLine, city, county, postalCode, telecom, prefix, suffix
  // Narrative block (CDA R2 §4.3.5).
  case table, thead, tbody, tfoot, tr, td, th, caption, col, colgroup, list, item, paragraph, content, br
  case sub, sup, footnote, footnoteRef, renderMultiMedia, linkHtml
  // Attributes.
  case codeSystem, codeSystemName, codeSystemVersion, displayName, root, `extension`, ID, referencedObject
  case IDREF, href, nullFlavor, classCode, moodCode, typeCode, type, representation, mediaType, rowspan
  case use, unit, determinerCode, contextControlCode, contextConductionInd, inversionInd, negationInd
  case inclusive, `operator`, styleCode, border, width, align, valign, colspan, cellpadding, cellspacing
  case listType, assigningAuthorityName, qualifier, institutionSpecified, independentInd, unsorted
  case summary, abbr, axis, rules, frame
  case other = "-"

  static let vocabulary = CDAName.allCases.map(\.rawValue)
  /// Namespaces by their number in the tree.
  static let spaces = [
    "urn:hl7-org:v3", "urn:hl7-org:sdtc", "http://www.w3.org/2001/XMLSchema-instance",
  ]
  /// How the namespaces begin that HL7 and W3C have given; a prefix of these documents is none of them.
  static let standardSpaces = [
    "urn:hl7-org:", "http://www.w3.org/", "xsi", "sdtc", "voc", "mif", "cda", "xs",
  ]
  static let hl7: Int32 = 0
  static let sdtc: Int32 = 1
  static let instances: Int32 = 2
}
