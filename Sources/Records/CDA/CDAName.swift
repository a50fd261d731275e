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
  case IDREF, href, nullFlavor, classCode, moodCode, typeCode, type, representation, mediaType, compression
  case rowspan
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
  /// The namespaces that HL7 and W3C have given, and what they are called; any other word there is the sender's.
  static let standardSpaces: Set<String> = [
    "urn:hl7-org:v3", "urn:hl7-org:sdtc", "urn:hl7-org:v3/voc", "urn:hl7-org:v3/mif", "urn:hl7-org:v3/mif2",
    "http://www.w3.org/2001/XMLSchema", "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/1999/XSL/Transform", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink",
    "http://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/XML/1998/namespace",
    "xml", "xsi", "xsd", "xs", "xsl", "xhtml", "xlink", "ds", "sdtc", "voc", "mif", "mif2", "cda", "hl7",
    "v3",
    "n1", "ns1", "ns2", "ns3", "ns4", "ns5",
  ]
  static let hl7: Int32 = 0
  static let sdtc: Int32 = 1
  static let instances: Int32 = 2
}
