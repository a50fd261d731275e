/// The elements of FHIR R4 (4.0.1; HL7, CC0): of its resources, their backbone elements and its datatypes; made
/// by `Scripts/fhir-elements` from HL7's definitions, never by hand.
///
///     Type<Base: element=Type element*=Type element=TypeA|TypeB|
///
/// `*` marks an element that repeats, a `|` at the end one of several types (`value[x]`); `any|` is for all
/// datatypes. A line that begins with blanks goes on.
enum R4ElementText {
  static let text: StaticString = """
    Account<DomainResource: coverage*=AccountCoverage description=string guarantor*=AccountGuarantor
      identifier*=Identifier name=string owner=Reference partOf=Reference servicePeriod=Period
      status=code subject*=Reference type=CodeableConcept
    AccountCoverage<BackboneElement: coverage=Reference priority=positiveInt
    AccountGuarantor<BackboneElement: onHold=boolean party=Reference period=Period
    ActivityDefinition<DomainResource: approvalDate=date author*=ContactDetail bodySite*=CodeableConcept
      code=CodeableConcept contact*=ContactDetail copyright=markdown date=dateTime description=markdown
      doNotPerform=boolean dosage*=Dosage dynamicValue*=ActivityDefinitionDynamicValue
      editor*=ContactDetail effectivePeriod=Period endorser*=ContactDetail experimental=boolean
      identifier*=Identifier intent=code jurisdiction*=CodeableConcept kind=code lastReviewDate=date
      library*=canonical location=Reference name=string observationRequirement*=Reference
      observationResultRequirement*=Reference participant*=ActivityDefinitionParticipant priority=code
      product=CodeableConcept|Reference| profile=canonical publisher=string purpose=markdown
      quantity=Quantity relatedArtifact*=RelatedArtifact reviewer*=ContactDetail
      specimenRequirement*=Reference status=code subject=CodeableConcept|Reference| subtitle=string
      timing=Age|Duration|Period|Range|Timing|dateTime| title=string topic*=CodeableConcept
      transform=canonical url=uri usage=string useContext*=UsageContext version=string
    ActivityDefinitionDynamicValue<BackboneElement: expression=Expression path=string
    ActivityDefinitionParticipant<BackboneElement: role=CodeableConcept type=code
    Address<Element: city=string country=string district=string line*=string period=Period
      postalCode=string state=string text=string type=code use=code
    AdverseEvent<DomainResource: actuality=code category*=CodeableConcept contributor*=Reference
      date=dateTime detected=dateTime encounter=Reference event=CodeableConcept identifier=Identifier
      location=Reference outcome=CodeableConcept recordedDate=dateTime recorder=Reference
      referenceDocument*=Reference resultingCondition*=Reference seriousness=CodeableConcept
      severity=CodeableConcept study*=Reference subject=Reference subjectMedicalHistory*=Reference
      suspectEntity*=AdverseEventSuspectEntity
    AdverseEventSuspectEntity<BackboneElement: causality*=AdverseEventSuspectEntityCausality
      instance=Reference
    AdverseEventSuspectEntityCausality<BackboneElement: assessment=CodeableConcept author=Reference
      method=CodeableConcept productRelatedness=string
    Age<Quantity:
    AllergyIntolerance<DomainResource: asserter=Reference category*=code clinicalStatus=CodeableConcept
      code=CodeableConcept criticality=code encounter=Reference identifier*=Identifier
      lastOccurrence=dateTime note*=Annotation onset=Age|Period|Range|dateTime|string| patient=Reference
      reaction*=AllergyIntoleranceReaction recordedDate=dateTime recorder=Reference type=code
      verificationStatus=CodeableConcept
    AllergyIntoleranceReaction<BackboneElement: description=string exposureRoute=CodeableConcept
      manifestation*=CodeableConcept note*=Annotation onset=dateTime severity=code
      substance=CodeableConcept
    Annotation<Element: author=Reference|string| text=markdown time=dateTime
    Appointment<DomainResource: appointmentType=CodeableConcept basedOn*=Reference
      cancelationReason=CodeableConcept comment=string created=dateTime description=string end=instant
      identifier*=Identifier minutesDuration=positiveInt participant*=AppointmentParticipant
      patientInstruction=string priority=unsignedInt reasonCode*=CodeableConcept
      reasonReference*=Reference requestedPeriod*=Period serviceCategory*=CodeableConcept
      serviceType*=CodeableConcept slot*=Reference specialty*=CodeableConcept start=instant status=code
      supportingInformation*=Reference
    AppointmentParticipant<BackboneElement: actor=Reference period=Period required=code status=code
      type*=CodeableConcept
    AppointmentResponse<DomainResource: actor=Reference appointment=Reference comment=string end=instant
      identifier*=Identifier participantStatus=code participantType*=CodeableConcept start=instant
    Attachment<Element: contentType=code creation=dateTime data=base64Binary hash=base64Binary
      language=code size=unsignedInt title=string url=url
    AuditEvent<DomainResource: action=code agent*=AuditEventAgent entity*=AuditEventEntity outcome=code
      outcomeDesc=string period=Period purposeOfEvent*=CodeableConcept recorded=instant
      source=AuditEventSource subtype*=Coding type=Coding
    AuditEventAgent<BackboneElement: altId=string location=Reference media=Coding name=string
      network=AuditEventAgentNetwork policy*=uri purposeOfUse*=CodeableConcept requestor=boolean
      role*=CodeableConcept type=CodeableConcept who=Reference
    AuditEventAgentNetwork<BackboneElement: address=string type=code
    AuditEventEntity<BackboneElement: description=string detail*=AuditEventEntityDetail lifecycle=Coding
      name=string query=base64Binary role=Coding securityLabel*=Coding type=Coding what=Reference
    AuditEventEntityDetail<BackboneElement: type=string value=base64Binary|string|
    AuditEventSource<BackboneElement: observer=Reference site=string type*=Coding
    BackboneElement<Element: modifierExtension*=Extension
    Basic<DomainResource: author=Reference code=CodeableConcept created=date identifier*=Identifier
      subject=Reference
    Binary<Resource: contentType=code data=base64Binary securityContext=Reference
    BiologicallyDerivedProduct<DomainResource: collection=BiologicallyDerivedProductCollection
      identifier*=Identifier manipulation=BiologicallyDerivedProductManipulation parent*=Reference
      processing*=BiologicallyDerivedProductProcessing productCategory=code productCode=CodeableConcept
      quantity=integer request*=Reference status=code storage*=BiologicallyDerivedProductStorage
    BiologicallyDerivedProductCollection<BackboneElement: collected=Period|dateTime| collector=Reference
      source=Reference
    BiologicallyDerivedProductManipulation<BackboneElement: description=string time=Period|dateTime|
    BiologicallyDerivedProductProcessing<BackboneElement: additive=Reference description=string
      procedure=CodeableConcept time=Period|dateTime|
    BiologicallyDerivedProductStorage<BackboneElement: description=string duration=Period scale=code
      temperature=decimal
    BodyStructure<DomainResource: active=boolean description=string identifier*=Identifier
      image*=Attachment location=CodeableConcept locationQualifier*=CodeableConcept
      morphology=CodeableConcept patient=Reference
    Bundle<Resource: entry*=BundleEntry identifier=Identifier link*=BundleLink signature=Signature
      timestamp=instant total=unsignedInt type=code
    BundleEntry<BackboneElement: fullUrl=uri link*=BundleLink request=BundleEntryRequest
      resource=Resource response=BundleEntryResponse search=BundleEntrySearch
    BundleEntryRequest<BackboneElement: ifMatch=string ifModifiedSince=instant ifNoneExist=string
      ifNoneMatch=string method=code url=uri
    BundleEntryResponse<BackboneElement: etag=string lastModified=instant location=uri outcome=Resource
      status=string
    BundleEntrySearch<BackboneElement: mode=code score=decimal
    BundleLink<BackboneElement: relation=string url=uri
    CapabilityStatement<DomainResource: contact*=ContactDetail copyright=markdown date=dateTime
      description=markdown document*=CapabilityStatementDocument experimental=boolean fhirVersion=code
      format*=code implementation=CapabilityStatementImplementation implementationGuide*=canonical
      imports*=canonical instantiates*=canonical jurisdiction*=CodeableConcept kind=code
      messaging*=CapabilityStatementMessaging name=string patchFormat*=code publisher=string
      purpose=markdown rest*=CapabilityStatementRest software=CapabilityStatementSoftware status=code
      title=string url=uri useContext*=UsageContext version=string
    CapabilityStatementDocument<BackboneElement: documentation=markdown mode=code profile=canonical
    CapabilityStatementImplementation<BackboneElement: custodian=Reference description=string url=url
    CapabilityStatementMessaging<BackboneElement: documentation=markdown
      endpoint*=CapabilityStatementMessagingEndpoint reliableCache=unsignedInt
      supportedMessage*=CapabilityStatementMessagingSupportedMessage
    CapabilityStatementMessagingEndpoint<BackboneElement: address=url protocol=Coding
    CapabilityStatementMessagingSupportedMessage<BackboneElement: definition=canonical mode=code
    CapabilityStatementRest<BackboneElement: compartment*=canonical documentation=markdown
      interaction*=CapabilityStatementRestInteraction mode=code
      operation*=CapabilityStatementRestResourceOperation resource*=CapabilityStatementRestResource
      searchParam*=CapabilityStatementRestResourceSearchParam security=CapabilityStatementRestSecurity
    CapabilityStatementRestInteraction<BackboneElement: code=code documentation=markdown
    CapabilityStatementRestResource<BackboneElement: conditionalCreate=boolean conditionalDelete=code
      conditionalRead=code conditionalUpdate=boolean documentation=markdown
      interaction*=CapabilityStatementRestResourceInteraction
      operation*=CapabilityStatementRestResourceOperation profile=canonical readHistory=boolean
      referencePolicy*=code searchInclude*=string
      searchParam*=CapabilityStatementRestResourceSearchParam searchRevInclude*=string
      supportedProfile*=canonical type=code updateCreate=boolean versioning=code
    CapabilityStatementRestResourceInteraction<BackboneElement: code=code documentation=markdown
    CapabilityStatementRestResourceOperation<BackboneElement: definition=canonical
      documentation=markdown name=string
    CapabilityStatementRestResourceSearchParam<BackboneElement: definition=canonical
      documentation=markdown name=string type=code
    CapabilityStatementRestSecurity<BackboneElement: cors=boolean description=markdown
      service*=CodeableConcept
    CapabilityStatementSoftware<BackboneElement: name=string releaseDate=dateTime version=string
    CarePlan<DomainResource: activity*=CarePlanActivity addresses*=Reference author=Reference
      basedOn*=Reference careTeam*=Reference category*=CodeableConcept contributor*=Reference
      created=dateTime description=string encounter=Reference goal*=Reference identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri intent=code note*=Annotation
      partOf*=Reference period=Period replaces*=Reference status=code subject=Reference
      supportingInfo*=Reference title=string
    CarePlanActivity<BackboneElement: detail=CarePlanActivityDetail
      outcomeCodeableConcept*=CodeableConcept outcomeReference*=Reference progress*=Annotation
      reference=Reference
    CarePlanActivityDetail<BackboneElement: code=CodeableConcept dailyAmount=Quantity description=string
      doNotPerform=boolean goal*=Reference instantiatesCanonical*=canonical instantiatesUri*=uri
      kind=code location=Reference performer*=Reference product=CodeableConcept|Reference|
      quantity=Quantity reasonCode*=CodeableConcept reasonReference*=Reference
      scheduled=Period|Timing|string| status=code statusReason=CodeableConcept
    CareTeam<DomainResource: category*=CodeableConcept encounter=Reference identifier*=Identifier
      managingOrganization*=Reference name=string note*=Annotation participant*=CareTeamParticipant
      period=Period reasonCode*=CodeableConcept reasonReference*=Reference status=code subject=Reference
      telecom*=ContactPoint
    CareTeamParticipant<BackboneElement: member=Reference onBehalfOf=Reference period=Period
      role*=CodeableConcept
    CatalogEntry<DomainResource: additionalCharacteristic*=CodeableConcept
      additionalClassification*=CodeableConcept additionalIdentifier*=Identifier
      classification*=CodeableConcept identifier*=Identifier lastUpdated=dateTime orderable=boolean
      referencedItem=Reference relatedEntry*=CatalogEntryRelatedEntry status=code type=CodeableConcept
      validTo=dateTime validityPeriod=Period
    CatalogEntryRelatedEntry<BackboneElement: item=Reference relationtype=code
    ChargeItem<DomainResource: account*=Reference bodysite*=CodeableConcept code=CodeableConcept
      context=Reference costCenter=Reference definitionCanonical*=canonical definitionUri*=uri
      enteredDate=dateTime enterer=Reference factorOverride=decimal identifier*=Identifier
      note*=Annotation occurrence=Period|Timing|dateTime| overrideReason=string partOf*=Reference
      performer*=ChargeItemPerformer performingOrganization=Reference priceOverride=Money
      product=CodeableConcept|Reference| quantity=Quantity reason*=CodeableConcept
      requestingOrganization=Reference service*=Reference status=code subject=Reference
      supportingInformation*=Reference
    ChargeItemDefinition<DomainResource: applicability*=ChargeItemDefinitionApplicability
      approvalDate=date code=CodeableConcept contact*=ContactDetail copyright=markdown date=dateTime
      derivedFromUri*=uri description=markdown effectivePeriod=Period experimental=boolean
      identifier*=Identifier instance*=Reference jurisdiction*=CodeableConcept lastReviewDate=date
      partOf*=canonical propertyGroup*=ChargeItemDefinitionPropertyGroup publisher=string
      replaces*=canonical status=code title=string url=uri useContext*=UsageContext version=string
    ChargeItemDefinitionApplicability<BackboneElement: description=string expression=string
      language=string
    ChargeItemDefinitionPropertyGroup<BackboneElement: applicability*=ChargeItemDefinitionApplicability
      priceComponent*=ChargeItemDefinitionPropertyGroupPriceComponent
    ChargeItemDefinitionPropertyGroupPriceComponent<BackboneElement: amount=Money code=CodeableConcept
      factor=decimal type=code
    ChargeItemPerformer<BackboneElement: actor=Reference function=CodeableConcept
    Claim<DomainResource: accident=ClaimAccident billablePeriod=Period careTeam*=ClaimCareTeam
      created=dateTime diagnosis*=ClaimDiagnosis enterer=Reference facility=Reference
      fundsReserve=CodeableConcept identifier*=Identifier insurance*=ClaimInsurance insurer=Reference
      item*=ClaimItem originalPrescription=Reference patient=Reference payee=ClaimPayee
      prescription=Reference priority=CodeableConcept procedure*=ClaimProcedure provider=Reference
      referral=Reference related*=ClaimRelated status=code subType=CodeableConcept
      supportingInfo*=ClaimSupportingInfo total=Money type=CodeableConcept use=code
    ClaimAccident<BackboneElement: date=date location=Address|Reference| type=CodeableConcept
    ClaimCareTeam<BackboneElement: provider=Reference qualification=CodeableConcept responsible=boolean
      role=CodeableConcept sequence=positiveInt
    ClaimDiagnosis<BackboneElement: diagnosis=CodeableConcept|Reference| onAdmission=CodeableConcept
      packageCode=CodeableConcept sequence=positiveInt type*=CodeableConcept
    ClaimInsurance<BackboneElement: businessArrangement=string claimResponse=Reference
      coverage=Reference focal=boolean identifier=Identifier preAuthRef*=string sequence=positiveInt
    ClaimItem<BackboneElement: bodySite=CodeableConcept careTeamSequence*=positiveInt
      category=CodeableConcept detail*=ClaimItemDetail diagnosisSequence*=positiveInt
      encounter*=Reference factor=decimal informationSequence*=positiveInt
      location=Address|CodeableConcept|Reference| modifier*=CodeableConcept net=Money
      procedureSequence*=positiveInt productOrService=CodeableConcept programCode*=CodeableConcept
      quantity=Quantity revenue=CodeableConcept sequence=positiveInt serviced=Period|date|
      subSite*=CodeableConcept udi*=Reference unitPrice=Money
    ClaimItemDetail<BackboneElement: category=CodeableConcept factor=decimal modifier*=CodeableConcept
      net=Money productOrService=CodeableConcept programCode*=CodeableConcept quantity=Quantity
      revenue=CodeableConcept sequence=positiveInt subDetail*=ClaimItemDetailSubDetail udi*=Reference
      unitPrice=Money
    ClaimItemDetailSubDetail<BackboneElement: category=CodeableConcept factor=decimal
      modifier*=CodeableConcept net=Money productOrService=CodeableConcept programCode*=CodeableConcept
      quantity=Quantity revenue=CodeableConcept sequence=positiveInt udi*=Reference unitPrice=Money
    ClaimPayee<BackboneElement: party=Reference type=CodeableConcept
    ClaimProcedure<BackboneElement: date=dateTime procedure=CodeableConcept|Reference|
      sequence=positiveInt type*=CodeableConcept udi*=Reference
    ClaimRelated<BackboneElement: claim=Reference reference=Identifier relationship=CodeableConcept
    ClaimResponse<DomainResource: addItem*=ClaimResponseAddItem
      adjudication*=ClaimResponseItemAdjudication communicationRequest*=Reference created=dateTime
      disposition=string error*=ClaimResponseError form=Attachment formCode=CodeableConcept
      fundsReserve=CodeableConcept identifier*=Identifier insurance*=ClaimResponseInsurance
      insurer=Reference item*=ClaimResponseItem outcome=code patient=Reference payeeType=CodeableConcept
      payment=ClaimResponsePayment preAuthPeriod=Period preAuthRef=string
      processNote*=ClaimResponseProcessNote request=Reference requestor=Reference status=code
      subType=CodeableConcept total*=ClaimResponseTotal type=CodeableConcept use=code
    ClaimResponseAddItem<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      bodySite=CodeableConcept detail*=ClaimResponseAddItemDetail detailSequence*=positiveInt
      factor=decimal itemSequence*=positiveInt location=Address|CodeableConcept|Reference|
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt productOrService=CodeableConcept
      programCode*=CodeableConcept provider*=Reference quantity=Quantity serviced=Period|date|
      subSite*=CodeableConcept subdetailSequence*=positiveInt unitPrice=Money
    ClaimResponseAddItemDetail<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      factor=decimal modifier*=CodeableConcept net=Money noteNumber*=positiveInt
      productOrService=CodeableConcept quantity=Quantity subDetail*=ClaimResponseAddItemDetailSubDetail
      unitPrice=Money
    ClaimResponseAddItemDetailSubDetail<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      factor=decimal modifier*=CodeableConcept net=Money noteNumber*=positiveInt
      productOrService=CodeableConcept quantity=Quantity unitPrice=Money
    ClaimResponseError<BackboneElement: code=CodeableConcept detailSequence=positiveInt
      itemSequence=positiveInt subDetailSequence=positiveInt
    ClaimResponseInsurance<BackboneElement: businessArrangement=string claimResponse=Reference
      coverage=Reference focal=boolean sequence=positiveInt
    ClaimResponseItem<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      detail*=ClaimResponseItemDetail itemSequence=positiveInt noteNumber*=positiveInt
    ClaimResponseItemAdjudication<BackboneElement: amount=Money category=CodeableConcept
      reason=CodeableConcept value=decimal
    ClaimResponseItemDetail<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      detailSequence=positiveInt noteNumber*=positiveInt subDetail*=ClaimResponseItemDetailSubDetail
    ClaimResponseItemDetailSubDetail<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      noteNumber*=positiveInt subDetailSequence=positiveInt
    ClaimResponsePayment<BackboneElement: adjustment=Money adjustmentReason=CodeableConcept amount=Money
      date=date identifier=Identifier type=CodeableConcept
    ClaimResponseProcessNote<BackboneElement: language=CodeableConcept number=positiveInt text=string
      type=code
    ClaimResponseTotal<BackboneElement: amount=Money category=CodeableConcept
    ClaimSupportingInfo<BackboneElement: category=CodeableConcept code=CodeableConcept
      reason=CodeableConcept sequence=positiveInt timing=Period|date|
      value=Attachment|Quantity|Reference|boolean|string|
    ClinicalImpression<DomainResource: assessor=Reference code=CodeableConcept date=dateTime
      description=string effective=Period|dateTime| encounter=Reference
      finding*=ClinicalImpressionFinding identifier*=Identifier
      investigation*=ClinicalImpressionInvestigation note*=Annotation previous=Reference
      problem*=Reference prognosisCodeableConcept*=CodeableConcept prognosisReference*=Reference
      protocol*=uri status=code statusReason=CodeableConcept subject=Reference summary=string
      supportingInfo*=Reference
    ClinicalImpressionFinding<BackboneElement: basis=string itemCodeableConcept=CodeableConcept
      itemReference=Reference
    ClinicalImpressionInvestigation<BackboneElement: code=CodeableConcept item*=Reference
    CodeSystem<DomainResource: caseSensitive=boolean compositional=boolean concept*=CodeSystemConcept
      contact*=ContactDetail content=code copyright=markdown count=unsignedInt date=dateTime
      description=markdown experimental=boolean filter*=CodeSystemFilter hierarchyMeaning=code
      identifier*=Identifier jurisdiction*=CodeableConcept name=string property*=CodeSystemProperty
      publisher=string purpose=markdown status=code supplements=canonical title=string url=uri
      useContext*=UsageContext valueSet=canonical version=string versionNeeded=boolean
    CodeSystemConcept<BackboneElement: code=code concept*=CodeSystemConcept definition=string
      designation*=CodeSystemConceptDesignation display=string property*=CodeSystemConceptProperty
    CodeSystemConceptDesignation<BackboneElement: language=code use=Coding value=string
    CodeSystemConceptProperty<BackboneElement: code=code
      value=Coding|boolean|code|dateTime|decimal|integer|string|
    CodeSystemFilter<BackboneElement: code=code description=string operator*=code value=string
    CodeSystemProperty<BackboneElement: code=code description=string type=code uri=uri
    CodeableConcept<Element: coding*=Coding text=string
    Coding<Element: code=code display=string system=uri userSelected=boolean version=string
    Communication<DomainResource: about*=Reference basedOn*=Reference category*=CodeableConcept
      encounter=Reference identifier*=Identifier inResponseTo*=Reference
      instantiatesCanonical*=canonical instantiatesUri*=uri medium*=CodeableConcept note*=Annotation
      partOf*=Reference payload*=CommunicationPayload priority=code reasonCode*=CodeableConcept
      reasonReference*=Reference received=dateTime recipient*=Reference sender=Reference sent=dateTime
      status=code statusReason=CodeableConcept subject=Reference topic=CodeableConcept
    CommunicationPayload<BackboneElement: content=Attachment|Reference|string|
    CommunicationRequest<DomainResource: about*=Reference authoredOn=dateTime basedOn*=Reference
      category*=CodeableConcept doNotPerform=boolean encounter=Reference groupIdentifier=Identifier
      identifier*=Identifier medium*=CodeableConcept note*=Annotation occurrence=Period|dateTime|
      payload*=CommunicationRequestPayload priority=code reasonCode*=CodeableConcept
      reasonReference*=Reference recipient*=Reference replaces*=Reference requester=Reference
      sender=Reference status=code statusReason=CodeableConcept subject=Reference
    CommunicationRequestPayload<BackboneElement: content=Attachment|Reference|string|
    CompartmentDefinition<DomainResource: code=code contact*=ContactDetail date=dateTime
      description=markdown experimental=boolean name=string publisher=string purpose=markdown
      resource*=CompartmentDefinitionResource search=boolean status=code url=uri
      useContext*=UsageContext version=string
    CompartmentDefinitionResource<BackboneElement: code=code documentation=string param*=string
    Composition<DomainResource: attester*=CompositionAttester author*=Reference
      category*=CodeableConcept confidentiality=code custodian=Reference date=dateTime
      encounter=Reference event*=CompositionEvent identifier=Identifier relatesTo*=CompositionRelatesTo
      section*=CompositionSection status=code subject=Reference title=string type=CodeableConcept
    CompositionAttester<BackboneElement: mode=code party=Reference time=dateTime
    CompositionEvent<BackboneElement: code*=CodeableConcept detail*=Reference period=Period
    CompositionRelatesTo<BackboneElement: code=code target=Identifier|Reference|
    CompositionSection<BackboneElement: author*=Reference code=CodeableConcept
      emptyReason=CodeableConcept entry*=Reference focus=Reference mode=code orderedBy=CodeableConcept
      section*=CompositionSection text=Narrative title=string
    ConceptMap<DomainResource: contact*=ContactDetail copyright=markdown date=dateTime
      description=markdown experimental=boolean group*=ConceptMapGroup identifier=Identifier
      jurisdiction*=CodeableConcept name=string publisher=string purpose=markdown source=canonical|uri|
      status=code target=canonical|uri| title=string url=uri useContext*=UsageContext version=string
    ConceptMapGroup<BackboneElement: element*=ConceptMapGroupElement source=uri sourceVersion=string
      target=uri targetVersion=string unmapped=ConceptMapGroupUnmapped
    ConceptMapGroupElement<BackboneElement: code=code display=string
      target*=ConceptMapGroupElementTarget
    ConceptMapGroupElementTarget<BackboneElement: code=code comment=string
      dependsOn*=ConceptMapGroupElementTargetDependsOn display=string equivalence=code
      product*=ConceptMapGroupElementTargetDependsOn
    ConceptMapGroupElementTargetDependsOn<BackboneElement: display=string property=uri system=canonical
      value=string
    ConceptMapGroupUnmapped<BackboneElement: code=code display=string mode=code url=canonical
    Condition<DomainResource: abatement=Age|Period|Range|dateTime|string| asserter=Reference
      bodySite*=CodeableConcept category*=CodeableConcept clinicalStatus=CodeableConcept
      code=CodeableConcept encounter=Reference evidence*=ConditionEvidence identifier*=Identifier
      note*=Annotation onset=Age|Period|Range|dateTime|string| recordedDate=dateTime recorder=Reference
      severity=CodeableConcept stage*=ConditionStage subject=Reference
      verificationStatus=CodeableConcept
    ConditionEvidence<BackboneElement: code*=CodeableConcept detail*=Reference
    ConditionStage<BackboneElement: assessment*=Reference summary=CodeableConcept type=CodeableConcept
    Consent<DomainResource: category*=CodeableConcept dateTime=dateTime identifier*=Identifier
      organization*=Reference patient=Reference performer*=Reference policy*=ConsentPolicy
      policyRule=CodeableConcept provision=ConsentProvision scope=CodeableConcept
      source=Attachment|Reference| status=code verification*=ConsentVerification
    ConsentPolicy<BackboneElement: authority=uri uri=uri
    ConsentProvision<BackboneElement: action*=CodeableConcept actor*=ConsentProvisionActor class*=Coding
      code*=CodeableConcept data*=ConsentProvisionData dataPeriod=Period period=Period
      provision*=ConsentProvision purpose*=Coding securityLabel*=Coding type=code
    ConsentProvisionActor<BackboneElement: reference=Reference role=CodeableConcept
    ConsentProvisionData<BackboneElement: meaning=code reference=Reference
    ConsentVerification<BackboneElement: verificationDate=dateTime verified=boolean
      verifiedWith=Reference
    ContactDetail<Element: name=string telecom*=ContactPoint
    ContactPoint<Element: period=Period rank=positiveInt system=code use=code value=string
    Contract<DomainResource: alias*=string applies=Period author=Reference authority*=Reference
      contentDefinition=ContractContentDefinition contentDerivative=CodeableConcept domain*=Reference
      expirationType=CodeableConcept friendly*=ContractFriendly identifier*=Identifier
      instantiatesCanonical=Reference instantiatesUri=uri issued=dateTime legal*=ContractLegal
      legalState=CodeableConcept legallyBinding=Attachment|Reference| name=string
      relevantHistory*=Reference rule*=ContractRule scope=CodeableConcept signer*=ContractSigner
      site*=Reference status=code subType*=CodeableConcept subject*=Reference subtitle=string
      supportingInfo*=Reference term*=ContractTerm title=string topic=CodeableConcept|Reference|
      type=CodeableConcept url=uri version=string
    ContractContentDefinition<BackboneElement: copyright=markdown publicationDate=dateTime
      publicationStatus=code publisher=Reference subType=CodeableConcept type=CodeableConcept
    ContractFriendly<BackboneElement: content=Attachment|Reference|
    ContractLegal<BackboneElement: content=Attachment|Reference|
    ContractRule<BackboneElement: content=Attachment|Reference|
    ContractSigner<BackboneElement: party=Reference signature*=Signature type=Coding
    ContractTerm<BackboneElement: action*=ContractTermAction applies=Period asset*=ContractTermAsset
      group*=ContractTerm identifier=Identifier issued=dateTime offer=ContractTermOffer
      securityLabel*=ContractTermSecurityLabel subType=CodeableConcept text=string
      topic=CodeableConcept|Reference| type=CodeableConcept
    ContractTermAction<BackboneElement: context=Reference contextLinkId*=string doNotPerform=boolean
      intent=CodeableConcept linkId*=string note*=Annotation occurrence=Period|Timing|dateTime|
      performer=Reference performerLinkId*=string performerRole=CodeableConcept
      performerType*=CodeableConcept reason*=string reasonCode*=CodeableConcept reasonLinkId*=string
      reasonReference*=Reference requester*=Reference requesterLinkId*=string
      securityLabelNumber*=unsignedInt status=CodeableConcept subject*=ContractTermActionSubject
      type=CodeableConcept
    ContractTermActionSubject<BackboneElement: reference*=Reference role=CodeableConcept
    ContractTermAsset<BackboneElement: answer*=ContractTermOfferAnswer condition=string
      context*=ContractTermAssetContext linkId*=string period*=Period periodType*=CodeableConcept
      relationship=Coding scope=CodeableConcept securityLabelNumber*=unsignedInt
      subtype*=CodeableConcept text=string type*=CodeableConcept typeReference*=Reference
      usePeriod*=Period valuedItem*=ContractTermAssetValuedItem
    ContractTermAssetContext<BackboneElement: code*=CodeableConcept reference=Reference text=string
    ContractTermAssetValuedItem<BackboneElement: effectiveTime=dateTime
      entity=CodeableConcept|Reference| factor=decimal identifier=Identifier linkId*=string net=Money
      payment=string paymentDate=dateTime points=decimal quantity=Quantity recipient=Reference
      responsible=Reference securityLabelNumber*=unsignedInt unitPrice=Money
    ContractTermOffer<BackboneElement: answer*=ContractTermOfferAnswer decision=CodeableConcept
      decisionMode*=CodeableConcept identifier*=Identifier linkId*=string party*=ContractTermOfferParty
      securityLabelNumber*=unsignedInt text=string topic=Reference type=CodeableConcept
    ContractTermOfferAnswer<BackboneElement:
      value=Attachment|Coding|Quantity|Reference|boolean|date|dateTime|decimal|integer|string|time|uri|
    ContractTermOfferParty<BackboneElement: reference*=Reference role=CodeableConcept
    ContractTermSecurityLabel<BackboneElement: category*=Coding classification=Coding control*=Coding
      number*=unsignedInt
    Contributor<Element: contact*=ContactDetail name=string type=code
    Count<Quantity:
    Coverage<DomainResource: beneficiary=Reference class*=CoverageClass contract*=Reference
      costToBeneficiary*=CoverageCostToBeneficiary dependent=string identifier*=Identifier
      network=string order=positiveInt payor*=Reference period=Period policyHolder=Reference
      relationship=CodeableConcept status=code subrogation=boolean subscriber=Reference
      subscriberId=string type=CodeableConcept
    CoverageClass<BackboneElement: name=string type=CodeableConcept value=string
    CoverageCostToBeneficiary<BackboneElement: exception*=CoverageCostToBeneficiaryException
      type=CodeableConcept value=Money|Quantity|
    CoverageCostToBeneficiaryException<BackboneElement: period=Period type=CodeableConcept
    CoverageEligibilityRequest<DomainResource: created=dateTime enterer=Reference facility=Reference
      identifier*=Identifier insurance*=CoverageEligibilityRequestInsurance insurer=Reference
      item*=CoverageEligibilityRequestItem patient=Reference priority=CodeableConcept provider=Reference
      purpose*=code serviced=Period|date| status=code
      supportingInfo*=CoverageEligibilityRequestSupportingInfo
    CoverageEligibilityRequestInsurance<BackboneElement: businessArrangement=string coverage=Reference
      focal=boolean
    CoverageEligibilityRequestItem<BackboneElement: category=CodeableConcept detail*=Reference
      diagnosis*=CoverageEligibilityRequestItemDiagnosis facility=Reference modifier*=CodeableConcept
      productOrService=CodeableConcept provider=Reference quantity=Quantity
      supportingInfoSequence*=positiveInt unitPrice=Money
    CoverageEligibilityRequestItemDiagnosis<BackboneElement: diagnosis=CodeableConcept|Reference|
    CoverageEligibilityRequestSupportingInfo<BackboneElement: appliesToAll=boolean information=Reference
      sequence=positiveInt
    CoverageEligibilityResponse<DomainResource: created=dateTime disposition=string
      error*=CoverageEligibilityResponseError form=CodeableConcept identifier*=Identifier
      insurance*=CoverageEligibilityResponseInsurance insurer=Reference outcome=code patient=Reference
      preAuthRef=string purpose*=code request=Reference requestor=Reference serviced=Period|date|
      status=code
    CoverageEligibilityResponseError<BackboneElement: code=CodeableConcept
    CoverageEligibilityResponseInsurance<BackboneElement: benefitPeriod=Period coverage=Reference
      inforce=boolean item*=CoverageEligibilityResponseInsuranceItem
    CoverageEligibilityResponseInsuranceItem<BackboneElement: authorizationRequired=boolean
      authorizationSupporting*=CodeableConcept authorizationUrl=uri
      benefit*=CoverageEligibilityResponseInsuranceItemBenefit category=CodeableConcept
      description=string excluded=boolean modifier*=CodeableConcept name=string network=CodeableConcept
      productOrService=CodeableConcept provider=Reference term=CodeableConcept unit=CodeableConcept
    CoverageEligibilityResponseInsuranceItemBenefit<BackboneElement: allowed=Money|string|unsignedInt|
      type=CodeableConcept used=Money|string|unsignedInt|
    DataRequirement<Element: codeFilter*=DataRequirementCodeFilter dateFilter*=DataRequirementDateFilter
      limit=positiveInt mustSupport*=string profile*=canonical sort*=DataRequirementSort
      subject=CodeableConcept|Reference| type=code
    DataRequirementCodeFilter<Element: code*=Coding path=string searchParam=string valueSet=canonical
    DataRequirementDateFilter<Element: path=string searchParam=string value=Duration|Period|dateTime|
    DataRequirementSort<Element: direction=code path=string
    DetectedIssue<DomainResource: author=Reference code=CodeableConcept detail=string
      evidence*=DetectedIssueEvidence identified=Period|dateTime| identifier*=Identifier
      implicated*=Reference mitigation*=DetectedIssueMitigation patient=Reference reference=uri
      severity=code status=code
    DetectedIssueEvidence<BackboneElement: code*=CodeableConcept detail*=Reference
    DetectedIssueMitigation<BackboneElement: action=CodeableConcept author=Reference date=dateTime
    Device<DomainResource: contact*=ContactPoint definition=Reference deviceName*=DeviceDeviceName
      distinctIdentifier=string expirationDate=dateTime identifier*=Identifier location=Reference
      lotNumber=string manufactureDate=dateTime manufacturer=string modelNumber=string note*=Annotation
      owner=Reference parent=Reference partNumber=string patient=Reference property*=DeviceProperty
      safety*=CodeableConcept serialNumber=string specialization*=DeviceSpecialization status=code
      statusReason*=CodeableConcept type=CodeableConcept udiCarrier*=DeviceUdiCarrier url=uri
      version*=DeviceVersion
    DeviceDefinition<DomainResource: capability*=DeviceDefinitionCapability contact*=ContactPoint
      deviceName*=DeviceDefinitionDeviceName identifier*=Identifier languageCode*=CodeableConcept
      manufacturer=Reference|string| material*=DeviceDefinitionMaterial modelNumber=string
      note*=Annotation onlineInformation=uri owner=Reference parentDevice=Reference
      physicalCharacteristics=ProdCharacteristic property*=DeviceDefinitionProperty quantity=Quantity
      safety*=CodeableConcept shelfLifeStorage*=ProductShelfLife
      specialization*=DeviceDefinitionSpecialization type=CodeableConcept
      udiDeviceIdentifier*=DeviceDefinitionUdiDeviceIdentifier url=uri version*=string
    DeviceDefinitionCapability<BackboneElement: description*=CodeableConcept type=CodeableConcept
    DeviceDefinitionDeviceName<BackboneElement: name=string type=code
    DeviceDefinitionMaterial<BackboneElement: allergenicIndicator=boolean alternate=boolean
      substance=CodeableConcept
    DeviceDefinitionProperty<BackboneElement: type=CodeableConcept valueCode*=CodeableConcept
      valueQuantity*=Quantity
    DeviceDefinitionSpecialization<BackboneElement: systemType=string version=string
    DeviceDefinitionUdiDeviceIdentifier<BackboneElement: deviceIdentifier=string issuer=uri
      jurisdiction=uri
    DeviceDeviceName<BackboneElement: name=string type=code
    DeviceMetric<DomainResource: calibration*=DeviceMetricCalibration category=code color=code
      identifier*=Identifier measurementPeriod=Timing operationalStatus=code parent=Reference
      source=Reference type=CodeableConcept unit=CodeableConcept
    DeviceMetricCalibration<BackboneElement: state=code time=instant type=code
    DeviceProperty<BackboneElement: type=CodeableConcept valueCode*=CodeableConcept
      valueQuantity*=Quantity
    DeviceRequest<DomainResource: authoredOn=dateTime basedOn*=Reference code=CodeableConcept|Reference|
      encounter=Reference groupIdentifier=Identifier identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri insurance*=Reference intent=code
      note*=Annotation occurrence=Period|Timing|dateTime| parameter*=DeviceRequestParameter
      performer=Reference performerType=CodeableConcept priorRequest*=Reference priority=code
      reasonCode*=CodeableConcept reasonReference*=Reference relevantHistory*=Reference
      requester=Reference status=code subject=Reference supportingInfo*=Reference
    DeviceRequestParameter<BackboneElement: code=CodeableConcept
      value=CodeableConcept|Quantity|Range|boolean|
    DeviceSpecialization<BackboneElement: systemType=CodeableConcept version=string
    DeviceUdiCarrier<BackboneElement: carrierAIDC=base64Binary carrierHRF=string deviceIdentifier=string
      entryType=code issuer=uri jurisdiction=uri
    DeviceUseStatement<DomainResource: basedOn*=Reference bodySite=CodeableConcept
      derivedFrom*=Reference device=Reference identifier*=Identifier note*=Annotation
      reasonCode*=CodeableConcept reasonReference*=Reference recordedOn=dateTime source=Reference
      status=code subject=Reference timing=Period|Timing|dateTime|
    DeviceVersion<BackboneElement: component=Identifier type=CodeableConcept value=string
    DiagnosticReport<DomainResource: basedOn*=Reference category*=CodeableConcept code=CodeableConcept
      conclusion=string conclusionCode*=CodeableConcept effective=Period|dateTime| encounter=Reference
      identifier*=Identifier imagingStudy*=Reference issued=instant media*=DiagnosticReportMedia
      performer*=Reference presentedForm*=Attachment result*=Reference resultsInterpreter*=Reference
      specimen*=Reference status=code subject=Reference
    DiagnosticReportMedia<BackboneElement: comment=string link=Reference
    Distance<Quantity:
    DocumentManifest<DomainResource: author*=Reference content*=Reference created=dateTime
      description=string identifier*=Identifier masterIdentifier=Identifier recipient*=Reference
      related*=DocumentManifestRelated source=uri status=code subject=Reference type=CodeableConcept
    DocumentManifestRelated<BackboneElement: identifier=Identifier ref=Reference
    DocumentReference<DomainResource: authenticator=Reference author*=Reference
      category*=CodeableConcept content*=DocumentReferenceContent context=DocumentReferenceContext
      custodian=Reference date=instant description=string docStatus=code identifier*=Identifier
      masterIdentifier=Identifier relatesTo*=DocumentReferenceRelatesTo securityLabel*=CodeableConcept
      status=code subject=Reference type=CodeableConcept
    DocumentReferenceContent<BackboneElement: attachment=Attachment format=Coding
    DocumentReferenceContext<BackboneElement: encounter*=Reference event*=CodeableConcept
      facilityType=CodeableConcept period=Period practiceSetting=CodeableConcept related*=Reference
      sourcePatientInfo=Reference
    DocumentReferenceRelatesTo<BackboneElement: code=code target=Reference
    DomainResource<Resource: contained*=Resource extension*=Extension modifierExtension*=Extension
      text=Narrative
    Dosage<BackboneElement: additionalInstruction*=CodeableConcept asNeeded=CodeableConcept|boolean|
      doseAndRate*=DosageDoseAndRate maxDosePerAdministration=Quantity maxDosePerLifetime=Quantity
      maxDosePerPeriod=Ratio method=CodeableConcept patientInstruction=string route=CodeableConcept
      sequence=integer site=CodeableConcept text=string timing=Timing
    DosageDoseAndRate<Element: dose=Quantity|Range| rate=Quantity|Range|Ratio| type=CodeableConcept
    Duration<Quantity:
    EffectEvidenceSynthesis<DomainResource: approvalDate=date author*=ContactDetail
      certainty*=EffectEvidenceSynthesisCertainty contact*=ContactDetail copyright=markdown
      date=dateTime description=markdown editor*=ContactDetail
      effectEstimate*=EffectEvidenceSynthesisEffectEstimate effectivePeriod=Period
      endorser*=ContactDetail exposure=Reference exposureAlternative=Reference identifier*=Identifier
      jurisdiction*=CodeableConcept lastReviewDate=date name=string note*=Annotation outcome=Reference
      population=Reference publisher=string relatedArtifact*=RelatedArtifact
      resultsByExposure*=EffectEvidenceSynthesisResultsByExposure reviewer*=ContactDetail
      sampleSize=EffectEvidenceSynthesisSampleSize status=code studyType=CodeableConcept
      synthesisType=CodeableConcept title=string topic*=CodeableConcept url=uri useContext*=UsageContext
      version=string
    EffectEvidenceSynthesisCertainty<BackboneElement:
      certaintySubcomponent*=EffectEvidenceSynthesisCertaintyCertaintySubcomponent note*=Annotation
      rating*=CodeableConcept
    EffectEvidenceSynthesisCertaintyCertaintySubcomponent<BackboneElement: note*=Annotation
      rating*=CodeableConcept type=CodeableConcept
    EffectEvidenceSynthesisEffectEstimate<BackboneElement: description=string
      precisionEstimate*=EffectEvidenceSynthesisEffectEstimatePrecisionEstimate type=CodeableConcept
      unitOfMeasure=CodeableConcept value=decimal variantState=CodeableConcept
    EffectEvidenceSynthesisEffectEstimatePrecisionEstimate<BackboneElement: from=decimal level=decimal
      to=decimal type=CodeableConcept
    EffectEvidenceSynthesisResultsByExposure<BackboneElement: description=string exposureState=code
      riskEvidenceSynthesis=Reference variantState=CodeableConcept
    EffectEvidenceSynthesisSampleSize<BackboneElement: description=string numberOfParticipants=integer
      numberOfStudies=integer
    Element: extension*=Extension id=string
    ElementDefinition<BackboneElement: alias*=string base=ElementDefinitionBase
      binding=ElementDefinitionBinding code*=Coding comment=markdown condition*=id
      constraint*=ElementDefinitionConstraint contentReference=uri defaultValue=any| definition=markdown
      example*=ElementDefinitionExample fixed=any| isModifier=boolean isModifierReason=string
      isSummary=boolean label=string mapping*=ElementDefinitionMapping max=string maxLength=integer
      maxValue=Quantity|date|dateTime|decimal|instant|integer|positiveInt|time|unsignedInt|
      meaningWhenMissing=markdown min=unsignedInt
      minValue=Quantity|date|dateTime|decimal|instant|integer|positiveInt|time|unsignedInt|
      mustSupport=boolean orderMeaning=string path=string pattern=any| representation*=code
      requirements=markdown short=string sliceIsConstraining=boolean sliceName=string
      slicing=ElementDefinitionSlicing type*=ElementDefinitionType
    ElementDefinitionBase<Element: max=string min=unsignedInt path=string
    ElementDefinitionBinding<Element: description=string strength=code valueSet=canonical
    ElementDefinitionConstraint<Element: expression=string human=string key=id requirements=string
      severity=code source=canonical xpath=string
    ElementDefinitionExample<Element: label=string value=any|
    ElementDefinitionMapping<Element: comment=string identity=id language=code map=string
    ElementDefinitionSlicing<Element: description=string
      discriminator*=ElementDefinitionSlicingDiscriminator ordered=boolean rules=code
    ElementDefinitionSlicingDiscriminator<Element: path=string type=code
    ElementDefinitionType<Element: aggregation*=code code=uri profile*=canonical
      targetProfile*=canonical versioning=code
    Encounter<DomainResource: account*=Reference appointment*=Reference basedOn*=Reference class=Coding
      classHistory*=EncounterClassHistory diagnosis*=EncounterDiagnosis episodeOfCare*=Reference
      hospitalization=EncounterHospitalization identifier*=Identifier length=Duration
      location*=EncounterLocation partOf=Reference participant*=EncounterParticipant period=Period
      priority=CodeableConcept reasonCode*=CodeableConcept reasonReference*=Reference
      serviceProvider=Reference serviceType=CodeableConcept status=code
      statusHistory*=EncounterStatusHistory subject=Reference type*=CodeableConcept
    EncounterClassHistory<BackboneElement: class=Coding period=Period
    EncounterDiagnosis<BackboneElement: condition=Reference rank=positiveInt use=CodeableConcept
    EncounterHospitalization<BackboneElement: admitSource=CodeableConcept destination=Reference
      dietPreference*=CodeableConcept dischargeDisposition=CodeableConcept origin=Reference
      preAdmissionIdentifier=Identifier reAdmission=CodeableConcept specialArrangement*=CodeableConcept
      specialCourtesy*=CodeableConcept
    EncounterLocation<BackboneElement: location=Reference period=Period physicalType=CodeableConcept
      status=code
    EncounterParticipant<BackboneElement: individual=Reference period=Period type*=CodeableConcept
    EncounterStatusHistory<BackboneElement: period=Period status=code
    Endpoint<DomainResource: address=url connectionType=Coding contact*=ContactPoint header*=string
      identifier*=Identifier managingOrganization=Reference name=string payloadMimeType*=code
      payloadType*=CodeableConcept period=Period status=code
    EnrollmentRequest<DomainResource: candidate=Reference coverage=Reference created=dateTime
      identifier*=Identifier insurer=Reference provider=Reference status=code
    EnrollmentResponse<DomainResource: created=dateTime disposition=string identifier*=Identifier
      organization=Reference outcome=code request=Reference requestProvider=Reference status=code
    EpisodeOfCare<DomainResource: account*=Reference careManager=Reference
      diagnosis*=EpisodeOfCareDiagnosis identifier*=Identifier managingOrganization=Reference
      patient=Reference period=Period referralRequest*=Reference status=code
      statusHistory*=EpisodeOfCareStatusHistory team*=Reference type*=CodeableConcept
    EpisodeOfCareDiagnosis<BackboneElement: condition=Reference rank=positiveInt role=CodeableConcept
    EpisodeOfCareStatusHistory<BackboneElement: period=Period status=code
    EventDefinition<DomainResource: approvalDate=date author*=ContactDetail contact*=ContactDetail
      copyright=markdown date=dateTime description=markdown editor*=ContactDetail effectivePeriod=Period
      endorser*=ContactDetail experimental=boolean identifier*=Identifier jurisdiction*=CodeableConcept
      lastReviewDate=date name=string publisher=string purpose=markdown relatedArtifact*=RelatedArtifact
      reviewer*=ContactDetail status=code subject=CodeableConcept|Reference| subtitle=string
      title=string topic*=CodeableConcept trigger*=TriggerDefinition url=uri usage=string
      useContext*=UsageContext version=string
    Evidence<DomainResource: approvalDate=date author*=ContactDetail contact*=ContactDetail
      copyright=markdown date=dateTime description=markdown editor*=ContactDetail effectivePeriod=Period
      endorser*=ContactDetail exposureBackground=Reference exposureVariant*=Reference
      identifier*=Identifier jurisdiction*=CodeableConcept lastReviewDate=date name=string
      note*=Annotation outcome*=Reference publisher=string relatedArtifact*=RelatedArtifact
      reviewer*=ContactDetail shortTitle=string status=code subtitle=string title=string
      topic*=CodeableConcept url=uri useContext*=UsageContext version=string
    EvidenceVariable<DomainResource: approvalDate=date author*=ContactDetail
      characteristic*=EvidenceVariableCharacteristic contact*=ContactDetail copyright=markdown
      date=dateTime description=markdown editor*=ContactDetail effectivePeriod=Period
      endorser*=ContactDetail identifier*=Identifier jurisdiction*=CodeableConcept lastReviewDate=date
      name=string note*=Annotation publisher=string relatedArtifact*=RelatedArtifact
      reviewer*=ContactDetail shortTitle=string status=code subtitle=string title=string
      topic*=CodeableConcept type=code url=uri useContext*=UsageContext version=string
    EvidenceVariableCharacteristic<BackboneElement:
      definition=CodeableConcept|DataRequirement|Expression|Reference|TriggerDefinition|canonical|
      description=string exclude=boolean groupMeasure=code
      participantEffective=Duration|Period|Timing|dateTime| timeFromStart=Duration
      usageContext*=UsageContext
    ExampleScenario<DomainResource: actor*=ExampleScenarioActor contact*=ContactDetail
      copyright=markdown date=dateTime experimental=boolean identifier*=Identifier
      instance*=ExampleScenarioInstance jurisdiction*=CodeableConcept name=string
      process*=ExampleScenarioProcess publisher=string purpose=markdown status=code url=uri
      useContext*=UsageContext version=string workflow*=canonical
    ExampleScenarioActor<BackboneElement: actorId=string description=markdown name=string type=code
    ExampleScenarioInstance<BackboneElement: containedInstance*=ExampleScenarioInstanceContainedInstance
      description=markdown name=string resourceId=string resourceType=code
      version*=ExampleScenarioInstanceVersion
    ExampleScenarioInstanceContainedInstance<BackboneElement: resourceId=string versionId=string
    ExampleScenarioInstanceVersion<BackboneElement: description=markdown versionId=string
    ExampleScenarioProcess<BackboneElement: description=markdown postConditions=markdown
      preConditions=markdown step*=ExampleScenarioProcessStep title=string
    ExampleScenarioProcessStep<BackboneElement: alternative*=ExampleScenarioProcessStepAlternative
      operation=ExampleScenarioProcessStepOperation pause=boolean process*=ExampleScenarioProcess
    ExampleScenarioProcessStepAlternative<BackboneElement: description=markdown
      step*=ExampleScenarioProcessStep title=string
    ExampleScenarioProcessStepOperation<BackboneElement: description=markdown initiator=string
      initiatorActive=boolean name=string number=string receiver=string receiverActive=boolean
      request=ExampleScenarioInstanceContainedInstance response=ExampleScenarioInstanceContainedInstance
      type=string
    ExplanationOfBenefit<DomainResource: accident=ExplanationOfBenefitAccident
      addItem*=ExplanationOfBenefitAddItem adjudication*=ExplanationOfBenefitItemAdjudication
      benefitBalance*=ExplanationOfBenefitBenefitBalance benefitPeriod=Period billablePeriod=Period
      careTeam*=ExplanationOfBenefitCareTeam claim=Reference claimResponse=Reference created=dateTime
      diagnosis*=ExplanationOfBenefitDiagnosis disposition=string enterer=Reference facility=Reference
      form=Attachment formCode=CodeableConcept fundsReserve=CodeableConcept
      fundsReserveRequested=CodeableConcept identifier*=Identifier
      insurance*=ExplanationOfBenefitInsurance insurer=Reference item*=ExplanationOfBenefitItem
      originalPrescription=Reference outcome=code patient=Reference payee=ExplanationOfBenefitPayee
      payment=ExplanationOfBenefitPayment preAuthRef*=string preAuthRefPeriod*=Period
      precedence=positiveInt prescription=Reference priority=CodeableConcept
      procedure*=ExplanationOfBenefitProcedure processNote*=ExplanationOfBenefitProcessNote
      provider=Reference referral=Reference related*=ExplanationOfBenefitRelated status=code
      subType=CodeableConcept supportingInfo*=ExplanationOfBenefitSupportingInfo
      total*=ExplanationOfBenefitTotal type=CodeableConcept use=code
    ExplanationOfBenefitAccident<BackboneElement: date=date location=Address|Reference|
      type=CodeableConcept
    ExplanationOfBenefitAddItem<BackboneElement: adjudication*=ExplanationOfBenefitItemAdjudication
      bodySite=CodeableConcept detail*=ExplanationOfBenefitAddItemDetail detailSequence*=positiveInt
      factor=decimal itemSequence*=positiveInt location=Address|CodeableConcept|Reference|
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt productOrService=CodeableConcept
      programCode*=CodeableConcept provider*=Reference quantity=Quantity serviced=Period|date|
      subDetailSequence*=positiveInt subSite*=CodeableConcept unitPrice=Money
    ExplanationOfBenefitAddItemDetail<BackboneElement:
      adjudication*=ExplanationOfBenefitItemAdjudication factor=decimal modifier*=CodeableConcept
      net=Money noteNumber*=positiveInt productOrService=CodeableConcept quantity=Quantity
      subDetail*=ExplanationOfBenefitAddItemDetailSubDetail unitPrice=Money
    ExplanationOfBenefitAddItemDetailSubDetail<BackboneElement:
      adjudication*=ExplanationOfBenefitItemAdjudication factor=decimal modifier*=CodeableConcept
      net=Money noteNumber*=positiveInt productOrService=CodeableConcept quantity=Quantity
      unitPrice=Money
    ExplanationOfBenefitBenefitBalance<BackboneElement: category=CodeableConcept description=string
      excluded=boolean financial*=ExplanationOfBenefitBenefitBalanceFinancial name=string
      network=CodeableConcept term=CodeableConcept unit=CodeableConcept
    ExplanationOfBenefitBenefitBalanceFinancial<BackboneElement: allowed=Money|string|unsignedInt|
      type=CodeableConcept used=Money|unsignedInt|
    ExplanationOfBenefitCareTeam<BackboneElement: provider=Reference qualification=CodeableConcept
      responsible=boolean role=CodeableConcept sequence=positiveInt
    ExplanationOfBenefitDiagnosis<BackboneElement: diagnosis=CodeableConcept|Reference|
      onAdmission=CodeableConcept packageCode=CodeableConcept sequence=positiveInt type*=CodeableConcept
    ExplanationOfBenefitInsurance<BackboneElement: coverage=Reference focal=boolean preAuthRef*=string
    ExplanationOfBenefitItem<BackboneElement: adjudication*=ExplanationOfBenefitItemAdjudication
      bodySite=CodeableConcept careTeamSequence*=positiveInt category=CodeableConcept
      detail*=ExplanationOfBenefitItemDetail diagnosisSequence*=positiveInt encounter*=Reference
      factor=decimal informationSequence*=positiveInt location=Address|CodeableConcept|Reference|
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt procedureSequence*=positiveInt
      productOrService=CodeableConcept programCode*=CodeableConcept quantity=Quantity
      revenue=CodeableConcept sequence=positiveInt serviced=Period|date| subSite*=CodeableConcept
      udi*=Reference unitPrice=Money
    ExplanationOfBenefitItemAdjudication<BackboneElement: amount=Money category=CodeableConcept
      reason=CodeableConcept value=decimal
    ExplanationOfBenefitItemDetail<BackboneElement: adjudication*=ExplanationOfBenefitItemAdjudication
      category=CodeableConcept factor=decimal modifier*=CodeableConcept net=Money
      noteNumber*=positiveInt productOrService=CodeableConcept programCode*=CodeableConcept
      quantity=Quantity revenue=CodeableConcept sequence=positiveInt
      subDetail*=ExplanationOfBenefitItemDetailSubDetail udi*=Reference unitPrice=Money
    ExplanationOfBenefitItemDetailSubDetail<BackboneElement:
      adjudication*=ExplanationOfBenefitItemAdjudication category=CodeableConcept factor=decimal
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt productOrService=CodeableConcept
      programCode*=CodeableConcept quantity=Quantity revenue=CodeableConcept sequence=positiveInt
      udi*=Reference unitPrice=Money
    ExplanationOfBenefitPayee<BackboneElement: party=Reference type=CodeableConcept
    ExplanationOfBenefitPayment<BackboneElement: adjustment=Money adjustmentReason=CodeableConcept
      amount=Money date=date identifier=Identifier type=CodeableConcept
    ExplanationOfBenefitProcedure<BackboneElement: date=dateTime procedure=CodeableConcept|Reference|
      sequence=positiveInt type*=CodeableConcept udi*=Reference
    ExplanationOfBenefitProcessNote<BackboneElement: language=CodeableConcept number=positiveInt
      text=string type=code
    ExplanationOfBenefitRelated<BackboneElement: claim=Reference reference=Identifier
      relationship=CodeableConcept
    ExplanationOfBenefitSupportingInfo<BackboneElement: category=CodeableConcept code=CodeableConcept
      reason=Coding sequence=positiveInt timing=Period|date|
      value=Attachment|Quantity|Reference|boolean|string|
    ExplanationOfBenefitTotal<BackboneElement: amount=Money category=CodeableConcept
    Expression<Element: description=string expression=string language=code name=id reference=uri
    Extension<Element: url=uri value=any|
    FamilyMemberHistory<DomainResource: age=Age|Range|string| born=Period|date|string|
      condition*=FamilyMemberHistoryCondition dataAbsentReason=CodeableConcept date=dateTime
      deceased=Age|Range|boolean|date|string| estimatedAge=boolean identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri name=string note*=Annotation
      patient=Reference reasonCode*=CodeableConcept reasonReference*=Reference
      relationship=CodeableConcept sex=CodeableConcept status=code
    FamilyMemberHistoryCondition<BackboneElement: code=CodeableConcept contributedToDeath=boolean
      note*=Annotation onset=Age|Period|Range|string| outcome=CodeableConcept
    Flag<DomainResource: author=Reference category*=CodeableConcept code=CodeableConcept
      encounter=Reference identifier*=Identifier period=Period status=code subject=Reference
    Goal<DomainResource: achievementStatus=CodeableConcept addresses*=Reference
      category*=CodeableConcept description=CodeableConcept expressedBy=Reference identifier*=Identifier
      lifecycleStatus=code note*=Annotation outcomeCode*=CodeableConcept outcomeReference*=Reference
      priority=CodeableConcept start=CodeableConcept|date| statusDate=date statusReason=string
      subject=Reference target*=GoalTarget
    GoalTarget<BackboneElement: detail=CodeableConcept|Quantity|Range|Ratio|boolean|integer|string|
      due=Duration|date| measure=CodeableConcept
    GraphDefinition<DomainResource: contact*=ContactDetail date=dateTime description=markdown
      experimental=boolean jurisdiction*=CodeableConcept link*=GraphDefinitionLink name=string
      profile=canonical publisher=string purpose=markdown start=code status=code url=uri
      useContext*=UsageContext version=string
    GraphDefinitionLink<BackboneElement: description=string max=string min=integer path=string
      sliceName=string target*=GraphDefinitionLinkTarget
    GraphDefinitionLinkTarget<BackboneElement: compartment*=GraphDefinitionLinkTargetCompartment
      link*=GraphDefinitionLink params=string profile=canonical type=code
    GraphDefinitionLinkTargetCompartment<BackboneElement: code=code description=string expression=string
      rule=code use=code
    Group<DomainResource: active=boolean actual=boolean characteristic*=GroupCharacteristic
      code=CodeableConcept identifier*=Identifier managingEntity=Reference member*=GroupMember
      name=string quantity=unsignedInt type=code
    GroupCharacteristic<BackboneElement: code=CodeableConcept exclude=boolean period=Period
      value=CodeableConcept|Quantity|Range|Reference|boolean|
    GroupMember<BackboneElement: entity=Reference inactive=boolean period=Period
    GuidanceResponse<DomainResource: dataRequirement*=DataRequirement encounter=Reference
      evaluationMessage*=Reference identifier*=Identifier module=CodeableConcept|canonical|uri|
      note*=Annotation occurrenceDateTime=dateTime outputParameters=Reference performer=Reference
      reasonCode*=CodeableConcept reasonReference*=Reference requestIdentifier=Identifier
      result=Reference status=code subject=Reference
    HealthcareService<DomainResource: active=boolean appointmentRequired=boolean
      availabilityExceptions=string availableTime*=HealthcareServiceAvailableTime
      category*=CodeableConcept characteristic*=CodeableConcept comment=string
      communication*=CodeableConcept coverageArea*=Reference eligibility*=HealthcareServiceEligibility
      endpoint*=Reference extraDetails=markdown identifier*=Identifier location*=Reference name=string
      notAvailable*=HealthcareServiceNotAvailable photo=Attachment program*=CodeableConcept
      providedBy=Reference referralMethod*=CodeableConcept serviceProvisionCode*=CodeableConcept
      specialty*=CodeableConcept telecom*=ContactPoint type*=CodeableConcept
    HealthcareServiceAvailableTime<BackboneElement: allDay=boolean availableEndTime=time
      availableStartTime=time daysOfWeek*=code
    HealthcareServiceEligibility<BackboneElement: code=CodeableConcept comment=markdown
    HealthcareServiceNotAvailable<BackboneElement: description=string during=Period
    HumanName<Element: family=string given*=string period=Period prefix*=string suffix*=string
      text=string use=code
    Identifier<Element: assigner=Reference period=Period system=uri type=CodeableConcept use=code
      value=string
    ImagingStudy<DomainResource: basedOn*=Reference description=string encounter=Reference
      endpoint*=Reference identifier*=Identifier interpreter*=Reference location=Reference
      modality*=Coding note*=Annotation numberOfInstances=unsignedInt numberOfSeries=unsignedInt
      procedureCode*=CodeableConcept procedureReference=Reference reasonCode*=CodeableConcept
      reasonReference*=Reference referrer=Reference series*=ImagingStudySeries started=dateTime
      status=code subject=Reference
    ImagingStudySeries<BackboneElement: bodySite=Coding description=string endpoint*=Reference
      instance*=ImagingStudySeriesInstance laterality=Coding modality=Coding number=unsignedInt
      numberOfInstances=unsignedInt performer*=ImagingStudySeriesPerformer specimen*=Reference
      started=dateTime uid=id
    ImagingStudySeriesInstance<BackboneElement: number=unsignedInt sopClass=Coding title=string uid=id
    ImagingStudySeriesPerformer<BackboneElement: actor=Reference function=CodeableConcept
    Immunization<DomainResource: doseQuantity=Quantity education*=ImmunizationEducation
      encounter=Reference expirationDate=date fundingSource=CodeableConcept identifier*=Identifier
      isSubpotent=boolean location=Reference lotNumber=string manufacturer=Reference note*=Annotation
      occurrence=dateTime|string| patient=Reference performer*=ImmunizationPerformer
      primarySource=boolean programEligibility*=CodeableConcept
      protocolApplied*=ImmunizationProtocolApplied reaction*=ImmunizationReaction
      reasonCode*=CodeableConcept reasonReference*=Reference recorded=dateTime
      reportOrigin=CodeableConcept route=CodeableConcept site=CodeableConcept status=code
      statusReason=CodeableConcept subpotentReason*=CodeableConcept vaccineCode=CodeableConcept
    ImmunizationEducation<BackboneElement: documentType=string presentationDate=dateTime
      publicationDate=dateTime reference=uri
    ImmunizationEvaluation<DomainResource: authority=Reference date=dateTime description=string
      doseNumber=positiveInt|string| doseStatus=CodeableConcept doseStatusReason*=CodeableConcept
      identifier*=Identifier immunizationEvent=Reference patient=Reference series=string
      seriesDoses=positiveInt|string| status=code targetDisease=CodeableConcept
    ImmunizationPerformer<BackboneElement: actor=Reference function=CodeableConcept
    ImmunizationProtocolApplied<BackboneElement: authority=Reference doseNumber=positiveInt|string|
      series=string seriesDoses=positiveInt|string| targetDisease*=CodeableConcept
    ImmunizationReaction<BackboneElement: date=dateTime detail=Reference reported=boolean
    ImmunizationRecommendation<DomainResource: authority=Reference date=dateTime identifier*=Identifier
      patient=Reference recommendation*=ImmunizationRecommendationRecommendation
    ImmunizationRecommendationRecommendation<BackboneElement:
      contraindicatedVaccineCode*=CodeableConcept
      dateCriterion*=ImmunizationRecommendationRecommendationDateCriterion description=string
      doseNumber=positiveInt|string| forecastReason*=CodeableConcept forecastStatus=CodeableConcept
      series=string seriesDoses=positiveInt|string| supportingImmunization*=Reference
      supportingPatientInformation*=Reference targetDisease=CodeableConcept vaccineCode*=CodeableConcept
    ImmunizationRecommendationRecommendationDateCriterion<BackboneElement: code=CodeableConcept
      value=dateTime
    ImplementationGuide<DomainResource: contact*=ContactDetail copyright=markdown date=dateTime
      definition=ImplementationGuideDefinition dependsOn*=ImplementationGuideDependsOn
      description=markdown experimental=boolean fhirVersion*=code global*=ImplementationGuideGlobal
      jurisdiction*=CodeableConcept license=code manifest=ImplementationGuideManifest name=string
      packageId=id publisher=string status=code title=string url=uri useContext*=UsageContext
      version=string
    ImplementationGuideDefinition<BackboneElement: grouping*=ImplementationGuideDefinitionGrouping
      page=ImplementationGuideDefinitionPage parameter*=ImplementationGuideDefinitionParameter
      resource*=ImplementationGuideDefinitionResource template*=ImplementationGuideDefinitionTemplate
    ImplementationGuideDefinitionGrouping<BackboneElement: description=string name=string
    ImplementationGuideDefinitionPage<BackboneElement: generation=code name=Reference|url|
      page*=ImplementationGuideDefinitionPage title=string
    ImplementationGuideDefinitionParameter<BackboneElement: code=code value=string
    ImplementationGuideDefinitionResource<BackboneElement: description=string example=boolean|canonical|
      fhirVersion*=code groupingId=id name=string reference=Reference
    ImplementationGuideDefinitionTemplate<BackboneElement: code=code scope=string source=string
    ImplementationGuideDependsOn<BackboneElement: packageId=id uri=canonical version=string
    ImplementationGuideGlobal<BackboneElement: profile=canonical type=code
    ImplementationGuideManifest<BackboneElement: image*=string other*=string
      page*=ImplementationGuideManifestPage rendering=url resource*=ImplementationGuideManifestResource
    ImplementationGuideManifestPage<BackboneElement: anchor*=string name=string title=string
    ImplementationGuideManifestResource<BackboneElement: example=boolean|canonical| reference=Reference
      relativePath=url
    InsurancePlan<DomainResource: administeredBy=Reference alias*=string contact*=InsurancePlanContact
      coverage*=InsurancePlanCoverage coverageArea*=Reference endpoint*=Reference identifier*=Identifier
      name=string network*=Reference ownedBy=Reference period=Period plan*=InsurancePlanPlan status=code
      type*=CodeableConcept
    InsurancePlanContact<BackboneElement: address=Address name=HumanName purpose=CodeableConcept
      telecom*=ContactPoint
    InsurancePlanCoverage<BackboneElement: benefit*=InsurancePlanCoverageBenefit network*=Reference
      type=CodeableConcept
    InsurancePlanCoverageBenefit<BackboneElement: limit*=InsurancePlanCoverageBenefitLimit
      requirement=string type=CodeableConcept
    InsurancePlanCoverageBenefitLimit<BackboneElement: code=CodeableConcept value=Quantity
    InsurancePlanPlan<BackboneElement: coverageArea*=Reference generalCost*=InsurancePlanPlanGeneralCost
      identifier*=Identifier network*=Reference specificCost*=InsurancePlanPlanSpecificCost
      type=CodeableConcept
    InsurancePlanPlanGeneralCost<BackboneElement: comment=string cost=Money groupSize=positiveInt
      type=CodeableConcept
    InsurancePlanPlanSpecificCost<BackboneElement: benefit*=InsurancePlanPlanSpecificCostBenefit
      category=CodeableConcept
    InsurancePlanPlanSpecificCostBenefit<BackboneElement: cost*=InsurancePlanPlanSpecificCostBenefitCost
      type=CodeableConcept
    InsurancePlanPlanSpecificCostBenefitCost<BackboneElement: applicability=CodeableConcept
      qualifiers*=CodeableConcept type=CodeableConcept value=Quantity
    Invoice<DomainResource: account=Reference cancelledReason=string date=dateTime
      identifier*=Identifier issuer=Reference lineItem*=InvoiceLineItem note*=Annotation
      participant*=InvoiceParticipant paymentTerms=markdown recipient=Reference status=code
      subject=Reference totalGross=Money totalNet=Money
      totalPriceComponent*=InvoiceLineItemPriceComponent type=CodeableConcept
    InvoiceLineItem<BackboneElement: chargeItem=CodeableConcept|Reference|
      priceComponent*=InvoiceLineItemPriceComponent sequence=positiveInt
    InvoiceLineItemPriceComponent<BackboneElement: amount=Money code=CodeableConcept factor=decimal
      type=code
    InvoiceParticipant<BackboneElement: actor=Reference role=CodeableConcept
    Library<DomainResource: approvalDate=date author*=ContactDetail contact*=ContactDetail
      content*=Attachment copyright=markdown dataRequirement*=DataRequirement date=dateTime
      description=markdown editor*=ContactDetail effectivePeriod=Period endorser*=ContactDetail
      experimental=boolean identifier*=Identifier jurisdiction*=CodeableConcept lastReviewDate=date
      name=string parameter*=ParameterDefinition publisher=string purpose=markdown
      relatedArtifact*=RelatedArtifact reviewer*=ContactDetail status=code
      subject=CodeableConcept|Reference| subtitle=string title=string topic*=CodeableConcept
      type=CodeableConcept url=uri usage=string useContext*=UsageContext version=string
    Linkage<DomainResource: active=boolean author=Reference item*=LinkageItem
    LinkageItem<BackboneElement: resource=Reference type=code
    List<DomainResource: code=CodeableConcept date=dateTime emptyReason=CodeableConcept
      encounter=Reference entry*=ListEntry identifier*=Identifier mode=code note*=Annotation
      orderedBy=CodeableConcept source=Reference status=code subject=Reference title=string
    ListEntry<BackboneElement: date=dateTime deleted=boolean flag=CodeableConcept item=Reference
    Location<DomainResource: address=Address alias*=string availabilityExceptions=string
      description=string endpoint*=Reference hoursOfOperation*=LocationHoursOfOperation
      identifier*=Identifier managingOrganization=Reference mode=code name=string
      operationalStatus=Coding partOf=Reference physicalType=CodeableConcept position=LocationPosition
      status=code telecom*=ContactPoint type*=CodeableConcept
    LocationHoursOfOperation<BackboneElement: allDay=boolean closingTime=time daysOfWeek*=code
      openingTime=time
    LocationPosition<BackboneElement: altitude=decimal latitude=decimal longitude=decimal
    MarketingStatus<BackboneElement: country=CodeableConcept dateRange=Period
      jurisdiction=CodeableConcept restoreDate=dateTime status=CodeableConcept
    Measure<DomainResource: approvalDate=date author*=ContactDetail
      clinicalRecommendationStatement=markdown compositeScoring=CodeableConcept contact*=ContactDetail
      copyright=markdown date=dateTime definition*=markdown description=markdown disclaimer=markdown
      editor*=ContactDetail effectivePeriod=Period endorser*=ContactDetail experimental=boolean
      group*=MeasureGroup guidance=markdown identifier*=Identifier improvementNotation=CodeableConcept
      jurisdiction*=CodeableConcept lastReviewDate=date library*=canonical name=string publisher=string
      purpose=markdown rateAggregation=string rationale=markdown relatedArtifact*=RelatedArtifact
      reviewer*=ContactDetail riskAdjustment=string scoring=CodeableConcept status=code
      subject=CodeableConcept|Reference| subtitle=string supplementalData*=MeasureSupplementalData
      title=string topic*=CodeableConcept type*=CodeableConcept url=uri usage=string
      useContext*=UsageContext version=string
    MeasureGroup<BackboneElement: code=CodeableConcept description=string
      population*=MeasureGroupPopulation stratifier*=MeasureGroupStratifier
    MeasureGroupPopulation<BackboneElement: code=CodeableConcept criteria=Expression description=string
    MeasureGroupStratifier<BackboneElement: code=CodeableConcept
      component*=MeasureGroupStratifierComponent criteria=Expression description=string
    MeasureGroupStratifierComponent<BackboneElement: code=CodeableConcept criteria=Expression
      description=string
    MeasureReport<DomainResource: date=dateTime evaluatedResource*=Reference group*=MeasureReportGroup
      identifier*=Identifier improvementNotation=CodeableConcept measure=canonical period=Period
      reporter=Reference status=code subject=Reference type=code
    MeasureReportGroup<BackboneElement: code=CodeableConcept measureScore=Quantity
      population*=MeasureReportGroupPopulation stratifier*=MeasureReportGroupStratifier
    MeasureReportGroupPopulation<BackboneElement: code=CodeableConcept count=integer
      subjectResults=Reference
    MeasureReportGroupStratifier<BackboneElement: code*=CodeableConcept
      stratum*=MeasureReportGroupStratifierStratum
    MeasureReportGroupStratifierStratum<BackboneElement:
      component*=MeasureReportGroupStratifierStratumComponent measureScore=Quantity
      population*=MeasureReportGroupStratifierStratumPopulation value=CodeableConcept
    MeasureReportGroupStratifierStratumComponent<BackboneElement: code=CodeableConcept
      value=CodeableConcept
    MeasureReportGroupStratifierStratumPopulation<BackboneElement: code=CodeableConcept count=integer
      subjectResults=Reference
    MeasureSupplementalData<BackboneElement: code=CodeableConcept criteria=Expression description=string
      usage*=CodeableConcept
    Media<DomainResource: basedOn*=Reference bodySite=CodeableConcept content=Attachment
      created=Period|dateTime| device=Reference deviceName=string duration=decimal encounter=Reference
      frames=positiveInt height=positiveInt identifier*=Identifier issued=instant
      modality=CodeableConcept note*=Annotation operator=Reference partOf*=Reference
      reasonCode*=CodeableConcept status=code subject=Reference type=CodeableConcept
      view=CodeableConcept width=positiveInt
    Medication<DomainResource: amount=Ratio batch=MedicationBatch code=CodeableConcept
      form=CodeableConcept identifier*=Identifier ingredient*=MedicationIngredient
      manufacturer=Reference status=code
    MedicationAdministration<DomainResource: category=CodeableConcept context=Reference
      device*=Reference dosage=MedicationAdministrationDosage effective=Period|dateTime|
      eventHistory*=Reference identifier*=Identifier instantiates*=uri
      medication=CodeableConcept|Reference| note*=Annotation partOf*=Reference
      performer*=MedicationAdministrationPerformer reasonCode*=CodeableConcept
      reasonReference*=Reference request=Reference status=code statusReason*=CodeableConcept
      subject=Reference supportingInformation*=Reference
    MedicationAdministrationDosage<BackboneElement: dose=Quantity method=CodeableConcept
      rate=Quantity|Ratio| route=CodeableConcept site=CodeableConcept text=string
    MedicationAdministrationPerformer<BackboneElement: actor=Reference function=CodeableConcept
    MedicationBatch<BackboneElement: expirationDate=dateTime lotNumber=string
    MedicationDispense<DomainResource: authorizingPrescription*=Reference category=CodeableConcept
      context=Reference daysSupply=Quantity destination=Reference detectedIssue*=Reference
      dosageInstruction*=Dosage eventHistory*=Reference identifier*=Identifier location=Reference
      medication=CodeableConcept|Reference| note*=Annotation partOf*=Reference
      performer*=MedicationDispensePerformer quantity=Quantity receiver*=Reference status=code
      statusReason=CodeableConcept|Reference| subject=Reference
      substitution=MedicationDispenseSubstitution supportingInformation*=Reference type=CodeableConcept
      whenHandedOver=dateTime whenPrepared=dateTime
    MedicationDispensePerformer<BackboneElement: actor=Reference function=CodeableConcept
    MedicationDispenseSubstitution<BackboneElement: reason*=CodeableConcept responsibleParty*=Reference
      type=CodeableConcept wasSubstituted=boolean
    MedicationIngredient<BackboneElement: isActive=boolean item=CodeableConcept|Reference|
      strength=Ratio
    MedicationKnowledge<DomainResource:
      administrationGuidelines*=MedicationKnowledgeAdministrationGuidelines amount=Quantity
      associatedMedication*=Reference code=CodeableConcept contraindication*=Reference
      cost*=MedicationKnowledgeCost doseForm=CodeableConcept
      drugCharacteristic*=MedicationKnowledgeDrugCharacteristic
      ingredient*=MedicationKnowledgeIngredient intendedRoute*=CodeableConcept
      kinetics*=MedicationKnowledgeKinetics manufacturer=Reference
      medicineClassification*=MedicationKnowledgeMedicineClassification
      monitoringProgram*=MedicationKnowledgeMonitoringProgram monograph*=MedicationKnowledgeMonograph
      packaging=MedicationKnowledgePackaging preparationInstruction=markdown
      productType*=CodeableConcept regulatory*=MedicationKnowledgeRegulatory
      relatedMedicationKnowledge*=MedicationKnowledgeRelatedMedicationKnowledge status=code
      synonym*=string
    MedicationKnowledgeAdministrationGuidelines<BackboneElement:
      dosage*=MedicationKnowledgeAdministrationGuidelinesDosage indication=CodeableConcept|Reference|
      patientCharacteristics*=MedicationKnowledgeAdministrationGuidelinesPatientCharacteristics
    MedicationKnowledgeAdministrationGuidelinesDosage<BackboneElement: dosage*=Dosage
      type=CodeableConcept
    MedicationKnowledgeAdministrationGuidelinesPatientCharacteristics<BackboneElement:
      characteristic=CodeableConcept|Quantity| value*=string
    MedicationKnowledgeCost<BackboneElement: cost=Money source=string type=CodeableConcept
    MedicationKnowledgeDrugCharacteristic<BackboneElement: type=CodeableConcept
      value=CodeableConcept|Quantity|base64Binary|string|
    MedicationKnowledgeIngredient<BackboneElement: isActive=boolean item=CodeableConcept|Reference|
      strength=Ratio
    MedicationKnowledgeKinetics<BackboneElement: areaUnderCurve*=Quantity halfLifePeriod=Duration
      lethalDose50*=Quantity
    MedicationKnowledgeMedicineClassification<BackboneElement: classification*=CodeableConcept
      type=CodeableConcept
    MedicationKnowledgeMonitoringProgram<BackboneElement: name=string type=CodeableConcept
    MedicationKnowledgeMonograph<BackboneElement: source=Reference type=CodeableConcept
    MedicationKnowledgePackaging<BackboneElement: quantity=Quantity type=CodeableConcept
    MedicationKnowledgeRegulatory<BackboneElement: maxDispense=MedicationKnowledgeRegulatoryMaxDispense
      regulatoryAuthority=Reference schedule*=MedicationKnowledgeRegulatorySchedule
      substitution*=MedicationKnowledgeRegulatorySubstitution
    MedicationKnowledgeRegulatoryMaxDispense<BackboneElement: period=Duration quantity=Quantity
    MedicationKnowledgeRegulatorySchedule<BackboneElement: schedule=CodeableConcept
    MedicationKnowledgeRegulatorySubstitution<BackboneElement: allowed=boolean type=CodeableConcept
    MedicationKnowledgeRelatedMedicationKnowledge<BackboneElement: reference*=Reference
      type=CodeableConcept
    MedicationRequest<DomainResource: authoredOn=dateTime basedOn*=Reference category*=CodeableConcept
      courseOfTherapyType=CodeableConcept detectedIssue*=Reference
      dispenseRequest=MedicationRequestDispenseRequest doNotPerform=boolean dosageInstruction*=Dosage
      encounter=Reference eventHistory*=Reference groupIdentifier=Identifier identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri insurance*=Reference intent=code
      medication=CodeableConcept|Reference| note*=Annotation performer=Reference
      performerType=CodeableConcept priorPrescription=Reference priority=code
      reasonCode*=CodeableConcept reasonReference*=Reference recorder=Reference
      reported=Reference|boolean| requester=Reference status=code statusReason=CodeableConcept
      subject=Reference substitution=MedicationRequestSubstitution supportingInformation*=Reference
    MedicationRequestDispenseRequest<BackboneElement: dispenseInterval=Duration
      expectedSupplyDuration=Duration initialFill=MedicationRequestDispenseRequestInitialFill
      numberOfRepeatsAllowed=unsignedInt performer=Reference quantity=Quantity validityPeriod=Period
    MedicationRequestDispenseRequestInitialFill<BackboneElement: duration=Duration quantity=Quantity
    MedicationRequestSubstitution<BackboneElement: allowed=CodeableConcept|boolean|
      reason=CodeableConcept
    MedicationStatement<DomainResource: basedOn*=Reference category=CodeableConcept context=Reference
      dateAsserted=dateTime derivedFrom*=Reference dosage*=Dosage effective=Period|dateTime|
      identifier*=Identifier informationSource=Reference medication=CodeableConcept|Reference|
      note*=Annotation partOf*=Reference reasonCode*=CodeableConcept reasonReference*=Reference
      status=code statusReason*=CodeableConcept subject=Reference
    MedicinalProduct<DomainResource: additionalMonitoringIndicator=CodeableConcept
      attachedDocument*=Reference clinicalTrial*=Reference
      combinedPharmaceuticalDoseForm=CodeableConcept contact*=Reference crossReference*=Identifier
      domain=Coding identifier*=Identifier legalStatusOfSupply=CodeableConcept
      manufacturingBusinessOperation*=MedicinalProductManufacturingBusinessOperation
      marketingStatus*=MarketingStatus masterFile*=Reference name*=MedicinalProductName
      packagedMedicinalProduct*=Reference paediatricUseIndicator=CodeableConcept
      pharmaceuticalProduct*=Reference productClassification*=CodeableConcept
      specialDesignation*=MedicinalProductSpecialDesignation specialMeasures*=string
      type=CodeableConcept
    MedicinalProductAuthorization<DomainResource: country*=CodeableConcept dataExclusivityPeriod=Period
      dateOfFirstAuthorization=dateTime holder=Reference identifier*=Identifier
      internationalBirthDate=dateTime jurisdiction*=CodeableConcept
      jurisdictionalAuthorization*=MedicinalProductAuthorizationJurisdictionalAuthorization
      legalBasis=CodeableConcept procedure=MedicinalProductAuthorizationProcedure regulator=Reference
      restoreDate=dateTime status=CodeableConcept statusDate=dateTime subject=Reference
      validityPeriod=Period
    MedicinalProductAuthorizationJurisdictionalAuthorization<BackboneElement: country=CodeableConcept
      identifier*=Identifier jurisdiction*=CodeableConcept legalStatusOfSupply=CodeableConcept
      validityPeriod=Period
    MedicinalProductAuthorizationProcedure<BackboneElement:
      application*=MedicinalProductAuthorizationProcedure date=Period|dateTime| identifier=Identifier
      type=CodeableConcept
    MedicinalProductContraindication<DomainResource: comorbidity*=CodeableConcept
      disease=CodeableConcept diseaseStatus=CodeableConcept
      otherTherapy*=MedicinalProductContraindicationOtherTherapy population*=Population
      subject*=Reference therapeuticIndication*=Reference
    MedicinalProductContraindicationOtherTherapy<BackboneElement: medication=CodeableConcept|Reference|
      therapyRelationshipType=CodeableConcept
    MedicinalProductIndication<DomainResource: comorbidity*=CodeableConcept
      diseaseStatus=CodeableConcept diseaseSymptomProcedure=CodeableConcept duration=Quantity
      intendedEffect=CodeableConcept otherTherapy*=MedicinalProductIndicationOtherTherapy
      population*=Population subject*=Reference undesirableEffect*=Reference
    MedicinalProductIndicationOtherTherapy<BackboneElement: medication=CodeableConcept|Reference|
      therapyRelationshipType=CodeableConcept
    MedicinalProductIngredient<DomainResource: allergenicIndicator=boolean identifier=Identifier
      manufacturer*=Reference role=CodeableConcept
      specifiedSubstance*=MedicinalProductIngredientSpecifiedSubstance
      substance=MedicinalProductIngredientSubstance
    MedicinalProductIngredientSpecifiedSubstance<BackboneElement: code=CodeableConcept
      confidentiality=CodeableConcept group=CodeableConcept
      strength*=MedicinalProductIngredientSpecifiedSubstanceStrength
    MedicinalProductIngredientSpecifiedSubstanceStrength<BackboneElement: concentration=Ratio
      concentrationLowLimit=Ratio country*=CodeableConcept measurementPoint=string presentation=Ratio
      presentationLowLimit=Ratio
      referenceStrength*=MedicinalProductIngredientSpecifiedSubstanceStrengthReferenceStrength
    MedicinalProductIngredientSpecifiedSubstanceStrengthReferenceStrength<BackboneElement:
      country*=CodeableConcept measurementPoint=string strength=Ratio strengthLowLimit=Ratio
      substance=CodeableConcept
    MedicinalProductIngredientSubstance<BackboneElement: code=CodeableConcept
      strength*=MedicinalProductIngredientSpecifiedSubstanceStrength
    MedicinalProductInteraction<DomainResource: description=string effect=CodeableConcept
      incidence=CodeableConcept interactant*=MedicinalProductInteractionInteractant
      management=CodeableConcept subject*=Reference type=CodeableConcept
    MedicinalProductInteractionInteractant<BackboneElement: item=CodeableConcept|Reference|
    MedicinalProductManufactured<DomainResource: ingredient*=Reference
      manufacturedDoseForm=CodeableConcept manufacturer*=Reference otherCharacteristics*=CodeableConcept
      physicalCharacteristics=ProdCharacteristic quantity=Quantity unitOfPresentation=CodeableConcept
    MedicinalProductManufacturingBusinessOperation<BackboneElement:
      authorisationReferenceNumber=Identifier confidentialityIndicator=CodeableConcept
      effectiveDate=dateTime manufacturer*=Reference operationType=CodeableConcept regulator=Reference
    MedicinalProductName<BackboneElement: countryLanguage*=MedicinalProductNameCountryLanguage
      namePart*=MedicinalProductNameNamePart productName=string
    MedicinalProductNameCountryLanguage<BackboneElement: country=CodeableConcept
      jurisdiction=CodeableConcept language=CodeableConcept
    MedicinalProductNameNamePart<BackboneElement: part=string type=Coding
    MedicinalProductPackaged<DomainResource: batchIdentifier*=MedicinalProductPackagedBatchIdentifier
      description=string identifier*=Identifier legalStatusOfSupply=CodeableConcept
      manufacturer*=Reference marketingAuthorization=Reference marketingStatus*=MarketingStatus
      packageItem*=MedicinalProductPackagedPackageItem subject*=Reference
    MedicinalProductPackagedBatchIdentifier<BackboneElement: immediatePackaging=Identifier
      outerPackaging=Identifier
    MedicinalProductPackagedPackageItem<BackboneElement: alternateMaterial*=CodeableConcept
      device*=Reference identifier*=Identifier manufacturedItem*=Reference manufacturer*=Reference
      material*=CodeableConcept otherCharacteristics*=CodeableConcept
      packageItem*=MedicinalProductPackagedPackageItem physicalCharacteristics=ProdCharacteristic
      quantity=Quantity shelfLifeStorage*=ProductShelfLife type=CodeableConcept
    MedicinalProductPharmaceutical<DomainResource: administrableDoseForm=CodeableConcept
      characteristics*=MedicinalProductPharmaceuticalCharacteristics device*=Reference
      identifier*=Identifier ingredient*=Reference
      routeOfAdministration*=MedicinalProductPharmaceuticalRouteOfAdministration
      unitOfPresentation=CodeableConcept
    MedicinalProductPharmaceuticalCharacteristics<BackboneElement: code=CodeableConcept
      status=CodeableConcept
    MedicinalProductPharmaceuticalRouteOfAdministration<BackboneElement: code=CodeableConcept
      firstDose=Quantity maxDosePerDay=Quantity maxDosePerTreatmentPeriod=Ratio maxSingleDose=Quantity
      maxTreatmentPeriod=Duration
      targetSpecies*=MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpecies
    MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpecies<BackboneElement:
      code=CodeableConcept
      withdrawalPeriod*=MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpeciesWithdrawalPeriod
    MedicinalProductPharmaceuticalRouteOfAdministrationTargetSpeciesWithdrawalPeriod<BackboneElement:
      supportingInformation=string tissue=CodeableConcept value=Quantity
    MedicinalProductSpecialDesignation<BackboneElement: date=dateTime identifier*=Identifier
      indication=CodeableConcept|Reference| intendedUse=CodeableConcept species=CodeableConcept
      status=CodeableConcept type=CodeableConcept
    MedicinalProductUndesirableEffect<DomainResource: classification=CodeableConcept
      frequencyOfOccurrence=CodeableConcept population*=Population subject*=Reference
      symptomConditionEffect=CodeableConcept
    MessageDefinition<DomainResource: allowedResponse*=MessageDefinitionAllowedResponse base=canonical
      category=code contact*=ContactDetail copyright=markdown date=dateTime description=markdown
      event=Coding|uri| experimental=boolean focus*=MessageDefinitionFocus graph*=canonical
      identifier*=Identifier jurisdiction*=CodeableConcept name=string parent*=canonical
      publisher=string purpose=markdown replaces*=canonical responseRequired=code status=code
      title=string url=uri useContext*=UsageContext version=string
    MessageDefinitionAllowedResponse<BackboneElement: message=canonical situation=markdown
    MessageDefinitionFocus<BackboneElement: code=code max=string min=unsignedInt profile=canonical
    MessageHeader<DomainResource: author=Reference definition=canonical
      destination*=MessageHeaderDestination enterer=Reference event=Coding|uri| focus*=Reference
      reason=CodeableConcept response=MessageHeaderResponse responsible=Reference sender=Reference
      source=MessageHeaderSource
    MessageHeaderDestination<BackboneElement: endpoint=url name=string receiver=Reference
      target=Reference
    MessageHeaderResponse<BackboneElement: code=code details=Reference identifier=id
    MessageHeaderSource<BackboneElement: contact=ContactPoint endpoint=url name=string software=string
      version=string
    Meta<Element: lastUpdated=instant profile*=canonical security*=Coding source=uri tag*=Coding
      versionId=id
    MolecularSequence<DomainResource: coordinateSystem=integer device=Reference identifier*=Identifier
      observedSeq=string patient=Reference performer=Reference pointer*=Reference
      quality*=MolecularSequenceQuality quantity=Quantity readCoverage=integer
      referenceSeq=MolecularSequenceReferenceSeq repository*=MolecularSequenceRepository
      specimen=Reference structureVariant*=MolecularSequenceStructureVariant type=code
      variant*=MolecularSequenceVariant
    MolecularSequenceQuality<BackboneElement: end=integer fScore=decimal gtFP=decimal
      method=CodeableConcept precision=decimal queryFP=decimal queryTP=decimal recall=decimal
      roc=MolecularSequenceQualityRoc score=Quantity standardSequence=CodeableConcept start=integer
      truthFN=decimal truthTP=decimal type=code
    MolecularSequenceQualityRoc<BackboneElement: fMeasure*=decimal numFN*=integer numFP*=integer
      numTP*=integer precision*=decimal score*=integer sensitivity*=decimal
    MolecularSequenceReferenceSeq<BackboneElement: chromosome=CodeableConcept genomeBuild=string
      orientation=code referenceSeqId=CodeableConcept referenceSeqPointer=Reference
      referenceSeqString=string strand=code windowEnd=integer windowStart=integer
    MolecularSequenceRepository<BackboneElement: datasetId=string name=string readsetId=string type=code
      url=uri variantsetId=string
    MolecularSequenceStructureVariant<BackboneElement: exact=boolean
      inner=MolecularSequenceStructureVariantInner length=integer
      outer=MolecularSequenceStructureVariantOuter variantType=CodeableConcept
    MolecularSequenceStructureVariantInner<BackboneElement: end=integer start=integer
    MolecularSequenceStructureVariantOuter<BackboneElement: end=integer start=integer
    MolecularSequenceVariant<BackboneElement: cigar=string end=integer observedAllele=string
      referenceAllele=string start=integer variantPointer=Reference
    Money<Element: currency=code value=decimal
    NamingSystem<DomainResource: contact*=ContactDetail date=dateTime description=markdown
      jurisdiction*=CodeableConcept kind=code name=string publisher=string responsible=string
      status=code type=CodeableConcept uniqueId*=NamingSystemUniqueId usage=string
      useContext*=UsageContext
    NamingSystemUniqueId<BackboneElement: comment=string period=Period preferred=boolean type=code
      value=string
    Narrative<Element: div=xhtml status=code
    NutritionOrder<DomainResource: allergyIntolerance*=Reference dateTime=dateTime encounter=Reference
      enteralFormula=NutritionOrderEnteralFormula excludeFoodModifier*=CodeableConcept
      foodPreferenceModifier*=CodeableConcept identifier*=Identifier instantiates*=uri
      instantiatesCanonical*=canonical instantiatesUri*=uri intent=code note*=Annotation
      oralDiet=NutritionOrderOralDiet orderer=Reference patient=Reference status=code
      supplement*=NutritionOrderSupplement
    NutritionOrderEnteralFormula<BackboneElement: additiveProductName=string
      additiveType=CodeableConcept administration*=NutritionOrderEnteralFormulaAdministration
      administrationInstruction=string baseFormulaProductName=string baseFormulaType=CodeableConcept
      caloricDensity=Quantity maxVolumeToDeliver=Quantity routeofAdministration=CodeableConcept
    NutritionOrderEnteralFormulaAdministration<BackboneElement: quantity=Quantity rate=Quantity|Ratio|
      schedule=Timing
    NutritionOrderOralDiet<BackboneElement: fluidConsistencyType*=CodeableConcept instruction=string
      nutrient*=NutritionOrderOralDietNutrient schedule*=Timing texture*=NutritionOrderOralDietTexture
      type*=CodeableConcept
    NutritionOrderOralDietNutrient<BackboneElement: amount=Quantity modifier=CodeableConcept
    NutritionOrderOralDietTexture<BackboneElement: foodType=CodeableConcept modifier=CodeableConcept
    NutritionOrderSupplement<BackboneElement: instruction=string productName=string quantity=Quantity
      schedule*=Timing type=CodeableConcept
    Observation<DomainResource: basedOn*=Reference bodySite=CodeableConcept category*=CodeableConcept
      code=CodeableConcept component*=ObservationComponent dataAbsentReason=CodeableConcept
      derivedFrom*=Reference device=Reference effective=Period|Timing|dateTime|instant|
      encounter=Reference focus*=Reference hasMember*=Reference identifier*=Identifier
      interpretation*=CodeableConcept issued=instant method=CodeableConcept note*=Annotation
      partOf*=Reference performer*=Reference referenceRange*=ObservationReferenceRange
      specimen=Reference status=code subject=Reference
      value=CodeableConcept|Period|Quantity|Range|Ratio|SampledData|boolean|dateTime|integer|string|time|
    ObservationComponent<BackboneElement: code=CodeableConcept dataAbsentReason=CodeableConcept
      interpretation*=CodeableConcept referenceRange*=ObservationReferenceRange
      value=CodeableConcept|Period|Quantity|Range|Ratio|SampledData|boolean|dateTime|integer|string|time|
    ObservationDefinition<DomainResource: abnormalCodedValueSet=Reference category*=CodeableConcept
      code=CodeableConcept criticalCodedValueSet=Reference identifier*=Identifier method=CodeableConcept
      multipleResultsAllowed=boolean normalCodedValueSet=Reference permittedDataType*=code
      preferredReportName=string qualifiedInterval*=ObservationDefinitionQualifiedInterval
      quantitativeDetails=ObservationDefinitionQuantitativeDetails validCodedValueSet=Reference
    ObservationDefinitionQualifiedInterval<BackboneElement: age=Range appliesTo*=CodeableConcept
      category=code condition=string context=CodeableConcept gender=code gestationalAge=Range
      range=Range
    ObservationDefinitionQuantitativeDetails<BackboneElement: conversionFactor=decimal
      customaryUnit=CodeableConcept decimalPrecision=integer unit=CodeableConcept
    ObservationReferenceRange<BackboneElement: age=Range appliesTo*=CodeableConcept high=Quantity
      low=Quantity text=string type=CodeableConcept
    OperationDefinition<DomainResource: affectsState=boolean base=canonical code=code comment=markdown
      contact*=ContactDetail date=dateTime description=markdown experimental=boolean
      inputProfile=canonical instance=boolean jurisdiction*=CodeableConcept kind=code name=string
      outputProfile=canonical overload*=OperationDefinitionOverload
      parameter*=OperationDefinitionParameter publisher=string purpose=markdown resource*=code
      status=code system=boolean title=string type=boolean url=uri useContext*=UsageContext
      version=string
    OperationDefinitionOverload<BackboneElement: comment=string parameterName*=string
    OperationDefinitionParameter<BackboneElement: binding=OperationDefinitionParameterBinding
      documentation=string max=string min=integer name=code part*=OperationDefinitionParameter
      referencedFrom*=OperationDefinitionParameterReferencedFrom searchType=code
      targetProfile*=canonical type=code use=code
    OperationDefinitionParameterBinding<BackboneElement: strength=code valueSet=canonical
    OperationDefinitionParameterReferencedFrom<BackboneElement: source=string sourceId=string
    OperationOutcome<DomainResource: issue*=OperationOutcomeIssue
    OperationOutcomeIssue<BackboneElement: code=code details=CodeableConcept diagnostics=string
      expression*=string location*=string severity=code
    Organization<DomainResource: active=boolean address*=Address alias*=string
      contact*=OrganizationContact endpoint*=Reference identifier*=Identifier name=string
      partOf=Reference telecom*=ContactPoint type*=CodeableConcept
    OrganizationAffiliation<DomainResource: active=boolean code*=CodeableConcept endpoint*=Reference
      healthcareService*=Reference identifier*=Identifier location*=Reference network*=Reference
      organization=Reference participatingOrganization=Reference period=Period
      specialty*=CodeableConcept telecom*=ContactPoint
    OrganizationContact<BackboneElement: address=Address name=HumanName purpose=CodeableConcept
      telecom*=ContactPoint
    ParameterDefinition<Element: documentation=string max=string min=integer name=code profile=canonical
      type=code use=code
    Parameters<Resource: parameter*=ParametersParameter
    ParametersParameter<BackboneElement: name=string part*=ParametersParameter resource=Resource
      value=any|
    Patient<DomainResource: active=boolean address*=Address birthDate=date
      communication*=PatientCommunication contact*=PatientContact deceased=boolean|dateTime| gender=code
      generalPractitioner*=Reference identifier*=Identifier link*=PatientLink
      managingOrganization=Reference maritalStatus=CodeableConcept multipleBirth=boolean|integer|
      name*=HumanName photo*=Attachment telecom*=ContactPoint
    PatientCommunication<BackboneElement: language=CodeableConcept preferred=boolean
    PatientContact<BackboneElement: address=Address gender=code name=HumanName organization=Reference
      period=Period relationship*=CodeableConcept telecom*=ContactPoint
    PatientLink<BackboneElement: other=Reference type=code
    PaymentNotice<DomainResource: amount=Money created=dateTime identifier*=Identifier payee=Reference
      payment=Reference paymentDate=date paymentStatus=CodeableConcept provider=Reference
      recipient=Reference request=Reference response=Reference status=code
    PaymentReconciliation<DomainResource: created=dateTime detail*=PaymentReconciliationDetail
      disposition=string formCode=CodeableConcept identifier*=Identifier outcome=code
      paymentAmount=Money paymentDate=date paymentIdentifier=Identifier paymentIssuer=Reference
      period=Period processNote*=PaymentReconciliationProcessNote request=Reference requestor=Reference
      status=code
    PaymentReconciliationDetail<BackboneElement: amount=Money date=date identifier=Identifier
      payee=Reference predecessor=Identifier request=Reference response=Reference responsible=Reference
      submitter=Reference type=CodeableConcept
    PaymentReconciliationProcessNote<BackboneElement: text=string type=code
    Period<Element: end=dateTime start=dateTime
    Person<DomainResource: active=boolean address*=Address birthDate=date gender=code
      identifier*=Identifier link*=PersonLink managingOrganization=Reference name*=HumanName
      photo=Attachment telecom*=ContactPoint
    PersonLink<BackboneElement: assurance=code target=Reference
    PlanDefinition<DomainResource: action*=PlanDefinitionAction approvalDate=date author*=ContactDetail
      contact*=ContactDetail copyright=markdown date=dateTime description=markdown editor*=ContactDetail
      effectivePeriod=Period endorser*=ContactDetail experimental=boolean goal*=PlanDefinitionGoal
      identifier*=Identifier jurisdiction*=CodeableConcept lastReviewDate=date library*=canonical
      name=string publisher=string purpose=markdown relatedArtifact*=RelatedArtifact
      reviewer*=ContactDetail status=code subject=CodeableConcept|Reference| subtitle=string
      title=string topic*=CodeableConcept type=CodeableConcept url=uri usage=string
      useContext*=UsageContext version=string
    PlanDefinitionAction<BackboneElement: action*=PlanDefinitionAction cardinalityBehavior=code
      code*=CodeableConcept condition*=PlanDefinitionActionCondition definition=canonical|uri|
      description=string documentation*=RelatedArtifact dynamicValue*=PlanDefinitionActionDynamicValue
      goalId*=id groupingBehavior=code input*=DataRequirement output*=DataRequirement
      participant*=PlanDefinitionActionParticipant precheckBehavior=code prefix=string priority=code
      reason*=CodeableConcept relatedAction*=PlanDefinitionActionRelatedAction requiredBehavior=code
      selectionBehavior=code subject=CodeableConcept|Reference| textEquivalent=string
      timing=Age|Duration|Period|Range|Timing|dateTime| title=string transform=canonical
      trigger*=TriggerDefinition type=CodeableConcept
    PlanDefinitionActionCondition<BackboneElement: expression=Expression kind=code
    PlanDefinitionActionDynamicValue<BackboneElement: expression=Expression path=string
    PlanDefinitionActionParticipant<BackboneElement: role=CodeableConcept type=code
    PlanDefinitionActionRelatedAction<BackboneElement: actionId=id offset=Duration|Range|
      relationship=code
    PlanDefinitionGoal<BackboneElement: addresses*=CodeableConcept category=CodeableConcept
      description=CodeableConcept documentation*=RelatedArtifact priority=CodeableConcept
      start=CodeableConcept target*=PlanDefinitionGoalTarget
    PlanDefinitionGoalTarget<BackboneElement: detail=CodeableConcept|Quantity|Range| due=Duration
      measure=CodeableConcept
    Population<BackboneElement: age=CodeableConcept|Range| gender=CodeableConcept
      physiologicalCondition=CodeableConcept race=CodeableConcept
    Practitioner<DomainResource: active=boolean address*=Address birthDate=date
      communication*=CodeableConcept gender=code identifier*=Identifier name*=HumanName
      photo*=Attachment qualification*=PractitionerQualification telecom*=ContactPoint
    PractitionerQualification<BackboneElement: code=CodeableConcept identifier*=Identifier
      issuer=Reference period=Period
    PractitionerRole<DomainResource: active=boolean availabilityExceptions=string
      availableTime*=PractitionerRoleAvailableTime code*=CodeableConcept endpoint*=Reference
      healthcareService*=Reference identifier*=Identifier location*=Reference
      notAvailable*=PractitionerRoleNotAvailable organization=Reference period=Period
      practitioner=Reference specialty*=CodeableConcept telecom*=ContactPoint
    PractitionerRoleAvailableTime<BackboneElement: allDay=boolean availableEndTime=time
      availableStartTime=time daysOfWeek*=code
    PractitionerRoleNotAvailable<BackboneElement: description=string during=Period
    Procedure<DomainResource: asserter=Reference basedOn*=Reference bodySite*=CodeableConcept
      category=CodeableConcept code=CodeableConcept complication*=CodeableConcept
      complicationDetail*=Reference encounter=Reference focalDevice*=ProcedureFocalDevice
      followUp*=CodeableConcept identifier*=Identifier instantiatesCanonical*=canonical
      instantiatesUri*=uri location=Reference note*=Annotation outcome=CodeableConcept partOf*=Reference
      performed=Age|Period|Range|dateTime|string| performer*=ProcedurePerformer
      reasonCode*=CodeableConcept reasonReference*=Reference recorder=Reference report*=Reference
      status=code statusReason=CodeableConcept subject=Reference usedCode*=CodeableConcept
      usedReference*=Reference
    ProcedureFocalDevice<BackboneElement: action=CodeableConcept manipulated=Reference
    ProcedurePerformer<BackboneElement: actor=Reference function=CodeableConcept onBehalfOf=Reference
    ProdCharacteristic<BackboneElement: color*=string depth=Quantity externalDiameter=Quantity
      height=Quantity image*=Attachment imprint*=string nominalVolume=Quantity scoring=CodeableConcept
      shape=string weight=Quantity width=Quantity
    ProductShelfLife<BackboneElement: identifier=Identifier period=Quantity
      specialPrecautionsForStorage*=CodeableConcept type=CodeableConcept
    Provenance<DomainResource: activity=CodeableConcept agent*=ProvenanceAgent entity*=ProvenanceEntity
      location=Reference occurred=Period|dateTime| policy*=uri reason*=CodeableConcept recorded=instant
      signature*=Signature target*=Reference
    ProvenanceAgent<BackboneElement: onBehalfOf=Reference role*=CodeableConcept type=CodeableConcept
      who=Reference
    ProvenanceEntity<BackboneElement: agent*=ProvenanceAgent role=code what=Reference
    Quantity<Element: code=code comparator=code system=uri unit=string value=decimal
    Questionnaire<DomainResource: approvalDate=date code*=Coding contact*=ContactDetail
      copyright=markdown date=dateTime derivedFrom*=canonical description=markdown
      effectivePeriod=Period experimental=boolean identifier*=Identifier item*=QuestionnaireItem
      jurisdiction*=CodeableConcept lastReviewDate=date name=string publisher=string purpose=markdown
      status=code subjectType*=code title=string url=uri useContext*=UsageContext version=string
    QuestionnaireItem<BackboneElement: answerOption*=QuestionnaireItemAnswerOption
      answerValueSet=canonical code*=Coding definition=uri enableBehavior=code
      enableWhen*=QuestionnaireItemEnableWhen initial*=QuestionnaireItemInitial item*=QuestionnaireItem
      linkId=string maxLength=integer prefix=string readOnly=boolean repeats=boolean required=boolean
      text=string type=code
    QuestionnaireItemAnswerOption<BackboneElement: initialSelected=boolean
      value=Coding|Reference|date|integer|string|time|
    QuestionnaireItemEnableWhen<BackboneElement:
      answer=Coding|Quantity|Reference|boolean|date|dateTime|decimal|integer|string|time| operator=code
      question=string
    QuestionnaireItemInitial<BackboneElement:
      value=Attachment|Coding|Quantity|Reference|boolean|date|dateTime|decimal|integer|string|time|uri|
    QuestionnaireResponse<DomainResource: author=Reference authored=dateTime basedOn*=Reference
      encounter=Reference identifier=Identifier item*=QuestionnaireResponseItem partOf*=Reference
      questionnaire=canonical source=Reference status=code subject=Reference
    QuestionnaireResponseItem<BackboneElement: answer*=QuestionnaireResponseItemAnswer definition=uri
      item*=QuestionnaireResponseItem linkId=string text=string
    QuestionnaireResponseItemAnswer<BackboneElement: item*=QuestionnaireResponseItem
      value=Attachment|Coding|Quantity|Reference|boolean|date|dateTime|decimal|integer|string|time|uri|
    Range<Element: high=Quantity low=Quantity
    Ratio<Element: denominator=Quantity numerator=Quantity
    Reference<Element: display=string identifier=Identifier reference=string type=uri
    RelatedArtifact<Element: citation=markdown display=string document=Attachment label=string
      resource=canonical type=code url=url
    RelatedPerson<DomainResource: active=boolean address*=Address birthDate=date
      communication*=RelatedPersonCommunication gender=code identifier*=Identifier name*=HumanName
      patient=Reference period=Period photo*=Attachment relationship*=CodeableConcept
      telecom*=ContactPoint
    RelatedPersonCommunication<BackboneElement: language=CodeableConcept preferred=boolean
    RequestGroup<DomainResource: action*=RequestGroupAction author=Reference authoredOn=dateTime
      basedOn*=Reference code=CodeableConcept encounter=Reference groupIdentifier=Identifier
      identifier*=Identifier instantiatesCanonical*=canonical instantiatesUri*=uri intent=code
      note*=Annotation priority=code reasonCode*=CodeableConcept reasonReference*=Reference
      replaces*=Reference status=code subject=Reference
    RequestGroupAction<BackboneElement: action*=RequestGroupAction cardinalityBehavior=code
      code*=CodeableConcept condition*=RequestGroupActionCondition description=string
      documentation*=RelatedArtifact groupingBehavior=code participant*=Reference precheckBehavior=code
      prefix=string priority=code relatedAction*=RequestGroupActionRelatedAction requiredBehavior=code
      resource=Reference selectionBehavior=code textEquivalent=string
      timing=Age|Duration|Period|Range|Timing|dateTime| title=string type=CodeableConcept
    RequestGroupActionCondition<BackboneElement: expression=Expression kind=code
    RequestGroupActionRelatedAction<BackboneElement: actionId=id offset=Duration|Range|
      relationship=code
    ResearchDefinition<DomainResource: approvalDate=date author*=ContactDetail comment*=string
      contact*=ContactDetail copyright=markdown date=dateTime description=markdown editor*=ContactDetail
      effectivePeriod=Period endorser*=ContactDetail experimental=boolean exposure=Reference
      exposureAlternative=Reference identifier*=Identifier jurisdiction*=CodeableConcept
      lastReviewDate=date library*=canonical name=string outcome=Reference population=Reference
      publisher=string purpose=markdown relatedArtifact*=RelatedArtifact reviewer*=ContactDetail
      shortTitle=string status=code subject=CodeableConcept|Reference| subtitle=string title=string
      topic*=CodeableConcept url=uri usage=string useContext*=UsageContext version=string
    ResearchElementDefinition<DomainResource: approvalDate=date author*=ContactDetail
      characteristic*=ResearchElementDefinitionCharacteristic comment*=string contact*=ContactDetail
      copyright=markdown date=dateTime description=markdown editor*=ContactDetail effectivePeriod=Period
      endorser*=ContactDetail experimental=boolean identifier*=Identifier jurisdiction*=CodeableConcept
      lastReviewDate=date library*=canonical name=string publisher=string purpose=markdown
      relatedArtifact*=RelatedArtifact reviewer*=ContactDetail shortTitle=string status=code
      subject=CodeableConcept|Reference| subtitle=string title=string topic*=CodeableConcept type=code
      url=uri usage=string useContext*=UsageContext variableType=code version=string
    ResearchElementDefinitionCharacteristic<BackboneElement:
      definition=CodeableConcept|DataRequirement|Expression|canonical| exclude=boolean
      participantEffective=Duration|Period|Timing|dateTime| participantEffectiveDescription=string
      participantEffectiveGroupMeasure=code participantEffectiveTimeFromStart=Duration
      studyEffective=Duration|Period|Timing|dateTime| studyEffectiveDescription=string
      studyEffectiveGroupMeasure=code studyEffectiveTimeFromStart=Duration unitOfMeasure=CodeableConcept
      usageContext*=UsageContext
    ResearchStudy<DomainResource: arm*=ResearchStudyArm category*=CodeableConcept
      condition*=CodeableConcept contact*=ContactDetail description=markdown enrollment*=Reference
      focus*=CodeableConcept identifier*=Identifier keyword*=CodeableConcept location*=CodeableConcept
      note*=Annotation objective*=ResearchStudyObjective partOf*=Reference period=Period
      phase=CodeableConcept primaryPurposeType=CodeableConcept principalInvestigator=Reference
      protocol*=Reference reasonStopped=CodeableConcept relatedArtifact*=RelatedArtifact site*=Reference
      sponsor=Reference status=code title=string
    ResearchStudyArm<BackboneElement: description=string name=string type=CodeableConcept
    ResearchStudyObjective<BackboneElement: name=string type=CodeableConcept
    ResearchSubject<DomainResource: actualArm=string assignedArm=string consent=Reference
      identifier*=Identifier individual=Reference period=Period status=code study=Reference
    Resource: id=string implicitRules=uri language=code meta=Meta
    RiskAssessment<DomainResource: basedOn=Reference basis*=Reference code=CodeableConcept
      condition=Reference encounter=Reference identifier*=Identifier method=CodeableConcept
      mitigation=string note*=Annotation occurrence=Period|dateTime| parent=Reference
      performer=Reference prediction*=RiskAssessmentPrediction reasonCode*=CodeableConcept
      reasonReference*=Reference status=code subject=Reference
    RiskAssessmentPrediction<BackboneElement: outcome=CodeableConcept probability=Range|decimal|
      qualitativeRisk=CodeableConcept rationale=string relativeRisk=decimal when=Period|Range|
    RiskEvidenceSynthesis<DomainResource: approvalDate=date author*=ContactDetail
      certainty*=RiskEvidenceSynthesisCertainty contact*=ContactDetail copyright=markdown date=dateTime
      description=markdown editor*=ContactDetail effectivePeriod=Period endorser*=ContactDetail
      exposure=Reference identifier*=Identifier jurisdiction*=CodeableConcept lastReviewDate=date
      name=string note*=Annotation outcome=Reference population=Reference publisher=string
      relatedArtifact*=RelatedArtifact reviewer*=ContactDetail
      riskEstimate=RiskEvidenceSynthesisRiskEstimate sampleSize=RiskEvidenceSynthesisSampleSize
      status=code studyType=CodeableConcept synthesisType=CodeableConcept title=string
      topic*=CodeableConcept url=uri useContext*=UsageContext version=string
    RiskEvidenceSynthesisCertainty<BackboneElement:
      certaintySubcomponent*=RiskEvidenceSynthesisCertaintyCertaintySubcomponent note*=Annotation
      rating*=CodeableConcept
    RiskEvidenceSynthesisCertaintyCertaintySubcomponent<BackboneElement: note*=Annotation
      rating*=CodeableConcept type=CodeableConcept
    RiskEvidenceSynthesisRiskEstimate<BackboneElement: denominatorCount=integer description=string
      numeratorCount=integer precisionEstimate*=RiskEvidenceSynthesisRiskEstimatePrecisionEstimate
      type=CodeableConcept unitOfMeasure=CodeableConcept value=decimal
    RiskEvidenceSynthesisRiskEstimatePrecisionEstimate<BackboneElement: from=decimal level=decimal
      to=decimal type=CodeableConcept
    RiskEvidenceSynthesisSampleSize<BackboneElement: description=string numberOfParticipants=integer
      numberOfStudies=integer
    SampledData<Element: data=string dimensions=positiveInt factor=decimal lowerLimit=decimal
      origin=Quantity period=decimal upperLimit=decimal
    Schedule<DomainResource: active=boolean actor*=Reference comment=string identifier*=Identifier
      planningHorizon=Period serviceCategory*=CodeableConcept serviceType*=CodeableConcept
      specialty*=CodeableConcept
    SearchParameter<DomainResource: base*=code chain*=string code=code comparator*=code
      component*=SearchParameterComponent contact*=ContactDetail date=dateTime derivedFrom=canonical
      description=markdown experimental=boolean expression=string jurisdiction*=CodeableConcept
      modifier*=code multipleAnd=boolean multipleOr=boolean name=string publisher=string
      purpose=markdown status=code target*=code type=code url=uri useContext*=UsageContext
      version=string xpath=string xpathUsage=code
    SearchParameterComponent<BackboneElement: definition=canonical expression=string
    ServiceRequest<DomainResource: asNeeded=CodeableConcept|boolean| authoredOn=dateTime
      basedOn*=Reference bodySite*=CodeableConcept category*=CodeableConcept code=CodeableConcept
      doNotPerform=boolean encounter=Reference identifier*=Identifier instantiatesCanonical*=canonical
      instantiatesUri*=uri insurance*=Reference intent=code locationCode*=CodeableConcept
      locationReference*=Reference note*=Annotation occurrence=Period|Timing|dateTime|
      orderDetail*=CodeableConcept patientInstruction=string performer*=Reference
      performerType=CodeableConcept priority=code quantity=Quantity|Range|Ratio|
      reasonCode*=CodeableConcept reasonReference*=Reference relevantHistory*=Reference
      replaces*=Reference requester=Reference requisition=Identifier specimen*=Reference status=code
      subject=Reference supportingInfo*=Reference
    Signature<Element: data=base64Binary onBehalfOf=Reference sigFormat=code targetFormat=code
      type*=Coding when=instant who=Reference
    Slot<DomainResource: appointmentType=CodeableConcept comment=string end=instant
      identifier*=Identifier overbooked=boolean schedule=Reference serviceCategory*=CodeableConcept
      serviceType*=CodeableConcept specialty*=CodeableConcept start=instant status=code
    Specimen<DomainResource: accessionIdentifier=Identifier collection=SpecimenCollection
      condition*=CodeableConcept container*=SpecimenContainer identifier*=Identifier note*=Annotation
      parent*=Reference processing*=SpecimenProcessing receivedTime=dateTime request*=Reference
      status=code subject=Reference type=CodeableConcept
    SpecimenCollection<BackboneElement: bodySite=CodeableConcept collected=Period|dateTime|
      collector=Reference duration=Duration fastingStatus=CodeableConcept|Duration|
      method=CodeableConcept quantity=Quantity
    SpecimenContainer<BackboneElement: additive=CodeableConcept|Reference| capacity=Quantity
      description=string identifier*=Identifier specimenQuantity=Quantity type=CodeableConcept
    SpecimenDefinition<DomainResource: collection*=CodeableConcept identifier=Identifier
      patientPreparation*=CodeableConcept timeAspect=string typeCollected=CodeableConcept
      typeTested*=SpecimenDefinitionTypeTested
    SpecimenDefinitionTypeTested<BackboneElement: container=SpecimenDefinitionTypeTestedContainer
      handling*=SpecimenDefinitionTypeTestedHandling isDerived=boolean preference=code
      rejectionCriterion*=CodeableConcept requirement=string retentionTime=Duration type=CodeableConcept
    SpecimenDefinitionTypeTestedContainer<BackboneElement:
      additive*=SpecimenDefinitionTypeTestedContainerAdditive cap=CodeableConcept capacity=Quantity
      description=string material=CodeableConcept minimumVolume=Quantity|string| preparation=string
      type=CodeableConcept
    SpecimenDefinitionTypeTestedContainerAdditive<BackboneElement: additive=CodeableConcept|Reference|
    SpecimenDefinitionTypeTestedHandling<BackboneElement: instruction=string maxDuration=Duration
      temperatureQualifier=CodeableConcept temperatureRange=Range
    SpecimenProcessing<BackboneElement: additive*=Reference description=string procedure=CodeableConcept
      time=Period|dateTime|
    StructureDefinition<DomainResource: abstract=boolean baseDefinition=canonical contact*=ContactDetail
      context*=StructureDefinitionContext contextInvariant*=string copyright=markdown date=dateTime
      derivation=code description=markdown differential=StructureDefinitionDifferential
      experimental=boolean fhirVersion=code identifier*=Identifier jurisdiction*=CodeableConcept
      keyword*=Coding kind=code mapping*=StructureDefinitionMapping name=string publisher=string
      purpose=markdown snapshot=StructureDefinitionSnapshot status=code title=string type=uri url=uri
      useContext*=UsageContext version=string
    StructureDefinitionContext<BackboneElement: expression=string type=code
    StructureDefinitionDifferential<BackboneElement: element*=ElementDefinition
    StructureDefinitionMapping<BackboneElement: comment=string identity=id name=string uri=uri
    StructureDefinitionSnapshot<BackboneElement: element*=ElementDefinition
    StructureMap<DomainResource: contact*=ContactDetail copyright=markdown date=dateTime
      description=markdown experimental=boolean group*=StructureMapGroup identifier*=Identifier
      import*=canonical jurisdiction*=CodeableConcept name=string publisher=string purpose=markdown
      status=code structure*=StructureMapStructure title=string url=uri useContext*=UsageContext
      version=string
    StructureMapGroup<BackboneElement: documentation=string extends=id input*=StructureMapGroupInput
      name=id rule*=StructureMapGroupRule typeMode=code
    StructureMapGroupInput<BackboneElement: documentation=string mode=code name=id type=string
    StructureMapGroupRule<BackboneElement: dependent*=StructureMapGroupRuleDependent
      documentation=string name=id rule*=StructureMapGroupRule source*=StructureMapGroupRuleSource
      target*=StructureMapGroupRuleTarget
    StructureMapGroupRuleDependent<BackboneElement: name=id variable*=string
    StructureMapGroupRuleSource<BackboneElement: check=string condition=string context=id
      defaultValue=any| element=string listMode=code logMessage=string max=string min=integer
      type=string variable=id
    StructureMapGroupRuleTarget<BackboneElement: context=id contextType=code element=string
      listMode*=code listRuleId=id parameter*=StructureMapGroupRuleTargetParameter transform=code
      variable=id
    StructureMapGroupRuleTargetParameter<BackboneElement: value=boolean|decimal|id|integer|string|
    StructureMapStructure<BackboneElement: alias=string documentation=string mode=code url=canonical
    Subscription<DomainResource: channel=SubscriptionChannel contact*=ContactPoint criteria=string
      end=instant error=string reason=string status=code
    SubscriptionChannel<BackboneElement: endpoint=url header*=string payload=code type=code
    Substance<DomainResource: category*=CodeableConcept code=CodeableConcept description=string
      identifier*=Identifier ingredient*=SubstanceIngredient instance*=SubstanceInstance status=code
    SubstanceAmount<BackboneElement: amount=Quantity|Range|string| amountText=string
      amountType=CodeableConcept referenceRange=SubstanceAmountReferenceRange
    SubstanceAmountReferenceRange<Element: highLimit=Quantity lowLimit=Quantity
    SubstanceIngredient<BackboneElement: quantity=Ratio substance=CodeableConcept|Reference|
    SubstanceInstance<BackboneElement: expiry=dateTime identifier=Identifier quantity=Quantity
    SubstanceNucleicAcid<DomainResource: areaOfHybridisation=string numberOfSubunits=integer
      oligoNucleotideType=CodeableConcept sequenceType=CodeableConcept
      subunit*=SubstanceNucleicAcidSubunit
    SubstanceNucleicAcidSubunit<BackboneElement: fivePrime=CodeableConcept length=integer
      linkage*=SubstanceNucleicAcidSubunitLinkage sequence=string sequenceAttachment=Attachment
      subunit=integer sugar*=SubstanceNucleicAcidSubunitSugar threePrime=CodeableConcept
    SubstanceNucleicAcidSubunitLinkage<BackboneElement: connectivity=string identifier=Identifier
      name=string residueSite=string
    SubstanceNucleicAcidSubunitSugar<BackboneElement: identifier=Identifier name=string
      residueSite=string
    SubstancePolymer<DomainResource: class=CodeableConcept copolymerConnectivity*=CodeableConcept
      geometry=CodeableConcept modification*=string monomerSet*=SubstancePolymerMonomerSet
      repeat*=SubstancePolymerRepeat
    SubstancePolymerMonomerSet<BackboneElement: ratioType=CodeableConcept
      startingMaterial*=SubstancePolymerMonomerSetStartingMaterial
    SubstancePolymerMonomerSetStartingMaterial<BackboneElement: amount=SubstanceAmount
      isDefining=boolean material=CodeableConcept type=CodeableConcept
    SubstancePolymerRepeat<BackboneElement: averageMolecularFormula=string numberOfUnits=integer
      repeatUnit*=SubstancePolymerRepeatRepeatUnit repeatUnitAmountType=CodeableConcept
    SubstancePolymerRepeatRepeatUnit<BackboneElement: amount=SubstanceAmount
      degreeOfPolymerisation*=SubstancePolymerRepeatRepeatUnitDegreeOfPolymerisation
      orientationOfPolymerisation=CodeableConcept repeatUnit=string
      structuralRepresentation*=SubstancePolymerRepeatRepeatUnitStructuralRepresentation
    SubstancePolymerRepeatRepeatUnitDegreeOfPolymerisation<BackboneElement: amount=SubstanceAmount
      degree=CodeableConcept
    SubstancePolymerRepeatRepeatUnitStructuralRepresentation<BackboneElement: attachment=Attachment
      representation=string type=CodeableConcept
    SubstanceProtein<DomainResource: disulfideLinkage*=string numberOfSubunits=integer
      sequenceType=CodeableConcept subunit*=SubstanceProteinSubunit
    SubstanceProteinSubunit<BackboneElement: cTerminalModification=string
      cTerminalModificationId=Identifier length=integer nTerminalModification=string
      nTerminalModificationId=Identifier sequence=string sequenceAttachment=Attachment subunit=integer
    SubstanceReferenceInformation<DomainResource:
      classification*=SubstanceReferenceInformationClassification comment=string
      gene*=SubstanceReferenceInformationGene geneElement*=SubstanceReferenceInformationGeneElement
      target*=SubstanceReferenceInformationTarget
    SubstanceReferenceInformationClassification<BackboneElement: classification=CodeableConcept
      domain=CodeableConcept source*=Reference subtype*=CodeableConcept
    SubstanceReferenceInformationGene<BackboneElement: gene=CodeableConcept
      geneSequenceOrigin=CodeableConcept source*=Reference
    SubstanceReferenceInformationGeneElement<BackboneElement: element=Identifier source*=Reference
      type=CodeableConcept
    SubstanceReferenceInformationTarget<BackboneElement: amount=Quantity|Range|string|
      amountType=CodeableConcept interaction=CodeableConcept organism=CodeableConcept
      organismType=CodeableConcept source*=Reference target=Identifier type=CodeableConcept
    SubstanceSourceMaterial<DomainResource: countryOfOrigin*=CodeableConcept
      developmentStage=CodeableConcept fractionDescription*=SubstanceSourceMaterialFractionDescription
      geographicalLocation*=string organism=SubstanceSourceMaterialOrganism organismId=Identifier
      organismName=string parentSubstanceId*=Identifier parentSubstanceName*=string
      partDescription*=SubstanceSourceMaterialPartDescription sourceMaterialClass=CodeableConcept
      sourceMaterialState=CodeableConcept sourceMaterialType=CodeableConcept
    SubstanceSourceMaterialFractionDescription<BackboneElement: fraction=string
      materialType=CodeableConcept
    SubstanceSourceMaterialOrganism<BackboneElement: author*=SubstanceSourceMaterialOrganismAuthor
      family=CodeableConcept genus=CodeableConcept hybrid=SubstanceSourceMaterialOrganismHybrid
      intraspecificDescription=string intraspecificType=CodeableConcept
      organismGeneral=SubstanceSourceMaterialOrganismOrganismGeneral species=CodeableConcept
    SubstanceSourceMaterialOrganismAuthor<BackboneElement: authorDescription=string
      authorType=CodeableConcept
    SubstanceSourceMaterialOrganismHybrid<BackboneElement: hybridType=CodeableConcept
      maternalOrganismId=string maternalOrganismName=string paternalOrganismId=string
      paternalOrganismName=string
    SubstanceSourceMaterialOrganismOrganismGeneral<BackboneElement: class=CodeableConcept
      kingdom=CodeableConcept order=CodeableConcept phylum=CodeableConcept
    SubstanceSourceMaterialPartDescription<BackboneElement: part=CodeableConcept
      partLocation=CodeableConcept
    SubstanceSpecification<DomainResource: code*=SubstanceSpecificationstr comment=string
      description=string domain=CodeableConcept identifier=Identifier
      moiety*=SubstanceSpecificationMoiety
      molecularWeight*=SubstanceSpecificationStructureIsotopeMolecularWeight
      name*=SubstanceSpecificationName nucleicAcid=Reference polymer=Reference
      property*=SubstanceSpecificationProperty protein=Reference referenceInformation=Reference
      relationship*=SubstanceSpecificationRelationship source*=Reference sourceMaterial=Reference
      status=CodeableConcept structure=SubstanceSpecificationStructure type=CodeableConcept
    SubstanceSpecificationMoiety<BackboneElement: amount=Quantity|string| identifier=Identifier
      molecularFormula=string name=string opticalActivity=CodeableConcept role=CodeableConcept
      stereochemistry=CodeableConcept
    SubstanceSpecificationName<BackboneElement: domain*=CodeableConcept jurisdiction*=CodeableConcept
      language*=CodeableConcept name=string official*=SubstanceSpecificationNameOfficial
      preferred=boolean source*=Reference status=CodeableConcept synonym*=SubstanceSpecificationName
      translation*=SubstanceSpecificationName type=CodeableConcept
    SubstanceSpecificationNameOfficial<BackboneElement: authority=CodeableConcept date=dateTime
      status=CodeableConcept
    SubstanceSpecificationProperty<BackboneElement: amount=Quantity|string| category=CodeableConcept
      code=CodeableConcept definingSubstance=CodeableConcept|Reference| parameters=string
    SubstanceSpecificationRelationship<BackboneElement: amount=Quantity|Range|Ratio|string|
      amountRatioLowLimit=Ratio amountType=CodeableConcept isDefining=boolean
      relationship=CodeableConcept source*=Reference substance=CodeableConcept|Reference|
    SubstanceSpecificationStructure<BackboneElement: isotope*=SubstanceSpecificationStructureIsotope
      molecularFormula=string molecularFormulaByMoiety=string
      molecularWeight=SubstanceSpecificationStructureIsotopeMolecularWeight
      opticalActivity=CodeableConcept representation*=SubstanceSpecificationStructureRepresentation
      source*=Reference stereochemistry=CodeableConcept
    SubstanceSpecificationStructureIsotope<BackboneElement: halfLife=Quantity identifier=Identifier
      molecularWeight=SubstanceSpecificationStructureIsotopeMolecularWeight name=CodeableConcept
      substitution=CodeableConcept
    SubstanceSpecificationStructureIsotopeMolecularWeight<BackboneElement: amount=Quantity
      method=CodeableConcept type=CodeableConcept
    SubstanceSpecificationStructureRepresentation<BackboneElement: attachment=Attachment
      representation=string type=CodeableConcept
    SubstanceSpecificationstr<BackboneElement: code=CodeableConcept comment=string source*=Reference
      status=CodeableConcept statusDate=dateTime
    SupplyDelivery<DomainResource: basedOn*=Reference destination=Reference identifier*=Identifier
      occurrence=Period|Timing|dateTime| partOf*=Reference patient=Reference receiver*=Reference
      status=code suppliedItem=SupplyDeliverySuppliedItem supplier=Reference type=CodeableConcept
    SupplyDeliverySuppliedItem<BackboneElement: item=CodeableConcept|Reference| quantity=Quantity
    SupplyRequest<DomainResource: authoredOn=dateTime category=CodeableConcept deliverFrom=Reference
      deliverTo=Reference identifier*=Identifier item=CodeableConcept|Reference|
      occurrence=Period|Timing|dateTime| parameter*=SupplyRequestParameter priority=code
      quantity=Quantity reasonCode*=CodeableConcept reasonReference*=Reference requester=Reference
      status=code supplier*=Reference
    SupplyRequestParameter<BackboneElement: code=CodeableConcept
      value=CodeableConcept|Quantity|Range|boolean|
    Task<DomainResource: authoredOn=dateTime basedOn*=Reference businessStatus=CodeableConcept
      code=CodeableConcept description=string encounter=Reference executionPeriod=Period focus=Reference
      for=Reference groupIdentifier=Identifier identifier*=Identifier input*=TaskInput
      instantiatesCanonical=canonical instantiatesUri=uri insurance*=Reference intent=code
      lastModified=dateTime location=Reference note*=Annotation output*=TaskOutput owner=Reference
      partOf*=Reference performerType*=CodeableConcept priority=code reasonCode=CodeableConcept
      reasonReference=Reference relevantHistory*=Reference requester=Reference
      restriction=TaskRestriction status=code statusReason=CodeableConcept
    TaskInput<BackboneElement: type=CodeableConcept value=any|
    TaskOutput<BackboneElement: type=CodeableConcept value=any|
    TaskRestriction<BackboneElement: period=Period recipient*=Reference repetitions=positiveInt
    TerminologyCapabilities<DomainResource: closure=TerminologyCapabilitiesClosure codeSearch=code
      codeSystem*=TerminologyCapabilitiesCodeSystem contact*=ContactDetail copyright=markdown
      date=dateTime description=markdown expansion=TerminologyCapabilitiesExpansion experimental=boolean
      implementation=TerminologyCapabilitiesImplementation jurisdiction*=CodeableConcept kind=code
      lockedDate=boolean name=string publisher=string purpose=markdown
      software=TerminologyCapabilitiesSoftware status=code title=string
      translation=TerminologyCapabilitiesTranslation url=uri useContext*=UsageContext
      validateCode=TerminologyCapabilitiesValidateCode version=string
    TerminologyCapabilitiesClosure<BackboneElement: translation=boolean
    TerminologyCapabilitiesCodeSystem<BackboneElement: subsumption=boolean uri=canonical
      version*=TerminologyCapabilitiesCodeSystemVersion
    TerminologyCapabilitiesCodeSystemVersion<BackboneElement: code=string compositional=boolean
      filter*=TerminologyCapabilitiesCodeSystemVersionFilter isDefault=boolean language*=code
      property*=code
    TerminologyCapabilitiesCodeSystemVersionFilter<BackboneElement: code=code op*=code
    TerminologyCapabilitiesExpansion<BackboneElement: hierarchical=boolean incomplete=boolean
      paging=boolean parameter*=TerminologyCapabilitiesExpansionParameter textFilter=markdown
    TerminologyCapabilitiesExpansionParameter<BackboneElement: documentation=string name=code
    TerminologyCapabilitiesImplementation<BackboneElement: description=string url=url
    TerminologyCapabilitiesSoftware<BackboneElement: name=string version=string
    TerminologyCapabilitiesTranslation<BackboneElement: needsMap=boolean
    TerminologyCapabilitiesValidateCode<BackboneElement: translations=boolean
    TestReport<DomainResource: identifier=Identifier issued=dateTime name=string
      participant*=TestReportParticipant result=code score=decimal setup=TestReportSetup status=code
      teardown=TestReportTeardown test*=TestReportTest testScript=Reference tester=string
    TestReportParticipant<BackboneElement: display=string type=code uri=uri
    TestReportSetup<BackboneElement: action*=TestReportSetupAction
    TestReportSetupAction<BackboneElement: assert=TestReportSetupActionAssert
      operation=TestReportSetupActionOperation
    TestReportSetupActionAssert<BackboneElement: detail=string message=markdown result=code
    TestReportSetupActionOperation<BackboneElement: detail=uri message=markdown result=code
    TestReportTeardown<BackboneElement: action*=TestReportTeardownAction
    TestReportTeardownAction<BackboneElement: operation=TestReportSetupActionOperation
    TestReportTest<BackboneElement: action*=TestReportTestAction description=string name=string
    TestReportTestAction<BackboneElement: assert=TestReportSetupActionAssert
      operation=TestReportSetupActionOperation
    TestScript<DomainResource: contact*=ContactDetail copyright=markdown date=dateTime
      description=markdown destination*=TestScriptDestination experimental=boolean
      fixture*=TestScriptFixture identifier=Identifier jurisdiction*=CodeableConcept
      metadata=TestScriptMetadata name=string origin*=TestScriptOrigin profile*=Reference
      publisher=string purpose=markdown setup=TestScriptSetup status=code teardown=TestScriptTeardown
      test*=TestScriptTest title=string url=uri useContext*=UsageContext variable*=TestScriptVariable
      version=string
    TestScriptDestination<BackboneElement: index=integer profile=Coding
    TestScriptFixture<BackboneElement: autocreate=boolean autodelete=boolean resource=Reference
    TestScriptMetadata<BackboneElement: capability*=TestScriptMetadataCapability
      link*=TestScriptMetadataLink
    TestScriptMetadataCapability<BackboneElement: capabilities=canonical description=string
      destination=integer link*=uri origin*=integer required=boolean validated=boolean
    TestScriptMetadataLink<BackboneElement: description=string url=uri
    TestScriptOrigin<BackboneElement: index=integer profile=Coding
    TestScriptSetup<BackboneElement: action*=TestScriptSetupAction
    TestScriptSetupAction<BackboneElement: assert=TestScriptSetupActionAssert
      operation=TestScriptSetupActionOperation
    TestScriptSetupActionAssert<BackboneElement: compareToSourceExpression=string
      compareToSourceId=string compareToSourcePath=string contentType=code description=string
      direction=code expression=string headerField=string label=string minimumId=string
      navigationLinks=boolean operator=code path=string requestMethod=code requestURL=string
      resource=code response=code responseCode=string sourceId=id validateProfileId=id value=string
      warningOnly=boolean
    TestScriptSetupActionOperation<BackboneElement: accept=code contentType=code description=string
      destination=integer encodeRequestUrl=boolean label=string method=code origin=integer params=string
      requestHeader*=TestScriptSetupActionOperationRequestHeader requestId=id resource=code
      responseId=id sourceId=id targetId=id type=Coding url=string
    TestScriptSetupActionOperationRequestHeader<BackboneElement: field=string value=string
    TestScriptTeardown<BackboneElement: action*=TestScriptTeardownAction
    TestScriptTeardownAction<BackboneElement: operation=TestScriptSetupActionOperation
    TestScriptTest<BackboneElement: action*=TestScriptTestAction description=string name=string
    TestScriptTestAction<BackboneElement: assert=TestScriptSetupActionAssert
      operation=TestScriptSetupActionOperation
    TestScriptVariable<BackboneElement: defaultValue=string description=string expression=string
      headerField=string hint=string name=string path=string sourceId=id
    Timing<BackboneElement: code=CodeableConcept event*=dateTime repeat=TimingRepeat
    TimingRepeat<Element: bounds=Duration|Period|Range| count=positiveInt countMax=positiveInt
      dayOfWeek*=code duration=decimal durationMax=decimal durationUnit=code frequency=positiveInt
      frequencyMax=positiveInt offset=unsignedInt period=decimal periodMax=decimal periodUnit=code
      timeOfDay*=time when*=code
    TriggerDefinition<Element: condition=Expression data*=DataRequirement name=string
      timing=Reference|Timing|date|dateTime| type=code
    UsageContext<Element: code=Coding value=CodeableConcept|Quantity|Range|Reference|
    ValueSet<DomainResource: compose=ValueSetCompose contact*=ContactDetail copyright=markdown
      date=dateTime description=markdown expansion=ValueSetExpansion experimental=boolean
      identifier*=Identifier immutable=boolean jurisdiction*=CodeableConcept name=string
      publisher=string purpose=markdown status=code title=string url=uri useContext*=UsageContext
      version=string
    ValueSetCompose<BackboneElement: exclude*=ValueSetComposeInclude inactive=boolean
      include*=ValueSetComposeInclude lockedDate=date
    ValueSetComposeInclude<BackboneElement: concept*=ValueSetComposeIncludeConcept
      filter*=ValueSetComposeIncludeFilter system=uri valueSet*=canonical version=string
    ValueSetComposeIncludeConcept<BackboneElement: code=code
      designation*=ValueSetComposeIncludeConceptDesignation display=string
    ValueSetComposeIncludeConceptDesignation<BackboneElement: language=code use=Coding value=string
    ValueSetComposeIncludeFilter<BackboneElement: op=code property=code value=string
    ValueSetExpansion<BackboneElement: contains*=ValueSetExpansionContains identifier=uri offset=integer
      parameter*=ValueSetExpansionParameter timestamp=dateTime total=integer
    ValueSetExpansionContains<BackboneElement: abstract=boolean code=code
      contains*=ValueSetExpansionContains designation*=ValueSetComposeIncludeConceptDesignation
      display=string inactive=boolean system=uri version=string
    ValueSetExpansionParameter<BackboneElement: name=string
      value=boolean|code|dateTime|decimal|integer|string|uri|
    VerificationResult<DomainResource: attestation=VerificationResultAttestation
      failureAction=CodeableConcept frequency=Timing lastPerformed=dateTime need=CodeableConcept
      nextScheduled=date primarySource*=VerificationResultPrimarySource status=code statusDate=dateTime
      target*=Reference targetLocation*=string validationProcess*=CodeableConcept
      validationType=CodeableConcept validator*=VerificationResultValidator
    VerificationResultAttestation<BackboneElement: communicationMethod=CodeableConcept date=date
      onBehalfOf=Reference proxyIdentityCertificate=string proxySignature=Signature
      sourceIdentityCertificate=string sourceSignature=Signature who=Reference
    VerificationResultPrimarySource<BackboneElement: canPushUpdates=CodeableConcept
      communicationMethod*=CodeableConcept pushTypeAvailable*=CodeableConcept type*=CodeableConcept
      validationDate=dateTime validationStatus=CodeableConcept who=Reference
    VerificationResultValidator<BackboneElement: attestationSignature=Signature
      identityCertificate=string organization=Reference
    VisionPrescription<DomainResource: created=dateTime dateWritten=dateTime encounter=Reference
      identifier*=Identifier lensSpecification*=VisionPrescriptionLensSpecification patient=Reference
      prescriber=Reference status=code
    VisionPrescriptionLensSpecification<BackboneElement: add=decimal axis=integer backCurve=decimal
      brand=string color=string cylinder=decimal diameter=decimal duration=Quantity eye=code
      note*=Annotation power=decimal prism*=VisionPrescriptionLensSpecificationPrism
      product=CodeableConcept sphere=decimal
    VisionPrescriptionLensSpecificationPrism<BackboneElement: amount=decimal base=code
    """
}
