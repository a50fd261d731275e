package import Policy
package import Requests
package import Values

/// What was typed about a packet that is to be made, with what follows from it filled in.
package struct PacketWishes: Sendable {
  package var id: String?
  /// As typed; stated in the request only then.
  package var basis: Basis?
  package var purpose: String?
  package var requesterKind: RequesterKind?
  package var recipient: String?
  package var categories: [String] = []
  /// Those that the house defines; empty when no house is named.
  package var knownCategories: Set<String> = []
  package var isSample = false
  /// The site's day on which the request was received, and the moment.
  package var day: Day
  package var received: Instant
  /// The site and its directory, which a sample's authorization names.
  package var site: Site?
  package var recipients: [Recipient] = []

  package init(day: Day, received: Instant) { (self.day, self.received) = (day, received) }

  /// Who asks and why, where nothing was typed: what is usual on that basis.
  package var usual: (kind: RequesterKind, purpose: String) {
    switch basis {
    case .access, .directive, nil: (.patient, "PATRQT")
    case .treatment: (.provider, "TREAT")
    case .payment: (.payer, "HPAYMT")
    case .authorization, .legalProcess, .courtOrder: (.attorney, "HLEGAL")
    case .operations: (.payer, "HOPERAT")
    case .family: (.family, "FAMRQT")
    case .publicHealth, .abuse: (.publicHealth, "PUBHLTH")
    case .oversight: (.oversight, "HCOMPL")
    case .lawEnforcement: (.lawEnforcement, "HLEGAL")
    case .decedent: (.coroner, "HDECD")
    case .organ: (.organProcurement, "DONAT")
    case .research, .limitedDataSet, .deidentified: (.research, "HRESCH")
    case .threat: (.lawEnforcement, "THREAT")
    case .government: (.governmentBenefits, "GOV")
    case .workersComp: (.workersComp, "GOV")
    case .hhs: (.hhs, "HCOMPL")
    case .requiredByLaw: (.other, "GOV")
    }
  }

  var kind: RequesterKind { requesterKind ?? usual.kind }

  /// The recipient that was typed; else the patient who asks, or the directory's first entry for who asks.
  var recipientID: String? {
    recipient ?? (kind == .patient ? "patient" : recipients.first { $0.kinds.contains(kind) }?.id)
  }

  /// Whether the request rests on a form that the patient signed.
  var needsForm: Bool { basis == .authorization }

  /// The directory's entry of the recipient; nil for the patient and for what the directory does not have.
  var entry: Recipient? { recipients.first { $0.id == recipientID } }

  /// What was typed and does not go together.
  package var problems: [String] {
    var problems: [String] = []
    if let purpose, PurposeOfUse.of(code: purpose) == nil {
      let near = Nearest.word(to: purpose, of: PurposeOfUse.all.map(\.code.description))
      problems.append("--purpose is no HL7 PurposeOfUse code" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    for category in categories where !knownCategories.isEmpty && !knownCategories.contains(category) {
      let near = Nearest.word(to: category, of: knownCategories.sorted())
      problems.append(
        "--categories: the house defines none that is called \(TerminalText.escaped(category))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    guard isSample else { return problems }
    if let site, !site.isTrial {
      problems.append("--sample is for trial houses, and this one would reject it; name one with --house")
    }
    if recipientID == nil {
      problems.append("--recipient is missing; name an id of the house's recipients.yaml")
    } else if let id = recipientID, id != "patient", entry == nil {
      let near = Nearest.word(to: id, of: recipients.map(\.id))
      problems.append(
        "--recipient \(TerminalText.escaped(id)) is not in the house's recipients.yaml"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    return problems
  }
}
