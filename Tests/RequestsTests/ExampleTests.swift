import Requests
import Testing
import Values

struct ExampleTests {
  @Test(arguments: Examples.good) func `a good request is the same in both forms`(_ name: String) throws {
    let xml = try RequestReader.read(Array(try Examples.good(name, .xml).utf8), name: .xml, limits: .standard)
    let json = try RequestReader.read(
      Array(try Examples.good(name, .json).utf8), name: .json, limits: .standard)
    #expect(xml == json)
  }

  @Test(arguments: Examples.good, RequestName.allCases)
  func `what is written is what stands in the file`(_ name: String, _ form: RequestName) throws {
    let text = try Examples.good(name, form)
    let request = try RequestReader.read(Array(text.utf8), name: form, limits: .standard)
    #expect(String(decoding: RoundTripTests.written(request, form), as: UTF8.self) == text)
  }

  @Test func `the values are where they belong`() throws {
    let text = try Examples.good("attorney", .xml)
    let request = try RequestReader.read(Array(text.utf8), name: .xml, limits: .standard)
    #expect(request.id == Sensitive("2026-000417") && request.sample)
    #expect(request.received == Instant("2026-03-02T14:15:00Z"))
    #expect(request.patient?.names == [PersonName(family: "Example", given: ["Alma", "Q"])])
    #expect(request.patient?.birthDate == Day("1971-04-02").map { Sensitive($0) })
    #expect(request.requester?.organization == Sensitive("Counsel & Partners"))
    #expect(request.authorization?.signed?.as == .patient && request.delivery?.fee?.cents == 650)
    #expect(request.records.map(\.part2) == [.false, .unknown] && request.records.first?.size == 20480)
    #expect(request.papers.first?.sha256 == request.authorization?.digest)
  }

  @Test(arguments: BadExample.all, RequestName.allCases)
  func `a bad request says where and what, once`(_ example: BadExample, _ form: RequestName) throws {
    guard let text = try example.text(form) else { return }
    let problems = #expect(throws: RequestProblems.self) {
      try RequestReader.read(Array(text.utf8), name: form, limits: .standard)
    }
    let problem = try #require(problems?.all.first)
    #expect(problems?.all.count == 1, "\(problem)")
    #expect(problem.problem.description.contains(example.says), "\(problem)")
    #expect(!problem.remedy.description.isEmpty)
    if let pointer = example.pointer { #expect(problem.place.path?.description == pointer, "\(problem)") }
    switch form {
    case .json: #expect(example.pointer != nil || problem.place.bytes != nil)
    case .xml where example.line == 0: break
    case .xml: #expect(problem.place.line == (try example.line ?? example.changedLine()), "\(problem)")
    }
  }

  @Test(arguments: RequestName.allCases) func `the files for peers are these examples`(_ form: RequestName)
    throws
  {
    var names: [String] = []
    for example in BadExample.all {
      guard let text = try example.text(form) else { continue }
      let file = "\(example.name).\(form)"
      names.append(file)
      #expect(try RepositoryFile("\(Examples.folder)/bad/\(file)").holds(Array(text.utf8)), "\(file)")
    }
    #expect(Set(names).count == names.count)
    #expect(
      try RepositoryFile("\(Examples.folder)/bad").names().filter { $0.hasSuffix(".\(form)") }
        == names.sorted())
  }

  @Test(arguments: RequestName.allCases) func `all problems are told at once`(_ form: RequestName) throws {
    var text = try Examples.good("attorney", form)
    for word in ["1971-04-02", "attorney", "records/visit.xml", "6.50", "portal", "HLEGAL"] {
      text = text.replacing(word, with: "../\(word) ?")
    }
    let problems = #expect(throws: RequestProblems.self) {
      try RequestReader.read(Array(text.utf8), name: form, limits: .standard)
    }
    #expect(
      problems?.all.compactMap(\.place.path?.description) == [
        "/patient/birthDate", "/requester/kind", "/purpose/code", "/delivery/channel", "/delivery/fee/amount",
        "/records/0/path",
      ])
  }
}
