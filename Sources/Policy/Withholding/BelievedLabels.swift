internal import Records
internal import Values

/// Security labels that name no category of ours and are believed all the same (RULES.md §9, cat.label):
/// `R` and `V`, and every sensitivity that we do not know. `N`, `M`, `L` and `U` are never believed
/// downwards.
enum BelievedLabels {
  /// What a label asks for.
  enum Meaning: Equatable {
    case nothing
    case restricted
    /// Very restricted, or a sensitivity without a category here.
    case veryRestricted
  }

  static func meaning(of label: Code, _ categories: CategorySet) -> Meaning {
    let code = String(decoding: CodeText.plain(label.code.reveal(.match)), as: UTF8.self)
    switch code {
    case "R": return .restricted
    case "V": return .veryRestricted
    case "N", "M", "L", "U", "": return .nothing
    default: break
    }
    if !categories.categories(labelled: code).isEmpty { return .nothing }
    let system = label.system?.reveal(.match) ?? ""
    if silentSystems.contains(where: { system.contains($0) }) { return .nothing }
    // ActCode's refrain and obligation policies tell how a thing is to be handled, not what it is.
    let isHandling = [
      "NO", "CPLY", "ENCRYPT", "DELAU", "MASK", "REDACT", "PRIVMARK", "MINEC", "ANONY", "PSEUD",
    ]
    .contains { code.hasPrefix($0) }
    return isHandling ? .nothing : .veryRestricted
  }

  /// Purposes (ActReason; HTEST marks test data) and integrity (ObservationValue).
  private static let silentSystems = [
    "v3-ActReason", "2.16.840.1.113883.5.8", "v3-ObservationValue", "2.16.840.1.113883.5.1063",
  ]
}
