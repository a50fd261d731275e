/// What MSH-9 says of a message (HL7 table 0076).
struct HL7MessageKind: Sendable {
  private let code: String

  init(code: String = "") { self.code = code }

  /// Answers, master files and equipment: messages that tell of no patient by their definition.
  var isOfNobody: Bool { Self.ofNobody.contains(code) }

  /// Whose OBR-4 tells what kind of document it is.
  var holdsDocument: Bool { code == "MDM" || code == "ORU" }

  /// Whether a segment tells of a patient, whatever MSH-9 says.
  func isOfPatient(_ shape: HL7Shape, isKnown: Bool) -> Bool {
    guard isOfNobody else { return false }
    return !isKnown || !Self.headers.contains(shape.id)
  }

  private static let ofNobody: Set<String> = [
    "ACK", "MCF", "MFN", "MFK", "MFD", "MFQ", "MFR", "NMD", "NMQ", "NMR", "PMU", "ESU", "ESR", "EAC", "EAR",
    "EAN", "LSU", "LSR", "INU", "INR", "TCU", "TCR",
  ]

  /// All that such messages hold; anything else in them speaks of somebody.
  private static let headers: Set<String> = [
    "MSH", "SFT", "UAC", "MSA", "ERR", "EVN", "MFI", "MFE", "MFA", "OM1", "OM2", "OM3", "OM4", "OM5", "OM6",
    "OM7",
    "OMC", "STF", "PRA", "ORG", "AFF", "LAN", "EDU", "CER", "LOC", "LCH", "LRL", "LDP", "LCC", "CDM", "PRC",
    "CM0",
    "CM1", "CM2", "IIM", "NCK", "NST", "NSC", "EQU", "EQP", "ISD", "INV", "TCC", "NDS", "ROL", "PRT", "NTE",
  ]
}
