import Policy
import Records
import Requests
import Values

/// Plans what is withheld of a record by a shipped pipeline and cuts as planned: what leaves reads again,
/// and either speaks of nothing that is withheld or meets the leak check.
func fuzzPlan(_ bytes: [UInt8]) {
  let record: any ReadRecord
  do throws(PacketError) { record = try RecordReader.read(bytes, number: 1, limits: .standard) } catch {
    return
  }
  var choice = InputChoice(bytes)
  var pipeline = ShippedPolicy.pipelines[choice.number(below: ShippedPolicy.pipelines.count)]
  if choice.number(below: 2) == 1 { pipeline.redact = RedactionKind.allCases.map(\.rawValue) }
  let plan: WithholdingPlan
  do throws(PacketError) {
    plan = try .plan(packet(record.facts, pipeline), categories: ShippedPolicy.categories)
  } catch {
    fatalError("broken: a record in memory is planned")
  }
  guard let own = plan.record(1) else { fatalError("broken: every record has a plan") }
  guard !own.isWithheldWhole else { return }
  do throws(PacketError) {
    let (edited, facts) = try RecordReader.cut(record, own.cut, number: 1, limits: .standard)
    if own.cut.isEmpty { hold(edited.bytes == bytes, "an empty cut gives the same bytes") }
    guard let facts else { return }
    CutInvariants.checkFacts(facts)
    // The leak check adds both; it is passed over only where nothing telling was taken out.
    hold(
      plan.remaining(in: facts, record: 1).isEmpty || !plan.telling.isEmpty,
      "what still speaks of a withheld category is held")
    _ = plan.telling.found(in: facts)
    _ = plan.telling.found(inText: edited.bytes)
  } catch {
    hold(!CutInvariants.blamesUs(error), "a planned cut is never called a bug")
  }
}

/// A request that the pipeline takes, for a record that is the patient's.
private func packet(_ facts: RecordFacts, _ pipeline: Pipeline) -> Case {
  var request = Request(id: "FUZZ-1")
  request.sample = true
  request.patient = Patient()
  var requester = Requester()
  requester.kind = pipeline.requesters.first
  request.requester = requester
  request.scope = Scope()
  request.records = [ListedRecord(path: "record")]
  guard let day = Day("2026-03-02") else { fatalError("no day") }
  let site = Site(
    name: "Example Hospital", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
  return Case(
    request: request, records: [RecordCase(number: 1, listed: request.records[0], facts: facts)], papers: [],
    house: HouseFacts(
      today: day, instant: Instant(milliseconds: 1_772_448_900_000), disclosure: "d1", site: site,
      recipients: []),
    basis: pipeline.bases.first, pipeline: pipeline)
}
