package import Requests

extension Basis {
  /// The ground that follows from requester, purpose, papers and recipient: purposes.yaml's `derive`, first
  /// match wins; nil when none does.
  package static func derived(from request: Request) -> Basis? {
    guard let kind = request.requester?.kind else { return nil }
    let purpose = request.purpose?.code
    func asks(_ codes: [String]) -> Bool { purpose.map { codes.contains($0) } ?? codes.contains("none") }
    let toSelf = request.recipient == nil || request.recipient?.id == "patient"
    let hasAuthorization = request.authorization?.document != nil
    let instrument = request.legal?.instrument
    func has(_ kind: Evidence.Kind) -> Bool { request.evidence.contains { $0.kind == kind } }

    switch kind {
    case .patient:
      if asks(["PATRQT", "none"]), toSelf { return .access }
      return .authorization
    case .personalRepresentative:
      if asks(["PATRQT", "PWATRNY", "FAMRQT", "none"]), toSelf { return .access }
      return .authorization
    default: break
    }
    if instrument == .courtOrder { return .courtOrder }
    let process: [LegalProcess.Instrument] = [.attorneySubpoena, .judicialSubpoena, .discovery]
    switch kind {
    case .lawEnforcement: return .lawEnforcement
    case .attorney, .court:
      if let instrument, process.contains(instrument) { return .legalProcess }
    case .hhs: return .hhs
    case .oversight: return .oversight
    case .publicHealth: return .publicHealth
    case .coroner: return .decedent
    case .organProcurement: return .organ
    case .correctional, .military, .governmentBenefits:
      if !hasAuthorization { return .government }
    case .workersComp:
      if !hasAuthorization { return .workersComp }
    case .provider:
      if asks(treatmentCodes) { return .treatment }
      if asks(paymentCodes), !hasAuthorization { return .payment }
      if asks(operationsCodes), !hasAuthorization { return .operations }
    case .payer:
      if asks(paymentCodes), !hasAuthorization { return .payment }
      if asks(operationsCodes), !hasAuthorization { return .operations }
    case .research:
      if has(.waiverIRB) { return .research }
      if has(.dataUseAgreement) { return .limitedDataSet }
    case .businessAssociate:
      if has(.dataUseAgreement) { return .limitedDataSet }
    case .family:
      if !hasAuthorization { return .family }
    case .patient, .personalRepresentative, .employer, .lifeInsurer, .marketing, .school, .victimService,
      .other:
      break
    }
    if hasAuthorization { return .authorization }
    let byForm: [RequesterKind] = [
      .attorney, .employer, .lifeInsurer, .marketing, .school, .research, .family, .victimService, .other,
    ]
    return byForm.contains(kind) ? .authorization : nil
  }

  private static let treatmentCodes = [
    "TREAT", "CLINTRL", "COC", "ETREAT", "BTG", "ERTREAT", "POPHLTH", "TREATDS",
  ]
  private static let paymentCodes = [
    "HPAYMT", "CLMATTCH", "COVAUTH", "COVERAGE", "ELIGDTRM", "ELIGVER", "ENROLLM", "REMITADV", "PMTDS",
  ]
  private static let operationsCodes = [
    "HOPERAT", "CAREMGT", "FRAUD", "HACCRED", "HCOMPL", "HOUTCOMS", "HPRGRP", "HQUALIMP", "PATSFTY",
    "PERFMSR", "TRAIN",
  ]
}
