import Policy
import Records
import Requests
import Testing
import Values

/// A case that differs from a good one only in what a test says.
struct SampleCase: Sendable {
  var basis: Basis = .authorization
  var request: Request
  var pipeline = "withhold: [HIV, SUD, MH]"
  var site = Site(name: "Mercy", kind: .hospital, state: "OR", timeZone: "America/Los_Angeles", isTrial: true)
  var records: [RecordFacts] = []
  var listed: [(Int, @Sendable (inout ListedRecord) -> Void)] = []
  var recipients: [Recipient] = []

  static let paper = Digest(bytes: [UInt8](repeating: 7, count: 32))

  init(_ records: RecordFacts...) {
    self.records = records
    request = Request(id: "r1")
    request.requester = Requester()
    request.requester?.kind = .attorney
    var patient = Patient()
    patient.names = [PersonName(family: "Roe", given: ["Jane"])]
    request.patient = patient
    request.purpose = Purpose()
    request.purpose?.code = "PATRQT"
    var form = Authorization()
    form.kind = .hipaa
    form.digest = Self.paper
    form.discloser = [Sensitive("Mercy")]
    form.recipient = [Sensitive("Counsel")]
    form.description = Sensitive("entire record, also of later dates")
    form.purpose = Sensitive("a claim")
    form.expires = Authorization.Expiry()
    form.expires?.date = Day("2027-01-01")
    form.signed = Authorization.Signature()
    form.signed?.on = Day("2026-03-01")
    form.signed?.by = Sensitive("Jane Roe")
    form.statements = Authorization.Statements()
    form.statements?.revocation = true
    form.statements?.conditioning = true
    form.statements?.redisclosure = true
    request.authorization = form
  }

  /// With the form changed.
  func form(_ change: (inout Authorization) -> Void) -> SampleCase {
    var copy = self
    if var form = copy.request.authorization {
      change(&form)
      copy.request.authorization = form
    }
    return copy
  }

  func with(_ change: (inout SampleCase) -> Void) -> SampleCase {
    var copy = self
    change(&copy)
    return copy
  }

  func facts() throws -> Case {
    let text = """
      name: sample
      title: "Sample"
      version: 1
      takes: {bases: [\(basis.rawValue)]}
      \(pipeline)
      """
    let set = try ShippedCategories.set()
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(text.utf8), name: "sample.yaml", categories: set.names)
    else { throw Refused() }
    var house = HouseFacts(
      today: Day("2026-04-01"), instant: Instant(milliseconds: 0), disclosure: "d1", site: site,
      recipients: recipients)
    house.revoked = []
    let cases = records.enumerated().map { index, facts in
      var entry = ListedRecord(path: "r\(index + 1)")
      for (number, change) in listed where number == index + 1 { change(&entry) }
      return RecordCase(number: index + 1, listed: entry, facts: facts)
    }
    return Case(
      request: request, records: cases, papers: Set([Self.paper].compactMap { $0 }), house: house,
      basis: basis,
      pipeline: pipeline)
  }
  struct Refused: Error {}

  func plan() throws -> WithholdingPlan {
    try .plan(try facts(), categories: try ShippedCategories.set())
  }
}

extension WithholdingPlan {
  func units(_ record: Int = 1) -> Set<Int> { self.record(record)?.cut.units ?? [] }
  func rules(_ record: Int = 1) -> Set<RuleID> {
    Set(findings.filter { $0.subject == .record(record) }.map(\.rule))
  }
  func verdict(_ rule: RuleID) -> Verdict? { findings.filter { $0.rule == rule }.map(\.verdict).max() }
}

extension RecordFacts {
  /// The record as a format would leave it: without the units and with the mark in place of what is redacted.
  func cutting(_ cut: Cut) -> RecordFacts {
    var left = RecordFacts(format: format, byteCount: byteCount)
    left.units = units
    func isGone(_ unit: Int) -> Bool {
      var at: Int? = unit
      while let one = at {
        if cut.units.contains(one) { return true }
        at = units[one].parent
      }
      return false
    }
    for (number, _) in units.enumerated() where isGone(number) {
      (left.units[number].codes, left.units[number].labels) = ([], [])
    }
    for run in runs where !isGone(run.unit) {
      var bytes: [UInt8] = []
      var at = run.range.lowerBound
      for range in cut.redactions where run.range.contains(range.lowerBound) {
        bytes += arena[at..<range.lowerBound] + Array("[withheld]".utf8)
        at = range.upperBound
      }
      bytes += arena[at..<run.range.upperBound]
      let start = left.arena.count
      left.arena += bytes
      left.runs.append(TextRun(unit: run.unit, kind: run.kind, range: start..<left.arena.count))
      left.arena.append(0)
    }
    return left
  }
}
