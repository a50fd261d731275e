import Foundation
import Glibc
import Host
import Stages
import Testing
import Values
import Worker

extension Walls {
  @Suite("Workers come and go and leave nothing behind")
  struct WorkforceTests {
    private static let request = Array(#"{"id":"R-1"}"#.utf8)
    private static let name = Array("request.json".utf8)

    @Test func `a thousand questions leave no descriptor and no process`() throws {
      let before = ThisTest.children
      let force = try TestWorkforce("honest")
      let template = try #require(ThisTest.children.subtracting(before).first)
      #expect(try force.workforce.read(Self.request, name: Self.name).id == Sensitive("R-1"))
      let open = ThisTest.descriptors
      for _ in 0..<1_000 { _ = try force.workforce.read(Self.request, name: Self.name) }
      // Other suites of this process open and close some too.
      #expect(ThisTest.descriptors < open + 500)
      #expect(ThisTest.children(of: template) == "")
    }

    @Test func `when the workforce goes, its template goes`() throws {
      let before = ThisTest.children
      var force: TestWorkforce? = try TestWorkforce("honest")
      #expect(force != nil && ThisTest.children.subtracting(before).count == 1)
      force = nil
      #expect(ThisTest.children.subtracting(before) == [])
    }

    @Test func `a template that was killed is made anew`() throws {
      let before = ThisTest.children
      let force = try TestWorkforce("honest")
      let template = try #require(ThisTest.children.subtracting(before).first)
      kill(pid_t(template), SIGKILL)
      // One question may be lost to it, as to a fault that passes; the next one is answered.
      var answered: RequestFacts?
      for _ in 0..<3 where answered == nil {
        do throws(HostError) {
          answered = try force.workforce.read(Self.request, name: Self.name)
        } catch {
          #expect(error.kind == .transient)
        }
      }
      #expect(answered?.id == Sensitive("R-1"))
    }

    @Test func `questions are answered side by side`() async throws {
      let force = try TestWorkforce("honest")
      let ids = try await withThrowingTaskGroup { group in
        for number in 0..<8 {
          group.addTask(executorPreference: BlockingPool()) {
            let request = Array("{\"id\":\"R-\(number)\"}".utf8)
            return try force.workforce.read(request, name: Self.name).id
          }
        }
        var ids: Set<Sensitive<String>> = []
        for try await id in group { if let id { ids.insert(id) } }
        return ids
      }
      #expect(ids.count == 8)
    }

    @Test func `another policy than the one that was digested is refused`() throws {
      let files = try TestWorkforce.files()
      var settings = WorkforceSettings(arguments: ["honest"])
      settings.program = try #require(TestWorkforce.program)
      let digest = try #require(Digest(bytes: [UInt8](repeating: 1, count: 32)))
      #expect(throws: WorkforceFailure.policy) {
        try Workforce(settings, files: files, digest: digest, pipelines: [], limits: .standard)
      }
    }

    @Test func `a program that is none is said, not waited for`() throws {
      var settings = WorkforceSettings(arguments: [])
      settings.program = "/nonexistent/chartgate"
      let digest = try #require(Digest(bytes: [UInt8](repeating: 1, count: 32)))
      let failure = #expect(throws: WorkforceFailure.self) {
        try Workforce(settings, files: [], digest: digest, pipelines: [], limits: .standard)
      }
      guard case .host = failure else {
        Issue.record("not said as the system's refusal")
        return
      }
    }
  }
}
