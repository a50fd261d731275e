/// A resource type of FHIR R4 (4.0.1, Resource Index). Others are unknown: DESIGN.md §4.9.
struct FHIRResourceType: Equatable, Sendable {
  /// Its number among ``allNames``.
  let index: Int16

  var name: String { Self.names[Int(index)] }

  /// The type that these bytes name; nil when R4 has none of that name.
  init?(_ range: Range<Int>, in bytes: Span<UInt8>) {
    guard let index = Self.table.index(of: range, in: bytes) else { return nil }
    self.index = Int16(truncatingIfNeeded: index)
  }

  /// Every name, and whether a text is one.
  static var allNames: [String] { names }
  static func isName(_ text: String) -> Bool { Self(0..<text.utf8.count, in: text.utf8.span) != nil }

  static var all: [FHIRResourceType] { names.map { FHIRResourceType($0) } }

  private init(_ name: String) {
    index = Int16(truncatingIfNeeded: Self.names.firstIndex(of: name) ?? 0)
  }

  static let account = Self("Account")
  static let binary = Self("Binary")
  static let bundle = Self("Bundle")
  static let carePlan = Self("CarePlan")
  static let careTeam = Self("CareTeam")
  static let claim = Self("Claim")
  static let composition = Self("Composition")
  static let coverage = Self("Coverage")
  static let diagnosticReport = Self("DiagnosticReport")
  static let documentReference = Self("DocumentReference")
  static let explanationOfBenefit = Self("ExplanationOfBenefit")
  static let familyMemberHistory = Self("FamilyMemberHistory")
  static let observation = Self("Observation")
  static let patient = Self("Patient")
  static let person = Self("Person")
  static let practitioner = Self("Practitioner")
  static let practitionerRole = Self("PractitionerRole")
  static let relatedPerson = Self("RelatedPerson")

  /// Whether it is about what is done to a patient, so that its dates are days of service and it ought to
  /// say whose it is. Directories, money, knowledge and the record's own bookkeeping are not.
  var isClinical: Bool { Self.isClinical[Int(index)] }

  /// Whether the standard lets it name a patient at all, and it is clinical: one that does not is nobody's.
  var oughtToNamePatient: Bool { isClinical && !Self.withoutPatient.contains(name) }

  private static let withoutPatient: Set<String> = [
    "BiologicallyDerivedProduct", "DeviceMetric", "EnrollmentResponse", "PaymentNotice",
    "PaymentReconciliation", "Schedule", "Slot", "SupplyRequest",
  ]

  private static let table = WordTable(names)
  private static let isClinical = names.map { !withoutService.contains($0) }

  private static let withoutService: Set<String> = [
    "ActivityDefinition", "AuditEvent", "Basic", "Binary", "Bundle", "CapabilityStatement",
    "CatalogEntry", "ChargeItemDefinition", "CodeSystem", "CompartmentDefinition", "ConceptMap", "Consent",
    "Coverage", "Device", "DeviceDefinition", "EffectEvidenceSynthesis", "Endpoint", "EventDefinition",
    "Evidence", "EvidenceVariable", "ExampleScenario", "GraphDefinition", "Group", "HealthcareService",
    "ImplementationGuide", "InsurancePlan", "Library", "Linkage", "Location", "Measure", "Medication",
    "MedicationKnowledge", "MedicinalProduct", "MedicinalProductAuthorization",
    "MedicinalProductContraindication", "MedicinalProductIndication", "MedicinalProductIngredient",
    "MedicinalProductInteraction", "MedicinalProductManufactured", "MedicinalProductPackaged",
    "MedicinalProductPharmaceutical", "MedicinalProductUndesirableEffect", "MessageDefinition",
    "MessageHeader", "NamingSystem", "ObservationDefinition", "OperationDefinition", "OperationOutcome",
    "Organization", "OrganizationAffiliation", "Parameters", "Patient", "Person", "PlanDefinition",
    "Practitioner", "PractitionerRole", "Provenance", "Questionnaire", "RelatedPerson",
    "ResearchDefinition", "ResearchElementDefinition", "ResearchStudy", "RiskEvidenceSynthesis",
    "SearchParameter", "SpecimenDefinition", "StructureDefinition", "StructureMap", "Subscription",
    "Substance", "SubstanceNucleicAcid", "SubstancePolymer", "SubstanceProtein",
    "SubstanceReferenceInformation", "SubstanceSourceMaterial", "SubstanceSpecification",
    "TerminologyCapabilities", "TestReport", "TestScript", "ValueSet", "VerificationResult",
  ]

  private static let names: [String] = [
    "Account", "ActivityDefinition", "AdverseEvent", "AllergyIntolerance", "Appointment",
    "AppointmentResponse", "AuditEvent", "Basic", "Binary", "BiologicallyDerivedProduct", "BodyStructure",
    "Bundle", "CapabilityStatement", "CarePlan", "CareTeam", "CatalogEntry", "ChargeItem",
    "ChargeItemDefinition", "Claim", "ClaimResponse", "ClinicalImpression", "CodeSystem", "Communication",
    "CommunicationRequest", "CompartmentDefinition", "Composition", "ConceptMap", "Condition", "Consent",
    "Contract", "Coverage", "CoverageEligibilityRequest", "CoverageEligibilityResponse", "DetectedIssue",
    "Device", "DeviceDefinition", "DeviceMetric", "DeviceRequest", "DeviceUseStatement",
    "DiagnosticReport", "DocumentManifest", "DocumentReference", "EffectEvidenceSynthesis", "Encounter",
    "Endpoint", "EnrollmentRequest", "EnrollmentResponse", "EpisodeOfCare", "EventDefinition", "Evidence",
    "EvidenceVariable", "ExampleScenario", "ExplanationOfBenefit", "FamilyMemberHistory", "Flag", "Goal",
    "GraphDefinition", "Group", "GuidanceResponse", "HealthcareService", "ImagingStudy", "Immunization",
    "ImmunizationEvaluation", "ImmunizationRecommendation", "ImplementationGuide", "InsurancePlan",
    "Invoice", "Library", "Linkage", "List", "Location", "Measure", "MeasureReport", "Media", "Medication",
    "MedicationAdministration", "MedicationDispense", "MedicationKnowledge", "MedicationRequest",
    "MedicationStatement", "MedicinalProduct", "MedicinalProductAuthorization",
    "MedicinalProductContraindication", "MedicinalProductIndication", "MedicinalProductIngredient",
    "MedicinalProductInteraction", "MedicinalProductManufactured", "MedicinalProductPackaged",
    "MedicinalProductPharmaceutical", "MedicinalProductUndesirableEffect", "MessageDefinition",
    "MessageHeader", "MolecularSequence", "NamingSystem", "NutritionOrder", "Observation",
    "ObservationDefinition", "OperationDefinition", "OperationOutcome", "Organization",
    "OrganizationAffiliation", "Parameters", "Patient", "PaymentNotice", "PaymentReconciliation", "Person",
    "PlanDefinition", "Practitioner", "PractitionerRole", "Procedure", "Provenance", "Questionnaire",
    "QuestionnaireResponse", "RelatedPerson", "RequestGroup", "ResearchDefinition",
    "ResearchElementDefinition", "ResearchStudy", "ResearchSubject", "RiskAssessment",
    "RiskEvidenceSynthesis", "Schedule", "SearchParameter", "ServiceRequest", "Slot", "Specimen",
    "SpecimenDefinition", "StructureDefinition", "StructureMap", "Subscription", "Substance",
    "SubstanceNucleicAcid", "SubstancePolymer", "SubstanceProtein", "SubstanceReferenceInformation",
    "SubstanceSourceMaterial", "SubstanceSpecification", "SupplyDelivery", "SupplyRequest", "Task",
    "TerminologyCapabilities", "TestReport", "TestScript", "ValueSet", "VerificationResult",
    "VisionPrescription",
  ]
}
