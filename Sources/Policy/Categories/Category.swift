/// What a category file says of the category itself; names are HL7's sensitivity codes.
package struct Category: Sendable, Equatable {
  /// What happens where a pipeline does not speak of categories at all.
  package enum Default: String, Sendable, CaseIterable { case withhold, note }
  /// HL7 Confidentiality of records that hold it.
  package enum Confidentiality: String, Sendable, CaseIterable {
    case restricted = "R"
    case veryRestricted = "V"
  }

  package var name: String
  package var title: String
  package var version: Int
  package var law: [String]
  /// Codes of labels on a record that mean this category, the category's own first.
  package var labels: [String]
  package var includes: [String]
  package var partOf: String?
  package var `default`: Default
  package var confidentiality: Confidentiality
  /// Names in `authorization.categories` that open it.
  package var releasedBy: [String]
  package var needsOwnAuthorization: Bool
}
