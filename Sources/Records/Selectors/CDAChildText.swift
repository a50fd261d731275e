/// Which elements of CDA R2 may stand in which, by their names: made by `Scripts/cda-children` from HL7's schemas
/// (POCD_MT000040, its datatypes and narrative block), never by hand.
///
///     element: element element
///
/// A name that several types share has the children of all of them, and of the types that `xsi:type` may name. A line
/// that begins with blanks goes on; what is not here has no elements of CDA in it.
enum CDAChildText {
  static let text: StaticString = """
    ClinicalDocument: authenticator author authorization code component componentOf confidentialityCode
      copyTime custodian dataEnterer documentationOf effectiveTime id inFulfillmentOf informant
      informationRecipient languageCode legalAuthenticator participant realmCode recordTarget
      relatedDocument setId templateId title typeId versionNumber
    act: author code effectiveTime entryRelationship id informant languageCode participant performer
      precondition priorityCode realmCode reference specimen statusCode subject templateId text typeId
    additionalLocator: reference thumbnail
    addr: additionalLocator buildingNumberSuffix careOf censusTract city country county delimiter
      deliveryAddressLine deliveryInstallationArea deliveryInstallationQualifier
      deliveryInstallationType deliveryMode deliveryModeIdentifier direction houseNumber
      houseNumberNumeric postBox postalCode precinct state streetAddressLine streetName streetNameBase
      streetNameType unitID unitType useablePeriod
    administrationUnitCode: originalText qualifier translation validTime
    administrativeGenderCode: originalText qualifier translation validTime
    approachSiteCode: originalText qualifier translation validTime
    asMaintainedEntity: effectiveTime maintainingPerson realmCode templateId typeId
    asOrganizationPartOf: code effectiveTime id realmCode statusCode templateId typeId wholeOrganization
    assignedAuthor: addr assignedAuthoringDevice assignedPerson code id realmCode
      representedOrganization telecom templateId typeId
    assignedAuthoringDevice: asMaintainedEntity code manufacturerModelName realmCode softwareName
      templateId typeId
    assignedCustodian: realmCode representedCustodianOrganization templateId typeId
    assignedEntity: addr assignedPerson code id realmCode representedOrganization telecom templateId
      typeId
    assignedPerson: name realmCode templateId typeId
    associatedEntity: addr associatedPerson code id realmCode scopingOrganization telecom templateId
      typeId
    associatedPerson: name realmCode templateId typeId
    authenticator: assignedEntity realmCode signatureCode templateId time typeId
    author: assignedAuthor functionCode realmCode templateId time typeId
    authorization: consent realmCode templateId typeId
    awarenessCode: originalText qualifier translation validTime
    birthTime: center comp event high low offset period phase standardDeviation width
    birthplace: place realmCode templateId typeId
    buildingNumberSuffix: reference thumbnail
    caption: footnote footnoteRef linkHtml sub sup
    careOf: reference thumbnail
    censusTract: reference thumbnail
    center: center comp event high low offset period phase standardDeviation translation validTime width
    city: reference thumbnail
    code: originalText qualifier translation validTime
    colgroup: col
    comp: center comp event high low offset period phase width
    component: act encounter nonXMLBody observation observationMedia organizer procedure realmCode
      regionOfInterest section seperatableInd sequenceNumber structuredBody substanceAdministration
      supply templateId typeId
    componentOf: encompassingEncounter realmCode templateId typeId
    confidentialityCode: originalText qualifier translation validTime
    consent: code id realmCode statusCode templateId typeId
    consumable: manufacturedProduct realmCode templateId typeId
    content: br content footnote footnoteRef linkHtml renderMultiMedia sub sup
    copyTime: center comp event high low offset period phase standardDeviation width
    country: reference thumbnail
    county: reference thumbnail
    criterion: code realmCode templateId text typeId value
    custodian: assignedCustodian realmCode templateId typeId
    dataEnterer: assignedEntity realmCode templateId time typeId
    delimiter: reference thumbnail
    deliveryAddressLine: reference thumbnail
    deliveryInstallationArea: reference thumbnail
    deliveryInstallationQualifier: reference thumbnail
    deliveryInstallationType: reference thumbnail
    deliveryMode: reference thumbnail
    deliveryModeIdentifier: reference thumbnail
    denominator: center comp denominator event high low numerator offset period phase standardDeviation
      translation validTime width
    derivationExpr: reference thumbnail
    desc: reference thumbnail
    direction: reference thumbnail
    dischargeDispositionCode: originalText qualifier translation validTime
    documentationOf: realmCode serviceEvent templateId typeId
    doseQuantity: center high low translation width
    effectiveTime: center comp event high low offset period phase standardDeviation width
    encompassingEncounter: code dischargeDispositionCode effectiveTime encounterParticipant id location
      realmCode responsibleParty templateId typeId
    encounter: author code effectiveTime entryRelationship id informant participant performer
      precondition priorityCode realmCode reference specimen statusCode subject templateId text typeId
    encounterParticipant: assignedEntity realmCode templateId time typeId
    entry: act encounter observation observationMedia organizer procedure realmCode regionOfInterest
      substanceAdministration supply templateId typeId
    entryRelationship: act encounter observation observationMedia organizer procedure realmCode
      regionOfInterest seperatableInd sequenceNumber substanceAdministration supply templateId typeId
    ethnicGroupCode: originalText qualifier translation validTime
    event: originalText qualifier translation
    expectedUseTime: center high low width
    externalAct: code id realmCode templateId text typeId
    externalDocument: code id realmCode setId templateId text typeId versionNumber
    externalObservation: code id realmCode templateId text typeId
    externalProcedure: code id realmCode templateId text typeId
    family: reference thumbnail
    footnote: br content linkHtml list paragraph renderMultiMedia sub sup table
    functionCode: originalText qualifier translation validTime
    given: reference thumbnail
    guardian: addr code guardianOrganization guardianPerson id realmCode telecom templateId typeId
    guardianOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode telecom
      templateId typeId
    guardianPerson: name realmCode templateId typeId
    head: center comp event high low offset period phase standardDeviation translation validTime width
    healthCareFacility: code id location realmCode serviceProviderOrganization templateId typeId
    high: standardDeviation translation
    houseNumber: reference thumbnail
    houseNumberNumeric: reference thumbnail
    inFulfillmentOf: order realmCode templateId typeId
    increment: center high low standardDeviation translation validTime width
    informant: assignedEntity realmCode relatedEntity templateId typeId
    informationRecipient: intendedRecipient name realmCode templateId typeId
    intendedRecipient: addr id informationRecipient realmCode receivedOrganization telecom templateId
      typeId
    interpretationCode: originalText qualifier translation validTime
    item: br caption content footnote footnoteRef linkHtml list paragraph renderMultiMedia sub sup table
    languageCode: originalText qualifier translation
    languageCommunication: languageCode modeCode preferenceInd proficiencyLevelCode realmCode templateId
      typeId
    legalAuthenticator: assignedEntity realmCode signatureCode templateId time typeId
    linkHtml: footnote footnoteRef
    list: caption item
    location: addr healthCareFacility name realmCode templateId typeId
    lotNumberText: reference thumbnail
    low: standardDeviation translation
    maintainingPerson: name realmCode templateId typeId
    manufacturedLabeledDrug: code name realmCode templateId typeId
    manufacturedMaterial: code lotNumberText name realmCode templateId typeId
    manufacturedProduct: id manufacturedLabeledDrug manufacturedMaterial manufacturerOrganization
      realmCode templateId typeId
    manufacturerModelName: reference thumbnail
    manufacturerOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode
      telecom templateId typeId
    maritalStatusCode: originalText qualifier translation validTime
    maxDoseQuantity: denominator numerator
    methodCode: originalText qualifier translation validTime
    modeCode: originalText qualifier translation validTime
    name: delimiter family given originalText prefix qualifier suffix translation validTime
    nonXMLBody: confidentialityCode languageCode realmCode templateId text typeId
    numerator: center comp denominator event high low numerator offset period phase standardDeviation
      translation validTime width
    observation: author code derivationExpr effectiveTime entryRelationship id informant
      interpretationCode languageCode methodCode participant performer precondition priorityCode
      realmCode reference referenceRange repeatNumber specimen statusCode subject targetSiteCode
      templateId text typeId value
    observationMedia: author entryRelationship id informant languageCode participant performer
      precondition realmCode reference specimen subject templateId typeId value
    observationRange: code interpretationCode realmCode templateId text typeId value
    offset: center high low standardDeviation translation width
    order: code id priorityCode realmCode templateId typeId
    organizer: author code component effectiveTime id informant participant performer precondition
      realmCode reference specimen statusCode subject templateId typeId
    origin: center comp event high low offset period phase standardDeviation translation validTime width
    originalText: reference thumbnail
    paragraph: br caption content footnote footnoteRef linkHtml renderMultiMedia sub sup
    parentDocument: code id realmCode setId templateId text typeId versionNumber
    participant: associatedEntity awarenessCode functionCode participantRole realmCode templateId time
      typeId
    participantRole: addr code id playingDevice playingEntity realmCode scopingEntity telecom templateId
      typeId
    patient: administrativeGenderCode birthTime birthplace ethnicGroupCode guardian id
      languageCommunication maritalStatusCode name raceCode realmCode religiousAffiliationCode
      templateId typeId
    patientRole: addr id patient providerOrganization realmCode telecom templateId typeId
    performer: assignedEntity functionCode modeCode realmCode templateId time typeId
    period: center high low standardDeviation translation validTime width
    phase: center high low standardDeviation width
    place: addr name realmCode templateId typeId
    playingDevice: code manufacturerModelName realmCode softwareName templateId typeId
    playingEntity: code desc name quantity realmCode templateId typeId
    postBox: reference thumbnail
    postalCode: reference thumbnail
    precinct: reference thumbnail
    precondition: criterion realmCode templateId typeId
    prefix: reference thumbnail
    priorityCode: originalText qualifier translation validTime
    procedure: approachSiteCode author code effectiveTime entryRelationship id informant languageCode
      methodCode participant performer precondition priorityCode realmCode reference specimen statusCode
      subject targetSiteCode templateId text typeId
    product: manufacturedProduct realmCode templateId typeId
    proficiencyLevelCode: originalText qualifier translation validTime
    providerOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode telecom
      templateId typeId
    qualifier: name value
    quantity: center high low standardDeviation translation validTime width
    raceCode: originalText qualifier translation validTime
    rateQuantity: center high low translation width
    realmCode: originalText qualifier translation
    receivedOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode telecom
      templateId typeId
    recordTarget: patientRole realmCode templateId typeId
    reference: externalAct externalDocument externalObservation externalProcedure realmCode
      seperatableInd templateId typeId useablePeriod
    referenceRange: observationRange realmCode templateId typeId
    regionOfInterest: author code entryRelationship id informant participant performer precondition
      realmCode reference specimen subject templateId typeId value
    relatedDocument: parentDocument realmCode templateId typeId
    relatedEntity: addr code effectiveTime realmCode relatedPerson telecom templateId typeId
    relatedPerson: name realmCode templateId typeId
    relatedSubject: addr code realmCode subject telecom templateId typeId
    religiousAffiliationCode: originalText qualifier translation validTime
    renderMultiMedia: caption
    repeatNumber: center high low width
    representedCustodianOrganization: addr id name realmCode telecom templateId typeId
    representedOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode
      telecom templateId typeId
    responsibleParty: assignedEntity realmCode templateId typeId
    routeCode: originalText qualifier translation validTime
    scale: center high low standardDeviation translation validTime width
    scopingEntity: code desc id realmCode templateId typeId
    scopingOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode telecom
      templateId typeId
    section: author code component confidentialityCode entry id informant languageCode realmCode subject
      templateId text title typeId
    sequenceNumber: center high low width
    serviceEvent: code effectiveTime id performer realmCode templateId typeId
    serviceProviderOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode
      telecom templateId typeId
    signatureCode: originalText qualifier translation
    softwareName: reference thumbnail
    specimen: realmCode specimenRole templateId typeId
    specimenPlayingEntity: code desc name quantity realmCode templateId typeId
    specimenRole: id realmCode specimenPlayingEntity templateId typeId
    standardDeviation: center high low standardDeviation translation validTime width
    standardIndustryClassCode: originalText qualifier translation validTime
    state: reference thumbnail
    statusCode: originalText qualifier translation
    streetAddressLine: reference thumbnail
    streetName: reference thumbnail
    streetNameBase: reference thumbnail
    streetNameType: reference thumbnail
    structuredBody: component confidentialityCode languageCode realmCode templateId typeId
    subject: administrativeGenderCode awarenessCode birthTime name realmCode relatedSubject templateId
      typeId
    substanceAdministration: administrationUnitCode approachSiteCode author code consumable doseQuantity
      effectiveTime entryRelationship id informant maxDoseQuantity participant performer precondition
      priorityCode rateQuantity realmCode reference repeatNumber routeCode specimen statusCode subject
      templateId text typeId
    suffix: reference thumbnail
    supply: author code effectiveTime entryRelationship expectedUseTime id independentInd informant
      participant performer precondition priorityCode product quantity realmCode reference repeatNumber
      specimen statusCode subject templateId text typeId
    table: caption col colgroup tbody tfoot thead
    targetSiteCode: originalText qualifier translation validTime
    tbody: tr
    td: br content footnote footnoteRef linkHtml list paragraph renderMultiMedia sub sup
    telecom: useablePeriod
    text: br content footnote footnoteRef linkHtml list paragraph reference renderMultiMedia sub sup
      table thumbnail
    tfoot: tr
    th: br content footnote footnoteRef linkHtml renderMultiMedia sub sup
    thead: tr
    thumbnail: reference thumbnail
    time: center comp event high low offset period phase standardDeviation width
    title: reference thumbnail
    tr: td th
    translation: originalText qualifier translation validTime
    unitID: reference thumbnail
    unitType: reference thumbnail
    useablePeriod: center comp event high low offset period phase width
    validTime: center high low width
    value: additionalLocator buildingNumberSuffix careOf censusTract center city comp country county
      delimiter deliveryAddressLine deliveryInstallationArea deliveryInstallationQualifier
      deliveryInstallationType deliveryMode deliveryModeIdentifier denominator digits direction event
      family given head high houseNumber houseNumberNumeric increment low name numerator offset origin
      originalText period phase postBox postalCode precinct prefix qualifier reference scale
      standardDeviation state streetAddressLine streetName streetNameBase streetNameType suffix
      thumbnail translation unitID unitType useablePeriod validTime value width
    versionNumber: center high low width
    wholeOrganization: addr asOrganizationPartOf id name realmCode standardIndustryClassCode telecom
      templateId typeId
    width: center high low standardDeviation translation validTime width
    """
}
