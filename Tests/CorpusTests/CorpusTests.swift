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

  @Test func `our own scanner sees every document of XML as libxml2 does`() throws {
    var (scanned, left) = (0, 0)
    for file in Corpus.records where [.cda, .fhirXML].contains(RecordReader.sniff(file.bytes)) {
      guard let tree = try? XMLTree(parsing: file.bytes, limits: .standard, names: [], spaces: []) else {
        continue
      }
      guard let placed = XMLPlacedTree(rescanning: file.bytes, names: [], spaces: []) else {
        left += 1
        continue
      }
      #expect(placed.tree.fingerprint == tree.fingerprint, "\(file.name)")
      scanned += 1
    }
    print("== scanned as libxml2 reads: \(scanned) documents; left to libxml2: \(left)")
    #expect(scanned > 50)
  }

  /// In UTF-16 a document is cut on libxml2's tree.
  @Test func `a cut of XML in its bytes says the same as one on libxml2's tree`() throws {
    var cuts = 0
    for file in Corpus.records where [.cda, .fhirXML].contains(RecordReader.sniff(file.bytes)) {
      guard file.bytes.count < 400_000, let text = String(validating: file.bytes, as: UTF8.self),
        let narrow = try? RecordReader.read(file.bytes, number: 1, limits: .standard),
        let wide = try? RecordReader.read(Corpus.wide(text), number: 1, limits: .standard)
      else { continue }
      #expect(narrow.facts.arena == wide.facts.arena, "\(file.name)")
      for step in 1...4 {
        let unit = (narrow.facts.units.count - 1) * step / 5 + 1
        let run = narrow.facts.runs.count * step / 5
        guard narrow.facts.units.indices.contains(unit), narrow.facts.runs.indices.contains(run) else {
          continue
        }
        let cut = Cut(units: step % 2 == 0 ? [unit] : [], redactions: [narrow.facts.runs[run].range])
        guard let inBytes = try? narrow.cutting(cut) else { continue }
        let onTree = try wide.cutting(cut)
        #expect(
          inBytes.alsoWithheld == onTree.alsoWithheld && inBytes.isEmpty == onTree.isEmpty, "\(file.name)")
        if inBytes.isEmpty { continue }
        let (left, right) = (try XMLDocument(parsing: inBytes.bytes), try XMLDocument(parsing: onTree.bytes))
        #expect(try left.canonical() == right.canonical(), "\(file.name), cut \(step)")
        cuts += 1
      }
    }
    print("== cut alike in the bytes and on libxml2's tree: \(cuts) cuts")
    #expect(cuts > 200)
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
