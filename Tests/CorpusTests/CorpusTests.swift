import Policy
import Records
import Requests
import Stages
import Testing
import Values
import XML

@Suite(
  "shared/data: what real exporters send",
  .enabled(if: Corpus.isThere, "shared/data is not beside this checkout; set CHARTGATE_DATA to its folder"))
struct CorpusTests {
  @Test func `every record is read or refused with a place, and leaves untouched when nothing is cut`() throws
  {
    var counts: [String: (read: Int, refused: [String: Int])] = [:]
    for file in Corpus.records {
      do throws(PacketError) {
        let record = try RecordReader.read(file.bytes, number: 1, limits: .standard)
        counts["\(file.folder) \(record.facts.format.shown)", default: (0, [:])].read += 1
        let edited = try record.cutting(Cut())
        #expect(edited.bytes == file.bytes, "\(file.name) changed though nothing was cut")
      } catch {
        let format = RecordReader.sniff(file.bytes)
        counts["\(file.folder) \(format.shown)", default: (0, [:])].refused[
          error.rule.description, default: 0] += 1
        let place = try #require(error.place, "\(file.name): \(error) has no place")
        #expect(place.line != nil || place.bytes != nil || place.path != nil, "\(file.name): \(error)")
      }
    }
    print("== read, and an empty redaction")
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      let refused = count.refused.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
        separator: ", ")
      print("\(name): \(count.read) read; refused: \(refused.isEmpty ? "none" : refused)")
    }
    #expect(Corpus.records.count > 300)
  }

  @Test func `a forced pass of every C-CDA through libxml2 says the same in canonical XML`() throws {
    var passed = 0
    for file in Corpus.records where RecordReader.sniff(file.bytes) == .cda {
      guard let document = try? XMLDocument(parsing: file.bytes) else { continue }
      let again = try XMLDocument(parsing: try document.serialized())
      #expect(try again.canonical() == document.canonical(), "\(file.name)")
      passed += 1
    }
    print("== C14N-equal after a pass through libxml2: \(passed) C-CDA documents")
    #expect(passed > 50)
  }

  static let policies: [(String, [RedactionKind])] = [
    ("as shipped", []), ("with everybody redacted", RedactionKind.allCases),
  ]

  @Test(arguments: policies)
  func `every record goes through the insurance claim's withholding and the leak check`(
    _ name: String, _ kinds: [RedactionKind]
  ) throws {
    let policy = try ShippedPolicy.load(redacting: kinds)
    var outcomes: [String: [String: Int]] = [:]
    var holds: [String: Int] = [:]
    for file in Corpus.records {
      let decision = try ClaimOfOne.decide(file.bytes, policy)
      let format = "\(file.folder) \(RecordReader.sniff(file.bytes).shown)"
      let outcome =
        switch decision.outcome {
        case .released: "released"
        case .held: "held"
        case .rejected: "rejected"
        }
      outcomes[format, default: [:]][outcome, default: 0] += 1
      for rule in Set(decision.findings.filter { $0.verdict >= .hold }.map(\.rule.description)) {
        holds[rule, default: 0] += 1
      }
    }
    print("== insurance-claim \(name), one record a packet")
    for (format, counts) in outcomes.sorted(by: { $0.key < $1.key }) {
      print(
        "\(format): \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
      )
    }
    print(
      "held or rejected by: \(holds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
    )
    #expect(outcomes.values.reduce(0) { $0 + ($1["released"] ?? 0) } > 0)
  }
}
