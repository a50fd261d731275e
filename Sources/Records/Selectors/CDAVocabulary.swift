/// The names that CDA R2 gives elements and attributes (POCD_MT000040, its datatypes and narrative block, and
/// HL7's SDTC extensions): only these may be written in a path, and only these are shown in an address.
enum CDAVocabulary {
  static let elements = set(
    """
    act additionalLocator addr administrationUnitCode administrativeGenderCode approachSiteCode
    asMaintainedEntity asOrganizationPartOf assignedAuthor assignedAuthoringDevice assignedCustodian
    assignedEntity assignedPerson associatedEntity associatedPerson authenticator author authorization
    awarenessCode birthplace birthTime br buildingNumberSuffix caption careOf censusTract center city
    ClinicalDocument code col colgroup comp component componentOf confidentialityCode consent consumable
    content copyTime country county criterion custodian dataEnterer delimiter deliveryAddressLine
    deliveryInstallationArea deliveryInstallationQualifier deliveryInstallationType deliveryMode
    deliveryModeIdentifier denominator derivationExpr desc digits direction dischargeDispositionCode
    documentationOf doseQuantity effectiveTime encompassingEncounter encounter encounterParticipant
    entry entryRelationship ethnicGroupCode event expectedUseTime externalAct externalDocument
    externalObservation externalProcedure family footnote footnoteRef functionCode given guardian
    guardianOrganization guardianPerson head healthCareFacility high houseNumber houseNumberNumeric id
    increment independentInd informant informationRecipient inFulfillmentOf intendedRecipient
    interpretationCode item languageCode languageCommunication legalAuthenticator linkHtml list location
    lotNumberText low maintainingPerson manufacturedLabeledDrug manufacturedMaterial manufacturedProduct
    manufacturerModelName manufacturerOrganization maritalStatusCode maxDoseQuantity methodCode modeCode
    name nonXMLBody numerator observation observationMedia observationRange offset order organizer
    origin originalText paragraph parentDocument participant participantRole patient patientRole
    performer period phase place playingDevice playingEntity postalCode postBox precinct precondition
    preferenceInd prefix priorityCode procedure product proficiencyLevelCode providerOrganization
    qualifier quantity raceCode rateQuantity realmCode receivedOrganization recordTarget reference
    referenceRange regionOfInterest relatedDocument relatedEntity relatedPerson relatedSubject
    religiousAffiliationCode renderMultiMedia repeatNumber representedCustodianOrganization
    representedOrganization responsibleParty routeCode scale scopingEntity scopingOrganization section
    seperatableInd sequenceNumber serviceEvent serviceProviderOrganization setId signatureCode
    softwareName specimen specimenPlayingEntity specimenRole standardDeviation standardIndustryClassCode
    state statusCode streetAddressLine streetName streetNameBase streetNameType structuredBody sub
    subject substanceAdministration suffix sup supply table targetSiteCode tbody td telecom templateId
    text tfoot th thead thumbnail time title tr translation typeId unitID unitType useablePeriod
    validTime value versionNumber wholeOrganization width
    """)

  /// Of `urn:hl7-org:sdtc`.
  static let extensions = set(
    """
    actReference admissionReferralSourceCode allFalse allTrue alternateIdentification
    asPatientRelationship atLeastOneFalse atLeastOneTrue author birthTime category code conjunctionCode
    criterion criterion1 deceasedInd deceasedTime desc dischargeDispositionCode effectiveTime
    ethnicGroupCode expirationTime functionCode id identifiedBy inFulfillmentOf1 multipleBirthInd
    multipleBirthOrderNumber onlyOneFalse onlyOneTrue patient precondition precondition1 precondition2
    priorityNumber raceCode realmCode signatureText specialty statusCode telecom templateId text typeId
    """)

  static let attributes = set(
    """
    abbr align alignment assigningAuthorityName axis border cellpadding cellspacing char charoff
    classCode code codeSystem codeSystemName codeSystemVersion colspan compression contextConductionInd
    contextControlCode currency denominator determinerCode displayable displayName distributionType
    extension frame headers href ID IDREF inclusive institutionSpecified integrityCheck
    integrityCheckAlgorithm inversionInd inverted isNotOrdered language listType mediaType moodCode name
    negationInd nullFlavor operator partType period probability qty qualifier referencedObject rel
    representation rev revised root rowspan rules scope span styleCode summary title typeCode unit
    unsorted use valign value valueSet valueSetVersion width
    """)

  /// What may stand in each element, by ``CDAChildText``.
  static let children: [String: Set<String>] = {
    var children: [String: Set<String>] = [:]
    var parent: String?
    for line in CDAChildText.text.description.split(separator: "\n") {
      var words = line.split(separator: " ").map(String.init)
      if !line.hasPrefix(" "), let head = words.first, head.hasSuffix(":") {
        parent = String(head.dropLast())
        words.removeFirst()
      }
      if let parent { children[parent, default: []].formUnion(words) }
    }
    return children
  }()

  private static func set(_ words: StaticString) -> Set<String> {
    Set(words.description.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}
