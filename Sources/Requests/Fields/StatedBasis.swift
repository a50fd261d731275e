/// The words for the right that a request may state it relies on (RULES.md §2, "Bases"; purposes.yaml).
/// What follows from a basis is Policy's; a request that states one of another name is not read.
package enum StatedBasis: String, Sendable, CaseIterable {
  case access, directive, authorization, treatment, payment, operations, family
  case requiredByLaw = "required-by-law"
  case publicHealth = "public-health"
  case abuse, oversight
  case courtOrder = "court-order"
  case legalProcess = "legal-process"
  case lawEnforcement = "law-enforcement"
  case decedent, organ, research, threat, government
  case workersComp = "workers-comp"
  case hhs
  case limitedDataSet = "limited-data-set"
  case deidentified
}
