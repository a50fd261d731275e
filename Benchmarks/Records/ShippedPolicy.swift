import Foundation
import Policy
import Records
import Requests
import Values

/// The shipped categories and one shipped pipeline, and a case that asks for one record under them: an attorney
/// with a general form, which opens no category.
struct ShippedPolicy {
  let categories: CategorySet
  let pipeline: Pipeline

  struct Refused: Error {}

  /// - Parameter folder: `Pipelines` of a checkout.
  init(_ folder: URL, pipeline name: String) throws {
    let lists = folder.appending(path: "categories")
    let files = try FileManager.default.contentsOfDirectory(atPath: lists.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { (name: $0, bytes: [UInt8](try Data(contentsOf: lists.appending(path: $0)))) }
    guard case .read(let set) = CategoryReader.read(files),
      case .read(let pipeline) = PipelineReader.read(
        [UInt8](try Data(contentsOf: folder.appending(path: "\(name).yaml"))), name: "\(name).yaml",
        categories: set.names)
    else { throw Refused() }
    (categories, self.pipeline) = (set, pipeline)
  }

  func asking(for facts: RecordFacts, _ parts: FHIRLinesParts? = nil) throws -> Case {
    guard let today = Day(year: 2026, month: 4, day: 1) else { throw Refused() }
    var request = Request(id: "bench")
    request.requester = Requester()
    request.requester?.kind = .attorney
    request.authorization = Authorization()
    request.authorization?.kind = .hipaa
    request.authorization?.description = Sensitive("entire record, also of later dates")
    let site = Site(
      name: "Bench", kind: .hospital, state: "OR", timeZone: "America/Los_Angeles", isTrial: true)
    return Case(
      request: request,
      records: [RecordCase(number: 1, listed: ListedRecord(path: "record"), facts: facts, parts: parts)],
      papers: [],
      house: HouseFacts(
        today: today, instant: Instant(milliseconds: 0), disclosure: "d1", site: site, recipients: []),
      basis: .authorization, pipeline: pipeline)
  }
}
