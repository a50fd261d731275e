/// Which array elements are units of their own (``RecordUnit``) beside whole resources.
enum FHIRUnits {
  /// Parts that carry codes of their own, without which the rest of the resource still tells the truth:
  /// so one item of a claim can go, and the claim stays.
  static func isPart(_ element: FHIRElement.Name, of type: FHIRResourceType?) -> Bool {
    switch element {
    case .component: type == .observation
    case .item, .diagnosis, .procedure, .supportingInfo: type == .claim || type == .explanationOfBenefit
    case .activity: type == .carePlan
    case .condition: type == .familyMemberHistory
    default: false
    }
  }

  /// LOINC codes of sections that may be shown: those of HL7's C-CDA and International Patient Summary
  /// guides. A section's title can tell as much as its entries, so no other code is.
  static let knownSections: Set<String> = [
    "10154-3", "10157-6", "10160-0", "10164-2", "10183-2", "10184-0", "10187-3", "10210-3", "10216-0",
    "10218-6", "10223-6", "11329-0", "11348-0", "11369-6", "11450-4", "11493-4", "11535-2", "18776-5",
    "18841-7", "29299-5", "29545-1", "29549-3", "29554-3", "29762-2", "30954-2", "42348-3", "42349-1",
    "46239-0", "46240-8", "46241-6", "46264-8", "47420-5", "47519-4", "48765-2", "48768-6", "51848-0",
    "51847-2", "59768-2", "59769-0", "59770-8", "59771-6", "59773-2", "59776-5", "61144-2", "61146-7",
    "61149-1", "61150-9", "69730-0", "8648-8", "8653-8", "8716-3", "85353-1",
  ]

  /// Where extensions come from whose meaning HL7 publishes. Others are units that are not known.
  static let knownExtensions = [
    "http://hl7.org/fhir/StructureDefinition/", "http://hl7.org/fhir/us/core/StructureDefinition/",
    "http://terminology.hl7.org/",
  ]
}
