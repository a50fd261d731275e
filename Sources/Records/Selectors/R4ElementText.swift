/// The elements of FHIR R4 (4.0.1; HL7, CC0) for the resource types that a patient may have, with
/// their backbone elements and datatypes. Types that define other things (StructureDefinition, ValueSet…)
/// are not here: of those nothing is known, and nothing is refused.
///
///     Type<Base: element=Type element*=Type element=TypeA|TypeB|
///
/// `*` marks an element that repeats, a `|` at the end one of several types (`value[x]`); `any|` is for all
/// datatypes. A line that begins with blanks goes on.
enum R4ElementText {
  static let text: StaticString = """
    Account<DomainResource: coverage*=AccountCoverage description=string guarantor*=AccountGuarantor
      identifier*=Identifier name=string owner=Reference partOf=Reference servicePeriod=Period status=code
      subject*=Reference type=CodeableConcept
    AccountCoverage<BackboneElement: coverage=Reference priority=positiveInt
    AccountGuarantor<BackboneElement: onHold=boolean party=Reference period=Period
    Address<Element: city=string country=string district=string line*=string period=Period postalCode=string
      state=string text=string type=code use=code
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
      manifestation*=CodeableConcept note*=Annotation onset=dateTime severity=code substance=CodeableConcept
    Annotation<Element: author=Reference|string| text=markdown time=dateTime
    Appointment<DomainResource: appointmentType=CodeableConcept basedOn*=Reference
      cancelationReason=CodeableConcept comment=string created=dateTime description=string end=instant
      identifier*=Identifier minutesDuration=positiveInt participant*=AppointmentParticipant
      patientInstruction=string priority=unsignedInt reasonCode*=CodeableConcept reasonReference*=Reference
      requestedPeriod*=Period serviceCategory*=CodeableConcept serviceType*=CodeableConcept slot*=Reference
      specialty*=CodeableConcept start=instant status=code supportingInformation*=Reference
    AppointmentParticipant<BackboneElement: actor=Reference period=Period required=code status=code
      type*=CodeableConcept
    AppointmentResponse<DomainResource: actor=Reference appointment=Reference comment=string end=instant
      identifier*=Identifier participantStatus=code participantType*=CodeableConcept start=instant
    Attachment<Element: contentType=code creation=dateTime data=base64Binary hash=base64Binary language=code
      size=unsignedInt title=string url=url
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
    BodyStructure<DomainResource: active=boolean description=string identifier*=Identifier image*=Attachment
      location=CodeableConcept locationQualifier*=CodeableConcept morphology=CodeableConcept
      patient=Reference
    Bundle<Resource: entry*=BundleEntry identifier=Identifier link*=BundleLink signature=Signature
      timestamp=instant total=unsignedInt type=code
    BundleEntry<BackboneElement: fullUrl=uri link*=BundleLink request=BundleEntryRequest resource=Resource
      response=BundleEntryResponse search=BundleEntrySearch
    BundleEntryRequest<BackboneElement: ifMatch=string ifModifiedSince=instant ifNoneExist=string
      ifNoneMatch=string method=code url=uri
    BundleEntryResponse<BackboneElement: etag=string lastModified=instant location=uri outcome=Resource
      status=string
    BundleEntrySearch<BackboneElement: mode=code score=decimal
    BundleLink<BackboneElement: relation=string url=uri
    CarePlan<DomainResource: activity*=CarePlanActivity addresses*=Reference author=Reference
      basedOn*=Reference careTeam*=Reference category*=CodeableConcept contributor*=Reference
      created=dateTime description=string encounter=Reference goal*=Reference identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri intent=code note*=Annotation partOf*=Reference
      period=Period replaces*=Reference status=code subject=Reference supportingInfo*=Reference title=string
    CarePlanActivity<BackboneElement: detail=CarePlanActivityDetail outcomeCodeableConcept*=CodeableConcept
      outcomeReference*=Reference progress*=Annotation reference=Reference
    CarePlanActivityDetail<BackboneElement: code=CodeableConcept dailyAmount=Quantity description=string
      doNotPerform=boolean goal*=Reference instantiatesCanonical*=canonical instantiatesUri*=uri kind=code
      location=Reference performer*=Reference product=CodeableConcept|Reference| quantity=Quantity
      reasonCode*=CodeableConcept reasonReference*=Reference scheduled=Period|Timing|string| status=code
      statusReason=CodeableConcept
    CareTeam<DomainResource: category*=CodeableConcept encounter=Reference identifier*=Identifier
      managingOrganization*=Reference name=string note*=Annotation participant*=CareTeamParticipant
      period=Period reasonCode*=CodeableConcept reasonReference*=Reference status=code subject=Reference
      telecom*=ContactPoint
    CareTeamParticipant<BackboneElement: member=Reference onBehalfOf=Reference period=Period
      role*=CodeableConcept
    ChargeItem<DomainResource: account*=Reference bodysite*=CodeableConcept code=CodeableConcept
      context=Reference costCenter=Reference definitionCanonical*=canonical definitionUri*=uri
      enteredDate=dateTime enterer=Reference factorOverride=decimal identifier*=Identifier note*=Annotation
      occurrence=Period|Timing|dateTime| overrideReason=string partOf*=Reference
      performer*=ChargeItemPerformer performingOrganization=Reference priceOverride=Money
      product=CodeableConcept|Reference| quantity=Quantity reason*=CodeableConcept
      requestingOrganization=Reference service*=Reference status=code subject=Reference
      supportingInformation*=Reference
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
    ClaimInsurance<BackboneElement: businessArrangement=string claimResponse=Reference coverage=Reference
      focal=boolean identifier=Identifier preAuthRef*=string sequence=positiveInt
    ClaimItem<BackboneElement: bodySite=CodeableConcept careTeamSequence*=positiveInt
      category=CodeableConcept detail*=ClaimItemDetail diagnosisSequence*=positiveInt encounter*=Reference
      factor=decimal informationSequence*=positiveInt location=Address|CodeableConcept|Reference|
      modifier*=CodeableConcept net=Money procedureSequence*=positiveInt productOrService=CodeableConcept
      programCode*=CodeableConcept quantity=Quantity revenue=CodeableConcept sequence=positiveInt
      serviced=Period|date| subSite*=CodeableConcept udi*=Reference unitPrice=Money
    ClaimItemDetail<BackboneElement: category=CodeableConcept factor=decimal modifier*=CodeableConcept
      net=Money productOrService=CodeableConcept programCode*=CodeableConcept quantity=Quantity
      revenue=CodeableConcept sequence=positiveInt subDetail*=ClaimItemDetailSubDetail udi*=Reference
      unitPrice=Money
    ClaimItemDetailSubDetail<BackboneElement: category=CodeableConcept factor=decimal
      modifier*=CodeableConcept net=Money productOrService=CodeableConcept programCode*=CodeableConcept
      quantity=Quantity revenue=CodeableConcept sequence=positiveInt udi*=Reference unitPrice=Money
    ClaimPayee<BackboneElement: party=Reference type=CodeableConcept
    ClaimProcedure<BackboneElement: date=dateTime procedure=CodeableConcept|Reference| sequence=positiveInt
      type*=CodeableConcept udi*=Reference
    ClaimRelated<BackboneElement: claim=Reference reference=Identifier relationship=CodeableConcept
    ClaimResponse<DomainResource: addItem*=ClaimResponseAddItem adjudication*=ClaimResponseItemAdjudication
      communicationRequest*=Reference created=dateTime disposition=string error*=ClaimResponseError
      form=Attachment formCode=CodeableConcept fundsReserve=CodeableConcept identifier*=Identifier
      insurance*=ClaimResponseInsurance insurer=Reference item*=ClaimResponseItem outcome=code
      patient=Reference payeeType=CodeableConcept payment=ClaimResponsePayment preAuthPeriod=Period
      preAuthRef=string processNote*=ClaimResponseProcessNote request=Reference requestor=Reference
      status=code subType=CodeableConcept total*=ClaimResponseTotal type=CodeableConcept use=code
    ClaimResponseAddItem<BackboneElement: adjudication*=ClaimResponseItemAdjudication
      bodySite=CodeableConcept detail*=ClaimResponseAddItemDetail detailSequence*=positiveInt factor=decimal
      itemSequence*=positiveInt location=Address|CodeableConcept|Reference| modifier*=CodeableConcept
      net=Money noteNumber*=positiveInt productOrService=CodeableConcept programCode*=CodeableConcept
      provider*=Reference quantity=Quantity serviced=Period|date| subSite*=CodeableConcept
      subdetailSequence*=positiveInt unitPrice=Money
    ClaimResponseAddItemDetail<BackboneElement: adjudication*=ClaimResponseItemAdjudication factor=decimal
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt productOrService=CodeableConcept
      quantity=Quantity subDetail*=ClaimResponseAddItemDetailSubDetail unitPrice=Money
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
      description=string effective=Period|dateTime| encounter=Reference finding*=ClinicalImpressionFinding
      identifier*=Identifier investigation*=ClinicalImpressionInvestigation note*=Annotation
      previous=Reference problem*=Reference prognosisCodeableConcept*=CodeableConcept
      prognosisReference*=Reference protocol*=uri status=code statusReason=CodeableConcept subject=Reference
      summary=string supportingInfo*=Reference
    ClinicalImpressionFinding<BackboneElement: basis=string itemCodeableConcept=CodeableConcept
      itemReference=Reference
    ClinicalImpressionInvestigation<BackboneElement: code=CodeableConcept item*=Reference
    CodeableConcept<Element: coding*=Coding text=string
    Coding<Element: code=code display=string system=uri userSelected=boolean version=string
    Communication<DomainResource: about*=Reference basedOn*=Reference category*=CodeableConcept
      encounter=Reference identifier*=Identifier inResponseTo*=Reference instantiatesCanonical*=canonical
      instantiatesUri*=uri medium*=CodeableConcept note*=Annotation partOf*=Reference
      payload*=CommunicationPayload priority=code reasonCode*=CodeableConcept reasonReference*=Reference
      received=dateTime recipient*=Reference sender=Reference sent=dateTime status=code
      statusReason=CodeableConcept subject=Reference topic=CodeableConcept
    CommunicationPayload<BackboneElement: content=Attachment|Reference|string|
    CommunicationRequest<DomainResource: about*=Reference authoredOn=dateTime basedOn*=Reference
      category*=CodeableConcept doNotPerform=boolean encounter=Reference groupIdentifier=Identifier
      identifier*=Identifier medium*=CodeableConcept note*=Annotation occurrence=Period|dateTime|
      payload*=CommunicationRequestPayload priority=code reasonCode*=CodeableConcept
      reasonReference*=Reference recipient*=Reference replaces*=Reference requester=Reference
      sender=Reference status=code statusReason=CodeableConcept subject=Reference
    CommunicationRequestPayload<BackboneElement: content=Attachment|Reference|string|
    Composition<DomainResource: attester*=CompositionAttester author*=Reference category*=CodeableConcept
      confidentiality=code custodian=Reference date=dateTime encounter=Reference event*=CompositionEvent
      identifier=Identifier relatesTo*=CompositionRelatesTo section*=CompositionSection status=code
      subject=Reference title=string type=CodeableConcept
    CompositionAttester<BackboneElement: mode=code party=Reference time=dateTime
    CompositionEvent<BackboneElement: code*=CodeableConcept detail*=Reference period=Period
    CompositionRelatesTo<BackboneElement: code=code target=Identifier|Reference|
    CompositionSection<BackboneElement: author*=Reference code=CodeableConcept emptyReason=CodeableConcept
      entry*=Reference focus=Reference mode=code orderedBy=CodeableConcept section*=CompositionSection
      text=Narrative title=string
    Condition<DomainResource: abatement=Age|Period|Range|dateTime|string| asserter=Reference
      bodySite*=CodeableConcept category*=CodeableConcept clinicalStatus=CodeableConcept
      code=CodeableConcept encounter=Reference evidence*=ConditionEvidence identifier*=Identifier
      note*=Annotation onset=Age|Period|Range|dateTime|string| recordedDate=dateTime recorder=Reference
      severity=CodeableConcept stage*=ConditionStage subject=Reference verificationStatus=CodeableConcept
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
    ConsentVerification<BackboneElement: verificationDate=dateTime verified=boolean verifiedWith=Reference
    ContactDetail<Element: name=string telecom*=ContactPoint
    ContactPoint<Element: period=Period rank=positiveInt system=code use=code value=string
    Contract<DomainResource: alias*=string applies=Period author=Reference authority*=Reference
      contentDefinition=ContractContentDefinition contentDerivative=CodeableConcept domain*=Reference
      expirationType=CodeableConcept friendly*=ContractFriendly identifier*=Identifier
      instantiatesCanonical=Reference instantiatesUri=uri issued=dateTime legal*=ContractLegal
      legalState=CodeableConcept legallyBinding=Attachment|Reference| name=string relevantHistory*=Reference
      rule*=ContractRule scope=CodeableConcept signer*=ContractSigner site*=Reference status=code
      subType*=CodeableConcept subject*=Reference subtitle=string supportingInfo*=Reference
      term*=ContractTerm title=string topic=CodeableConcept|Reference| type=CodeableConcept url=uri
      version=string
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
      relationship=Coding scope=CodeableConcept securityLabelNumber*=unsignedInt subtype*=CodeableConcept
      text=string type*=CodeableConcept typeReference*=Reference usePeriod*=Period
      valuedItem*=ContractTermAssetValuedItem
    ContractTermAssetContext<BackboneElement: code*=CodeableConcept reference=Reference text=string
    ContractTermAssetValuedItem<BackboneElement: effectiveTime=dateTime entity=CodeableConcept|Reference|
      factor=decimal identifier=Identifier linkId*=string net=Money payment=string paymentDate=dateTime
      points=decimal quantity=Quantity recipient=Reference responsible=Reference
      securityLabelNumber*=unsignedInt unitPrice=Money
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
      costToBeneficiary*=CoverageCostToBeneficiary dependent=string identifier*=Identifier network=string
      order=positiveInt payor*=Reference period=Period policyHolder=Reference relationship=CodeableConcept
      status=code subrogation=boolean subscriber=Reference subscriberId=string type=CodeableConcept
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
      benefit*=CoverageEligibilityResponseInsuranceItemBenefit category=CodeableConcept description=string
      excluded=boolean modifier*=CodeableConcept name=string network=CodeableConcept
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
    DeviceDeviceName<BackboneElement: name=string type=code
    DeviceMetric<DomainResource: calibration*=DeviceMetricCalibration category=code color=code
      identifier*=Identifier measurementPeriod=Timing operationalStatus=code parent=Reference
      source=Reference type=CodeableConcept unit=CodeableConcept
    DeviceMetricCalibration<BackboneElement: state=code time=instant type=code
    DeviceProperty<BackboneElement: type=CodeableConcept valueCode*=CodeableConcept valueQuantity*=Quantity
    DeviceRequest<DomainResource: authoredOn=dateTime basedOn*=Reference code=CodeableConcept|Reference|
      encounter=Reference groupIdentifier=Identifier identifier*=Identifier instantiatesCanonical*=canonical
      instantiatesUri*=uri insurance*=Reference intent=code note*=Annotation
      occurrence=Period|Timing|dateTime| parameter*=DeviceRequestParameter performer=Reference
      performerType=CodeableConcept priorRequest*=Reference priority=code reasonCode*=CodeableConcept
      reasonReference*=Reference relevantHistory*=Reference requester=Reference status=code
      subject=Reference supportingInfo*=Reference
    DeviceRequestParameter<BackboneElement: code=CodeableConcept
      value=CodeableConcept|Quantity|Range|boolean|
    DeviceSpecialization<BackboneElement: systemType=CodeableConcept version=string
    DeviceUdiCarrier<BackboneElement: carrierAIDC=base64Binary carrierHRF=string deviceIdentifier=string
      entryType=code issuer=uri jurisdiction=uri
    DeviceUseStatement<DomainResource: basedOn*=Reference bodySite=CodeableConcept derivedFrom*=Reference
      device=Reference identifier*=Identifier note*=Annotation reasonCode*=CodeableConcept
      reasonReference*=Reference recordedOn=dateTime source=Reference status=code subject=Reference
      timing=Period|Timing|dateTime|
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
    DocumentReference<DomainResource: authenticator=Reference author*=Reference category*=CodeableConcept
      content*=DocumentReferenceContent context=DocumentReferenceContext custodian=Reference date=instant
      description=string docStatus=code identifier*=Identifier masterIdentifier=Identifier
      relatesTo*=DocumentReferenceRelatesTo securityLabel*=CodeableConcept status=code subject=Reference
      type=CodeableConcept
    DocumentReferenceContent<BackboneElement: attachment=Attachment format=Coding
    DocumentReferenceContext<BackboneElement: encounter*=Reference event*=CodeableConcept
      facilityType=CodeableConcept period=Period practiceSetting=CodeableConcept related*=Reference
      sourcePatientInfo=Reference
    DocumentReferenceRelatesTo<BackboneElement: code=code target=Reference
    DomainResource<Resource: contained*=Resource extension*=Extension modifierExtension*=Extension
      text=Narrative
    Dosage<BaseDosage: additionalInstruction*=CodeableConcept asNeeded=CodeableConcept|boolean|
      doseAndRate*=DosageDoseAndRate maxDosePerAdministration=Quantity maxDosePerLifetime=Quantity
      maxDosePerPeriod=Ratio method=CodeableConcept patientInstruction=string route=CodeableConcept
      sequence=integer site=CodeableConcept text=string timing=Timing
    DosageDoseAndRate<Element: dose=Quantity|Range| rate=Quantity|Range|Ratio| type=CodeableConcept
    Duration<Quantity:
    Element: extension*=Extension id=string
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
    EpisodeOfCare<DomainResource: account*=Reference careManager=Reference diagnosis*=EpisodeOfCareDiagnosis
      identifier*=Identifier managingOrganization=Reference patient=Reference period=Period
      referralRequest*=Reference status=code statusHistory*=EpisodeOfCareStatusHistory team*=Reference
      type*=CodeableConcept
    EpisodeOfCareDiagnosis<BackboneElement: condition=Reference rank=positiveInt role=CodeableConcept
    EpisodeOfCareStatusHistory<BackboneElement: period=Period status=code
    ExplanationOfBenefit<DomainResource: accident=ExplanationOfBenefitAccident
      addItem*=ExplanationOfBenefitAddItem adjudication*=ExplanationOfBenefitItemAdjudication
      benefitBalance*=ExplanationOfBenefitBenefitBalance benefitPeriod=Period billablePeriod=Period
      careTeam*=ExplanationOfBenefitCareTeam claim=Reference claimResponse=Reference created=dateTime
      diagnosis*=ExplanationOfBenefitDiagnosis disposition=string enterer=Reference facility=Reference
      form=Attachment formCode=CodeableConcept fundsReserve=CodeableConcept
      fundsReserveRequested=CodeableConcept identifier*=Identifier insurance*=ExplanationOfBenefitInsurance
      insurer=Reference item*=ExplanationOfBenefitItem originalPrescription=Reference outcome=code
      patient=Reference payee=ExplanationOfBenefitPayee payment=ExplanationOfBenefitPayment
      preAuthRef*=string preAuthRefPeriod*=Period precedence=positiveInt prescription=Reference
      priority=CodeableConcept procedure*=ExplanationOfBenefitProcedure
      processNote*=ExplanationOfBenefitProcessNote provider=Reference referral=Reference
      related*=ExplanationOfBenefitRelated status=code subType=CodeableConcept
      supportingInfo*=ExplanationOfBenefitSupportingInfo total*=ExplanationOfBenefitTotal
      type=CodeableConcept use=code
    ExplanationOfBenefitAccident<BackboneElement: date=date location=Address|Reference| type=CodeableConcept
    ExplanationOfBenefitAddItem<BackboneElement: adjudication*=ExplanationOfBenefitItemAdjudication
      bodySite=CodeableConcept detail*=ExplanationOfBenefitAddItemDetail detailSequence*=positiveInt
      factor=decimal itemSequence*=positiveInt location=Address|CodeableConcept|Reference|
      modifier*=CodeableConcept net=Money noteNumber*=positiveInt productOrService=CodeableConcept
      programCode*=CodeableConcept provider*=Reference quantity=Quantity serviced=Period|date|
      subDetailSequence*=positiveInt subSite*=CodeableConcept unitPrice=Money
    ExplanationOfBenefitAddItemDetail<BackboneElement: adjudication*=ExplanationOfBenefitItemAdjudication
      factor=decimal modifier*=CodeableConcept net=Money noteNumber*=positiveInt
      productOrService=CodeableConcept quantity=Quantity
      subDetail*=ExplanationOfBenefitAddItemDetailSubDetail unitPrice=Money
    ExplanationOfBenefitAddItemDetailSubDetail<BackboneElement:
      adjudication*=ExplanationOfBenefitItemAdjudication factor=decimal modifier*=CodeableConcept net=Money
      noteNumber*=positiveInt productOrService=CodeableConcept quantity=Quantity unitPrice=Money
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
      category=CodeableConcept factor=decimal modifier*=CodeableConcept net=Money noteNumber*=positiveInt
      productOrService=CodeableConcept programCode*=CodeableConcept quantity=Quantity
      revenue=CodeableConcept sequence=positiveInt subDetail*=ExplanationOfBenefitItemDetailSubDetail
      udi*=Reference unitPrice=Money
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
    ExplanationOfBenefitProcessNote<BackboneElement: language=CodeableConcept number=positiveInt text=string
      type=code
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
      instantiatesCanonical*=canonical instantiatesUri*=uri name=string note*=Annotation patient=Reference
      reasonCode*=CodeableConcept reasonReference*=Reference relationship=CodeableConcept
      sex=CodeableConcept status=code
    FamilyMemberHistoryCondition<BackboneElement: code=CodeableConcept contributedToDeath=boolean
      note*=Annotation onset=Age|Period|Range|string| outcome=CodeableConcept
    Flag<DomainResource: author=Reference category*=CodeableConcept code=CodeableConcept encounter=Reference
      identifier*=Identifier period=Period status=code subject=Reference
    Goal<DomainResource: achievementStatus=CodeableConcept addresses*=Reference category*=CodeableConcept
      description=CodeableConcept expressedBy=Reference identifier*=Identifier lifecycleStatus=code
      note*=Annotation outcomeCode*=CodeableConcept outcomeReference*=Reference priority=CodeableConcept
      start=CodeableConcept|date| statusDate=date statusReason=string subject=Reference target*=GoalTarget
    GoalTarget<BackboneElement: detail=CodeableConcept|Quantity|Range|Ratio|boolean|integer|string|
      due=Duration|date| measure=CodeableConcept
    Group<DomainResource: active=boolean actual=boolean characteristic*=GroupCharacteristic
      code=CodeableConcept identifier*=Identifier managingEntity=Reference member*=GroupMember name=string
      quantity=unsignedInt type=code
    GroupCharacteristic<BackboneElement: code=CodeableConcept exclude=boolean period=Period
      value=CodeableConcept|Quantity|Range|Reference|boolean|
    GroupMember<BackboneElement: entity=Reference inactive=boolean period=Period
    GuidanceResponse<DomainResource: dataRequirement*=DataRequirement encounter=Reference
      evaluationMessage*=Reference identifier*=Identifier module=CodeableConcept|canonical|uri|
      note*=Annotation occurrenceDateTime=dateTime outputParameters=Reference performer=Reference
      reasonCode*=CodeableConcept reasonReference*=Reference requestIdentifier=Identifier result=Reference
      status=code subject=Reference
    HealthcareService<DomainResource: active=boolean appointmentRequired=boolean
      availabilityExceptions=string availableTime*=HealthcareServiceAvailableTime category*=CodeableConcept
      characteristic*=CodeableConcept comment=string communication*=CodeableConcept coverageArea*=Reference
      eligibility*=HealthcareServiceEligibility endpoint*=Reference extraDetails=markdown
      identifier*=Identifier location*=Reference name=string notAvailable*=HealthcareServiceNotAvailable
      photo=Attachment program*=CodeableConcept providedBy=Reference referralMethod*=CodeableConcept
      serviceProvisionCode*=CodeableConcept specialty*=CodeableConcept telecom*=ContactPoint
      type*=CodeableConcept
    HealthcareServiceAvailableTime<BackboneElement: allDay=boolean availableEndTime=time
      availableStartTime=time daysOfWeek*=code
    HealthcareServiceEligibility<BackboneElement: code=CodeableConcept comment=markdown
    HealthcareServiceNotAvailable<BackboneElement: description=string during=Period
    HumanName<Element: family=string given*=string period=Period prefix*=string suffix*=string text=string
      use=code
    Identifier<Element: assigner=Reference period=Period system=uri type=CodeableConcept use=code
      value=string
    ImagingStudy<DomainResource: basedOn*=Reference description=string encounter=Reference
      endpoint*=Reference identifier*=Identifier interpreter*=Reference location=Reference modality*=Coding
      note*=Annotation numberOfInstances=unsignedInt numberOfSeries=unsignedInt
      procedureCode*=CodeableConcept procedureReference=Reference reasonCode*=CodeableConcept
      reasonReference*=Reference referrer=Reference series*=ImagingStudySeries started=dateTime status=code
      subject=Reference
    ImagingStudySeries<BackboneElement: bodySite=Coding description=string endpoint*=Reference
      instance*=ImagingStudySeriesInstance laterality=Coding modality=Coding number=unsignedInt
      numberOfInstances=unsignedInt performer*=ImagingStudySeriesPerformer specimen*=Reference
      started=dateTime uid=id
    ImagingStudySeriesInstance<BackboneElement: number=unsignedInt sopClass=Coding title=string uid=id
    ImagingStudySeriesPerformer<BackboneElement: actor=Reference function=CodeableConcept
    Immunization<DomainResource: doseQuantity=Quantity education*=ImmunizationEducation encounter=Reference
      expirationDate=date fundingSource=CodeableConcept identifier*=Identifier isSubpotent=boolean
      location=Reference lotNumber=string manufacturer=Reference note*=Annotation
      occurrence=dateTime|string| patient=Reference performer*=ImmunizationPerformer primarySource=boolean
      programEligibility*=CodeableConcept protocolApplied*=ImmunizationProtocolApplied
      reaction*=ImmunizationReaction reasonCode*=CodeableConcept reasonReference*=Reference
      recorded=dateTime reportOrigin=CodeableConcept route=CodeableConcept site=CodeableConcept status=code
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
    ImmunizationRecommendationRecommendation<BackboneElement: contraindicatedVaccineCode*=CodeableConcept
      dateCriterion*=ImmunizationRecommendationRecommendationDateCriterion description=string
      doseNumber=positiveInt|string| forecastReason*=CodeableConcept forecastStatus=CodeableConcept
      series=string seriesDoses=positiveInt|string| supportingImmunization*=Reference
      supportingPatientInformation*=Reference targetDisease=CodeableConcept vaccineCode*=CodeableConcept
    ImmunizationRecommendationRecommendationDateCriterion<BackboneElement: code=CodeableConcept
      value=dateTime
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
    Invoice<DomainResource: account=Reference cancelledReason=string date=dateTime identifier*=Identifier
      issuer=Reference lineItem*=InvoiceLineItem note*=Annotation participant*=InvoiceParticipant
      paymentTerms=markdown recipient=Reference status=code subject=Reference totalGross=Money
      totalNet=Money totalPriceComponent*=InvoiceLineItemPriceComponent type=CodeableConcept
    InvoiceLineItem<BackboneElement: chargeItem=CodeableConcept|Reference|
      priceComponent*=InvoiceLineItemPriceComponent sequence=positiveInt
    InvoiceLineItemPriceComponent<BackboneElement: amount=Money code=CodeableConcept factor=decimal
      type=code
    InvoiceParticipant<BackboneElement: actor=Reference role=CodeableConcept
    Linkage<DomainResource: active=boolean author=Reference item*=LinkageItem
    LinkageItem<BackboneElement: resource=Reference type=code
    List<DomainResource: code=CodeableConcept date=dateTime emptyReason=CodeableConcept encounter=Reference
      entry*=ListEntry identifier*=Identifier mode=code note*=Annotation orderedBy=CodeableConcept
      source=Reference status=code subject=Reference title=string
    ListEntry<BackboneElement: date=dateTime deleted=boolean flag=CodeableConcept item=Reference
    Location<DomainResource: address=Address alias*=string availabilityExceptions=string description=string
      endpoint*=Reference hoursOfOperation*=LocationHoursOfOperation identifier*=Identifier
      managingOrganization=Reference mode=code name=string operationalStatus=Coding partOf=Reference
      physicalType=CodeableConcept position=LocationPosition status=code telecom*=ContactPoint
      type*=CodeableConcept
    LocationHoursOfOperation<BackboneElement: allDay=boolean closingTime=time daysOfWeek*=code
      openingTime=time
    LocationPosition<BackboneElement: altitude=decimal latitude=decimal longitude=decimal
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
    MeasureReportGroupStratifierStratumComponent<BackboneElement: code=CodeableConcept value=CodeableConcept
    MeasureReportGroupStratifierStratumPopulation<BackboneElement: code=CodeableConcept count=integer
      subjectResults=Reference
    Media<DomainResource: basedOn*=Reference bodySite=CodeableConcept content=Attachment
      created=Period|dateTime| device=Reference deviceName=string duration=decimal encounter=Reference
      frames=positiveInt height=positiveInt identifier*=Identifier issued=instant modality=CodeableConcept
      note*=Annotation operator=Reference partOf*=Reference reasonCode*=CodeableConcept status=code
      subject=Reference type=CodeableConcept view=CodeableConcept width=positiveInt
    Medication<DomainResource: amount=Ratio batch=MedicationBatch code=CodeableConcept form=CodeableConcept
      identifier*=Identifier ingredient*=MedicationIngredient manufacturer=Reference status=code
    MedicationAdministration<DomainResource: category=CodeableConcept context=Reference device*=Reference
      dosage=MedicationAdministrationDosage effective=Period|dateTime| eventHistory*=Reference
      identifier*=Identifier instantiates*=uri medication=CodeableConcept|Reference| note*=Annotation
      partOf*=Reference performer*=MedicationAdministrationPerformer reasonCode*=CodeableConcept
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
      statusReason=CodeableConcept|Reference| subject=Reference substitution=MedicationDispenseSubstitution
      supportingInformation*=Reference type=CodeableConcept whenHandedOver=dateTime whenPrepared=dateTime
    MedicationDispensePerformer<BackboneElement: actor=Reference function=CodeableConcept
    MedicationDispenseSubstitution<BackboneElement: reason*=CodeableConcept responsibleParty*=Reference
      type=CodeableConcept wasSubstituted=boolean
    MedicationIngredient<BackboneElement: isActive=boolean item=CodeableConcept|Reference| strength=Ratio
    MedicationRequest<DomainResource: authoredOn=dateTime basedOn*=Reference category*=CodeableConcept
      courseOfTherapyType=CodeableConcept detectedIssue*=Reference
      dispenseRequest=MedicationRequestDispenseRequest doNotPerform=boolean dosageInstruction*=Dosage
      encounter=Reference eventHistory*=Reference groupIdentifier=Identifier identifier*=Identifier
      instantiatesCanonical*=canonical instantiatesUri*=uri insurance*=Reference intent=code
      medication=CodeableConcept|Reference| note*=Annotation performer=Reference
      performerType=CodeableConcept priorPrescription=Reference priority=code reasonCode*=CodeableConcept
      reasonReference*=Reference recorder=Reference reported=Reference|boolean| requester=Reference
      status=code statusReason=CodeableConcept subject=Reference substitution=MedicationRequestSubstitution
      supportingInformation*=Reference
    MedicationRequestDispenseRequest<BackboneElement: dispenseInterval=Duration
      expectedSupplyDuration=Duration initialFill=MedicationRequestDispenseRequestInitialFill
      numberOfRepeatsAllowed=unsignedInt performer=Reference quantity=Quantity validityPeriod=Period
    MedicationRequestDispenseRequestInitialFill<BackboneElement: duration=Duration quantity=Quantity
    MedicationRequestSubstitution<BackboneElement: allowed=CodeableConcept|boolean| reason=CodeableConcept
    MedicationStatement<DomainResource: basedOn*=Reference category=CodeableConcept context=Reference
      dateAsserted=dateTime derivedFrom*=Reference dosage*=Dosage effective=Period|dateTime|
      identifier*=Identifier informationSource=Reference medication=CodeableConcept|Reference|
      note*=Annotation partOf*=Reference reasonCode*=CodeableConcept reasonReference*=Reference status=code
      statusReason*=CodeableConcept subject=Reference
    MessageHeader<DomainResource: author=Reference definition=canonical
      destination*=MessageHeaderDestination enterer=Reference event=Coding|uri| focus*=Reference
      reason=CodeableConcept response=MessageHeaderResponse responsible=Reference sender=Reference
      source=MessageHeaderSource
    MessageHeaderDestination<BackboneElement: endpoint=url name=string receiver=Reference target=Reference
    MessageHeaderResponse<BackboneElement: code=code details=Reference identifier=id
    MessageHeaderSource<BackboneElement: contact=ContactPoint endpoint=url name=string software=string
      version=string
    Meta<Element: lastUpdated=instant profile*=canonical security*=Coding source=uri tag*=Coding
      versionId=id
    MolecularSequence<DomainResource: coordinateSystem=integer device=Reference identifier*=Identifier
      observedSeq=string patient=Reference performer=Reference pointer*=Reference
      quality*=MolecularSequenceQuality quantity=Quantity readCoverage=integer
      referenceSeq=MolecularSequenceReferenceSeq repository*=MolecularSequenceRepository specimen=Reference
      structureVariant*=MolecularSequenceStructureVariant type=code variant*=MolecularSequenceVariant
    MolecularSequenceQuality<BackboneElement: end=integer fScore=decimal gtFP=decimal method=CodeableConcept
      precision=decimal queryFP=decimal queryTP=decimal recall=decimal roc=MolecularSequenceQualityRoc
      score=Quantity standardSequence=CodeableConcept start=integer truthFN=decimal truthTP=decimal
      type=code
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
    Narrative<Element: div=xhtml status=code
    NutritionOrder<DomainResource: allergyIntolerance*=Reference dateTime=dateTime encounter=Reference
      enteralFormula=NutritionOrderEnteralFormula excludeFoodModifier*=CodeableConcept
      foodPreferenceModifier*=CodeableConcept identifier*=Identifier instantiates*=uri
      instantiatesCanonical*=canonical instantiatesUri*=uri intent=code note*=Annotation
      oralDiet=NutritionOrderOralDiet orderer=Reference patient=Reference status=code
      supplement*=NutritionOrderSupplement
    NutritionOrderEnteralFormula<BackboneElement: additiveProductName=string additiveType=CodeableConcept
      administration*=NutritionOrderEnteralFormulaAdministration administrationInstruction=string
      baseFormulaProductName=string baseFormulaType=CodeableConcept caloricDensity=Quantity
      maxVolumeToDeliver=Quantity routeofAdministration=CodeableConcept
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
      derivedFrom*=Reference device=Reference effective=Period|Timing|dateTime|instant| encounter=Reference
      focus*=Reference hasMember*=Reference identifier*=Identifier interpretation*=CodeableConcept
      issued=instant method=CodeableConcept note*=Annotation partOf*=Reference performer*=Reference
      referenceRange*=ObservationReferenceRange specimen=Reference status=code subject=Reference
      value=CodeableConcept|Period|Quantity|Range|Ratio|SampledData|boolean|dateTime|integer|string|time|
    ObservationComponent<BackboneElement: code=CodeableConcept dataAbsentReason=CodeableConcept
      interpretation*=CodeableConcept referenceRange*=ObservationReferenceRange
      value=CodeableConcept|Period|Quantity|Range|Ratio|SampledData|boolean|dateTime|integer|string|time|
    ObservationReferenceRange<BackboneElement: age=Range appliesTo*=CodeableConcept high=Quantity
      low=Quantity text=string type=CodeableConcept
    OperationOutcome<DomainResource: issue*=OperationOutcomeIssue
    OperationOutcomeIssue<BackboneElement: code=code details=CodeableConcept diagnostics=string
      expression*=string location*=string severity=code
    Organization<DomainResource: active=boolean address*=Address alias*=string contact*=OrganizationContact
      endpoint*=Reference identifier*=Identifier name=string partOf=Reference telecom*=ContactPoint
      type*=CodeableConcept
    OrganizationAffiliation<DomainResource: active=boolean code*=CodeableConcept endpoint*=Reference
      healthcareService*=Reference identifier*=Identifier location*=Reference network*=Reference
      organization=Reference participatingOrganization=Reference period=Period specialty*=CodeableConcept
      telecom*=ContactPoint
    OrganizationContact<BackboneElement: address=Address name=HumanName purpose=CodeableConcept
      telecom*=ContactPoint
    ParameterDefinition<Element: documentation=string max=string min=integer name=code profile=canonical
      type=code use=code
    Parameters<Resource: parameter*=ParametersParameter
    ParametersParameter<BackboneElement: name=string part*=ParametersParameter resource=Resource value=any|
    Patient<DomainResource: active=boolean address*=Address birthDate=date
      communication*=PatientCommunication contact*=PatientContact deceased=boolean|dateTime| gender=code
      generalPractitioner*=Reference identifier*=Identifier link*=PatientLink managingOrganization=Reference
      maritalStatus=CodeableConcept multipleBirth=boolean|integer| name*=HumanName photo*=Attachment
      telecom*=ContactPoint
    PatientCommunication<BackboneElement: language=CodeableConcept preferred=boolean
    PatientContact<BackboneElement: address=Address gender=code name=HumanName organization=Reference
      period=Period relationship*=CodeableConcept telecom*=ContactPoint
    PatientLink<BackboneElement: other=Reference type=code
    PaymentNotice<DomainResource: amount=Money created=dateTime identifier*=Identifier payee=Reference
      payment=Reference paymentDate=date paymentStatus=CodeableConcept provider=Reference
      recipient=Reference request=Reference response=Reference status=code
    PaymentReconciliation<DomainResource: created=dateTime detail*=PaymentReconciliationDetail
      disposition=string formCode=CodeableConcept identifier*=Identifier outcome=code paymentAmount=Money
      paymentDate=date paymentIdentifier=Identifier paymentIssuer=Reference period=Period
      processNote*=PaymentReconciliationProcessNote request=Reference requestor=Reference status=code
    PaymentReconciliationDetail<BackboneElement: amount=Money date=date identifier=Identifier
      payee=Reference predecessor=Identifier request=Reference response=Reference responsible=Reference
      submitter=Reference type=CodeableConcept
    PaymentReconciliationProcessNote<BackboneElement: text=string type=code
    Period<Element: end=dateTime start=dateTime
    Person<DomainResource: active=boolean address*=Address birthDate=date gender=code identifier*=Identifier
      link*=PersonLink managingOrganization=Reference name*=HumanName photo=Attachment telecom*=ContactPoint
    PersonLink<BackboneElement: assurance=code target=Reference
    Practitioner<DomainResource: active=boolean address*=Address birthDate=date
      communication*=CodeableConcept gender=code identifier*=Identifier name*=HumanName photo*=Attachment
      qualification*=PractitionerQualification telecom*=ContactPoint
    PractitionerQualification<BackboneElement: code=CodeableConcept identifier*=Identifier issuer=Reference
      period=Period
    PractitionerRole<DomainResource: active=boolean availabilityExceptions=string
      availableTime*=PractitionerRoleAvailableTime code*=CodeableConcept endpoint*=Reference
      healthcareService*=Reference identifier*=Identifier location*=Reference
      notAvailable*=PractitionerRoleNotAvailable organization=Reference period=Period practitioner=Reference
      specialty*=CodeableConcept telecom*=ContactPoint
    PractitionerRoleAvailableTime<BackboneElement: allDay=boolean availableEndTime=time
      availableStartTime=time daysOfWeek*=code
    PractitionerRoleNotAvailable<BackboneElement: description=string during=Period
    Procedure<DomainResource: asserter=Reference basedOn*=Reference bodySite*=CodeableConcept
      category=CodeableConcept code=CodeableConcept complication*=CodeableConcept
      complicationDetail*=Reference encounter=Reference focalDevice*=ProcedureFocalDevice
      followUp*=CodeableConcept identifier*=Identifier instantiatesCanonical*=canonical instantiatesUri*=uri
      location=Reference note*=Annotation outcome=CodeableConcept partOf*=Reference
      performed=Age|Period|Range|dateTime|string| performer*=ProcedurePerformer reasonCode*=CodeableConcept
      reasonReference*=Reference recorder=Reference report*=Reference status=code
      statusReason=CodeableConcept subject=Reference usedCode*=CodeableConcept usedReference*=Reference
    ProcedureFocalDevice<BackboneElement: action=CodeableConcept manipulated=Reference
    ProcedurePerformer<BackboneElement: actor=Reference function=CodeableConcept onBehalfOf=Reference
    Provenance<DomainResource: activity=CodeableConcept agent*=ProvenanceAgent entity*=ProvenanceEntity
      location=Reference occurred=Period|dateTime| policy*=uri reason*=CodeableConcept recorded=instant
      signature*=Signature target*=Reference
    ProvenanceAgent<BackboneElement: onBehalfOf=Reference role*=CodeableConcept type=CodeableConcept
      who=Reference
    ProvenanceEntity<BackboneElement: agent*=ProvenanceAgent role=code what=Reference
    Quantity<Element: code=code comparator=code system=uri unit=string value=decimal
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
      patient=Reference period=Period photo*=Attachment relationship*=CodeableConcept telecom*=ContactPoint
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
    RequestGroupActionRelatedAction<BackboneElement: actionId=id offset=Duration|Range| relationship=code
    ResearchStudy<DomainResource: arm*=ResearchStudyArm category*=CodeableConcept condition*=CodeableConcept
      contact*=ContactDetail description=markdown enrollment*=Reference focus*=CodeableConcept
      identifier*=Identifier keyword*=CodeableConcept location*=CodeableConcept note*=Annotation
      objective*=ResearchStudyObjective partOf*=Reference period=Period phase=CodeableConcept
      primaryPurposeType=CodeableConcept principalInvestigator=Reference protocol*=Reference
      reasonStopped=CodeableConcept relatedArtifact*=RelatedArtifact site*=Reference sponsor=Reference
      status=code title=string
    ResearchStudyArm<BackboneElement: description=string name=string type=CodeableConcept
    ResearchStudyObjective<BackboneElement: name=string type=CodeableConcept
    ResearchSubject<DomainResource: actualArm=string assignedArm=string consent=Reference
      identifier*=Identifier individual=Reference period=Period status=code study=Reference
    Resource: id=string implicitRules=uri language=code meta=Meta
    RiskAssessment<DomainResource: basedOn=Reference basis*=Reference code=CodeableConcept
      condition=Reference encounter=Reference identifier*=Identifier method=CodeableConcept
      mitigation=string note*=Annotation occurrence=Period|dateTime| parent=Reference performer=Reference
      prediction*=RiskAssessmentPrediction reasonCode*=CodeableConcept reasonReference*=Reference
      status=code subject=Reference
    RiskAssessmentPrediction<BackboneElement: outcome=CodeableConcept probability=Range|decimal|
      qualitativeRisk=CodeableConcept rationale=string relativeRisk=decimal when=Period|Range|
    SampledData<Element: data=string dimensions=positiveInt factor=decimal lowerLimit=decimal
      origin=Quantity period=decimal upperLimit=decimal
    Schedule<DomainResource: active=boolean actor*=Reference comment=string identifier*=Identifier
      planningHorizon=Period serviceCategory*=CodeableConcept serviceType*=CodeableConcept
      specialty*=CodeableConcept
    ServiceRequest<DomainResource: asNeeded=CodeableConcept|boolean| authoredOn=dateTime basedOn*=Reference
      bodySite*=CodeableConcept category*=CodeableConcept code=CodeableConcept doNotPerform=boolean
      encounter=Reference identifier*=Identifier instantiatesCanonical*=canonical instantiatesUri*=uri
      insurance*=Reference intent=code locationCode*=CodeableConcept locationReference*=Reference
      note*=Annotation occurrence=Period|Timing|dateTime| orderDetail*=CodeableConcept
      patientInstruction=string performer*=Reference performerType=CodeableConcept priority=code
      quantity=Quantity|Range|Ratio| reasonCode*=CodeableConcept reasonReference*=Reference
      relevantHistory*=Reference replaces*=Reference requester=Reference requisition=Identifier
      specimen*=Reference status=code subject=Reference supportingInfo*=Reference
    Signature<Element: data=base64Binary onBehalfOf=Reference sigFormat=code targetFormat=code type*=Coding
      when=instant who=Reference
    Slot<DomainResource: appointmentType=CodeableConcept comment=string end=instant identifier*=Identifier
      overbooked=boolean schedule=Reference serviceCategory*=CodeableConcept serviceType*=CodeableConcept
      specialty*=CodeableConcept start=instant status=code
    Specimen<DomainResource: accessionIdentifier=Identifier collection=SpecimenCollection
      condition*=CodeableConcept container*=SpecimenContainer identifier*=Identifier note*=Annotation
      parent*=Reference processing*=SpecimenProcessing receivedTime=dateTime request*=Reference status=code
      subject=Reference type=CodeableConcept
    SpecimenCollection<BackboneElement: bodySite=CodeableConcept collected=Period|dateTime|
      collector=Reference duration=Duration fastingStatus=CodeableConcept|Duration| method=CodeableConcept
      quantity=Quantity
    SpecimenContainer<BackboneElement: additive=CodeableConcept|Reference| capacity=Quantity
      description=string identifier*=Identifier specimenQuantity=Quantity type=CodeableConcept
    SpecimenProcessing<BackboneElement: additive*=Reference description=string procedure=CodeableConcept
      time=Period|dateTime|
    Substance<DomainResource: category*=CodeableConcept code=CodeableConcept description=string
      identifier*=Identifier ingredient*=SubstanceIngredient instance*=SubstanceInstance status=code
    SubstanceIngredient<BackboneElement: quantity=Ratio substance=CodeableConcept|Reference|
    SubstanceInstance<BackboneElement: expiry=dateTime identifier=Identifier quantity=Quantity
    SupplyDelivery<DomainResource: basedOn*=Reference destination=Reference identifier*=Identifier
      occurrence=Period|Timing|dateTime| partOf*=Reference patient=Reference receiver*=Reference status=code
      suppliedItem=SupplyDeliverySuppliedItem supplier=Reference type=CodeableConcept
    SupplyDeliverySuppliedItem<BackboneElement: item=CodeableConcept|Reference| quantity=Quantity
    SupplyRequest<DomainResource: authoredOn=dateTime category=CodeableConcept deliverFrom=Reference
      deliverTo=Reference identifier*=Identifier item=CodeableConcept|Reference|
      occurrence=Period|Timing|dateTime| parameter*=SupplyRequestParameter priority=code quantity=Quantity
      reasonCode*=CodeableConcept reasonReference*=Reference requester=Reference status=code
      supplier*=Reference
    SupplyRequestParameter<BackboneElement: code=CodeableConcept
      value=CodeableConcept|Quantity|Range|boolean|
    Task<DomainResource: authoredOn=dateTime basedOn*=Reference businessStatus=CodeableConcept
      code=CodeableConcept description=string encounter=Reference executionPeriod=Period focus=Reference
      for=Reference groupIdentifier=Identifier identifier*=Identifier input*=TaskInput
      instantiatesCanonical=canonical instantiatesUri=uri insurance*=Reference intent=code
      lastModified=dateTime location=Reference note*=Annotation output*=TaskOutput owner=Reference
      partOf*=Reference performerType*=CodeableConcept priority=code reasonCode=CodeableConcept
      reasonReference=Reference relevantHistory*=Reference requester=Reference restriction=TaskRestriction
      status=code statusReason=CodeableConcept
    TaskInput<BackboneElement: type=CodeableConcept value=any|
    TaskOutput<BackboneElement: type=CodeableConcept value=any|
    TaskRestriction<BackboneElement: period=Period recipient*=Reference repetitions=positiveInt
    Timing<BaseTiming: code=CodeableConcept event*=dateTime repeat=TimingRepeat
    TimingRepeat<Element: bounds=Duration|Period|Range| count=positiveInt countMax=positiveInt
      dayOfWeek*=code duration=decimal durationMax=decimal durationUnit=code frequency=positiveInt
      frequencyMax=positiveInt offset=unsignedInt period=decimal periodMax=decimal periodUnit=code
      timeOfDay*=time when*=code
    TriggerDefinition<Element: condition=Expression data*=DataRequirement name=string
      timing=Reference|Timing|date|dateTime| type=code
    UsageContext<Element: code=Coding value=CodeableConcept|Quantity|Range|Reference|
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
    VerificationResultValidator<BackboneElement: attestationSignature=Signature identityCertificate=string
      organization=Reference
    VisionPrescription<DomainResource: created=dateTime dateWritten=dateTime encounter=Reference
      identifier*=Identifier lensSpecification*=VisionPrescriptionLensSpecification patient=Reference
      prescriber=Reference status=code
    VisionPrescriptionLensSpecification<BackboneElement: add=decimal axis=integer backCurve=decimal
      brand=string color=string cylinder=decimal diameter=decimal duration=Quantity eye=code
      note*=Annotation power=decimal prism*=VisionPrescriptionLensSpecificationPrism product=CodeableConcept
      sphere=decimal
    VisionPrescriptionLensSpecificationPrism<BackboneElement: amount=decimal base=code
    """
}
