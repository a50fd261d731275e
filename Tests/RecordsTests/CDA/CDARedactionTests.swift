import Records
import Testing
import Values

struct CDARedactionTests {
  @Test(arguments: [
    ("Boston", "<city>[withheld]</city>"), ("Elm", "<streetAddressLine>12 [withheld] Street"),
    ("MRN-4711", "<id root=\"2.16.840.1.113883.19.5\" nullFlavor=\"MSK\"/>"),
    ("MRN", "<id root=\"2.16.840.1.113883.19.5\" nullFlavor=\"MSK\"/>"),
    ("123-45-6789", "<id root=\"2.16.840.1.113883.4.1\" nullFlavor=\"MSK\"/>"),
    ("tel:+1-555-0100", "<telecom nullFlavor=\"MSK\"/>"), ("19700102", "<birthTime nullFlavor=\"MSK\"/>"),
    ("Summarization", "displayName=\"[withheld] of Episode Note\""),
    ("Diabetes mellitus", "<td ID=\"p2\">[withheld]</td>"),
  ])
  func `a value is masked in the way of its place`(words: String, result: String) throws {
    let text = try CDAFixture.read(CDAFixture.whole).redacting(words)
    #expect(text.contains(result))
  }

  @Test func `a redaction over several pieces clears them all and leaves one mark`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "8648-8", "Course",
          text: "<paragraph>Dr. J<content>an</content>e <sup>R</sup><!-- x -->oe saw</paragraph>")))
    #expect(
      try record.redacting("Jane Roe").contains(
        "<paragraph>Dr. [withheld]<content></content><sup></sup> saw</paragraph>"))
  }

  @Test func `a redaction over a line break clears both lines`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section("8648-8", "Course", text: "<paragraph>by Jane<br/>Roe today</paragraph>")))
    #expect(try record.redacting("Jane\nRoe").contains("<paragraph>by [withheld]<br/> today</paragraph>"))
  }

  @Test func `ranges that overlap are one`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    #expect(try record.redacting("Essential hyper", "hypertension").contains("\"p3\">[withheld]<"))
  }

  @Test func `a range that cuts a letter takes it whole`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(CDAFixture.section("8648-8", "Course", text: "<paragraph>x José y</paragraph>")))
    let whole = try record.range(of: "José")
    let cut = Cut(redactions: [whole.lowerBound..<whole.upperBound - 1])
    let text = String(decoding: try record.cutting(cut).bytes, as: UTF8.self)
    #expect(text.contains("<paragraph>x [withheld] y</paragraph>"))
  }

  @Test func `an ID that is redacted is no longer pointed to`() throws {
    let text = try CDAFixture.read(CDAFixture.whole).redacting("p2")
    #expect(text.contains("<td>Diabetes mellitus</td>") && text.contains("<reference nullFlavor=\"MSK\"/>"))
    #expect(!text.contains("p2"))
  }

  @Test func `two redactions in one attribute leave nothing of either`() throws {
    let text = try CDAFixture.read(CDAFixture.whole).redacting("Summarization", "Episode")
    #expect(!text.contains("Summarization") && !text.contains("Episode Note"))
  }

  @Test func `what goes with a unit needs no redaction`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let cut = Cut(
      units: [try record.unit(.section, saying: "Ward diary")], redactions: [try record.range(of: "Slept")])
    let text = String(decoding: try record.cutting(cut).bytes, as: UTF8.self)
    #expect(!text.contains("Slept") && !text.contains("[withheld]"))
  }

  @Test func `markup in a text stays a text`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "8648-8", "Course", text: "<paragraph>a &lt;b&gt; &amp;amp; Smith ]]&gt;</paragraph>")))
    let text = try record.redacting("Smith")
    #expect(text.contains("<paragraph>a &lt;b&gt; &amp;amp; [withheld] ]]&gt;</paragraph>"))
  }

  @Test func `an ampersand in an attribute is read as one`() throws {
    let header =
      "<author><time value=\"2024\"/><code code=\"a&amp;b&#38;c\" displayName=\"R&amp;D &lt;x&gt;\"/></author>"
    let texts = try CDAFixture.read(CDAFixture.document(CDAFixture.local, header: header)).texts()
    #expect(texts.contains("a&b&c") && texts.contains("R&D <x>"))
  }

  @Test func `redacting all is still a document, and says nothing more`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let edited = try record.cutting(Cut(redactions: record.facts.runs.map(\.range)))
    let again = try CDARecord(reading: edited.bytes, number: 7, limits: .standard)
    let words = Set(again.texts())
    #expect(words.isDisjoint(with: ["Roe", "Jane", "MRN-4711", "123-45-6789", "HIV disease"]))
    #expect(again.facts.identities.first?.birthDate == nil)
  }
}
