internal import Values

/// Findings and errors as they cross the wall. Their words were made of literals on the other side; on this
/// side that is a claim. So each text is short, one line, and shows what it holds: a worker that lies can
/// choose the words of its own packet's findings, which people of the house read, and nothing more.
extension FrameWriter {
  mutating func finding(_ finding: Finding) {
    text(finding.rule.description)
    sentence(finding.source)
    text(finding.verdict.rawValue)
    text(finding.lift.rawValue)
    switch finding.subject {
    case .packet: number(0)
    case .record(let number): self.number(number)
    }
    optional(finding.place) { $0.place($1) }
    sentence(finding.problem)
    sentence(finding.remedy)
  }

  mutating func error(_ error: PacketError) {
    text(error.rule.description)
    text(error.outcome.rawValue)
    optional(error.place) { $0.place($1) }
    sentence(error.problem)
    sentence(error.remedy)
  }

  /// Cut and escaped to what the other side takes: an honest worker never loses an attempt over its words.
  private mutating func sentence(_ words: PlainText) {
    let shown =
      TerminalText.isPlain(words.description) ? words.description : TerminalText.escaped(words.description)
    var bytes = Array(shown.utf8.prefix(FrameReader.sentence))
    while let last = bytes.last, last >= 0x80, String(validating: bytes, as: UTF8.self) == nil {
      bytes.removeLast()
    }
    block(bytes)
  }

  private mutating func place(_ place: Place) {
    optional(place.record) { $0.number($1) }
    optional(place.bytes) { frame, range in
      frame.number(range.lowerBound)
      frame.number(range.upperBound)
    }
    optional(place.path) { $0.sentence($1) }
    optional(place.line) { $0.number($1) }
  }
}

extension FrameReader {
  /// Bytes of a finding's texts.
  fileprivate static let sentence = 4_000

  /// - Parameter records: how many the packet can have at most.
  mutating func finding(records: Int) throws(FrameError) -> Finding {
    let rule = try rule()
    let source = try sentence()
    let verdict = try word(Verdict.self)
    let lift = try word(Lift.self)
    let record = try number(in: 0...records)
    let place = try optional { frame throws(FrameError) in try frame.place(records: records) }
    return Finding(
      rule, source: source, verdict, lift: lift, subject: record == 0 ? .packet : .record(record), at: place,
      try sentence(), remedy: try sentence())
  }

  mutating func error(records: Int) throws(FrameError) -> PacketError {
    let rule = try rule()
    let outcome = try word(PacketError.Outcome.self)
    let place = try optional { frame throws(FrameError) in try frame.place(records: records) }
    return PacketError(rule, outcome, at: place, try sentence(), remedy: try sentence())
  }

  private mutating func rule() throws(FrameError) -> RuleID {
    guard let rule = RuleID(checking: try text(limit: 80)) else { throw .value }
    return rule
  }

  private mutating func sentence() throws(FrameError) -> PlainText {
    PlainText(ours: try plainText(limit: Self.sentence))
  }

  private mutating func place(records: Int) throws(FrameError) -> Place {
    let record = try optional { frame throws(FrameError) in try frame.number(in: 0...records) }
    let bytes = try optional { frame throws(FrameError) in
      let lower = try frame.number(in: 0...Int.max)
      return lower..<(try frame.number(in: lower...Int.max))
    }
    let path = try optional { frame throws(FrameError) in try frame.sentence() }
    return Place(
      record: record, bytes: bytes, path: path,
      line: try optional { frame throws(FrameError) in try frame.number(in: 0...Int.max) })
  }
}
