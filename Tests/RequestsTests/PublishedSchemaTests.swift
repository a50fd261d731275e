import Foundation
import Requests
import Testing
import Values

@Suite("The published schemas are those of the fields (UPDATE_GOLDEN=1 writes them anew)")
struct PublishedSchemaTests {
  @Test func `request-1.xsd has every field, and is what the reader uses`() throws {
    #expect(try RepositoryFile("Sources/Requests/Schemas/request-1.xsd").holds(XSDText.bytes))
  }

  @Test func `request-1.schema.json has every field`() throws {
    let file = RepositoryFile("Sources/Requests/Schemas/request-1.schema.json")
    #expect(try file.holds(JSONSchemaText.bytes))
  }

  @Test func `the example in the schema's documentation is a good request`() throws {
    let text = String(decoding: XSDText.bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<request xmlns"))
    let end = try #require(text.range(of: "</request>"))
    let example = text[start.lowerBound..<end.upperBound]
    let request = try RequestReader.read(Array(example.utf8), name: .xml, limits: .standard)
    #expect(request.requester?.kind == .patient && request.records.count == 1)
  }
}
