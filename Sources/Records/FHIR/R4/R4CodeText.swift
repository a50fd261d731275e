/// The codes that elements of type `code` may have in FHIR R4 (4.0.1; HL7, CC0), by the lists that the standard
/// requires; made by `Scripts/fhir-elements` from HL7's definitions, never by hand.
///
///     Type.element Type.element: code code
///
/// An element that is not here has a list that is long, open or of another body (media types, languages, currencies). A
/// line that begins with blanks goes on.
enum R4CodeText {
  static let text: StaticString = """
    Account.status: active inactive entered-in-error on-hold unknown
    ActivityDefinition.intent DeviceRequest.intent NutritionOrder.intent RequestGroup.intent
      ServiceRequest.intent: proposal plan directive order original-order reflex-order filler-order
      instance-order option
    ActivityDefinition.priority Communication.priority CommunicationRequest.priority
      DeviceRequest.priority MedicationRequest.priority PlanDefinitionAction.priority
      RequestGroup.priority RequestGroupAction.priority ServiceRequest.priority SupplyRequest.priority
      Task.priority: routine urgent asap stat
    ActivityDefinition.status CapabilityStatement.status CatalogEntry.status ChargeItemDefinition.status
      CodeSystem.status CompartmentDefinition.status ConceptMap.status EffectEvidenceSynthesis.status
      EventDefinition.status Evidence.status EvidenceVariable.status ExampleScenario.status
      GraphDefinition.status ImplementationGuide.status InsurancePlan.status Library.status
      Measure.status MessageDefinition.status NamingSystem.status OperationDefinition.status
      PlanDefinition.status Questionnaire.status ResearchDefinition.status
      ResearchElementDefinition.status RiskEvidenceSynthesis.status SearchParameter.status
      StructureDefinition.status StructureMap.status TerminologyCapabilities.status TestScript.status
      ValueSet.status: draft active retired unknown
    ActivityDefinitionParticipant.type PlanDefinitionActionParticipant.type: patient practitioner
      related-person device
    Address.type: postal physical both
    Address.use: home work temp old billing
    AdverseEvent.actuality: actual potential
    AllergyIntolerance.category: food medication environment biologic
    AllergyIntolerance.criticality: low high unable-to-assess
    AllergyIntolerance.type: allergy intolerance
    AllergyIntoleranceReaction.severity: mild moderate severe
    Appointment.status: proposed pending booked arrived fulfilled cancelled noshow entered-in-error
      checked-in waitlist
    AppointmentParticipant.required: required optional information-only
    AppointmentParticipant.status AppointmentResponse.participantStatus: accepted declined tentative
      needs-action
    BiologicallyDerivedProduct.productCategory: organ tissue fluid cells biologicalAgent
    BiologicallyDerivedProduct.status: available unavailable
    BiologicallyDerivedProductStorage.scale: farenheit celsius kelvin
    Bundle.type: document message transaction transaction-response batch batch-response history
      searchset collection
    BundleEntryRequest.method: GET HEAD POST PUT DELETE PATCH
    BundleEntrySearch.mode: match include outcome
    CapabilityStatement.kind TerminologyCapabilities.kind: instance capability requirements
    CapabilityStatementDocument.mode: producer consumer
    CapabilityStatementMessagingSupportedMessage.mode: sender receiver
    CapabilityStatementRest.mode: client server
    CapabilityStatementRestInteraction.code: transaction batch search-system history-system
    CapabilityStatementRestResource.conditionalDelete: not-supported single multiple
    CapabilityStatementRestResource.conditionalRead: not-supported modified-since not-match full-support
    CapabilityStatementRestResource.referencePolicy: literal logical resolves enforced local
    CapabilityStatementRestResource.versioning: no-version versioned versioned-update
    CapabilityStatementRestResourceInteraction.code: read vread update patch delete history-instance
      history-type create search-type
    CapabilityStatementRestResourceSearchParam.type OperationDefinitionParameter.searchType
      SearchParameter.type: number date string token reference composite quantity uri special
    CarePlan.intent: proposal plan order option
    CarePlan.status CommunicationRequest.status DeviceRequest.status NutritionOrder.status
      RequestGroup.status ServiceRequest.status: draft active on-hold revoked completed entered-in-error
      unknown
    CarePlanActivityDetail.kind: Appointment CommunicationRequest DeviceRequest MedicationRequest
      NutritionOrder Task ServiceRequest VisionPrescription
    CarePlanActivityDetail.status: not-started scheduled in-progress on-hold completed cancelled stopped
      unknown entered-in-error
    CareTeam.status: proposed active suspended inactive entered-in-error
    CatalogEntryRelatedEntry.relationtype: triggers is-replaced-by
    ChargeItem.status: planned billable not-billable aborted billed entered-in-error unknown
    ChargeItemDefinitionPropertyGroupPriceComponent.type InvoiceLineItemPriceComponent.type: base
      surcharge deduction discount tax informational
    Claim.status ClaimResponse.status Coverage.status CoverageEligibilityRequest.status
      CoverageEligibilityResponse.status EnrollmentRequest.status EnrollmentResponse.status
      ExplanationOfBenefit.status PaymentNotice.status PaymentReconciliation.status
      VisionPrescription.status: active cancelled draft entered-in-error
    Claim.use ClaimResponse.use ExplanationOfBenefit.use: claim preauthorization predetermination
    ClaimResponse.outcome CoverageEligibilityResponse.outcome EnrollmentResponse.outcome
      ExplanationOfBenefit.outcome PaymentReconciliation.outcome: queued complete error partial
    ClaimResponseProcessNote.type ExplanationOfBenefitProcessNote.type
      PaymentReconciliationProcessNote.type: display print printoper
    ClinicalImpression.status: in-progress completed entered-in-error
    CodeSystem.content: not-present example fragment complete supplement
    CodeSystem.hierarchyMeaning: grouped-by is-a part-of classified-with
    CodeSystemFilter.operator ValueSetComposeIncludeFilter.op: = is-a descendent-of is-not-a regex in
      not-in generalizes exists
    CodeSystemProperty.type: code Coding string integer boolean dateTime decimal
    Communication.status Media.status Procedure.status: preparation in-progress not-done on-hold stopped
      completed entered-in-error unknown
    CompartmentDefinition.code GraphDefinitionLinkTargetCompartment.code: Patient Encounter
      RelatedPerson Practitioner Device
    Composition.status DocumentReference.docStatus: preliminary final amended entered-in-error
    CompositionAttester.mode: personal professional legal official
    CompositionRelatesTo.code DocumentReferenceRelatesTo.code: replaces transforms signs appends
    CompositionSection.mode List.mode: working snapshot changes
    ConceptMapGroupElementTarget.equivalence: relatedto equivalent equal wider subsumes narrower
      specializes inexact unmatched disjoint
    ConceptMapGroupUnmapped.mode: provided fixed other-map
    Consent.status: draft proposed active rejected inactive entered-in-error
    ConsentProvision.type: deny permit
    ConsentProvisionData.meaning: instance related dependents authoredby
    ContactPoint.system: phone fax email pager url sms other
    ContactPoint.use: home work temp old mobile
    Contract.status ContractContentDefinition.publicationStatus: amended appended cancelled disputed
      entered-in-error executable executed negotiable offered policy rejected renewed revoked resolved
      terminated
    Contributor.type: author editor reviewer endorser
    CoverageEligibilityRequest.purpose CoverageEligibilityResponse.purpose: auth-requirements benefits
      discovery validation
    DataRequirementSort.direction: ascending descending
    DetectedIssue.severity: high moderate low
    DetectedIssue.status Observation.status RiskAssessment.status: registered preliminary final amended
      corrected cancelled entered-in-error unknown
    Device.status: active inactive entered-in-error unknown
    DeviceDefinitionDeviceName.type DeviceDeviceName.type: udi-label-name user-friendly-name
      patient-reported-name manufacturer-name model-name other
    DeviceMetric.category: measurement setting calculation unspecified
    DeviceMetric.color: black red green yellow blue magenta cyan white
    DeviceMetric.operationalStatus: on off standby entered-in-error
    DeviceMetricCalibration.state: not-calibrated calibration-required calibrated unspecified
    DeviceMetricCalibration.type: unspecified offset gain two-point
    DeviceUseStatement.status: active completed entered-in-error intended stopped on-hold
    DiagnosticReport.status: registered partial preliminary final amended corrected appended cancelled
      entered-in-error unknown
    DocumentManifest.status DocumentReference.status: current superseded entered-in-error
    EffectEvidenceSynthesisResultsByExposure.exposureState: exposure exposure-alternative
    ElementDefinition.representation: xmlAttr xmlText typeAttr cdaText xhtml
    ElementDefinitionBinding.strength OperationDefinitionParameterBinding.strength: required extensible
      preferred example
    ElementDefinitionConstraint.severity: error warning
    ElementDefinitionSlicing.rules: closed open openAtEnd
    ElementDefinitionSlicingDiscriminator.type: value exists pattern type profile
    ElementDefinitionType.aggregation: contained referenced bundled
    ElementDefinitionType.versioning: either independent specific
    Encounter.status EncounterStatusHistory.status: planned arrived triaged in-progress onleave finished
      cancelled entered-in-error unknown
    EncounterLocation.status: planned active reserved completed
    Endpoint.status: active suspended error off entered-in-error test
    EpisodeOfCare.status EpisodeOfCareStatusHistory.status: planned waitlist active onhold finished
      cancelled entered-in-error
    EvidenceVariable.type ResearchElementDefinition.variableType: dichotomous continuous descriptive
    EvidenceVariableCharacteristic.groupMeasure
      ResearchElementDefinitionCharacteristic.participantEffectiveGroupMeasure
      ResearchElementDefinitionCharacteristic.studyEffectiveGroupMeasure: mean median mean-of-mean
      mean-of-median median-of-mean median-of-median
    ExampleScenarioActor.type: person entity
    FamilyMemberHistory.status: partial completed entered-in-error health-unknown
    Flag.status Medication.status MedicationKnowledge.status Substance.status: active inactive
      entered-in-error
    Goal.lifecycleStatus: proposed planned accepted active on-hold completed cancelled entered-in-error
      rejected
    GraphDefinitionLinkTargetCompartment.rule: identical matching different custom
    GraphDefinitionLinkTargetCompartment.use: condition requirement
    Group.type: person animal practitioner device medication substance
    GuidanceResponse.status: success data-requested data-required in-progress failure entered-in-error
    HealthcareServiceAvailableTime.daysOfWeek LocationHoursOfOperation.daysOfWeek
      PractitionerRoleAvailableTime.daysOfWeek TimingRepeat.dayOfWeek: mon tue wed thu fri sat sun
    HumanName.use: usual official temp nickname anonymous old maiden
    Identifier.use: usual official temp secondary old
    ImagingStudy.status: registered available cancelled entered-in-error unknown
    Immunization.status: completed entered-in-error not-done
    ImmunizationEvaluation.status: completed entered-in-error
    ImplementationGuideDefinitionPage.generation: html markdown xml generated
    ImplementationGuideDefinitionParameter.code: apply path-resource path-pages path-tx-cache
      expansion-parameter rule-broken-links generate-xml generate-json generate-turtle html-template
    Invoice.status: draft issued balanced cancelled entered-in-error
    LinkageItem.type: source alternate historical
    List.status: current retired entered-in-error
    Location.mode: instance kind
    Location.status: active suspended inactive
    MeasureReport.status: complete pending error
    MeasureReport.type: individual subject-list summary data-collection
    MedicationAdministration.status: in-progress not-done on-hold completed entered-in-error stopped
      unknown
    MedicationDispense.status: preparation in-progress cancelled on-hold completed entered-in-error
      stopped declined unknown
    MedicationRequest.intent: proposal plan order original-order reflex-order filler-order
      instance-order option
    MedicationRequest.status: active on-hold cancelled completed entered-in-error stopped draft unknown
    MedicationStatement.status: active completed entered-in-error intended stopped on-hold unknown
      not-taken
    MessageDefinition.category: consequence currency notification
    MessageDefinition.responseRequired: always on-error never on-success
    MessageHeaderResponse.code: ok transient-error fatal-error
    MolecularSequence.type: aa dna rna
    MolecularSequenceQuality.type: indel snp unknown
    MolecularSequenceReferenceSeq.orientation: sense antisense
    MolecularSequenceReferenceSeq.strand: watson crick
    MolecularSequenceRepository.type: directlink openapi login oauth other
    NamingSystem.kind: codesystem identifier root
    NamingSystemUniqueId.type: oid uuid uri other
    Narrative.status: generated extensions additional empty
    ObservationDefinition.permittedDataType: Quantity CodeableConcept string boolean integer Range Ratio
      SampledData time dateTime Period
    ObservationDefinitionQualifiedInterval.category: reference critical absolute
    ObservationDefinitionQualifiedInterval.gender Patient.gender PatientContact.gender Person.gender
      Practitioner.gender RelatedPerson.gender: male female other unknown
    OperationDefinition.kind: operation query
    OperationDefinitionParameter.use ParameterDefinition.use: in out
    OperationOutcomeIssue.severity: fatal error warning information
    PatientLink.type: replaced-by replaces refer seealso
    PersonLink.assurance: level1 level2 level3 level4
    PlanDefinitionAction.cardinalityBehavior RequestGroupAction.cardinalityBehavior: single multiple
    PlanDefinitionAction.groupingBehavior RequestGroupAction.groupingBehavior: visual-group
      logical-group sentence-group
    PlanDefinitionAction.precheckBehavior RequestGroupAction.precheckBehavior: yes no
    PlanDefinitionAction.requiredBehavior RequestGroupAction.requiredBehavior: must could
      must-unless-documented
    PlanDefinitionAction.selectionBehavior RequestGroupAction.selectionBehavior: any all all-or-none
      exactly-one at-most-one one-or-more
    PlanDefinitionActionCondition.kind RequestGroupActionCondition.kind: applicability start stop
    PlanDefinitionActionRelatedAction.relationship RequestGroupActionRelatedAction.relationship:
      before-start before before-end concurrent-with-start concurrent concurrent-with-end after-start
      after after-end
    ProvenanceEntity.role: derivation revision quotation source removal
    Quantity.comparator: < <= >= >
    QuestionnaireItem.enableBehavior: all any
    QuestionnaireItemEnableWhen.operator: exists = != > < >= <=
    QuestionnaireResponse.status: in-progress completed amended entered-in-error stopped
    RelatedArtifact.type: documentation justification citation predecessor successor derived-from
      depends-on composed-of
    ResearchElementDefinition.type: population exposure outcome
    ResearchStudy.status: active administratively-completed approved closed-to-accrual
      closed-to-accrual-and-intervention completed disapproved in-review temporarily-closed-to-accrual
      temporarily-closed-to-accrual-and-intervention withdrawn
    ResearchSubject.status: candidate eligible follow-up ineligible not-registered off-study on-study
      on-study-intervention on-study-observation pending-on-study potential-candidate screening
      withdrawn
    SearchParameter.comparator: eq ne gt lt ge le sa eb ap
    SearchParameter.modifier: missing exact contains not text in not-in below above type identifier
      ofType
    SearchParameter.xpathUsage: normal phonetic nearby distance other
    Slot.status: busy free busy-unavailable busy-tentative entered-in-error
    Specimen.status: available unavailable unsatisfactory entered-in-error
    SpecimenDefinitionTypeTested.preference: preferred alternate
    StructureDefinition.derivation: specialization constraint
    StructureDefinition.kind: primitive-type complex-type resource logical
    StructureDefinitionContext.type: fhirpath element extension
    StructureMapGroup.typeMode: none types type-and-types
    StructureMapGroupInput.mode: source target
    StructureMapGroupRuleSource.listMode: first not_first last not_last only_one
    StructureMapGroupRuleTarget.contextType: type variable
    StructureMapGroupRuleTarget.listMode: first share last collate
    StructureMapStructure.mode: source queried target produced
    Subscription.status: requested active error off
    SubscriptionChannel.type: rest-hook websocket email sms message
    SupplyDelivery.status: in-progress completed abandoned entered-in-error
    SupplyRequest.status: draft active suspended cancelled completed entered-in-error unknown
    Task.intent: unknown proposal plan order original-order reflex-order filler-order instance-order
      option
    Task.status: draft requested received accepted rejected ready cancelled in-progress on-hold failed
      completed entered-in-error
    TerminologyCapabilities.codeSearch: explicit all
    TestReport.result: pass fail pending
    TestReport.status: completed in-progress waiting stopped entered-in-error
    TestReportParticipant.type: test-engine client server
    TestReportSetupActionAssert.result TestReportSetupActionOperation.result: pass skip fail warning
      error
    TestScriptSetupActionAssert.direction: response request
    TestScriptSetupActionAssert.operator: equals notEquals in notIn greaterThan lessThan empty notEmpty
      contains notContains eval
    TestScriptSetupActionAssert.requestMethod TestScriptSetupActionOperation.method: delete get options
      patch post put head
    TestScriptSetupActionAssert.response: okay created noContent notModified bad forbidden notFound
      methodNotAllowed conflict gone preconditionFailed unprocessable
    TimingRepeat.durationUnit TimingRepeat.periodUnit: s min h d wk mo a
    TriggerDefinition.type: named-event periodic data-changed data-added data-modified data-removed
      data-accessed data-access-ended
    VerificationResult.status: attested validated in-process req-revalid val-fail reval-fail
    VisionPrescriptionLensSpecification.eye: right left
    VisionPrescriptionLensSpecificationPrism.base: up down in out
    """
}
