import Records
import Testing
import Values
import XML

/// A document in UTF-8 is cut in its own bytes, one in another encoding on libxml2's tree: the two must say the
/// same, whatever the form in which a document says it.
struct CDAByteEditingTests {
  /// What the fixture says, in the oddest form that XML allows.
  static let odd = CDAFixture.document(
    """
    <component><section classCode="DOCSECT"   moodCode = 'EVN' xmlns:x="urn:example:x" x:tribe="a&amp;b">
      <templateId root="2.16.840.1.113883.10.20.22.2.5.1"><!-- empty? --></templateId>
      <code code='11450-4' codeSystem="2.16.840.1.113883.6.1"\tdisplayName="Problem &quot;list&quot;&#10;here"
      ></code><title  >Pro<!-- split -->blems &amp; more</title>
      <text\r\n><list><item ID="p1">HIV&#160;dise<![CDATA[ase]]>, since &#50;022</item><item ID="p2">Dia<?x y?>betes \
    mellitus &lt;2&gt;</item><item ID='p3'>Essential\r\nhypertension</item></list>
        <paragraph>Seen by <content styleCode="Bold">Jane</content>\r<content>Roe</content> with <linkHtml
        href="#p2">this</linkHtml><footnoteRef IDREF="p1"/>.</paragraph></text>
      \(CDAFixture.problem("86406008", "HIV disease (disorder)", id: "1", reference: "p1"))<!-- ]]
      -->\(CDAFixture.problem("73211009", "Diabetes &lt;2&gt;", id: "2", reference: "p2"))
      \(CDAFixture.problem("59621000", "Essential hypertension", id: "3&#9;x", reference: "p3"))
      <x:own xmlns:x="urn:example:y" x:a="1" xmlns="urn:example:z"><b c="d">Walk<e/>ing</b></x:own>
    </section></component>
    """, CDAFixture.results, CDAFixture.image, CDAFixture.local,
    header: """
      <author><time value="2024"/><assignedAuthor><id root="1.2.3" extension='D&apos;R-44'/><assignedPerson><name>
        <given>O&#x27;Brian</given><family>Öst&#xE9;n</family></name></assignedPerson></assignedAuthor></author>
      <documentationOf><serviceEvent classCode="PCPR"><id root="2.16.840.1.113883.19.6" extension="1"/></serviceEvent>
      </documentationOf>
      """, prolog: "<!-- first --><?style a='b'?>\r\n")

  static let documents = [CDAFixture.whole, odd]

  private static func wide(_ text: String) throws -> CDARecord {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    return try CDARecord(reading: bytes, number: 7, limits: .standard)
  }

  @Test(arguments: documents, 0..<60 as Range<UInt64>)
  func `a random cut says the same in the bytes and on libxml2's tree`(text: String, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (narrow, wide) = (try CDAFixture.read(text), try Self.wide(text))
    #expect(narrow.facts.arena == wide.facts.arena)
    let units = narrow.facts.units.indices.filter { $0 > 1 }.shuffled(using: &random)
    var cut = Cut(units: Set(units.prefix(Int.random(in: 0...3, using: &random))))
    for run in narrow.facts.runs.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)) {
      let lower = Int.random(in: run.range, using: &random)
      cut.redactions.append(lower..<Int.random(in: lower + 1...run.range.upperBound, using: &random))
    }
    let (inBytes, onTree) = (try narrow.cutting(cut), try wide.cutting(cut))
    #expect(inBytes.alsoWithheld == onTree.alsoWithheld && inBytes.isEmpty == onTree.isEmpty)
    guard !inBytes.isEmpty else { return }
    #expect(try CDAFixture.canonical(inBytes.bytes) == CDAFixture.canonical(onTree.bytes))
  }

  @Test(arguments: documents)
  func `each text and each part cut alone say the same in the bytes and on libxml2's tree`(text: String)
    throws
  {
    let (narrow, wide) = (try CDAFixture.read(text), try Self.wide(text))
    let cuts =
      narrow.facts.units.indices.map { Cut(units: [$0]) }
      + narrow.facts.runs.map { Cut(redactions: [$0.range]) }
    for cut in cuts {
      let (inBytes, onTree) = (try narrow.cutting(cut), try wide.cutting(cut))
      #expect(inBytes.isEmpty == onTree.isEmpty)
      if inBytes.isEmpty { continue }
      #expect(try CDAFixture.canonical(inBytes.bytes) == CDAFixture.canonical(onTree.bytes))
    }
  }

  @Test func `what is not cut leaves byte for byte as it came, markup too`() throws {
    let record = try CDAFixture.read(Self.odd)
    let edited = try record.redacting("Walk")
    let expected = Self.odd.replacing("<b c=\"d\">Walk", with: "<b c=\"d\">[withheld]")
      .replacing("<!-- first --><?style a='b'?>", with: "").replacing("<!-- empty? -->", with: "")
      .replacing("<!-- split -->", with: "").replacing("<?x y?>", with: "")
      .replacing("<!-- ]]\n  -->", with: "")
    #expect(edited == expected)
  }

  /// What is taken out of a text, and what it is then.
  static let brackets = [
    ("a]]<!-- x -->&gt; Smith", "Smith", "a]]&gt; [withheld]"),
    ("a]<!-- x -->]<!-- y -->> Smith", "Smith", "a]]&gt; [withheld]"),
    ("<![CDATA[Jones]]>", "Jones", "[withheld]"), ("<![CDATA[a Jones]>]]>", "Jones", "a [withheld]]&gt;"),
    ("<![CDATA[a]]]><content>x</content>", "x", "a]<content>[withheld]</content>"),
    ("Jones]]&gt;", "Jones", "[withheld]]]&gt;"), ("Jones]&gt;", "Jones", "[withheld]]&gt;"),
    ("Jones> x", "Jones", "[withheld]&gt; x"),
    ("a] Jones <!-- x -->]<!-- y -->>", "Jones", "a] [withheld] ]&gt;"),
  ]

  @Test(arguments: brackets)
  func `no text comes to end a CDATA section that there is not`(text: String, words: String, left: String)
    throws
  {
    let section = CDAFixture.section("8648-8", "Course", text: "<paragraph>\(text)</paragraph>")
    let edited = try CDAFixture.read(CDAFixture.document(section)).redacting(words)
    #expect(try CDAFixture.canonical(Array(edited.utf8)).contains("<paragraph>\(left)</paragraph>"))
  }

  @Test func `Latin-1 is cut as UTF-8 is`() throws {
    let text = CDAFixture.whole.replacing("Boston", with: "Orléans")
    let bytes = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-1\"")
      .unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let (narrow, latin) = (
      try CDAFixture.read(text), try CDARecord(reading: bytes, number: 7, limits: .standard)
    )
    let cut = Cut(redactions: [try narrow.range(of: "Jane")])
    #expect(
      try CDAFixture.canonical(latin.cutting(cut).bytes) == CDAFixture.canonical(narrow.cutting(cut).bytes))
  }

  @Test func `a mark at the beginning stays, and so do line ends`() throws {
    let text = "\u{FEFF}" + CDAFixture.whole.replacing("\n", with: "\r\n")
    let edited = try CDAFixture.read(text).redacting("Boston")
    #expect(
      edited
        == text.replacing("Boston", with: "[withheld]").replacing("<!-- exported by the ward -->", with: ""))
  }
}
