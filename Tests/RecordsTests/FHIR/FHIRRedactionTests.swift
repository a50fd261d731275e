import Records
import Testing
import Values

@Suite("FHIR R4 JSON: what is redacted is marked where it stood")
struct FHIRRedactionTests {
  static let masked =
    #"{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}"#

  /// What a resource becomes when a text in it is redacted, without the label.
  private func redacting(_ words: String, whole: Bool = false, in text: String) throws -> String {
    let probe = try FHIRProbe(text)
    let range = try #require(probe.range(of: words, whole: whole))
    let left = try probe.cut(redact: [range]).1
    _ = try FHIRProbe(left)
    return left.replacing(#""meta":{"security":[\#(FHIRCutTests.label)]},"#, with: "")
  }

  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let before: String
    let after: String
  }
  static let examples = [
    Example(
      testDescription: "a part of a string by the mark", words: "Roe", before: #""title":"of Roe, Jane""#,
      after: #""title":"of [withheld], Jane""#),
    Example(
      testDescription: "a whole string as masked", words: "Roe", before: #""title" : "Roe""#,
      after: #""_title" : \#(masked)"#),
    Example(
      testDescription: "an identifier's value as masked", words: "MRN-7",
      before: #""identifier":[{"system":"s","value":"MRN-7"}]"#,
      after: #""identifier":[{"system":"s","_value":\#(masked)}]"#),
    Example(
      testDescription: "a date as a whole, with what its extension says", words: "1980",
      before: #""birthDate":"1980-01-02","_birthDate":{"id":"1980x"},"z":1"#,
      after: #""_birthDate":\#(masked),"z":1"#),
    Example(
      testDescription: "a number as masked", words: "42", before: #""valueInteger": 42 "#,
      after: #""_valueInteger": \#(masked) "#),
    Example(
      testDescription: "an escaped string by its characters", words: "é\"b",
      before: #""title":"a\u00e9\"b\/c""#, after: #""title":"a[withheld]\/c""#),
    Example(
      testDescription: "words in an array in their place", words: "Jane", before: #""given":["Jane","Q"]"#,
      after: #""given":["[withheld]","Q"]"#),
    Example(
      testDescription: "other elements of an array with their companions", words: "http://a",
      before: #""profile":["http://a","http://b"],"_profile":[{"id":"1"},{"id":"2"}]"#,
      after: #""profile":["http://b"],"_profile":[{"id":"2"}]"#),
    Example(
      testDescription: "a word of an array with what an extension beside it says", words: "12 Elm Street",
      before:
        #""line":["12 Elm Street","Apt 3"],"_line":[{"extension":[{"url":"x","valueString":"Elm"}]},{"id":"2"}],"z":1"#,
      after: #""line":["[withheld]","Apt 3"],"_line":[null,{"id":"2"}],"z":1"#),
    Example(
      testDescription: "the only word of an array that has something beside it", words: "Apt 3",
      before: #""line":["12 Elm Street","Apt 3"],"_line":[null,{"id":"2"}],"z":1"#,
      after: #""line":["12 Elm Street","[withheld]"],"z":1"#),
    Example(
      testDescription: "a name of an extension with the extension", words: "http://x",
      before: #""extension":[{"url":"http://x","valueString":"a"}],"z":1"#, after: #""z":1"#),
  ]

  @Test(arguments: examples) func `it redacts`(_ example: Example) throws {
    // In an element, so that the words are not the first of the record.
    let text = #"{"resourceType":"Basic","e":{\#(example.before)}}"#
    #expect(
      try redacting(example.words, in: text) == #"{"resourceType":"Basic","e":{\#(example.after)}}"#)
  }

  @Test func `each attribute of a long narrative is marked by itself`() throws {
    let count = 3000
    let spans = (0..<count).map { #"<span title=\"of Roe &amp; \#($0)\">Roe, \#($0)</span>"# }.joined()
    let probe = try FHIRProbe(
      #"{"resourceType":"Basic","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">\#(spans)</div>"}}"#
    )
    let name = Array("Roe".utf8)
    let found = probe.facts.runs.flatMap { run -> [Range<Int>] in
      run.range.dropLast(2).filter { at in probe.facts.arena[at..<at + 3].elementsEqual(name) }
        .map { at in at..<at + 3 }
    }
    #expect(found.count == 2 * count)
    let left = try probe.cut(redact: found).1
    #expect(!left.contains("Roe"))
    for at in [0, 1, count / 2, count - 1] {
      #expect(
        left.contains(#"<span title=\"of [withheld] &amp; \#(at)\">[withheld], \#(at)</span>"#))
    }
  }

  @Test func `narrative loses the words and keeps its tags`() throws {
    let text =
      #"{"resourceType":"Basic","text":{"div":"<div>of Ja<b title=\"Roe\">ne R&#x6F;e</b>, born<\/div>"}}"#
    #expect(
      try redacting("Jane Roe", in: text)
        == #"{"resourceType":"Basic","text":{"div":"<div>of [withheld]<b title=\"Roe\"></b>, born<\/div>"}}"#)
    #expect(
      try redacting("Roe", whole: true, in: text.replacing("R&#x6F;e", with: ""))
        == #"{"resourceType":"Basic","text":{"div":"<div>of Ja<b title=\"[withheld]\">ne </b>, born<\/div>"}}"#
    )
  }

  @Test func `the narrative goes when something beside it is redacted`() throws {
    let probe = try FHIRProbe(FHIRSamples.patient)
    let (edited, left) = try probe.cut(redact: [probe.range(of: "123456789")])
    #expect(!left.contains("div") && left.contains(#""_value":\#(Self.masked)"#))
    #expect(edited.alsoWithheld.map { probe.facts.units[$0].kind } == [.paragraph])
  }

  @Test func `text in base64 goes as a whole`() throws {
    let text =
      #"{"resourceType":"DiagnosticReport","presentedForm":[{"data":"b25seS1vMiByZXRvbGQ=","hash":"aa"}]}"#
    #expect(
      try redacting("retold", in: text)
        == #"{"resourceType":"DiagnosticReport","presentedForm":[{"_data":\#(Self.masked)}]}"#)
  }

  @Test(arguments: [#""id":"Roe""#, #""resourceType":"Roe""#])
  func `what names a resource is not redacted alone`(member: String) throws {
    let probe = try FHIRProbe(#"{\#(member),"title":"x"}"#)
    #expect(throws: PacketError.self) { try probe.cut(redact: [probe.range(of: "Roe")]) }
  }

  @Test(arguments: 0..<80) func `after any redaction it parses and the words are gone`(seed: UInt64) throws {
    var random = FHIRSeededNumbers(seed: seed)
    let probe = try FHIRProbe(seed % 3 == 0 ? FHIRSamples.document : FHIRSamples.bundle)
    let run = probe.facts.runs[random.below(probe.facts.runs.count)]
    let start = run.range.lowerBound + random.below(run.range.count)
    let end = min(run.range.upperBound, start + 1 + random.below(9))
    do {
      let (edited, left) = try probe.cut(redact: [
        start..<end, run.range.lowerBound..<run.range.lowerBound + 1,
      ])
      guard !edited.isEmpty else { return }
      let again = try FHIRProbe(left)
      #expect(try again.cut().1 == left)
      #expect(left != probe.text)
    } catch let error as PacketError {
      #expect(error.rule == "fhir.json.cut")
    }
  }
}
