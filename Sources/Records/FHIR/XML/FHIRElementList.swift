/// The elements of FHIR R4 (4.0.1) that are not plain single strings; made by `Scripts/fhir-elements` from
/// HL7's definitions, never by hand.
///
/// Words in order: a type, with its base unless that is BackboneElement, then its own elements. `*` repeats,
/// `#` is a number, `?` a boolean, `:Type` an object, `:` alone the type of that name within it; C, I, P,
/// Q and R are CodeableConcept, Identifier, Period, Quantity and Reference. `value[x]` may be of any type, as
/// `[x]` at the beginning lists them.
enum FHIRElementList {
  static let text: StaticString = """
    [x] address:Address age:Age annotation:Annotation attachment:Attachment base64Binary boolean? canonical
    code codeableConcept:C coding:Coding contactDetail:ContactDetail contactPoint:ContactPoint
    contributor:Contributor count:Count dataRequirement:DataRequirement date dateTime decimal#
    distance:Distance dosage:Dosage duration:Duration expression:Expression humanName:HumanName id
    identifier:I instant integer# markdown meta:Meta money:Money oid parameterDefinition:ParameterDefinition
    period:P positiveInt# quantity:Q range:Range ratio:Ratio reference:R relatedArtifact:RelatedArtifact
    sampledData:SampledData signature:Signature string time timing:Timing
    triggerDefinition:TriggerDefinition unsignedInt# uri url usageContext:UsageContext uuid
    Account<DomainResource coverage*: guarantor*: identifier*:I owner:R partOf:R servicePeriod:P subject*:R
    type:C AccountCoverage coverage:R priority# AccountGuarantor onHold? party:R period:P
    ActivityDefinition<DomainResource author*:ContactDetail bodySite*:C code:C contact*:ContactDetail
    doNotPerform? dosage*:Dosage dynamicValue*: editor*:ContactDetail effectivePeriod:P
    endorser*:ContactDetail experimental? identifier*:I jurisdiction*:C library* location:R
    observationRequirement*:R observationResultRequirement*:R participant*: productCodeableConcept:C
    productReference:R quantity:Q relatedArtifact*:RelatedArtifact reviewer*:ContactDetail
    specimenRequirement*:R subjectCodeableConcept:C subjectReference:R timingAge:Age timingDuration:Duration
    timingPeriod:P timingRange:Range timingTiming:Timing topic*:C useContext*:UsageContext
    ActivityDefinitionDynamicValue expression:Expression ActivityDefinitionParticipant role:C
    Address<Element line* period:P AdverseEvent<DomainResource category*:C contributor*:R encounter:R
    event:C identifier:I location:R outcome:C recorder:R referenceDocument*:R resultingCondition*:R
    seriousness:C severity:C study*:R subject:R subjectMedicalHistory*:R suspectEntity*:
    AdverseEventSuspectEntity causality*: instance:R AdverseEventSuspectEntityCausality assessment:C
    author:R method:C Age<Quantity AllergyIntolerance<DomainResource asserter:R category* clinicalStatus:C
    code:C encounter:R identifier*:I note*:Annotation onsetAge:Age onsetPeriod:P onsetRange:Range patient:R
    reaction*: recorder:R verificationStatus:C AllergyIntoleranceReaction exposureRoute:C manifestation*:C
    note*:Annotation substance:C Annotation<Element authorReference:R Appointment<DomainResource
    appointmentType:C basedOn*:R cancelationReason:C identifier*:I minutesDuration# participant*: priority#
    reasonCode*:C reasonReference*:R requestedPeriod*:P serviceCategory*:C serviceType*:C slot*:R
    specialty*:C supportingInformation*:R AppointmentParticipant actor:R period:P type*:C
    AppointmentResponse<DomainResource actor:R appointment:R identifier*:I participantType*:C
    Attachment<Element size# AuditEvent<DomainResource agent*: entity*: period:P purposeOfEvent*:C source:
    subtype*:Coding type:Coding AuditEventAgent location:R media:Coding network: policy* purposeOfUse*:C
    requestor? role*:C type:C who:R AuditEventAgentNetwork AuditEventEntity detail*: lifecycle:Coding
    role:Coding securityLabel*:Coding type:Coding what:R AuditEventEntityDetail AuditEventSource observer:R
    type*:Coding BackboneElement<Element modifierExtension*:Extension Basic<DomainResource author:R code:C
    identifier*:I subject:R Binary<Resource securityContext:R BiologicallyDerivedProduct<DomainResource
    collection: identifier*:I manipulation: parent*:R processing*: productCode:C quantity# request*:R
    storage*: BiologicallyDerivedProductCollection collectedPeriod:P collector:R source:R
    BiologicallyDerivedProductManipulation timePeriod:P BiologicallyDerivedProductProcessing additive:R
    procedure:C timePeriod:P BiologicallyDerivedProductStorage duration:P temperature#
    BodyStructure<DomainResource active? identifier*:I image*:Attachment location:C locationQualifier*:C
    morphology:C patient:R Bundle<Resource entry*: identifier:I link*: signature:Signature total#
    BundleEntry link*:BundleLink request: resource:Resource response: search: BundleEntryRequest
    BundleEntryResponse outcome:Resource BundleEntrySearch score# BundleLink
    CapabilityStatement<DomainResource contact*:ContactDetail document*: experimental? format*
    implementation: implementationGuide* imports* instantiates* jurisdiction*:C messaging*: patchFormat*
    rest*: software: useContext*:UsageContext CapabilityStatementDocument CapabilityStatementImplementation
    custodian:R CapabilityStatementMessaging endpoint*: reliableCache# supportedMessage*:
    CapabilityStatementMessagingEndpoint protocol:Coding CapabilityStatementMessagingSupportedMessage
    CapabilityStatementRest compartment* interaction*: operation*:CapabilityStatementRestResourceOperation
    resource*: searchParam*:CapabilityStatementRestResourceSearchParam security:
    CapabilityStatementRestInteraction CapabilityStatementRestResource conditionalCreate? conditionalUpdate?
    interaction*: operation*: readHistory? referencePolicy* searchInclude* searchParam*: searchRevInclude*
    supportedProfile* updateCreate? CapabilityStatementRestResourceInteraction
    CapabilityStatementRestResourceOperation CapabilityStatementRestResourceSearchParam
    CapabilityStatementRestSecurity cors? service*:C CapabilityStatementSoftware CarePlan<DomainResource
    activity*: addresses*:R author:R basedOn*:R careTeam*:R category*:C contributor*:R encounter:R goal*:R
    identifier*:I instantiatesCanonical* instantiatesUri* note*:Annotation partOf*:R period:P replaces*:R
    subject:R supportingInfo*:R CarePlanActivity detail: outcomeCodeableConcept*:C outcomeReference*:R
    progress*:Annotation reference:R CarePlanActivityDetail code:C dailyAmount:Q doNotPerform? goal*:R
    instantiatesCanonical* instantiatesUri* location:R performer*:R productCodeableConcept:C
    productReference:R quantity:Q reasonCode*:C reasonReference*:R scheduledPeriod:P scheduledTiming:Timing
    statusReason:C CareTeam<DomainResource category*:C encounter:R identifier*:I managingOrganization*:R
    note*:Annotation participant*: period:P reasonCode*:C reasonReference*:R subject:R telecom*:ContactPoint
    CareTeamParticipant member:R onBehalfOf:R period:P role*:C CatalogEntry<DomainResource
    additionalCharacteristic*:C additionalClassification*:C additionalIdentifier*:I classification*:C
    identifier*:I orderable? referencedItem:R relatedEntry*: type:C validityPeriod:P
    CatalogEntryRelatedEntry item:R ChargeItem<DomainResource account*:R bodysite*:C code:C context:R
    costCenter:R definitionCanonical* definitionUri* enterer:R factorOverride# identifier*:I
    note*:Annotation occurrencePeriod:P occurrenceTiming:Timing partOf*:R performer*:
    performingOrganization:R priceOverride:Money productCodeableConcept:C productReference:R quantity:Q
    reason*:C requestingOrganization:R service*:R subject:R supportingInformation*:R
    ChargeItemDefinition<DomainResource applicability*: code:C contact*:ContactDetail derivedFromUri*
    effectivePeriod:P experimental? identifier*:I instance*:R jurisdiction*:C partOf* propertyGroup*:
    replaces* useContext*:UsageContext ChargeItemDefinitionApplicability ChargeItemDefinitionPropertyGroup
    applicability*:ChargeItemDefinitionApplicability priceComponent*:
    ChargeItemDefinitionPropertyGroupPriceComponent amount:Money code:C factor# ChargeItemPerformer actor:R
    function:C Claim<DomainResource accident: billablePeriod:P careTeam*: diagnosis*: enterer:R facility:R
    fundsReserve:C identifier*:I insurance*: insurer:R item*: originalPrescription:R patient:R payee:
    prescription:R priority:C procedure*: provider:R referral:R related*: subType:C supportingInfo*:
    total:Money type:C ClaimAccident locationAddress:Address locationReference:R type:C ClaimCareTeam
    provider:R qualification:C responsible? role:C sequence# ClaimDiagnosis diagnosisCodeableConcept:C
    diagnosisReference:R onAdmission:C packageCode:C sequence# type*:C ClaimInsurance claimResponse:R
    coverage:R focal? identifier:I preAuthRef* sequence# ClaimItem bodySite:C careTeamSequence*# category:C
    detail*: diagnosisSequence*# encounter*:R factor# informationSequence*# locationAddress:Address
    locationCodeableConcept:C locationReference:R modifier*:C net:Money procedureSequence*#
    productOrService:C programCode*:C quantity:Q revenue:C sequence# servicedPeriod:P subSite*:C udi*:R
    unitPrice:Money ClaimItemDetail category:C factor# modifier*:C net:Money productOrService:C
    programCode*:C quantity:Q revenue:C sequence# subDetail*: udi*:R unitPrice:Money
    ClaimItemDetailSubDetail category:C factor# modifier*:C net:Money productOrService:C programCode*:C
    quantity:Q revenue:C sequence# udi*:R unitPrice:Money ClaimPayee party:R type:C ClaimProcedure
    procedureCodeableConcept:C procedureReference:R sequence# type*:C udi*:R ClaimRelated claim:R
    reference:I relationship:C ClaimResponse<DomainResource addItem*:
    adjudication*:ClaimResponseItemAdjudication communicationRequest*:R error*: form:Attachment formCode:C
    fundsReserve:C identifier*:I insurance*: insurer:R item*: patient:R payeeType:C payment: preAuthPeriod:P
    processNote*: request:R requestor:R subType:C total*: type:C ClaimResponseAddItem
    adjudication*:ClaimResponseItemAdjudication bodySite:C detail*: detailSequence*# factor# itemSequence*#
    locationAddress:Address locationCodeableConcept:C locationReference:R modifier*:C net:Money noteNumber*#
    productOrService:C programCode*:C provider*:R quantity:Q servicedPeriod:P subSite*:C subdetailSequence*#
    unitPrice:Money ClaimResponseAddItemDetail adjudication*:ClaimResponseItemAdjudication factor#
    modifier*:C net:Money noteNumber*# productOrService:C quantity:Q subDetail*: unitPrice:Money
    ClaimResponseAddItemDetailSubDetail adjudication*:ClaimResponseItemAdjudication factor# modifier*:C
    net:Money noteNumber*# productOrService:C quantity:Q unitPrice:Money ClaimResponseError code:C
    detailSequence# itemSequence# subDetailSequence# ClaimResponseInsurance claimResponse:R coverage:R
    focal? sequence# ClaimResponseItem adjudication*: detail*: itemSequence# noteNumber*#
    ClaimResponseItemAdjudication amount:Money category:C reason:C value# ClaimResponseItemDetail
    adjudication*:ClaimResponseItemAdjudication detailSequence# noteNumber*# subDetail*:
    ClaimResponseItemDetailSubDetail adjudication*:ClaimResponseItemAdjudication noteNumber*#
    subDetailSequence# ClaimResponsePayment adjustment:Money adjustmentReason:C amount:Money identifier:I
    type:C ClaimResponseProcessNote language:C number# ClaimResponseTotal amount:Money category:C
    ClaimSupportingInfo category:C code:C reason:C sequence# timingPeriod:P valueAttachment:Attachment
    valueBoolean? valueQuantity:Q valueReference:R ClinicalImpression<DomainResource assessor:R code:C
    effectivePeriod:P encounter:R finding*: identifier*:I investigation*: note*:Annotation previous:R
    problem*:R prognosisCodeableConcept*:C prognosisReference*:R protocol* statusReason:C subject:R
    supportingInfo*:R ClinicalImpressionFinding itemCodeableConcept:C itemReference:R
    ClinicalImpressionInvestigation code:C item*:R CodeSystem<DomainResource caseSensitive? compositional?
    concept*: contact*:ContactDetail count# experimental? filter*: identifier*:I jurisdiction*:C property*:
    useContext*:UsageContext versionNeeded? CodeSystemConcept concept*:CodeSystemConcept designation*:
    property*: CodeSystemConceptDesignation use:Coding CodeSystemConceptProperty valueBoolean?
    valueCoding:Coding valueDecimal# valueInteger# CodeSystemFilter operator* CodeSystemProperty
    CodeableConcept<Element coding*:Coding Coding<Element userSelected? Communication<DomainResource
    about*:R basedOn*:R category*:C encounter:R identifier*:I inResponseTo*:R instantiatesCanonical*
    instantiatesUri* medium*:C note*:Annotation partOf*:R payload*: reasonCode*:C reasonReference*:R
    recipient*:R sender:R statusReason:C subject:R topic:C CommunicationPayload contentAttachment:Attachment
    contentReference:R CommunicationRequest<DomainResource about*:R basedOn*:R category*:C doNotPerform?
    encounter:R groupIdentifier:I identifier*:I medium*:C note*:Annotation occurrencePeriod:P payload*:
    reasonCode*:C reasonReference*:R recipient*:R replaces*:R requester:R sender:R statusReason:C subject:R
    CommunicationRequestPayload contentAttachment:Attachment contentReference:R
    CompartmentDefinition<DomainResource contact*:ContactDetail experimental? resource*: search?
    useContext*:UsageContext CompartmentDefinitionResource param* Composition<DomainResource attester*:
    author*:R category*:C custodian:R encounter:R event*: identifier:I relatesTo*: section*: subject:R
    type:C CompositionAttester party:R CompositionEvent code*:C detail*:R period:P CompositionRelatesTo
    targetIdentifier:I targetReference:R CompositionSection author*:R code:C emptyReason:C entry*:R focus:R
    orderedBy:C section*:CompositionSection text:Narrative ConceptMap<DomainResource contact*:ContactDetail
    experimental? group*: identifier:I jurisdiction*:C useContext*:UsageContext ConceptMapGroup element*:
    unmapped: ConceptMapGroupElement target*: ConceptMapGroupElementTarget dependsOn*:
    product*:ConceptMapGroupElementTargetDependsOn ConceptMapGroupElementTargetDependsOn
    ConceptMapGroupUnmapped Condition<DomainResource abatementAge:Age abatementPeriod:P abatementRange:Range
    asserter:R bodySite*:C category*:C clinicalStatus:C code:C encounter:R evidence*: identifier*:I
    note*:Annotation onsetAge:Age onsetPeriod:P onsetRange:Range recorder:R severity:C stage*: subject:R
    verificationStatus:C ConditionEvidence code*:C detail*:R ConditionStage assessment*:R summary:C type:C
    Consent<DomainResource category*:C identifier*:I organization*:R patient:R performer*:R policy*:
    policyRule:C provision: scope:C sourceAttachment:Attachment sourceReference:R verification*:
    ConsentPolicy ConsentProvision action*:C actor*: class*:Coding code*:C data*: dataPeriod:P period:P
    provision*:ConsentProvision purpose*:Coding securityLabel*:Coding ConsentProvisionActor reference:R
    role:C ConsentProvisionData reference:R ConsentVerification verified? verifiedWith:R
    ContactDetail<Element telecom*:ContactPoint ContactPoint<Element period:P rank# Contract<DomainResource
    alias* applies:P author:R authority*:R contentDefinition: contentDerivative:C domain*:R expirationType:C
    friendly*: identifier*:I instantiatesCanonical:R legal*: legalState:C
    legallyBindingAttachment:Attachment legallyBindingReference:R relevantHistory*:R rule*: scope:C signer*:
    site*:R subType*:C subject*:R supportingInfo*:R term*: topicCodeableConcept:C topicReference:R type:C
    ContractContentDefinition publisher:R subType:C type:C ContractFriendly contentAttachment:Attachment
    contentReference:R ContractLegal contentAttachment:Attachment contentReference:R ContractRule
    contentAttachment:Attachment contentReference:R ContractSigner party:R signature*:Signature type:Coding
    ContractTerm action*: applies:P asset*: group*:ContractTerm identifier:I offer: securityLabel*:
    subType:C topicCodeableConcept:C topicReference:R type:C ContractTermAction context:R contextLinkId*
    doNotPerform? intent:C linkId* note*:Annotation occurrencePeriod:P occurrenceTiming:Timing performer:R
    performerLinkId* performerRole:C performerType*:C reason* reasonCode*:C reasonLinkId* reasonReference*:R
    requester*:R requesterLinkId* securityLabelNumber*# status:C subject*: type:C ContractTermActionSubject
    reference*:R role:C ContractTermAsset answer*:ContractTermOfferAnswer context*: linkId* period*:P
    periodType*:C relationship:Coding scope:C securityLabelNumber*# subtype*:C type*:C typeReference*:R
    usePeriod*:P valuedItem*: ContractTermAssetContext code*:C reference:R ContractTermAssetValuedItem
    entityCodeableConcept:C entityReference:R factor# identifier:I linkId* net:Money points# quantity:Q
    recipient:R responsible:R securityLabelNumber*# unitPrice:Money ContractTermOffer answer*: decision:C
    decisionMode*:C identifier*:I linkId* party*: securityLabelNumber*# topic:R type:C
    ContractTermOfferAnswer valueAttachment:Attachment valueBoolean? valueCoding:Coding valueDecimal#
    valueInteger# valueQuantity:Q valueReference:R ContractTermOfferParty reference*:R role:C
    ContractTermSecurityLabel category*:Coding classification:Coding control*:Coding number*#
    Contributor<Element contact*:ContactDetail Count<Quantity Coverage<DomainResource beneficiary:R class*:
    contract*:R costToBeneficiary*: identifier*:I order# payor*:R period:P policyHolder:R relationship:C
    subrogation? subscriber:R type:C CoverageClass type:C CoverageCostToBeneficiary exception*: type:C
    valueMoney:Money valueQuantity:Q CoverageCostToBeneficiaryException period:P type:C
    CoverageEligibilityRequest<DomainResource enterer:R facility:R identifier*:I insurance*: insurer:R
    item*: patient:R priority:C provider:R purpose* servicedPeriod:P supportingInfo*:
    CoverageEligibilityRequestInsurance coverage:R focal? CoverageEligibilityRequestItem category:C
    detail*:R diagnosis*: facility:R modifier*:C productOrService:C provider:R quantity:Q
    supportingInfoSequence*# unitPrice:Money CoverageEligibilityRequestItemDiagnosis
    diagnosisCodeableConcept:C diagnosisReference:R CoverageEligibilityRequestSupportingInfo appliesToAll?
    information:R sequence# CoverageEligibilityResponse<DomainResource error*: form:C identifier*:I
    insurance*: insurer:R patient:R purpose* request:R requestor:R servicedPeriod:P
    CoverageEligibilityResponseError code:C CoverageEligibilityResponseInsurance benefitPeriod:P coverage:R
    inforce? item*: CoverageEligibilityResponseInsuranceItem authorizationRequired?
    authorizationSupporting*:C benefit*: category:C excluded? modifier*:C network:C productOrService:C
    provider:R term:C unit:C CoverageEligibilityResponseInsuranceItemBenefit allowedMoney:Money
    allowedUnsignedInt# type:C usedMoney:Money usedUnsignedInt# DataRequirement<Element codeFilter*:
    dateFilter*: limit# mustSupport* profile* sort*: subjectCodeableConcept:C subjectReference:R
    DataRequirementCodeFilter<Element code*:Coding DataRequirementDateFilter<Element valueDuration:Duration
    valuePeriod:P DataRequirementSort<Element DetectedIssue<DomainResource author:R code:C evidence*:
    identifiedPeriod:P identifier*:I implicated*:R mitigation*: patient:R DetectedIssueEvidence code*:C
    detail*:R DetectedIssueMitigation action:C author:R Device<DomainResource contact*:ContactPoint
    definition:R deviceName*: identifier*:I location:R note*:Annotation owner:R parent:R patient:R
    property*: safety*:C specialization*: statusReason*:C type:C udiCarrier*: version*:
    DeviceDefinition<DomainResource capability*: contact*:ContactPoint deviceName*: identifier*:I
    languageCode*:C manufacturerReference:R material*: note*:Annotation owner:R parentDevice:R
    physicalCharacteristics:ProdCharacteristic property*: quantity:Q safety*:C
    shelfLifeStorage*:ProductShelfLife specialization*: type:C udiDeviceIdentifier*: version*
    DeviceDefinitionCapability description*:C type:C DeviceDefinitionDeviceName DeviceDefinitionMaterial
    allergenicIndicator? alternate? substance:C DeviceDefinitionProperty type:C valueCode*:C
    valueQuantity*:Q DeviceDefinitionSpecialization DeviceDefinitionUdiDeviceIdentifier DeviceDeviceName
    DeviceMetric<DomainResource calibration*: identifier*:I measurementPeriod:Timing parent:R source:R
    type:C unit:C DeviceMetricCalibration DeviceProperty type:C valueCode*:C valueQuantity*:Q
    DeviceRequest<DomainResource basedOn*:R codeCodeableConcept:C codeReference:R encounter:R
    groupIdentifier:I identifier*:I instantiatesCanonical* instantiatesUri* insurance*:R note*:Annotation
    occurrencePeriod:P occurrenceTiming:Timing parameter*: performer:R performerType:C priorRequest*:R
    reasonCode*:C reasonReference*:R relevantHistory*:R requester:R subject:R supportingInfo*:R
    DeviceRequestParameter code:C valueBoolean? valueCodeableConcept:C valueQuantity:Q valueRange:Range
    DeviceSpecialization systemType:C DeviceUdiCarrier DeviceUseStatement<DomainResource basedOn*:R
    bodySite:C derivedFrom*:R device:R identifier*:I note*:Annotation reasonCode*:C reasonReference*:R
    source:R subject:R timingPeriod:P timingTiming:Timing DeviceVersion component:I type:C
    DiagnosticReport<DomainResource basedOn*:R category*:C code:C conclusionCode*:C effectivePeriod:P
    encounter:R identifier*:I imagingStudy*:R media*: performer*:R presentedForm*:Attachment result*:R
    resultsInterpreter*:R specimen*:R subject:R DiagnosticReportMedia link:R Distance<Quantity
    DocumentManifest<DomainResource author*:R content*:R identifier*:I masterIdentifier:I recipient*:R
    related*: subject:R type:C DocumentManifestRelated identifier:I ref:R DocumentReference<DomainResource
    authenticator:R author*:R category*:C content*: context: custodian:R identifier*:I masterIdentifier:I
    relatesTo*: securityLabel*:C subject:R type:C DocumentReferenceContent attachment:Attachment
    format:Coding DocumentReferenceContext encounter*:R event*:C facilityType:C period:P practiceSetting:C
    related*:R sourcePatientInfo:R DocumentReferenceRelatesTo target:R DomainResource<Resource
    contained*:Resource extension*:Extension modifierExtension*:Extension text:Narrative Dosage
    additionalInstruction*:C asNeededBoolean? asNeededCodeableConcept:C doseAndRate*:
    maxDosePerAdministration:Q maxDosePerLifetime:Q maxDosePerPeriod:Ratio method:C route:C sequence# site:C
    timing:Timing DosageDoseAndRate<Element doseQuantity:Q doseRange:Range rateQuantity:Q rateRange:Range
    rateRatio:Ratio type:C Duration<Quantity EffectEvidenceSynthesis<DomainResource author*:ContactDetail
    certainty*: contact*:ContactDetail editor*:ContactDetail effectEstimate*: effectivePeriod:P
    endorser*:ContactDetail exposure:R exposureAlternative:R identifier*:I jurisdiction*:C note*:Annotation
    outcome:R population:R relatedArtifact*:RelatedArtifact resultsByExposure*: reviewer*:ContactDetail
    sampleSize: studyType:C synthesisType:C topic*:C useContext*:UsageContext
    EffectEvidenceSynthesisCertainty certaintySubcomponent*: note*:Annotation rating*:C
    EffectEvidenceSynthesisCertaintyCertaintySubcomponent note*:Annotation rating*:C type:C
    EffectEvidenceSynthesisEffectEstimate precisionEstimate*: type:C unitOfMeasure:C value# variantState:C
    EffectEvidenceSynthesisEffectEstimatePrecisionEstimate from# level# to# type:C
    EffectEvidenceSynthesisResultsByExposure riskEvidenceSynthesis:R variantState:C
    EffectEvidenceSynthesisSampleSize numberOfParticipants# numberOfStudies# Element< extension*:Extension
    ElementDefinition alias* base: binding: code*:Coding condition* constraint*: example*: isModifier?
    isSummary? mapping*: maxLength# maxValueDecimal# maxValueInteger# maxValuePositiveInt#
    maxValueQuantity:Q maxValueUnsignedInt# min# minValueDecimal# minValueInteger# minValuePositiveInt#
    minValueQuantity:Q minValueUnsignedInt# mustSupport? representation* sliceIsConstraining? slicing:
    type*: defaultValue[x] fixed[x] pattern[x] ElementDefinitionBase<Element min#
    ElementDefinitionBinding<Element ElementDefinitionConstraint<Element ElementDefinitionExample<Element
    value[x] ElementDefinitionMapping<Element ElementDefinitionSlicing<Element discriminator*: ordered?
    ElementDefinitionSlicingDiscriminator<Element ElementDefinitionType<Element aggregation* profile*
    targetProfile* Encounter<DomainResource account*:R appointment*:R basedOn*:R classHistory*: class:Coding
    diagnosis*: episodeOfCare*:R hospitalization: identifier*:I length:Duration location*: partOf:R
    participant*: period:P priority:C reasonCode*:C reasonReference*:R serviceProvider:R serviceType:C
    statusHistory*: subject:R type*:C EncounterClassHistory class:Coding period:P EncounterDiagnosis
    condition:R rank# use:C EncounterHospitalization admitSource:C destination:R dietPreference*:C
    dischargeDisposition:C origin:R preAdmissionIdentifier:I reAdmission:C specialArrangement*:C
    specialCourtesy*:C EncounterLocation location:R period:P physicalType:C EncounterParticipant
    individual:R period:P type*:C EncounterStatusHistory period:P Endpoint<DomainResource
    connectionType:Coding contact*:ContactPoint header* identifier*:I managingOrganization:R
    payloadMimeType* payloadType*:C period:P EnrollmentRequest<DomainResource candidate:R coverage:R
    identifier*:I insurer:R provider:R EnrollmentResponse<DomainResource identifier*:I organization:R
    request:R requestProvider:R EpisodeOfCare<DomainResource account*:R careManager:R diagnosis*:
    identifier*:I managingOrganization:R patient:R period:P referralRequest*:R statusHistory*: team*:R
    type*:C EpisodeOfCareDiagnosis condition:R rank# role:C EpisodeOfCareStatusHistory period:P
    EventDefinition<DomainResource author*:ContactDetail contact*:ContactDetail editor*:ContactDetail
    effectivePeriod:P endorser*:ContactDetail experimental? identifier*:I jurisdiction*:C
    relatedArtifact*:RelatedArtifact reviewer*:ContactDetail subjectCodeableConcept:C subjectReference:R
    topic*:C trigger*:TriggerDefinition useContext*:UsageContext Evidence<DomainResource
    author*:ContactDetail contact*:ContactDetail editor*:ContactDetail effectivePeriod:P
    endorser*:ContactDetail exposureBackground:R exposureVariant*:R identifier*:I jurisdiction*:C
    note*:Annotation outcome*:R relatedArtifact*:RelatedArtifact reviewer*:ContactDetail topic*:C
    useContext*:UsageContext EvidenceVariable<DomainResource author*:ContactDetail characteristic*:
    contact*:ContactDetail editor*:ContactDetail effectivePeriod:P endorser*:ContactDetail identifier*:I
    jurisdiction*:C note*:Annotation relatedArtifact*:RelatedArtifact reviewer*:ContactDetail topic*:C
    useContext*:UsageContext EvidenceVariableCharacteristic definitionCodeableConcept:C
    definitionDataRequirement:DataRequirement definitionExpression:Expression definitionReference:R
    definitionTriggerDefinition:TriggerDefinition exclude? participantEffectiveDuration:Duration
    participantEffectivePeriod:P participantEffectiveTiming:Timing timeFromStart:Duration
    usageContext*:UsageContext ExampleScenario<DomainResource actor*: contact*:ContactDetail experimental?
    identifier*:I instance*: jurisdiction*:C process*: useContext*:UsageContext workflow*
    ExampleScenarioActor ExampleScenarioInstance containedInstance*: version*:
    ExampleScenarioInstanceContainedInstance ExampleScenarioInstanceVersion ExampleScenarioProcess step*:
    ExampleScenarioProcessStep alternative*: operation: pause? process*:ExampleScenarioProcess
    ExampleScenarioProcessStepAlternative step*:ExampleScenarioProcessStep
    ExampleScenarioProcessStepOperation initiatorActive? receiverActive?
    request:ExampleScenarioInstanceContainedInstance response:ExampleScenarioInstanceContainedInstance
    ExplanationOfBenefit<DomainResource accident: addItem*:
    adjudication*:ExplanationOfBenefitItemAdjudication benefitBalance*: benefitPeriod:P billablePeriod:P
    careTeam*: claim:R claimResponse:R diagnosis*: enterer:R facility:R form:Attachment formCode:C
    fundsReserve:C fundsReserveRequested:C identifier*:I insurance*: insurer:R item*: originalPrescription:R
    patient:R payee: payment: preAuthRef* preAuthRefPeriod*:P precedence# prescription:R priority:C
    procedure*: processNote*: provider:R referral:R related*: subType:C supportingInfo*: total*: type:C
    ExplanationOfBenefitAccident locationAddress:Address locationReference:R type:C
    ExplanationOfBenefitAddItem adjudication*:ExplanationOfBenefitItemAdjudication bodySite:C detail*:
    detailSequence*# factor# itemSequence*# locationAddress:Address locationCodeableConcept:C
    locationReference:R modifier*:C net:Money noteNumber*# productOrService:C programCode*:C provider*:R
    quantity:Q servicedPeriod:P subDetailSequence*# subSite*:C unitPrice:Money
    ExplanationOfBenefitAddItemDetail adjudication*:ExplanationOfBenefitItemAdjudication factor# modifier*:C
    net:Money noteNumber*# productOrService:C quantity:Q subDetail*: unitPrice:Money
    ExplanationOfBenefitAddItemDetailSubDetail adjudication*:ExplanationOfBenefitItemAdjudication factor#
    modifier*:C net:Money noteNumber*# productOrService:C quantity:Q unitPrice:Money
    ExplanationOfBenefitBenefitBalance category:C excluded? financial*: network:C term:C unit:C
    ExplanationOfBenefitBenefitBalanceFinancial allowedMoney:Money allowedUnsignedInt# type:C
    usedMoney:Money usedUnsignedInt# ExplanationOfBenefitCareTeam provider:R qualification:C responsible?
    role:C sequence# ExplanationOfBenefitDiagnosis diagnosisCodeableConcept:C diagnosisReference:R
    onAdmission:C packageCode:C sequence# type*:C ExplanationOfBenefitInsurance coverage:R focal?
    preAuthRef* ExplanationOfBenefitItem adjudication*: bodySite:C careTeamSequence*# category:C detail*:
    diagnosisSequence*# encounter*:R factor# informationSequence*# locationAddress:Address
    locationCodeableConcept:C locationReference:R modifier*:C net:Money noteNumber*# procedureSequence*#
    productOrService:C programCode*:C quantity:Q revenue:C sequence# servicedPeriod:P subSite*:C udi*:R
    unitPrice:Money ExplanationOfBenefitItemAdjudication amount:Money category:C reason:C value#
    ExplanationOfBenefitItemDetail adjudication*:ExplanationOfBenefitItemAdjudication category:C factor#
    modifier*:C net:Money noteNumber*# productOrService:C programCode*:C quantity:Q revenue:C sequence#
    subDetail*: udi*:R unitPrice:Money ExplanationOfBenefitItemDetailSubDetail
    adjudication*:ExplanationOfBenefitItemAdjudication category:C factor# modifier*:C net:Money noteNumber*#
    productOrService:C programCode*:C quantity:Q revenue:C sequence# udi*:R unitPrice:Money
    ExplanationOfBenefitPayee party:R type:C ExplanationOfBenefitPayment adjustment:Money adjustmentReason:C
    amount:Money identifier:I type:C ExplanationOfBenefitProcedure procedureCodeableConcept:C
    procedureReference:R sequence# type*:C udi*:R ExplanationOfBenefitProcessNote language:C number#
    ExplanationOfBenefitRelated claim:R reference:I relationship:C ExplanationOfBenefitSupportingInfo
    category:C code:C reason:Coding sequence# timingPeriod:P valueAttachment:Attachment valueBoolean?
    valueQuantity:Q valueReference:R ExplanationOfBenefitTotal amount:Money category:C Expression<Element
    Extension<Element value[x] FHIRAbstractResource< FamilyMemberHistory<DomainResource ageAge:Age
    ageRange:Range bornPeriod:P condition*: dataAbsentReason:C deceasedAge:Age deceasedBoolean?
    deceasedRange:Range estimatedAge? identifier*:I instantiatesCanonical* instantiatesUri* note*:Annotation
    patient:R reasonCode*:C reasonReference*:R relationship:C sex:C FamilyMemberHistoryCondition code:C
    contributedToDeath? note*:Annotation onsetAge:Age onsetPeriod:P onsetRange:Range outcome:C
    Flag<DomainResource author:R category*:C code:C encounter:R identifier*:I period:P subject:R
    Goal<DomainResource achievementStatus:C addresses*:R category*:C description:C expressedBy:R
    identifier*:I note*:Annotation outcomeCode*:C outcomeReference*:R priority:C startCodeableConcept:C
    subject:R target*: GoalTarget detailBoolean? detailCodeableConcept:C detailInteger# detailQuantity:Q
    detailRange:Range detailRatio:Ratio dueDuration:Duration measure:C GraphDefinition<DomainResource
    contact*:ContactDetail experimental? jurisdiction*:C link*: useContext*:UsageContext GraphDefinitionLink
    min# target*: GraphDefinitionLinkTarget compartment*: link*:GraphDefinitionLink
    GraphDefinitionLinkTargetCompartment Group<DomainResource active? actual? characteristic*: code:C
    identifier*:I managingEntity:R member*: quantity# GroupCharacteristic code:C exclude? period:P
    valueBoolean? valueCodeableConcept:C valueQuantity:Q valueRange:Range valueReference:R GroupMember
    entity:R inactive? period:P GuidanceResponse<DomainResource dataRequirement*:DataRequirement encounter:R
    evaluationMessage*:R identifier*:I moduleCodeableConcept:C note*:Annotation outputParameters:R
    performer:R reasonCode*:C reasonReference*:R requestIdentifier:I result:R subject:R
    HealthcareService<DomainResource active? appointmentRequired? availableTime*: category*:C
    characteristic*:C communication*:C coverageArea*:R eligibility*: endpoint*:R identifier*:I location*:R
    notAvailable*: photo:Attachment program*:C providedBy:R referralMethod*:C serviceProvisionCode*:C
    specialty*:C telecom*:ContactPoint type*:C HealthcareServiceAvailableTime allDay? daysOfWeek*
    HealthcareServiceEligibility code:C HealthcareServiceNotAvailable during:P HumanName<Element given*
    period:P prefix* suffix* Identifier<Element assigner:R period:P type:C ImagingStudy<DomainResource
    basedOn*:R encounter:R endpoint*:R identifier*:I interpreter*:R location:R modality*:Coding
    note*:Annotation numberOfInstances# numberOfSeries# procedureCode*:C procedureReference:R reasonCode*:C
    reasonReference*:R referrer:R series*: subject:R ImagingStudySeries bodySite:Coding endpoint*:R
    instance*: laterality:Coding modality:Coding number# numberOfInstances# performer*: specimen*:R
    ImagingStudySeriesInstance number# sopClass:Coding ImagingStudySeriesPerformer actor:R function:C
    Immunization<DomainResource doseQuantity:Q education*: encounter:R fundingSource:C identifier*:I
    isSubpotent? location:R manufacturer:R note*:Annotation patient:R performer*: primarySource?
    programEligibility*:C protocolApplied*: reaction*: reasonCode*:C reasonReference*:R reportOrigin:C
    route:C site:C statusReason:C subpotentReason*:C vaccineCode:C ImmunizationEducation
    ImmunizationEvaluation<DomainResource authority:R doseNumberPositiveInt# doseStatus:C
    doseStatusReason*:C identifier*:I immunizationEvent:R patient:R seriesDosesPositiveInt# targetDisease:C
    ImmunizationPerformer actor:R function:C ImmunizationProtocolApplied authority:R doseNumberPositiveInt#
    seriesDosesPositiveInt# targetDisease*:C ImmunizationReaction detail:R reported?
    ImmunizationRecommendation<DomainResource authority:R identifier*:I patient:R recommendation*:
    ImmunizationRecommendationRecommendation contraindicatedVaccineCode*:C dateCriterion*:
    doseNumberPositiveInt# forecastReason*:C forecastStatus:C seriesDosesPositiveInt#
    supportingImmunization*:R supportingPatientInformation*:R targetDisease:C vaccineCode*:C
    ImmunizationRecommendationRecommendationDateCriterion code:C ImplementationGuide<DomainResource
    contact*:ContactDetail definition: dependsOn*: experimental? fhirVersion* global*: jurisdiction*:C
    manifest: useContext*:UsageContext ImplementationGuideDefinition grouping*: page: parameter*: resource*:
    template*: ImplementationGuideDefinitionGrouping ImplementationGuideDefinitionPage nameReference:R
    page*:ImplementationGuideDefinitionPage ImplementationGuideDefinitionParameter
    ImplementationGuideDefinitionResource exampleBoolean? fhirVersion* reference:R
    ImplementationGuideDefinitionTemplate ImplementationGuideDependsOn ImplementationGuideGlobal
    ImplementationGuideManifest image* other* page*: resource*: ImplementationGuideManifestPage anchor*
    ImplementationGuideManifestResource exampleBoolean? reference:R InsurancePlan<DomainResource
    administeredBy:R alias* contact*: coverage*: coverageArea*:R endpoint*:R identifier*:I network*:R
    ownedBy:R period:P plan*: type*:C InsurancePlanContact address:Address name:HumanName purpose:C
    telecom*:ContactPoint InsurancePlanCoverage benefit*: network*:R type:C InsurancePlanCoverageBenefit
    limit*: type:C InsurancePlanCoverageBenefitLimit code:C value:Q InsurancePlanPlan coverageArea*:R
    generalCost*: identifier*:I network*:R specificCost*: type:C InsurancePlanPlanGeneralCost cost:Money
    groupSize# type:C InsurancePlanPlanSpecificCost benefit*: category:C
    InsurancePlanPlanSpecificCostBenefit cost*: type:C InsurancePlanPlanSpecificCostBenefitCost
    applicability:C qualifiers*:C type:C value:Q Invoice<DomainResource account:R identifier*:I issuer:R
    lineItem*: note*:Annotation participant*: recipient:R subject:R totalGross:Money totalNet:Money
    totalPriceComponent*:InvoiceLineItemPriceComponent type:C InvoiceLineItem chargeItemCodeableConcept:C
    chargeItemReference:R priceComponent*: sequence# InvoiceLineItemPriceComponent amount:Money code:C
    factor# InvoiceParticipant actor:R role:C Library<DomainResource author*:ContactDetail
    contact*:ContactDetail content*:Attachment dataRequirement*:DataRequirement editor*:ContactDetail
    effectivePeriod:P endorser*:ContactDetail experimental? identifier*:I jurisdiction*:C
    parameter*:ParameterDefinition relatedArtifact*:RelatedArtifact reviewer*:ContactDetail
    subjectCodeableConcept:C subjectReference:R topic*:C type:C useContext*:UsageContext
    Linkage<DomainResource active? author:R item*: LinkageItem resource:R List<DomainResource code:C
    emptyReason:C encounter:R entry*: identifier*:I note*:Annotation orderedBy:C source:R subject:R
    ListEntry deleted? flag:C item:R Location<DomainResource address:Address alias* endpoint*:R
    hoursOfOperation*: identifier*:I managingOrganization:R operationalStatus:Coding partOf:R physicalType:C
    position: telecom*:ContactPoint type*:C LocationHoursOfOperation allDay? daysOfWeek* LocationPosition
    altitude# latitude# longitude# MarketingStatus country:C dateRange:P jurisdiction:C status:C
    Measure<DomainResource author*:ContactDetail compositeScoring:C contact*:ContactDetail definition*
    editor*:ContactDetail effectivePeriod:P endorser*:ContactDetail experimental? group*: identifier*:I
    improvementNotation:C jurisdiction*:C library* relatedArtifact*:RelatedArtifact reviewer*:ContactDetail
    scoring:C subjectCodeableConcept:C subjectReference:R supplementalData*: topic*:C type*:C
    useContext*:UsageContext MeasureGroup code:C population*: stratifier*: MeasureGroupPopulation code:C
    criteria:Expression MeasureGroupStratifier code:C component*: criteria:Expression
    MeasureGroupStratifierComponent code:C criteria:Expression MeasureReport<DomainResource
    evaluatedResource*:R group*: identifier*:I improvementNotation:C period:P reporter:R subject:R
    MeasureReportGroup code:C measureScore:Q population*: stratifier*: MeasureReportGroupPopulation code:C
    count# subjectResults:R MeasureReportGroupStratifier code*:C stratum*:
    MeasureReportGroupStratifierStratum component*: measureScore:Q population*: value:C
    MeasureReportGroupStratifierStratumComponent code:C value:C
    MeasureReportGroupStratifierStratumPopulation code:C count# subjectResults:R MeasureSupplementalData
    code:C criteria:Expression usage*:C Media<DomainResource basedOn*:R bodySite:C content:Attachment
    createdPeriod:P device:R duration# encounter:R frames# height# identifier*:I modality:C note*:Annotation
    operator:R partOf*:R reasonCode*:C subject:R type:C view:C width# Medication<DomainResource amount:Ratio
    batch: code:C form:C identifier*:I ingredient*: manufacturer:R MedicationAdministration<DomainResource
    category:C context:R device*:R dosage: effectivePeriod:P eventHistory*:R identifier*:I instantiates*
    medicationCodeableConcept:C medicationReference:R note*:Annotation partOf*:R performer*: reasonCode*:C
    reasonReference*:R request:R statusReason*:C subject:R supportingInformation*:R
    MedicationAdministrationDosage dose:Q method:C rateQuantity:Q rateRatio:Ratio route:C site:C
    MedicationAdministrationPerformer actor:R function:C MedicationBatch MedicationDispense<DomainResource
    authorizingPrescription*:R category:C context:R daysSupply:Q destination:R detectedIssue*:R
    dosageInstruction*:Dosage eventHistory*:R identifier*:I location:R medicationCodeableConcept:C
    medicationReference:R note*:Annotation partOf*:R performer*: quantity:Q receiver*:R
    statusReasonCodeableConcept:C statusReasonReference:R subject:R substitution: supportingInformation*:R
    type:C MedicationDispensePerformer actor:R function:C MedicationDispenseSubstitution reason*:C
    responsibleParty*:R type:C wasSubstituted? MedicationIngredient isActive? itemCodeableConcept:C
    itemReference:R strength:Ratio MedicationKnowledge<DomainResource administrationGuidelines*: amount:Q
    associatedMedication*:R code:C contraindication*:R cost*: doseForm:C drugCharacteristic*: ingredient*:
    intendedRoute*:C kinetics*: manufacturer:R medicineClassification*: monitoringProgram*: monograph*:
    packaging: productType*:C regulatory*: relatedMedicationKnowledge*: synonym*
    MedicationKnowledgeAdministrationGuidelines dosage*: indicationCodeableConcept:C indicationReference:R
    patientCharacteristics*: MedicationKnowledgeAdministrationGuidelinesDosage dosage*:Dosage type:C
    MedicationKnowledgeAdministrationGuidelinesPatientCharacteristics characteristicCodeableConcept:C
    characteristicQuantity:Q value* MedicationKnowledgeCost cost:Money type:C
    MedicationKnowledgeDrugCharacteristic type:C valueCodeableConcept:C valueQuantity:Q
    MedicationKnowledgeIngredient isActive? itemCodeableConcept:C itemReference:R strength:Ratio
    MedicationKnowledgeKinetics areaUnderCurve*:Q halfLifePeriod:Duration lethalDose50*:Q
    MedicationKnowledgeMedicineClassification classification*:C type:C MedicationKnowledgeMonitoringProgram
    type:C MedicationKnowledgeMonograph source:R type:C MedicationKnowledgePackaging quantity:Q type:C
    MedicationKnowledgeRegulatory maxDispense: regulatoryAuthority:R schedule*: substitution*:
    MedicationKnowledgeRegulatoryMaxDispense period:Duration quantity:Q
    MedicationKnowledgeRegulatorySchedule schedule:C MedicationKnowledgeRegulatorySubstitution allowed?
    type:C MedicationKnowledgeRelatedMedicationKnowledge reference*:R type:C
    MedicationRequest<DomainResource basedOn*:R category*:C courseOfTherapyType:C detectedIssue*:R
    dispenseRequest: doNotPerform? dosageInstruction*:Dosage encounter:R eventHistory*:R groupIdentifier:I
    identifier*:I instantiatesCanonical* instantiatesUri* insurance*:R medicationCodeableConcept:C
    medicationReference:R note*:Annotation performer:R performerType:C priorPrescription:R reasonCode*:C
    reasonReference*:R recorder:R reportedBoolean? reportedReference:R requester:R statusReason:C subject:R
    substitution: supportingInformation*:R MedicationRequestDispenseRequest dispenseInterval:Duration
    expectedSupplyDuration:Duration initialFill: numberOfRepeatsAllowed# performer:R quantity:Q
    validityPeriod:P MedicationRequestDispenseRequestInitialFill duration:Duration quantity:Q
    MedicationRequestSubstitution allowedBoolean? allowedCodeableConcept:C reason:C
    MedicationStatement<DomainResource basedOn*:R category:C context:R derivedFrom*:R dosage*:Dosage
    effectivePeriod:P identifier*:I informationSource:R medicationCodeableConcept:C medicationReference:R
    note*:Annotation partOf*:R reasonCode*:C reasonReference*:R statusReason*:C subject:R
    MedicinalProduct<DomainResource additionalMonitoringIndicator:C attachedDocument*:R clinicalTrial*:R
    combinedPharmaceuticalDoseForm:C contact*:R crossReference*:I domain:Coding identifier*:I
    legalStatusOfSupply:C manufacturingBusinessOperation*: marketingStatus*:MarketingStatus masterFile*:R
    name*: packagedMedicinalProduct*:R paediatricUseIndicator:C pharmaceuticalProduct*:R
    productClassification*:C specialDesignation*: specialMeasures* type:C
    MedicinalProductAuthorization<DomainResource country*:C dataExclusivityPeriod:P holder:R identifier*:I
    jurisdiction*:C jurisdictionalAuthorization*: legalBasis:C procedure: regulator:R status:C subject:R
    validityPeriod:P MedicinalProductAuthorizationJurisdictionalAuthorization country:C identifier*:I
    jurisdiction*:C legalStatusOfSupply:C validityPeriod:P MedicinalProductAuthorizationProcedure
    application*:MedicinalProductAuthorizationProcedure datePeriod:P identifier:I type:C
    MedicinalProductContraindication<DomainResource comorbidity*:C disease:C diseaseStatus:C otherTherapy*:
    population*:Population subject*:R therapeuticIndication*:R MedicinalProductContraindicationOtherTherapy
    medicationCodeableConcept:C medicationReference:R therapyRelationshipType:C
    MedicinalProductIndication<DomainResource comorbidity*:C diseaseStatus:C diseaseSymptomProcedure:C
    duration:Q intendedEffect:C otherTherapy*: population*:Population subject*:R undesirableEffect*:R
    MedicinalProductIndicationOtherTherapy medicationCodeableConcept:C medicationReference:R
    therapyRelationshipType:C MedicinalProductIngredient<DomainResource allergenicIndicator? identifier:I
    manufacturer*:R role:C specifiedSubstance*: substance: MedicinalProductIngredientSpecifiedSubstance
    code:C confidentiality:C group:C strength*: MedicinalProductIngredientSpecifiedSubstanceStrength
    concentration:Ratio concentrationLowLimit:Ratio country*:C presentation:Ratio presentationLowLimit:Ratio
    referenceStrength*: MedicinalProductIngredientSpecifiedSubstanceStrengthReferenceStrength country*:C
    strength:Ratio strengthLowLimit:Ratio substance:C MedicinalProductIngredientSubstance code:C
    strength*:MedicinalProductIngredientSpecifiedSubstanceStrength
    MedicinalProductInteraction<DomainResource effect:C incidence:C interactant*: management:C subject*:R
    type:C MedicinalProductInteractionInteractant itemCodeableConcept:C itemReference:R
    MedicinalProductManufactured<DomainResource ingredient*:R manufacturedDoseForm:C manufacturer*:R
    otherCharacteristics*:C physicalCharacteristics:ProdCharacteristic quantity:Q unitOfPresentation:C
    MedicinalProductManufacturingBusinessOperation authorisationReferenceNumber:I confidentialityIndicator:C
    manufacturer*:R operationType:C regulator:R MedicinalProductName countryLanguage*: namePart*:
    MedicinalProductNameCountryLanguage country:C jurisdiction:C language:C MedicinalProductNameNamePart
    type:Coding MedicinalProductPackaged<DomainResource batchIdentifier*: identifier*:I
    legalStatusOfSupply:C manufacturer*:R marketingAuthorization:R marketingStatus*:MarketingStatus
    packageItem*: subject*:R MedicinalProductPackagedBatchIdentifier immediatePackaging:I outerPackaging:I
    MedicinalProductPackagedPackageItem alternateMaterial*:C device*:R identifier*:I manufacturedItem*:R
    manufacturer*:R material*:C otherCharacteristics*:C packageItem*:MedicinalProductPackagedPackageItem
    physicalCharacteristics:ProdCharacteristic quantity:Q shelfLifeStorage*:ProductShelfLife type:C
    MedicinalProductPharmaceutical<DomainResource administrableDoseForm:C characteristics*: device*:R
    identifier*:I ingredient*:R routeOfAdministration*: unitOfPresentation:C
    MedicinalProductPharmaceuticalCharacteristics code:C status:C
    MedicinalProductPharmaceuticalRouteOfAdministration code:C firstDose:Q maxDosePerDay:Q
    maxDosePerTreatmentPeriod:Ratio maxSingleDose:Q maxTreatmentPeriod:Duration targetSpecies*:
    MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpecies code:C withdrawalPeriod*:
    MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpeciesWithdrawalPeriod tissue:C value:Q
    MedicinalProductSpecialDesignation identifier*:I indicationCodeableConcept:C indicationReference:R
    intendedUse:C species:C status:C type:C MedicinalProductUndesirableEffect<DomainResource
    classification:C frequencyOfOccurrence:C population*:Population subject*:R symptomConditionEffect:C
    MessageDefinition<DomainResource allowedResponse*: contact*:ContactDetail eventCoding:Coding
    experimental? focus*: graph* identifier*:I jurisdiction*:C parent* replaces* useContext*:UsageContext
    MessageDefinitionAllowedResponse MessageDefinitionFocus min# MessageHeader<DomainResource author:R
    destination*: enterer:R eventCoding:Coding focus*:R reason:C response: responsible:R sender:R source:
    MessageHeaderDestination receiver:R target:R MessageHeaderResponse details:R MessageHeaderSource
    contact:ContactPoint Meta<Element profile* security*:Coding tag*:Coding MolecularSequence<DomainResource
    coordinateSystem# device:R identifier*:I patient:R performer:R pointer*:R quality*: quantity:Q
    readCoverage# referenceSeq: repository*: specimen:R structureVariant*: variant*:
    MolecularSequenceQuality end# fScore# gtFP# method:C precision# queryFP# queryTP# recall# roc: score:Q
    standardSequence:C start# truthFN# truthTP# MolecularSequenceQualityRoc fMeasure*# numFN*# numFP*#
    numTP*# precision*# score*# sensitivity*# MolecularSequenceReferenceSeq chromosome:C referenceSeqId:C
    referenceSeqPointer:R windowEnd# windowStart# MolecularSequenceRepository
    MolecularSequenceStructureVariant exact? inner: length# outer: variantType:C
    MolecularSequenceStructureVariantInner end# start# MolecularSequenceStructureVariantOuter end# start#
    MolecularSequenceVariant end# start# variantPointer:R Money<Element value# NamingSystem<DomainResource
    contact*:ContactDetail jurisdiction*:C type:C uniqueId*: useContext*:UsageContext NamingSystemUniqueId
    period:P preferred? Narrative<Element NutritionOrder<DomainResource allergyIntolerance*:R encounter:R
    enteralFormula: excludeFoodModifier*:C foodPreferenceModifier*:C identifier*:I instantiates*
    instantiatesCanonical* instantiatesUri* note*:Annotation oralDiet: orderer:R patient:R supplement*:
    NutritionOrderEnteralFormula additiveType:C administration*: baseFormulaType:C caloricDensity:Q
    maxVolumeToDeliver:Q routeofAdministration:C NutritionOrderEnteralFormulaAdministration quantity:Q
    rateQuantity:Q rateRatio:Ratio schedule:Timing NutritionOrderOralDiet fluidConsistencyType*:C nutrient*:
    schedule*:Timing texture*: type*:C NutritionOrderOralDietNutrient amount:Q modifier:C
    NutritionOrderOralDietTexture foodType:C modifier:C NutritionOrderSupplement quantity:Q schedule*:Timing
    type:C Observation<DomainResource basedOn*:R bodySite:C category*:C code:C component*:
    dataAbsentReason:C derivedFrom*:R device:R effectivePeriod:P effectiveTiming:Timing encounter:R focus*:R
    hasMember*:R identifier*:I interpretation*:C method:C note*:Annotation partOf*:R performer*:R
    referenceRange*: specimen:R subject:R valueBoolean? valueCodeableConcept:C valueInteger# valuePeriod:P
    valueQuantity:Q valueRange:Range valueRatio:Ratio valueSampledData:SampledData ObservationComponent
    code:C dataAbsentReason:C interpretation*:C referenceRange*:ObservationReferenceRange valueBoolean?
    valueCodeableConcept:C valueInteger# valuePeriod:P valueQuantity:Q valueRange:Range valueRatio:Ratio
    valueSampledData:SampledData ObservationDefinition<DomainResource abnormalCodedValueSet:R category*:C
    code:C criticalCodedValueSet:R identifier*:I method:C multipleResultsAllowed? normalCodedValueSet:R
    permittedDataType* qualifiedInterval*: quantitativeDetails: validCodedValueSet:R
    ObservationDefinitionQualifiedInterval age:Range appliesTo*:C context:C gestationalAge:Range range:Range
    ObservationDefinitionQuantitativeDetails conversionFactor# customaryUnit:C decimalPrecision# unit:C
    ObservationReferenceRange age:Range appliesTo*:C high:Q low:Q type:C OperationDefinition<DomainResource
    affectsState? contact*:ContactDetail experimental? instance? jurisdiction*:C overload*: parameter*:
    resource* system? type? useContext*:UsageContext OperationDefinitionOverload parameterName*
    OperationDefinitionParameter binding: min# part*:OperationDefinitionParameter referencedFrom*:
    targetProfile* OperationDefinitionParameterBinding OperationDefinitionParameterReferencedFrom
    OperationOutcome<DomainResource issue*: OperationOutcomeIssue details:C expression* location*
    Organization<DomainResource active? address*:Address alias* contact*: endpoint*:R identifier*:I partOf:R
    telecom*:ContactPoint type*:C OrganizationAffiliation<DomainResource active? code*:C endpoint*:R
    healthcareService*:R identifier*:I location*:R network*:R organization:R participatingOrganization:R
    period:P specialty*:C telecom*:ContactPoint OrganizationContact address:Address name:HumanName purpose:C
    telecom*:ContactPoint ParameterDefinition<Element min# Parameters<Resource parameter*:
    ParametersParameter part*:ParametersParameter resource:Resource value[x] Patient<DomainResource active?
    address*:Address communication*: contact*: deceasedBoolean? generalPractitioner*:R identifier*:I link*:
    managingOrganization:R maritalStatus:C multipleBirthBoolean? multipleBirthInteger# name*:HumanName
    photo*:Attachment telecom*:ContactPoint PatientCommunication language:C preferred? PatientContact
    address:Address name:HumanName organization:R period:P relationship*:C telecom*:ContactPoint PatientLink
    other:R PaymentNotice<DomainResource amount:Money identifier*:I payee:R payment:R paymentStatus:C
    provider:R recipient:R request:R response:R PaymentReconciliation<DomainResource detail*: formCode:C
    identifier*:I paymentAmount:Money paymentIdentifier:I paymentIssuer:R period:P processNote*: request:R
    requestor:R PaymentReconciliationDetail amount:Money identifier:I payee:R predecessor:I request:R
    response:R responsible:R submitter:R type:C PaymentReconciliationProcessNote Period<Element
    Person<DomainResource active? address*:Address identifier*:I link*: managingOrganization:R
    name*:HumanName photo:Attachment telecom*:ContactPoint PersonLink target:R PlanDefinition<DomainResource
    action*: author*:ContactDetail contact*:ContactDetail editor*:ContactDetail effectivePeriod:P
    endorser*:ContactDetail experimental? goal*: identifier*:I jurisdiction*:C library*
    relatedArtifact*:RelatedArtifact reviewer*:ContactDetail subjectCodeableConcept:C subjectReference:R
    topic*:C type:C useContext*:UsageContext PlanDefinitionAction action*:PlanDefinitionAction code*:C
    condition*: documentation*:RelatedArtifact dynamicValue*: goalId* input*:DataRequirement
    output*:DataRequirement participant*: reason*:C relatedAction*: subjectCodeableConcept:C
    subjectReference:R timingAge:Age timingDuration:Duration timingPeriod:P timingRange:Range
    timingTiming:Timing trigger*:TriggerDefinition type:C PlanDefinitionActionCondition
    expression:Expression PlanDefinitionActionDynamicValue expression:Expression
    PlanDefinitionActionParticipant role:C PlanDefinitionActionRelatedAction offsetDuration:Duration
    offsetRange:Range PlanDefinitionGoal addresses*:C category:C description:C
    documentation*:RelatedArtifact priority:C start:C target*: PlanDefinitionGoalTarget
    detailCodeableConcept:C detailQuantity:Q detailRange:Range due:Duration measure:C Population
    ageCodeableConcept:C ageRange:Range gender:C physiologicalCondition:C race:C Practitioner<DomainResource
    active? address*:Address communication*:C identifier*:I name*:HumanName photo*:Attachment
    qualification*: telecom*:ContactPoint PractitionerQualification code:C identifier*:I issuer:R period:P
    PractitionerRole<DomainResource active? availableTime*: code*:C endpoint*:R healthcareService*:R
    identifier*:I location*:R notAvailable*: organization:R period:P practitioner:R specialty*:C
    telecom*:ContactPoint PractitionerRoleAvailableTime allDay? daysOfWeek* PractitionerRoleNotAvailable
    during:P Procedure<DomainResource asserter:R basedOn*:R bodySite*:C category:C code:C complication*:C
    complicationDetail*:R encounter:R focalDevice*: followUp*:C identifier*:I instantiatesCanonical*
    instantiatesUri* location:R note*:Annotation outcome:C partOf*:R performedAge:Age performedPeriod:P
    performedRange:Range performer*: reasonCode*:C reasonReference*:R recorder:R report*:R statusReason:C
    subject:R usedCode*:C usedReference*:R ProcedureFocalDevice action:C manipulated:R ProcedurePerformer
    actor:R function:C onBehalfOf:R ProdCharacteristic color* depth:Q externalDiameter:Q height:Q
    image*:Attachment imprint* nominalVolume:Q scoring:C weight:Q width:Q ProductShelfLife identifier:I
    period:Q specialPrecautionsForStorage*:C type:C Provenance<DomainResource activity:C agent*: entity*:
    location:R occurredPeriod:P policy* reason*:C signature*:Signature target*:R ProvenanceAgent
    onBehalfOf:R role*:C type:C who:R ProvenanceEntity agent*:ProvenanceAgent what:R Quantity<Element value#
    Questionnaire<DomainResource code*:Coding contact*:ContactDetail derivedFrom* effectivePeriod:P
    experimental? identifier*:I item*: jurisdiction*:C subjectType* useContext*:UsageContext
    QuestionnaireItem answerOption*: code*:Coding enableWhen*: initial*: item*:QuestionnaireItem maxLength#
    readOnly? repeats? required? QuestionnaireItemAnswerOption initialSelected? valueCoding:Coding
    valueInteger# valueReference:R QuestionnaireItemEnableWhen answerBoolean? answerCoding:Coding
    answerDecimal# answerInteger# answerQuantity:Q answerReference:R QuestionnaireItemInitial
    valueAttachment:Attachment valueBoolean? valueCoding:Coding valueDecimal# valueInteger# valueQuantity:Q
    valueReference:R QuestionnaireResponse<DomainResource author:R basedOn*:R encounter:R identifier:I
    item*: partOf*:R source:R subject:R QuestionnaireResponseItem answer*: item*:QuestionnaireResponseItem
    QuestionnaireResponseItemAnswer item*:QuestionnaireResponseItem valueAttachment:Attachment valueBoolean?
    valueCoding:Coding valueDecimal# valueInteger# valueQuantity:Q valueReference:R Range<Element high:Q
    low:Q Ratio<Element denominator:Q numerator:Q Reference<Element identifier:I RelatedArtifact<Element
    document:Attachment RelatedPerson<DomainResource active? address*:Address communication*: identifier*:I
    name*:HumanName patient:R period:P photo*:Attachment relationship*:C telecom*:ContactPoint
    RelatedPersonCommunication language:C preferred? RequestGroup<DomainResource action*: author:R
    basedOn*:R code:C encounter:R groupIdentifier:I identifier*:I instantiatesCanonical* instantiatesUri*
    note*:Annotation reasonCode*:C reasonReference*:R replaces*:R subject:R RequestGroupAction
    action*:RequestGroupAction code*:C condition*: documentation*:RelatedArtifact participant*:R
    relatedAction*: resource:R timingAge:Age timingDuration:Duration timingPeriod:P timingRange:Range
    timingTiming:Timing type:C RequestGroupActionCondition expression:Expression
    RequestGroupActionRelatedAction offsetDuration:Duration offsetRange:Range
    ResearchDefinition<DomainResource author*:ContactDetail comment* contact*:ContactDetail
    editor*:ContactDetail effectivePeriod:P endorser*:ContactDetail experimental? exposure:R
    exposureAlternative:R identifier*:I jurisdiction*:C library* outcome:R population:R
    relatedArtifact*:RelatedArtifact reviewer*:ContactDetail subjectCodeableConcept:C subjectReference:R
    topic*:C useContext*:UsageContext ResearchElementDefinition<DomainResource author*:ContactDetail
    characteristic*: comment* contact*:ContactDetail editor*:ContactDetail effectivePeriod:P
    endorser*:ContactDetail experimental? identifier*:I jurisdiction*:C library*
    relatedArtifact*:RelatedArtifact reviewer*:ContactDetail subjectCodeableConcept:C subjectReference:R
    topic*:C useContext*:UsageContext ResearchElementDefinitionCharacteristic definitionCodeableConcept:C
    definitionDataRequirement:DataRequirement definitionExpression:Expression exclude?
    participantEffectiveDuration:Duration participantEffectivePeriod:P
    participantEffectiveTimeFromStart:Duration participantEffectiveTiming:Timing
    studyEffectiveDuration:Duration studyEffectivePeriod:P studyEffectiveTimeFromStart:Duration
    studyEffectiveTiming:Timing unitOfMeasure:C usageContext*:UsageContext ResearchStudy<DomainResource
    arm*: category*:C condition*:C contact*:ContactDetail enrollment*:R focus*:C identifier*:I keyword*:C
    location*:C note*:Annotation objective*: partOf*:R period:P phase:C primaryPurposeType:C
    principalInvestigator:R protocol*:R reasonStopped:C relatedArtifact*:RelatedArtifact site*:R sponsor:R
    ResearchStudyArm type:C ResearchStudyObjective type:C ResearchSubject<DomainResource consent:R
    identifier*:I individual:R period:P study:R Resource<FHIRAbstractResource meta:Meta
    RiskAssessment<DomainResource basedOn:R basis*:R code:C condition:R encounter:R identifier*:I method:C
    note*:Annotation occurrencePeriod:P parent:R performer:R prediction*: reasonCode*:C reasonReference*:R
    subject:R RiskAssessmentPrediction outcome:C probabilityDecimal# probabilityRange:Range
    qualitativeRisk:C relativeRisk# whenPeriod:P whenRange:Range RiskEvidenceSynthesis<DomainResource
    author*:ContactDetail certainty*: contact*:ContactDetail editor*:ContactDetail effectivePeriod:P
    endorser*:ContactDetail exposure:R identifier*:I jurisdiction*:C note*:Annotation outcome:R population:R
    relatedArtifact*:RelatedArtifact reviewer*:ContactDetail riskEstimate: sampleSize: studyType:C
    synthesisType:C topic*:C useContext*:UsageContext RiskEvidenceSynthesisCertainty certaintySubcomponent*:
    note*:Annotation rating*:C RiskEvidenceSynthesisCertaintyCertaintySubcomponent note*:Annotation
    rating*:C type:C RiskEvidenceSynthesisRiskEstimate denominatorCount# numeratorCount# precisionEstimate*:
    type:C unitOfMeasure:C value# RiskEvidenceSynthesisRiskEstimatePrecisionEstimate from# level# to# type:C
    RiskEvidenceSynthesisSampleSize numberOfParticipants# numberOfStudies# SampledData<Element dimensions#
    factor# lowerLimit# origin:Q period# upperLimit# Schedule<DomainResource active? actor*:R identifier*:I
    planningHorizon:P serviceCategory*:C serviceType*:C specialty*:C SearchParameter<DomainResource base*
    chain* comparator* component*: contact*:ContactDetail experimental? jurisdiction*:C modifier*
    multipleAnd? multipleOr? target* useContext*:UsageContext SearchParameterComponent
    ServiceRequest<DomainResource asNeededBoolean? asNeededCodeableConcept:C basedOn*:R bodySite*:C
    category*:C code:C doNotPerform? encounter:R identifier*:I instantiatesCanonical* instantiatesUri*
    insurance*:R locationCode*:C locationReference*:R note*:Annotation occurrencePeriod:P
    occurrenceTiming:Timing orderDetail*:C performer*:R performerType:C quantityQuantity:Q
    quantityRange:Range quantityRatio:Ratio reasonCode*:C reasonReference*:R relevantHistory*:R replaces*:R
    requester:R requisition:I specimen*:R subject:R supportingInfo*:R Signature<Element onBehalfOf:R
    type*:Coding who:R Slot<DomainResource appointmentType:C identifier*:I overbooked? schedule:R
    serviceCategory*:C serviceType*:C specialty*:C Specimen<DomainResource accessionIdentifier:I collection:
    condition*:C container*: identifier*:I note*:Annotation parent*:R processing*: request*:R subject:R
    type:C SpecimenCollection bodySite:C collectedPeriod:P collector:R duration:Duration
    fastingStatusCodeableConcept:C fastingStatusDuration:Duration method:C quantity:Q SpecimenContainer
    additiveCodeableConcept:C additiveReference:R capacity:Q identifier*:I specimenQuantity:Q type:C
    SpecimenDefinition<DomainResource collection*:C identifier:I patientPreparation*:C typeCollected:C
    typeTested*: SpecimenDefinitionTypeTested container: handling*: isDerived? rejectionCriterion*:C
    retentionTime:Duration type:C SpecimenDefinitionTypeTestedContainer additive*: cap:C capacity:Q
    material:C minimumVolumeQuantity:Q type:C SpecimenDefinitionTypeTestedContainerAdditive
    additiveCodeableConcept:C additiveReference:R SpecimenDefinitionTypeTestedHandling maxDuration:Duration
    temperatureQualifier:C temperatureRange:Range SpecimenProcessing additive*:R procedure:C timePeriod:P
    StructureDefinition<DomainResource abstract? contact*:ContactDetail context*: contextInvariant*
    differential: experimental? identifier*:I jurisdiction*:C keyword*:Coding mapping*: snapshot:
    useContext*:UsageContext StructureDefinitionContext StructureDefinitionDifferential
    element*:ElementDefinition StructureDefinitionMapping StructureDefinitionSnapshot
    element*:ElementDefinition StructureMap<DomainResource contact*:ContactDetail experimental? group*:
    identifier*:I import* jurisdiction*:C structure*: useContext*:UsageContext StructureMapGroup input*:
    rule*: StructureMapGroupInput StructureMapGroupRule dependent*: rule*:StructureMapGroupRule source*:
    target*: StructureMapGroupRuleDependent variable* StructureMapGroupRuleSource min# defaultValue[x]
    StructureMapGroupRuleTarget listMode* parameter*: StructureMapGroupRuleTargetParameter valueBoolean?
    valueDecimal# valueInteger# StructureMapStructure Subscription<DomainResource channel:
    contact*:ContactPoint SubscriptionChannel header* Substance<DomainResource category*:C code:C
    identifier*:I ingredient*: instance*: SubstanceAmount amountQuantity:Q amountRange:Range amountType:C
    referenceRange: SubstanceAmountReferenceRange<Element highLimit:Q lowLimit:Q SubstanceIngredient
    quantity:Ratio substanceCodeableConcept:C substanceReference:R SubstanceInstance identifier:I quantity:Q
    SubstanceNucleicAcid<DomainResource numberOfSubunits# oligoNucleotideType:C sequenceType:C subunit*:
    SubstanceNucleicAcidSubunit fivePrime:C length# linkage*: sequenceAttachment:Attachment subunit# sugar*:
    threePrime:C SubstanceNucleicAcidSubunitLinkage identifier:I SubstanceNucleicAcidSubunitSugar
    identifier:I SubstancePolymer<DomainResource class:C copolymerConnectivity*:C geometry:C modification*
    monomerSet*: repeat*: SubstancePolymerMonomerSet ratioType:C startingMaterial*:
    SubstancePolymerMonomerSetStartingMaterial amount:SubstanceAmount isDefining? material:C type:C
    SubstancePolymerRepeat numberOfUnits# repeatUnit*: repeatUnitAmountType:C
    SubstancePolymerRepeatRepeatUnit amount:SubstanceAmount degreeOfPolymerisation*:
    orientationOfPolymerisation:C structuralRepresentation*:
    SubstancePolymerRepeatRepeatUnitDegreeOfPolymerisation amount:SubstanceAmount degree:C
    SubstancePolymerRepeatRepeatUnitStructuralRepresentation attachment:Attachment type:C
    SubstanceProtein<DomainResource disulfideLinkage* numberOfSubunits# sequenceType:C subunit*:
    SubstanceProteinSubunit cTerminalModificationId:I length# nTerminalModificationId:I
    sequenceAttachment:Attachment subunit# SubstanceReferenceInformation<DomainResource classification*:
    gene*: geneElement*: target*: SubstanceReferenceInformationClassification classification:C domain:C
    source*:R subtype*:C SubstanceReferenceInformationGene gene:C geneSequenceOrigin:C source*:R
    SubstanceReferenceInformationGeneElement element:I source*:R type:C SubstanceReferenceInformationTarget
    amountQuantity:Q amountRange:Range amountType:C interaction:C organism:C organismType:C source*:R
    target:I type:C SubstanceSourceMaterial<DomainResource countryOfOrigin*:C developmentStage:C
    fractionDescription*: geographicalLocation* organism: organismId:I parentSubstanceId*:I
    parentSubstanceName* partDescription*: sourceMaterialClass:C sourceMaterialState:C sourceMaterialType:C
    SubstanceSourceMaterialFractionDescription materialType:C SubstanceSourceMaterialOrganism author*:
    family:C genus:C hybrid: intraspecificType:C organismGeneral: species:C
    SubstanceSourceMaterialOrganismAuthor authorType:C SubstanceSourceMaterialOrganismHybrid hybridType:C
    SubstanceSourceMaterialOrganismOrganismGeneral class:C kingdom:C order:C phylum:C
    SubstanceSourceMaterialPartDescription part:C partLocation:C SubstanceSpecification<DomainResource
    code*:SubstanceSpecificationstr domain:C identifier:I moiety*:
    molecularWeight*:SubstanceSpecificationStructureIsotopeMolecularWeight name*: nucleicAcid:R polymer:R
    property*: protein:R referenceInformation:R relationship*: source*:R sourceMaterial:R status:C
    structure: type:C SubstanceSpecificationMoiety amountQuantity:Q identifier:I opticalActivity:C role:C
    stereochemistry:C SubstanceSpecificationName domain*:C jurisdiction*:C language*:C official*: preferred?
    source*:R status:C synonym*:SubstanceSpecificationName translation*:SubstanceSpecificationName type:C
    SubstanceSpecificationNameOfficial authority:C status:C SubstanceSpecificationProperty amountQuantity:Q
    category:C code:C definingSubstanceCodeableConcept:C definingSubstanceReference:R
    SubstanceSpecificationRelationship amountQuantity:Q amountRange:Range amountRatio:Ratio
    amountRatioLowLimit:Ratio amountType:C isDefining? relationship:C source*:R substanceCodeableConcept:C
    substanceReference:R SubstanceSpecificationStructure isotope*:
    molecularWeight:SubstanceSpecificationStructureIsotopeMolecularWeight opticalActivity:C representation*:
    source*:R stereochemistry:C SubstanceSpecificationStructureIsotope halfLife:Q identifier:I
    molecularWeight: name:C substitution:C SubstanceSpecificationStructureIsotopeMolecularWeight amount:Q
    method:C type:C SubstanceSpecificationStructureRepresentation attachment:Attachment type:C
    SubstanceSpecificationstr code:C source*:R status:C SupplyDelivery<DomainResource basedOn*:R
    destination:R identifier*:I occurrencePeriod:P occurrenceTiming:Timing partOf*:R patient:R receiver*:R
    suppliedItem: supplier:R type:C SupplyDeliverySuppliedItem itemCodeableConcept:C itemReference:R
    quantity:Q SupplyRequest<DomainResource category:C deliverFrom:R deliverTo:R identifier*:I
    itemCodeableConcept:C itemReference:R occurrencePeriod:P occurrenceTiming:Timing parameter*: quantity:Q
    reasonCode*:C reasonReference*:R requester:R supplier*:R SupplyRequestParameter code:C valueBoolean?
    valueCodeableConcept:C valueQuantity:Q valueRange:Range Task<DomainResource basedOn*:R businessStatus:C
    code:C encounter:R executionPeriod:P focus:R for:R groupIdentifier:I identifier*:I input*: insurance*:R
    location:R note*:Annotation output*: owner:R partOf*:R performerType*:C reasonCode:C reasonReference:R
    relevantHistory*:R requester:R restriction: statusReason:C TaskInput type:C value[x] TaskOutput type:C
    value[x] TaskRestriction period:P recipient*:R repetitions# TerminologyCapabilities<DomainResource
    closure: codeSystem*: contact*:ContactDetail expansion: experimental? implementation: jurisdiction*:C
    lockedDate? software: translation: useContext*:UsageContext validateCode: TerminologyCapabilitiesClosure
    translation? TerminologyCapabilitiesCodeSystem subsumption? version*:
    TerminologyCapabilitiesCodeSystemVersion compositional? filter*: isDefault? language* property*
    TerminologyCapabilitiesCodeSystemVersionFilter op* TerminologyCapabilitiesExpansion hierarchical?
    incomplete? paging? parameter*: TerminologyCapabilitiesExpansionParameter
    TerminologyCapabilitiesImplementation TerminologyCapabilitiesSoftware TerminologyCapabilitiesTranslation
    needsMap? TerminologyCapabilitiesValidateCode translations? TestReport<DomainResource identifier:I
    participant*: score# setup: teardown: test*: testScript:R TestReportParticipant TestReportSetup action*:
    TestReportSetupAction assert: operation: TestReportSetupActionAssert TestReportSetupActionOperation
    TestReportTeardown action*: TestReportTeardownAction operation:TestReportSetupActionOperation
    TestReportTest action*: TestReportTestAction assert:TestReportSetupActionAssert
    operation:TestReportSetupActionOperation TestScript<DomainResource contact*:ContactDetail destination*:
    experimental? fixture*: identifier:I jurisdiction*:C metadata: origin*: profile*:R setup: teardown:
    test*: useContext*:UsageContext variable*: TestScriptDestination index# profile:Coding TestScriptFixture
    autocreate? autodelete? resource:R TestScriptMetadata capability*: link*: TestScriptMetadataCapability
    destination# link* origin*# required? validated? TestScriptMetadataLink TestScriptOrigin index#
    profile:Coding TestScriptSetup action*: TestScriptSetupAction assert: operation:
    TestScriptSetupActionAssert navigationLinks? warningOnly? TestScriptSetupActionOperation destination#
    encodeRequestUrl? origin# requestHeader*: type:Coding TestScriptSetupActionOperationRequestHeader
    TestScriptTeardown action*: TestScriptTeardownAction operation:TestScriptSetupActionOperation
    TestScriptTest action*: TestScriptTestAction assert:TestScriptSetupActionAssert
    operation:TestScriptSetupActionOperation TestScriptVariable Timing code:C event* repeat:
    TimingRepeat<Element boundsDuration:Duration boundsPeriod:P boundsRange:Range count# countMax#
    dayOfWeek* duration# durationMax# frequency# frequencyMax# offset# period# periodMax# timeOfDay* when*
    TriggerDefinition<Element condition:Expression data*:DataRequirement timingReference:R
    timingTiming:Timing UsageContext<Element code:Coding valueCodeableConcept:C valueQuantity:Q
    valueRange:Range valueReference:R ValueSet<DomainResource compose: contact*:ContactDetail expansion:
    experimental? identifier*:I immutable? jurisdiction*:C useContext*:UsageContext ValueSetCompose
    exclude*:ValueSetComposeInclude inactive? include*: ValueSetComposeInclude concept*: filter*: valueSet*
    ValueSetComposeIncludeConcept designation*: ValueSetComposeIncludeConceptDesignation use:Coding
    ValueSetComposeIncludeFilter ValueSetExpansion contains*: offset# parameter*: total#
    ValueSetExpansionContains abstract? contains*:ValueSetExpansionContains
    designation*:ValueSetComposeIncludeConceptDesignation inactive? ValueSetExpansionParameter valueBoolean?
    valueDecimal# valueInteger# VerificationResult<DomainResource attestation: failureAction:C
    frequency:Timing need:C primarySource*: target*:R targetLocation* validationProcess*:C validationType:C
    validator*: VerificationResultAttestation communicationMethod:C onBehalfOf:R proxySignature:Signature
    sourceSignature:Signature who:R VerificationResultPrimarySource canPushUpdates:C communicationMethod*:C
    pushTypeAvailable*:C type*:C validationStatus:C who:R VerificationResultValidator
    attestationSignature:Signature organization:R VisionPrescription<DomainResource encounter:R
    identifier*:I lensSpecification*: patient:R prescriber:R VisionPrescriptionLensSpecification add# axis#
    backCurve# cylinder# diameter# duration:Q note*:Annotation power# prism*: product:C sphere#
    VisionPrescriptionLensSpecificationPrism amount#
    """
}
