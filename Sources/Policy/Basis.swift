package import Requests

/// The legal ground of a release (RULES.md §2; purposes.yaml). A test keeps this equal to purposes.yaml.
package enum Basis: String, Sendable, CaseIterable {
  case access
  case directive
  case authorization
  case treatment
  case payment
  case operations
  case family
  case requiredByLaw = "required-by-law"
  case publicHealth = "public-health"
  case abuse
  case oversight
  case courtOrder = "court-order"
  case legalProcess = "legal-process"
  case lawEnforcement = "law-enforcement"
  case decedent
  case organ
  case research
  case threat
  case government
  case workersComp = "workers-comp"
  case hhs
  case limitedDataSet = "limited-data-set"
  case deidentified

  /// A signed authorization is what it rests on (45 CFR 164.508).
  package var needsAuthorization: Bool {
    switch self {
    case .authorization: true
    case .access, .directive, .treatment, .payment, .operations, .family, .requiredByLaw, .publicHealth,
      .abuse, .oversight, .courtOrder, .legalProcess, .lawEnforcement, .decedent, .organ, .research, .threat,
      .government, .workersComp, .hhs, .limitedDataSet, .deidentified:
      false
    }
  }

  /// Only the minimum necessary may leave (45 CFR 164.502(b)).
  package var needsMinimum: Bool {
    switch self {
    case .payment, .operations, .family, .publicHealth, .abuse, .oversight, .legalProcess, .lawEnforcement,
      .decedent, .organ, .research, .threat, .government, .workersComp, .limitedDataSet:
      true
    case .access, .directive, .authorization, .treatment, .requiredByLaw, .courtOrder, .hhs, .deidentified:
      false
    }
  }

  /// It goes into the accounting of disclosures (45 CFR 164.528(a)(1)).
  package var isAccounted: Bool {
    switch self {
    case .requiredByLaw, .publicHealth, .abuse, .oversight, .courtOrder, .legalProcess, .lawEnforcement,
      .decedent, .organ, .research, .threat, .government, .workersComp, .hhs:
      true
    case .access, .directive, .authorization, .treatment, .payment, .operations, .family, .limitedDataSet,
      .deidentified:
      false
    }
  }

  /// Who may ask on it; nil: anyone, or whoever the papers name.
  package var requesters: [RequesterKind]? {
    switch self {
    case .access, .directive: [.patient, .personalRepresentative]
    case .authorization, .requiredByLaw, .limitedDataSet, .deidentified: nil
    case .treatment: [.provider]
    case .payment, .operations: [.payer, .provider, .businessAssociate]
    case .family: [.family]
    case .publicHealth: [.publicHealth, .employer, .school]
    case .abuse: [.publicHealth, .governmentBenefits, .lawEnforcement]
    case .oversight: [.oversight]
    case .courtOrder, .legalProcess: [.court, .attorney]
    case .lawEnforcement: [.lawEnforcement]
    case .decedent: [.coroner, .other]
    case .organ: [.organProcurement]
    case .research: [.research]
    case .threat: [.lawEnforcement, .other]
    case .government: [.military, .correctional, .governmentBenefits, .lawEnforcement]
    case .workersComp: [.workersComp, .employer, .payer]
    case .hhs: [.hhs]
    }
  }

  /// The law that it rests on.
  package var law: StaticString {
    switch self {
    case .access: "45 CFR 164.524"
    case .directive: "45 CFR 164.524(c)(3)(ii)"
    case .authorization: "45 CFR 164.508"
    case .treatment: "45 CFR 164.506(c)(1)-(2)"
    case .payment: "45 CFR 164.506(c)(1), (3)"
    case .operations: "45 CFR 164.506(c)(1), (4), (5)"
    case .family: "45 CFR 164.510(b)"
    case .requiredByLaw: "45 CFR 164.512(a)"
    case .publicHealth: "45 CFR 164.512(b)"
    case .abuse: "45 CFR 164.512(b)(1)(ii), (c)"
    case .oversight: "45 CFR 164.512(d)"
    case .courtOrder: "45 CFR 164.512(e)(1)(i)"
    case .legalProcess: "45 CFR 164.512(e)(1)(ii)"
    case .lawEnforcement: "45 CFR 164.512(f)"
    case .decedent: "45 CFR 164.512(g)"
    case .organ: "45 CFR 164.512(h)"
    case .research: "45 CFR 164.512(i)"
    case .threat: "45 CFR 164.512(j)"
    case .government: "45 CFR 164.512(k)"
    case .workersComp: "45 CFR 164.512(l)"
    case .hhs: "45 CFR 164.502(a)(2)(ii)"
    case .limitedDataSet: "45 CFR 164.514(e)"
    case .deidentified: "45 CFR 164.514(a)-(c)"
    }
  }
}
