internal import Values

/// What makes a message doubtful though it could be read: gathered while reading, told as findings that hold.
struct HL7Doubts: Sendable {
  enum Kind: CaseIterable, Hashable, Sendable {
    /// No PID where a patient is spoken of.
    case noPatient
    /// Bytes that do not fit the stated character set, or none is stated and they are not UTF-8.
    case charset
    /// A trailer's count is not the number of what it closes.
    case count
    /// A batch or file without its end.
    case cut
    /// The message or a segment goes on elsewhere (DSC, ADD, MSH-14).
    case continued
  }
  /// A kind is told of at most so many places: the verdict is the same.
  private static let most = 50
  private var found: [(kind: Kind, message: Int?, line: Int?)] = []
  private var counts: [Kind: Int] = [:]

  /// - Parameter message: from 0.
  mutating func add(_ kind: Kind, message: Int? = nil, line: Int?) {
    let count = counts[kind, default: 0]
    counts[kind] = count + 1
    if count < Self.most { found.append((kind, message, line)) }
  }

  func findings(record: Int) -> [Finding] {
    found.map { doubt in
      let path: PlainText? = doubt.message.map { "message \($0 + 1)" }
      let place = Place(record: record, path: path, line: doubt.line)
      func malformed(_ problem: PlainText, _ remedy: PlainText) -> Finding {
        Finding(
          "house.malformed", source: "45 CFR 164.530(c)", .hold, lift: .any, subject: .record(record),
          at: place,
          problem, remedy: remedy)
      }
      switch doubt.kind {
      case .noPatient:
        return Finding(
          "patient.unknown", source: "45 CFR 164.502(a)", .hold, lift: .any, subject: .record(record),
          at: place,
          "a message does not say whose it is (no PID)", remedy: "look at it, and decide")
      case .charset:
        return malformed(
          "bytes do not fit the character set that MSH-18 states",
          "look at the text, or export the record again as UTF-8 with MSH-18 UNICODE UTF-8")
      case .count:
        return malformed(
          "a count in a batch or file trailer is wrong",
          "see that nothing is missing, or export the record again")
      case .cut:
        return malformed(
          "a batch or file has no end", "see that nothing is missing, or export the record again")
      case .continued:
        return malformed(
          "the message goes on in another one (DSC, ADD or MSH-14)",
          "join the parts, and drop the packet again")
      }
    }
  }
}
