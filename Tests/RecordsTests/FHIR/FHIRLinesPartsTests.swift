import Records
import Testing
import Values

@Suite("FHIR NDJSON that is read part by part: a cut is the same wherever the parts' borders lie")
struct FHIRLinesPartsTests {
  struct Draw {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }

  /// Resources that hold each other as parts, point to each other by id, URL, identifier and search, in no order.
  static func lines(_ seed: UInt64) -> [String] {
    var draw = Draw(state: seed &* 131 &+ 7)
    let count = 4 + draw.next(10)
    let uuid = "00000000-0000-4000-8000-00000000000"
    func observation() -> String {
      [
        "Observation/o\(draw.next(count))",
        "https://ehr.example/fhir/Observation/o\(draw.next(count))/_history/2",
      ][
        draw.next(2)]
    }
    var lines = [#"{"resourceType":"Patient","id":"p","name":[{"family":"Roe","given":["Jane"]}]}"#]
    for number in 0..<count {
      let own = #""subject":{"reference":"Patient/p"},"note":[{"text":"note \#(number)"}]"#
      switch draw.next(10) {
      case 0:
        lines.append(
          #"{"resourceType":"Medication","id":"m\#(draw.next(3))","identifier":[{"system":"urn:m","value":"\#(draw.next(3))"}],"code":{"text":"drug \#(number)"}}"#
        )
      case 1:
        lines.append(
          #"{"resourceType":"MedicationRequest","id":"q\#(number)","status":"active","intent":"order","medicationReference":{"reference":"Medication/m\#(draw.next(3))"},\#(own)}"#
        )
      case 2, 3:
        lines.append(
          #"{"resourceType":"Observation","id":"o\#(number)","status":"final","code":{"text":"lab \#(number)"},"hasMember":[{"reference":"\#(observation())"}],"derivedFrom":[{"reference":"\#(observation())"}],"valueInteger":1,\#(own)}"#
        )
      case 4:
        lines.append(
          #"{"resourceType":"DiagnosticReport","id":"g\#(number)","status":"final","code":{"text":"panel"},"result":[{"reference":"\#(observation())"},{"reference":"\#(observation())"}],"specimen":[{"reference":"urn:uuid:\#(uuid)\#(draw.next(3))"}],"conclusion":"as said",\#(own)}"#
        )
      case 5: lines.append(#"{"resourceType":"Specimen","id":"\#(uuid)\#(draw.next(3))",\#(own)}"#)
      case 6:
        lines.append(
          #"{"resourceType":"Provenance","id":"v\#(number)","target":[{"reference":"\#(observation())"},{"identifier":{"system":"urn:m","value":"\#(draw.next(3))"}}],"recorded":"2026-02-01T00:00:00Z","agent":[{"who":{"display":"Who"}}]}"#
        )
      case 7:
        lines.append(
          #"{"resourceType":"List","id":"l\#(number)","status":"current","mode":"working","entry":[{"item":{"reference":"Observation?code=1"}},{"item":{"reference":"\#(observation())"}}],\#(own)}"#
        )
      case 8:
        lines.append(
          #"{"resourceType":"Composition","id":"k\#(number)","status":"final","type":{"text":"t"},"date":"2026","author":[{"display":"Who"}],"title":"t","section":[{"title":"s","entry":[{"reference":"\#(observation())"}]}],"subject":{"reference":"Patient/p"}}"#
        )
      default:
        lines.append(
          #"{"resourceType":"Bundle","id":"b\#(number)","type":"collection","total":2,"entry":[{"fullUrl":"https://ehr.example/fhir/Observation/o\#(draw.next(count))","resource":{"resourceType":"Observation","id":"o\#(count + number)","status":"final","code":{"text":"in a bundle"},"hasMember":[{"reference":"\#(observation())"}]}}]}"#
        )
      }
    }
    for index in lines.indices.dropLast() { lines.swapAt(index, index + draw.next(lines.count - index)) }
    return lines
  }

  /// Some units, texts and nothing else.
  static func cut(_ facts: RecordFacts, _ draw: inout Draw) -> Cut {
    var cut = Cut()
    for _ in 0..<1 + draw.next(3) where facts.units.count > 1 {
      cut.units.insert(1 + draw.next(facts.units.count - 1))
    }
    let words = facts.runs.filter { $0.kind == .words }
    if draw.next(2) == 0, !words.isEmpty { cut.redactions = [words[draw.next(words.count)].range] }
    return cut
  }

  static func parts(_ text: String, of size: Int, whole: Int = 0) throws -> FHIRLinesParts? {
    var limits = Limits.standard
    (limits.wholeLinesBytes, limits.partBytes) = (whole, size)
    var nothing = MemorySink()
    return try RecordReader.read(
      byParts: MemorySource(Array(text.utf8)), number: 1, limits: limits, also: &nothing)
  }

  @Test(arguments: 0..<400 as Range<UInt64>) func `what goes, and what is left, is that of the whole record`(
    _ seed: UInt64
  ) throws {
    var draw = Draw(state: seed)
    let text = Self.lines(seed).joined(separator: draw.next(2) == 0 ? "\n" : "\r\n\n") + "\n"
    let whole = try RecordReader.read(Array(text.utf8), number: 1, limits: .standard)
    let parts = try #require(try Self.parts(text, of: [1, 300, 900][draw.next(3)]))
    for _ in 0..<6 {
      let cut = Self.cut(whole.facts, &draw)
      let (expected, found) = (try whole.cutting(cut), try parts.cutting(cut))
      #expect(String(decoding: found.bytes, as: UTF8.self) == String(decoding: expected.bytes, as: UTF8.self))
      #expect(Set(found.alsoWithheld) == Set(expected.alsoWithheld))
      #expect(found.isEmpty == expected.isEmpty)
      let asked =
        cut.units.sorted().map { CutPart.unit($0) } + cut.redactions.map { .text(at: $0.lowerBound) }
      #expect(try parts.addresses(of: asked) == whole.addresses(of: asked))
    }
  }

  @Test func `each part is some whole lines, and says what they say in the whole record`() throws {
    let text = Self.lines(3).joined(separator: "\n") + "\n"
    let whole = try RecordReader.read(Array(text.utf8), number: 1, limits: .standard).facts
    let parts = try #require(try Self.parts(text, of: 500))
    #expect(parts.parts.count > 2)
    var (units, arena) = (0, [UInt8]())
    for part in parts.parts {
      let facts = try parts.facts(of: part)
      for (number, unit) in facts.units.enumerated() {
        let own = whole.units[part.whole(unit: number)]
        #expect(unit.place == own.place && unit.type == own.type && unit.kind == own.kind)
      }
      units += facts.units.count - 1
      arena += facts.arena
    }
    #expect(units == whole.units.count - 1 && arena == whole.arena)
  }

  @Test func `lines that are short enough are read whole`() throws {
    let text = Self.lines(3).joined(separator: "\n")
    #expect(try Self.parts(text, of: 500, whole: text.utf8.count) == nil)
  }

  @Test func `another format is never read part by part`() throws {
    #expect(try Self.parts("Patient: Roe, Jane\n", of: 1) == nil)
    #expect(try Self.parts(#"{"resourceType":"Patient"}"#, of: 1) == nil)
  }

  @Test func `a line that cannot be read is named as it is in the whole record`() throws {
    let text = Self.lines(3).joined(separator: "\n") + "\n{\"resourceType\":\"Patient\",}\n"
    let whole = #expect(throws: PacketError.self) {
      try RecordReader.read(Array(text.utf8), number: 1, limits: .standard)
    }
    let parts = #expect(throws: PacketError.self) { try Self.parts(text, of: 200) }
    #expect(parts == whole && parts?.place?.line != nil)
  }

  /// Gives other bytes after it was read so often.
  private final class Rotting: ByteSource, @unchecked Sendable {
    private let bytes: [UInt8]
    var isRotten = false
    init(_ text: String) { bytes = Array(text.utf8) }
    var byteCount: Int { bytes.count }
    func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
      var own = Array(bytes[range])
      if isRotten, let last = own.lastIndex(of: UInt8(ascii: "J")) { own[last] = UInt8(ascii: "K") }
      try sink.write(own)
    }
  }

  @Test func `a part that is not what it was is never believed`() throws {
    let source = Rotting(Self.lines(3).joined(separator: "\n") + "\n")
    var limits = Limits.standard
    (limits.wholeLinesBytes, limits.partBytes) = (0, 1 << 20)
    var nothing = MemorySink()
    let read = try RecordReader.read(byParts: source, number: 1, limits: limits, also: &nothing)
    let parts = try #require(read)
    source.isRotten = true
    let error = #expect(throws: PacketError.self) { try parts.facts(of: parts.parts[0]) }
    #expect(error?.rule == "tech.integrity")
  }

  @Test func `a cut that names what is not there is refused`() throws {
    let parts = try #require(try Self.parts(Self.lines(3).joined(separator: "\n"), of: 200))
    for cut in [Cut(units: [100_000]), Cut(units: [-1]), Cut(redactions: [9_000_000..<9_000_004])] {
      let error = #expect(throws: PacketError.self) { try parts.cutting(cut) }
      #expect(error?.rule == "fhir.json.cut")
    }
  }
}
