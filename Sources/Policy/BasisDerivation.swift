package import Requests

extension Basis {
  /// The ground that follows from requester, purpose, papers and recipient: purposes.yaml's `derive`, row by
  /// row, first match wins; nil when none does, and then a person looks (purpose.basis).
  package static func derived(from request: Request) -> Basis? {
    guard let kind = request.requester?.kind else { return nil }
    let asked = Asked(request, by: kind)
    return derivations.first { $0.matches(asked) }?.basis
  }

  private struct Asked {
    let kind: RequesterKind
    let purpose: String
    let isToSelf: Bool
    /// An electronic copy of electronic records, which is all that a directive binds us to. Where a form is in
    /// the packet the form decides.
    let isDirective: Bool
    let hasAuthorization: Bool
    let instrument: LegalProcess.Instrument?
    let evidence: [Evidence.Kind]

    init(_ request: Request, by kind: RequesterKind) {
      self.kind = kind
      purpose = request.purpose?.code ?? "none"
      // That nobody is named as the recipient is house.recipient-known's; it makes no other ground.
      isToSelf = request.recipient == nil || request.recipient?.id == "patient"
      hasAuthorization = request.authorization?.document != nil
      instrument = request.legal?.instrument
      evidence = request.evidence.compactMap(\.kind)
      let channel = request.delivery?.channel
      let isElectronic = channel.map { ![.mail, .fax].contains($0) } ?? false
      isDirective = isElectronic && request.delivery?.form?.lowercased() == "electronic" && !hasAuthorization
    }
  }

  /// A row of `derive`: what it does not name does not matter.
  private struct Derivation {
    enum Papers { case any, none, form, courtOrder, process, waiver, dataUseAgreement }
    enum Receiver { case any, themself, other, otherByDirective }

    let kinds: [RequesterKind]
    var purposes: [String] = []
    var receiver = Receiver.any
    var papers = Papers.any
    let basis: Basis

    func matches(_ asked: Asked) -> Bool {
      guard kinds.isEmpty || kinds.contains(asked.kind) else { return false }
      guard purposes.isEmpty || purposes.contains(asked.purpose) else { return false }
      let isReceived =
        switch receiver {
        case .any: true
        case .themself: asked.isToSelf
        case .other: !asked.isToSelf
        case .otherByDirective: !asked.isToSelf && asked.isDirective
        }
      return isReceived && hasPapers(asked)
    }

    private func hasPapers(_ asked: Asked) -> Bool {
      switch papers {
      case .any: true
      case .none: !asked.hasAuthorization
      case .form: asked.hasAuthorization
      case .courtOrder: asked.instrument == .courtOrder
      case .process: [.attorneySubpoena, .judicialSubpoena, .discovery].contains(asked.instrument)
      case .waiver: asked.evidence.contains(.waiverIRB)
      case .dataUseAgreement: asked.evidence.contains(.dataUseAgreement)
      }
    }
  }

  private static let derivations: [Derivation] = [
    Derivation(kinds: [.patient], purposes: ["PATRQT", "none"], receiver: .themself, basis: .access),
    Derivation(
      kinds: [.patient], purposes: ["PATRQT", "none"], receiver: .otherByDirective, basis: .directive),
    Derivation(kinds: [.patient], receiver: .other, basis: .authorization),
    Derivation(
      kinds: [.personalRepresentative], purposes: ["PATRQT", "PWATRNY", "FAMRQT", "none"],
      receiver: .themself, basis: .access),
    Derivation(kinds: [.personalRepresentative], receiver: .other, basis: .authorization),
    Derivation(kinds: [], papers: .courtOrder, basis: .courtOrder),
    Derivation(kinds: [.lawEnforcement], basis: .lawEnforcement),
    Derivation(kinds: [.attorney, .court], papers: .process, basis: .legalProcess),
    Derivation(kinds: [.hhs], basis: .hhs),
    Derivation(kinds: [.oversight], basis: .oversight),
    Derivation(kinds: [.publicHealth], basis: .publicHealth),
    Derivation(kinds: [.coroner], basis: .decedent),
    Derivation(kinds: [.organProcurement], basis: .organ),
    Derivation(kinds: [.correctional, .military, .governmentBenefits], papers: .none, basis: .government),
    Derivation(kinds: [.workersComp], papers: .none, basis: .workersComp),
    Derivation(kinds: [.provider], purposes: treatmentCodes, basis: .treatment),
    Derivation(kinds: [.payer, .provider], purposes: paymentCodes, papers: .none, basis: .payment),
    Derivation(kinds: [.provider, .payer], purposes: operationsCodes, papers: .none, basis: .operations),
    Derivation(kinds: [.research], papers: .waiver, basis: .research),
    Derivation(
      kinds: [.research, .publicHealth, .businessAssociate], papers: .dataUseAgreement,
      basis: .limitedDataSet),
    Derivation(kinds: [.family], papers: .none, basis: .family),
    Derivation(kinds: [], papers: .form, basis: .authorization),
    Derivation(
      kinds: [
        .attorney, .employer, .lifeInsurer, .marketing, .school, .research, .family, .victimService, .other,
      ], basis: .authorization),
  ]

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
