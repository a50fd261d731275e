/// Which elements tell when something of a resource happened: all that R4 lets hold a `date`, `dateTime`,
/// `instant`, `Period` or `Timing` (or a string in their stead) in a resource's own elements, but for those of
/// ``others``. Made once out of ``R4Elements``.
///
/// Elements that many types share are not the resource's own: how long a name, an address or a number holds, when a
/// note was written, what an extension says.
struct FHIRDays: Sendable {
  enum Kind: UInt8, Sendable {
    case none, day, words, period, timing
  }

  struct Meaning: Sendable {
    var kind = Kind.none
    var weight: DayWeight = []
  }

  static let shared = FHIRDays()

  /// No element tells a day.
  static let noRow: Int16 = 0
  /// Within a Timing (R4, Datatypes: Timing).
  private static let timingRow: Int16 = 1
  /// A type that R4 does not have: what tells a day in any type does.
  private static let unknownRow: Int16 = 2

  /// As they stand in JSON, choices with their types; an element's number is its place here and one.
  let names: [String]
  /// By row, then by the element's number.
  private var meanings: [Meaning]

  private init() {
    var rows: [[String: Meaning]] = [[:], Self.timing, [:]]
    for type in FHIRResourceType.all {
      let row = type.isClinical || type.name == "Consent" ? Self.row(of: type.name) : [:]
      rows[2].merge(row) { known, _ in known }
      rows.append(row)
    }
    // STU3's name of recordedDate, which still comes.
    for row in rows.indices.dropFirst(2) where rows[row]["recordedDate"] != nil {
      rows[row]["assertedDate"] = Meaning(kind: .day)
    }
    names = Set(rows.flatMap(\.keys)).sorted()
    precondition(names.count < 256, "FHIRElement.day tells no more names apart")
    var numbers: [String: Int] = [:]
    for (index, name) in names.enumerated() { numbers[name] = index + 1 }
    meanings = Array(repeating: Meaning(), count: rows.count * (names.count + 1))
    for (row, words) in rows.enumerated() {
      for (name, meaning) in words {
        if let number = numbers[name] { meanings[row * (names.count + 1) + number] = meaning }
      }
    }
  }

  func row(of type: FHIRResourceType?) -> Int16 { type.map { $0.index + 3 } ?? Self.unknownRow }

  /// The row of what stands in an element that stands in something of another row.
  static func row(within element: FHIRElement, of row: Int16) -> Int16 {
    if row == noRow || element.traits.contains(.administrative) || element.name == .note { return noRow }
    guard element.day != 0, shared.meaning(of: element, in: row).kind == .timing else { return row }
    return timingRow
  }

  func meaning(of element: FHIRElement, in row: Int16) -> Meaning {
    let at = Int(row) * (names.count + 1) + Int(element.day)
    return element.day != 0 && meanings.indices.contains(at) ? meanings[at] : Meaning()
  }

  // MARK: Out of the table

  private static let timing: [String: Meaning] = [
    "event": Meaning(kind: .day, weight: .plan), "boundsPeriod": Meaning(kind: .period, weight: .plan),
  ]

  private static func row(of resource: String) -> [String: Meaning] {
    let table = R4Elements.shared
    var row: [String: Meaning] = [:]
    var seen: Set<String> = []
    var open = [resource]
    while let type = open.popLast() {
      guard seen.insert(type).inserted else { continue }
      for (name, element) in table.elements(of: type) {
        let isPart = element.types.filter { table.base(of: $0) == "BackboneElement" }
        open += isPart.filter { $0 == "Dosage" || $0.hasPrefix(resource) }
        guard !others.contains("\(type).\(name)") else { continue }
        var weight: DayWeight = []
        if spare.contains("\(type).\(name)") { weight.insert(.spare) }
        if planned.contains("\(type).\(name)") { weight.insert(.plan) }
        for (suffix, kind) in kinds(element) {
          row[element.isChoice ? name + R4Elements.suffix(suffix) : name] = Meaning(
            kind: kind, weight: weight)
        }
      }
    }
    return row
  }

  private static func kinds(_ element: R4Elements.Element) -> [(type: String, kind: Kind)] {
    var kinds: [(String, Kind)] = []
    for type in element.types {
      switch type {
      case "date", "dateTime", "instant": kinds.append((type, .day))
      case "Period": kinds.append((type, .period))
      case "Timing": kinds.append((type, .timing))
      default: break
      }
    }
    if !kinds.isEmpty, element.types.contains("string") { kinds.append(("string", .words)) }
    return kinds
  }

  /// What is about something else than when the resource's own matter happened.
  private static let others: Set<String> = [
    // Births and deaths of relatives; the day of a relative's illness counts.
    "FamilyMemberHistory.born", "FamilyMemberHistory.deceased",
    // How long a product is good, and when a leaflet was printed.
    "Immunization.expirationDate", "ImmunizationEducation.publicationDate",
    // What is aimed at or foretold.
    "GoalTarget.due", "ImmunizationRecommendationRecommendationDateCriterion.value",
    "RiskAssessmentPrediction.when",
    // Answers and results that are days: of birth, of the last period, of anything.
    "Observation.value", "ObservationComponent.value", "QuestionnaireResponseItemAnswer.value",
    "ContractTermOfferAnswer.value",
    // How long somebody is liable, insured or bound.
    "AccountGuarantor.period", "ClaimResponse.preAuthPeriod", "ExplanationOfBenefit.preAuthRefPeriod",
    "ExplanationOfBenefit.benefitPeriod", "CoverageEligibilityResponseInsurance.benefitPeriod",
    "Contract.applies", "ContractTerm.applies", "ContractTermAsset.period", "ContractTermAsset.usePeriod",
    "ContractTermAssetValuedItem.effectiveTime",
    // For how long, and for data of which days, somebody consents.
    "ConsentProvision.period", "ConsentProvision.dataPeriod",
  ]

  /// When it was written down, and how long it may be used.
  private static let spare: Set<String> = [
    "Appointment.created", "CarePlan.created", "ChargeItem.enteredDate", "Claim.created",
    "ClaimResponse.created", "CompositionAttester.time", "ConsentVerification.verificationDate",
    "CoverageEligibilityRequest.created", "CoverageEligibilityResponse.created",
    "DeviceUseStatement.recordedOn", "DocumentManifest.created", "EnrollmentRequest.created",
    "EnrollmentResponse.created", "ExplanationOfBenefit.created", "Immunization.recorded",
    "MedicationRequestDispenseRequest.validityPeriod", "PaymentNotice.created",
    "PaymentReconciliation.created", "Task.lastModified", "VisionPrescription.created",
  ]

  /// What may well lie in the future.
  private static let planned: Set<String> = [
    "Account.servicePeriod", "Appointment.requestedPeriod", "CarePlanActivityDetail.scheduled", "Goal.start",
    "MedicationRequestDispenseRequest.validityPeriod", "RequestGroupAction.timing",
    "Schedule.planningHorizon",
  ]
}
