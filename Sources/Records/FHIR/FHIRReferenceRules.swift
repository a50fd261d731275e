/// What becomes of a resource that loses something: FHIR R4's cardinalities, and what a resource is about.
/// All else loses the element alone.
enum FHIRReferenceRules {
  /// Whether a resource without this element would be untrue to the standard (cardinality 1) or about
  /// nothing. Of an element that repeats, all must have gone.
  static func goesWithout(_ element: String, _ type: FHIRResourceType?) -> Bool {
    guard let type else { return false }
    return needed[type.name]?.contains(element) ?? false
  }

  /// Whether one of several is enough to take the resource along: what was computed from it shows it.
  static func goesWithAny(_ element: String, _ type: FHIRResourceType?) -> Bool {
    element == "derivedFrom" && type == .observation
  }

  /// Elements that say whose the resource is.
  static let patientElements: Set<String> = ["beneficiary", "for", "patient", "subject"]

  /// References within a backbone element that it does well without. Others take the element along: the
  /// item of a list, the diagnosis of an encounter or a claim, the target of a link.
  static let incidental: Set<String> = [
    "assigner", "authorReference", "issuer", "locationReference", "onBehalfOf", "organization", "requester",
  ]

  /// What stands in a resource only as a part of it: it goes with the resource unless another one that
  /// stays has it too.
  static func isPart(_ element: String, of type: FHIRResourceType?) -> Bool {
    switch element {
    case "entry": type == .composition
    case "result": type == .diagnosticReport
    case "hasMember": type == .observation
    case "goal": type == .carePlan
    case "medicationReference", "specimen": true
    default: false
    }
  }

  /// Words of a resource that retell an element, beside its narrative: they go when one of it went.
  static func retelling(_ element: String, _ type: FHIRResourceType?) -> [String] {
    switch element {
    case "contained": ["note"]
    case "component" where type == .observation: ["note"]
    case "result" where type == .diagnosticReport: ["presentedForm", "conclusion", "conclusionCode"]
    case "activity" where type == .carePlan, "addresses" where type == .carePlan: ["description", "note"]
    default: []
    }
  }

  /// The element of a claim's items that counts these by their `sequence`.
  static func sequenceElement(_ element: String, _ type: FHIRResourceType?) -> String? {
    guard type == .claim || type == .explanationOfBenefit else { return nil }
    return switch element {
    case "diagnosis": "diagnosisSequence"
    case "procedure": "procedureSequence"
    case "supportingInfo": "informationSequence"
    default: nil
    }
  }

  /// Whether an element of a list is nothing without this member: content[x], value[x], an attachment.
  static func elementGoesWithout(_ member: String) -> Bool {
    member == "attachment" || member.hasPrefix("content") || member.hasPrefix("value")
  }

  private static let needed: [String: Set<String>] = [
    "AdverseEvent": ["subject"],
    "AllergyIntolerance": ["patient"],
    "AppointmentResponse": ["appointment"],
    "AuditEvent": ["entity"],
    "Binary": ["data"],
    "BodyStructure": ["patient"],
    "CarePlan": ["addresses", "subject"],
    "ChargeItem": ["subject"],
    "Claim": ["insurance", "item", "patient", "prescription", "provider"],
    "ClaimResponse": ["insurer", "patient", "request"],
    "ClinicalImpression": ["subject"],
    "Communication": ["about", "payload"],
    "Composition": ["author"],
    "Condition": ["subject"],
    "Coverage": ["beneficiary", "payor"],
    "CoverageEligibilityRequest": ["insurer", "patient"],
    "CoverageEligibilityResponse": ["insurer", "patient", "request"],
    "DetectedIssue": ["implicated"],
    "DeviceRequest": ["codeReference", "subject"],
    "DeviceUseStatement": ["device", "subject"],
    "DiagnosticReport": ["result"],
    "DocumentManifest": ["content"],
    "DocumentReference": ["content"],
    "EpisodeOfCare": ["patient"],
    "ExplanationOfBenefit": ["claim", "insurance", "insurer", "item", "patient", "provider"],
    "FamilyMemberHistory": ["patient"],
    "Flag": ["subject"],
    "Goal": ["addresses", "subject"],
    "ImagingStudy": ["subject"],
    "Immunization": ["patient"],
    "ImmunizationEvaluation": ["immunizationEvent", "patient"],
    "ImmunizationRecommendation": ["patient", "recommendation"],
    "Linkage": ["item"],
    "List": ["entry"],
    "Media": ["content"],
    "MedicationAdministration": ["medicationReference", "subject"],
    "MedicationDispense": ["medicationReference"],
    "MedicationRequest": ["medicationReference", "subject"],
    "MedicationStatement": ["medicationReference", "subject"],
    "NutritionOrder": ["orderer", "patient"],
    "PaymentNotice": ["payment", "recipient"],
    "Procedure": ["subject"],
    "Provenance": ["agent", "target"],
    "RelatedPerson": ["patient"],
    "ResearchSubject": ["individual", "study"],
    "RiskAssessment": ["condition", "subject"],
    "Schedule": ["actor"],
    "ServiceRequest": ["subject"],
    "Slot": ["schedule"],
    "Task": ["focus"],
    "VisionPrescription": ["lensSpecification", "patient", "prescriber"],
  ]
}
