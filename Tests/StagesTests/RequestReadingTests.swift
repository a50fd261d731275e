import Requests
import Stages
import Testing
import Values

@Suite("DESIGN.md §5: read tells intake and claim what they need")
struct RequestReadingTests {
  @Test func `id, due day and files with size and digest are told`() throws {
    var request = Sample.treatment
    var record = ListedRecord(path: "a/note.txt")
    (record.size, record.sha256) = (5, Digest(bytes: Array(repeating: 1, count: 32)))
    request.records = [record]
    var delivery = Delivery()
    delivery.due = Day("2026-03-20")
    request.delivery = delivery
    let facts = RequestReading.read(RequestWriter.xml(request), name: Array("request.xml".utf8))
    #expect(facts.id == Sensitive("R-1") && facts.due == Day("2026-03-20"))
    #expect(
      facts.listed == [
        RequestFacts.Listed(path: Array("a/note.txt".utf8), byteCount: 5, digest: record.sha256)
      ])
  }

  @Test func `what cannot be read says nothing`() {
    let facts = RequestReading.read(Array("{".utf8), name: Array("request.json".utf8))
    #expect(facts.id == nil && facts.listed == nil)
  }
}
