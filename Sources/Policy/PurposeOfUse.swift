package import Requests

/// HL7 v3 ActReason, value set PurposeOfUse: the codes that a request may state, their parents, and the bases
/// on which each may rest. A code alone never opens a record; a test keeps this equal to purposes.yaml.
package struct PurposeOfUse: Sendable {
  package let code: StaticString
  package let display: StaticString
  package let parent: StaticString?
  package let bases: [Basis]
  /// A person looks at every request of this purpose.
  package let isHeld: Bool

  private init(
    _ code: StaticString, _ display: StaticString, parent: StaticString? = nil, _ bases: [Basis],
    isHeld: Bool = false
  ) {
    (self.code, self.display, self.parent, self.bases, self.isHeld) = (code, display, parent, bases, isHeld)
  }

  package static func of(code: String) -> PurposeOfUse? { all.first { $0.code.description == code } }

  /// Who can have such a purpose, also with the patient's form; nil: the law binds it to nobody.
  ///
  /// Treatment is what providers do (45 CFR 164.501, "treatment"), payment what plans and providers do ("payment"),
  /// operations what covered entities do ("health care operations"): a form that states one of them for somebody
  /// else does not say what the records are for (164.508(c)(1)(iv)). The patient may send records to any of them.
  package var requesters: [RequesterKind]? {
    let own: [RequesterKind] = [.patient, .personalRepresentative, .provider, .businessAssociate]
    let code = code.description
    if Self.isBelow(code, "CLINTRL") { return own + [.research] }
    if Self.isBelow(code, "TREAT") { return own + [.correctional, .publicHealth] }
    // HL7 has no code for life insurance, workers' compensation or benefits: they state coverage.
    if Self.isBelow(code, "COVERAGE") {
      return own + [.payer, .lifeInsurer, .workersComp, .governmentBenefits, .military, .employer]
    }
    if Self.isBelow(code, "HPAYMT") { return own + [.payer, .workersComp, .governmentBenefits] }
    return nil
  }

  /// Whether a code is this one or lies below it: ETREAT is below TREAT.
  package static func isBelow(_ code: String, _ ancestor: String) -> Bool {
    var at: String? = code
    while let current = at {
      if current == ancestor { return true }
      at = of(code: current)?.parent?.description
    }
    return false
  }

  package static let all: [PurposeOfUse] = [
    PurposeOfUse("TREAT", "treatment", [.treatment, .authorization]),
    PurposeOfUse("CLINTRL", "clinical trial", parent: "TREAT", [.treatment, .authorization, .research]),
    PurposeOfUse("COC", "coordination of care", parent: "TREAT", [.treatment, .authorization]),
    PurposeOfUse("ETREAT", "emergency treatment", parent: "TREAT", [.treatment]),
    PurposeOfUse("BTG", "break the glass", parent: "ETREAT", [.treatment], isHeld: true),
    PurposeOfUse("ERTREAT", "emergency room treatment", parent: "ETREAT", [.treatment]),
    PurposeOfUse("POPHLTH", "population health", parent: "TREAT", [.treatment, .operations]),
    PurposeOfUse("TREATDS", "decision support assisted treatment decision", parent: "TREAT", [.treatment]),
    PurposeOfUse("HPAYMT", "healthcare payment", [.payment, .authorization]),
    PurposeOfUse("CLMATTCH", "claim attachment", parent: "HPAYMT", [.payment]),
    PurposeOfUse("COVAUTH", "coverage authorization", parent: "HPAYMT", [.payment]),
    PurposeOfUse(
      "COVERAGE", "coverage under policy or program", parent: "HPAYMT",
      [.payment, .authorization, .government]),
    PurposeOfUse(
      "ELIGDTRM", "eligibility determination", parent: "COVERAGE", [.payment, .authorization, .government]),
    PurposeOfUse("ELIGVER", "eligibility verification", parent: "COVERAGE", [.payment, .government]),
    PurposeOfUse("ENROLLM", "enrollment", parent: "COVERAGE", [.payment, .authorization]),
    PurposeOfUse("MILDCRG", "military discharge", parent: "COVERAGE", [.government, .authorization]),
    PurposeOfUse("REMITADV", "remittance advice", parent: "HPAYMT", [.payment]),
    PurposeOfUse("PMTDS", "decision support assisted payment decision", parent: "HPAYMT", [.payment]),
    PurposeOfUse("HOPERAT", "healthcare operations", [.operations, .authorization]),
    PurposeOfUse("CAREMGT", "care management", parent: "HOPERAT", [.operations, .treatment]),
    PurposeOfUse("DONAT", "donation", parent: "HOPERAT", [.organ]),
    PurposeOfUse("FRAUD", "fraud", parent: "HOPERAT", [.operations, .oversight]),
    PurposeOfUse(
      "GOV", "government", parent: "HOPERAT", [.government, .requiredByLaw, .oversight, .workersComp]),
    PurposeOfUse("HACCRED", "health accreditation", parent: "HOPERAT", [.operations, .oversight]),
    PurposeOfUse("HCOMPL", "health compliance", parent: "HOPERAT", [.operations, .oversight, .hhs]),
    PurposeOfUse("HDECD", "decedent", parent: "HOPERAT", [.decedent, .family, .authorization]),
    PurposeOfUse("HDIRECT", "directory", parent: "HOPERAT", [.family], isHeld: true),
    PurposeOfUse("HDM", "healthcare delivery management", parent: "HOPERAT", [.operations]),
    PurposeOfUse(
      "HLEGAL", "legal", parent: "HOPERAT", [.courtOrder, .legalProcess, .lawEnforcement, .authorization]),
    PurposeOfUse("HOUTCOMS", "health outcome measure", parent: "HOPERAT", [.operations]),
    PurposeOfUse("HPRGRP", "health program reporting", parent: "HOPERAT", [.operations, .oversight]),
    PurposeOfUse("HQUALIMP", "health quality improvement", parent: "HOPERAT", [.operations]),
    PurposeOfUse("HSYSADMIN", "health system administration", parent: "HOPERAT", [.operations], isHeld: true),
    PurposeOfUse("LABELING", "labeling", parent: "HSYSADMIN", [.operations], isHeld: true),
    PurposeOfUse("METAMGT", "metadata management", parent: "HSYSADMIN", [.operations], isHeld: true),
    PurposeOfUse("MEMADMIN", "member administration", parent: "HOPERAT", [.operations, .payment]),
    PurposeOfUse("MILCDM", "military command", parent: "HOPERAT", [.government]),
    PurposeOfUse("PATADMIN", "patient administration", parent: "HOPERAT", [.operations]),
    PurposeOfUse("PATSFTY", "patient safety", parent: "HOPERAT", [.operations]),
    PurposeOfUse("PERFMSR", "performance measure", parent: "HOPERAT", [.operations]),
    PurposeOfUse("RECORDMGT", "records management", parent: "HOPERAT", [.operations]),
    PurposeOfUse("SYSDEV", "system development", parent: "HOPERAT", [.deidentified], isHeld: true),
    PurposeOfUse("HTEST", "test health data", parent: "SYSDEV", [.deidentified], isHeld: true),
    PurposeOfUse("TRAIN", "training", parent: "HOPERAT", [.operations]),
    PurposeOfUse(
      "MLTRAINING", "machine learning training", parent: "HOPERAT", [.deidentified, .authorization],
      isHeld: true),
    PurposeOfUse("HMARKT", "healthcare marketing", [.authorization]),
    PurposeOfUse(
      "HRESCH", "healthcare research", [.authorization, .research, .limitedDataSet, .deidentified]),
    PurposeOfUse(
      "BIORCH", "biomedical research", parent: "HRESCH",
      [.authorization, .research, .limitedDataSet, .deidentified]),
    PurposeOfUse("CLINTRCH", "clinical trial research", parent: "HRESCH", [.authorization, .research]),
    PurposeOfUse(
      "CLINTRCHNPC", "clinical trial research without patient care", parent: "CLINTRCH",
      [.authorization, .research]),
    PurposeOfUse(
      "CLINTRCHPC", "clinical trial research with patient care", parent: "CLINTRCH",
      [.authorization, .research, .treatment]),
    PurposeOfUse("PRECLINTRCH", "preclinical trial research", parent: "CLINTRCH", [.research]),
    PurposeOfUse(
      "DSRCH", "disease specific healthcare research", parent: "HRESCH",
      [.authorization, .research, .limitedDataSet, .deidentified]),
    PurposeOfUse(
      "POARCH", "population origins or ancestry healthcare research", parent: "HRESCH",
      [.authorization, .research, .deidentified]),
    PurposeOfUse(
      "TRANSRCH", "translational healthcare research", parent: "HRESCH",
      [.authorization, .research, .limitedDataSet, .deidentified]),
    PurposeOfUse("PATRQT", "patient requested", [.access, .directive, .authorization]),
    PurposeOfUse("FAMRQT", "family requested", parent: "PATRQT", [.access, .authorization, .family]),
    PurposeOfUse("PWATRNY", "power of attorney", parent: "PATRQT", [.access, .authorization]),
    PurposeOfUse("SUPNWK", "support network", parent: "PATRQT", [.authorization, .family]),
    PurposeOfUse("PUBHLTH", "public health", [.publicHealth, .abuse, .requiredByLaw, .limitedDataSet]),
    PurposeOfUse("DISASTER", "disaster", parent: "PUBHLTH", [.family, .publicHealth]),
    PurposeOfUse("THREAT", "threat", parent: "PUBHLTH", [.threat, .abuse]),
  ]
}
