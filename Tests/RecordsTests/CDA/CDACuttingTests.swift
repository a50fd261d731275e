import Records
import Testing
import Values

struct CDACuttingTests {
  @Test func `a cut of nothing gives the very same bytes`() throws {
    let bytes = Array(CDAFixture.whole.utf8)
    #expect(try CDAFixture.read(CDAFixture.whole).cutting(Cut()).bytes == bytes)
  }

  @Test func `a comment is a part of its own, and what it says makes nothing around it go`() throws {
    let section = CDAFixture.section(
      "11450-4", "Problems", text: "<!-- HIV rows come below --><paragraph>Essential hypertension</paragraph>"
    )
    let record = try CDAFixture.read(CDAFixture.document(section, prolog: "<!-- made for the HIV clinic -->"))
    let remarks = record.facts.units.indices.filter { record.facts.units[$0].kind == .remark }
    #expect(remarks.count == 2)
    let edited = try record.cutting(Cut(units: Set(remarks)))
    #expect(edited.alsoWithheld == [] && !edited.isEmpty)
    let text = String(decoding: edited.bytes, as: UTF8.self)
    #expect(!text.contains("HIV") && text.contains("<paragraph>Essential hypertension</paragraph>"))
  }

  @Test(arguments: [
    ("HIV disease (disorder)", "p1", "Problems"), ("Diabetes mellitus", "p2", "Problems"),
    ("Essential hypertension", "p3", "Problems"),
  ])
  func `an entry goes with the row that it points to`(display: String, id: String, title: String) throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let entry = try #require(
      record.facts.units.indices.first { index in
        record.facts.units[index].kind == .entry && record.texts(of: index + 1).contains(display)
      })
    let (text, also, isEmpty) = try record.cut(entry)
    #expect(!text.contains(display) && !text.contains("\"\(id)\"") && !isEmpty)
    #expect(text.contains("<title>\(title)</title>"))
    #expect(text.components(of: "<tr").count == (try record.text).components(of: "<tr").count - 1)
    #expect(also.map { record.facts.units[$0].kind } == [.paragraph])
  }

  @Test func `narrative in other words than the pointer's goes by the entry's own words`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "11450-4", "Problems",
          text: """
            <paragraph>HIV&#160;Disease, stable on therapy</paragraph><paragraph>Diabetes mellitus</paragraph>
            """,
          CDAFixture.problem("86406008", "HIV disease (disorder)", id: "1"),
          CDAFixture.problem("73211009", "Diabetes mellitus", id: "2"))))
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "HIV disease (disorder)"))
    #expect(!text.contains("therapy") && !text.contains("86406008"))
    #expect(text.contains("<paragraph>Diabetes mellitus</paragraph>"))
  }

  @Test(arguments: [
    ("nowhere", "a pointer to nothing"), ("other", "a pointer into another section"),
    ("twice", "a pointer to what is there twice"),
  ])
  func `a section whose narrative cannot be mended goes whole`(target: String, case: String) throws {
    let rows = """
      <paragraph ID="twice">First</paragraph><paragraph ID="twice">Second</paragraph><paragraph>Third</paragraph>
      """
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "11450-4", "Problems", text: rows,
          CDAFixture.problem("86406008", "HIV disease", id: "1", reference: target),
          CDAFixture.problem("73211009", "Diabetes mellitus", id: "2")),
        CDAFixture.section(
          "8648-8", "Course",
          text: "<paragraph ID=\"other\">Elsewhere</paragraph><paragraph>Stays</paragraph>"
        )))
    let entry = try record.unit(.entry, saying: "HIV disease")
    let section = try record.unit(.section, saying: "HIV disease")
    let (text, also, _) = try record.cut(entry)
    #expect(also.contains(section))
    #expect(!text.contains("Third") && !text.contains("Diabetes") && text.contains("Stays"))
    #expect(text.contains("Elsewhere") == (target != "other"))
  }

  @Test func `an entry that nothing ties to the narrative takes its section along`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "11450-4", "Problems",
          text: "<paragraph>Immunodeficiency, acquired</paragraph><paragraph>DM 2</paragraph>",
          CDAFixture.problem("86406008", "HIV disease", id: "1"),
          CDAFixture.problem("73211009", "Diabetes mellitus", id: "2")), CDAFixture.local))
    let (text, also, _) = try record.cut(record.unit(.entry, saying: "HIV disease"))
    #expect(!text.contains("acquired"))
    #expect(also.contains(try record.unit(.section, saying: "HIV disease")))
  }

  @Test func `words that stand in the table's own head take the table`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "11450-4", "Problems",
          text: """
            <table><caption>HIV disease clinic</caption><tbody><tr><td ID="a">Seen</td></tr>\
            <tr><td>Again</td></tr></tbody></table><paragraph>Other</paragraph>
            """,
          CDAFixture.problem("86406008", "HIV disease", id: "1", reference: "a"))))
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "HIV disease"))
    #expect(!text.contains("clinic") && !text.contains("Again") && text.contains("Other"))
  }

  @Test func `rows under one rowspan go together`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "HIV 1 RNA viral load"))
    #expect(!text.contains("Virology") && !text.contains("CMV DNA"))
    #expect(text.contains("Creatinine") && text.contains("11502-2"))
  }

  @Test func `an organizer without components and a table without rows go`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let parts = try ["HIV 1 RNA viral load", "Creatinine"].map { try record.unit(.entry, saying: $0) }
    let edited = try record.cutting(Cut(units: Set(parts)))
    let text = String(decoding: edited.bytes, as: UTF8.self)
    #expect(!text.contains("11502-2") && !text.contains("Laboratory"))
    #expect(text.contains("<title>Results</title>") && text.contains("nullFlavor=\"MSK\""))
  }

  @Test func `a concern goes with its problem`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let inner = try #require(
      record.facts.units.indices.first {
        record.facts.units[$0].codes.contains { $0.code == Sensitive("73211009") }
      })
    let (text, also, _) = try record.cut(inner)
    #expect(also.contains(try #require(record.facts.units[inner].parent)))
    #expect(text.components(of: "CONC").count == 3)
  }

  @Test func `what is within an entry can go alone when the narrative shows it apart`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "10160-0", "Medications",
          text: """
            <table><tbody><tr><td ID="d">dolutegravir</td></tr><tr><td ID="w">HIV</td></tr></tbody></table>
            """,
          CDAFixture.drug(
            "1", "dolutegravir", reference: "d",
            within: """
              <entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN">
              <code code="1"/><value xsi:type="CD" code="86406008" codeSystem="2.16.840.1.113883.6.96">\
              <originalText><reference value="#w"/></originalText></value></observation></entryRelationship>
              """))))
    let reason = try #require(
      record.facts.units.indices.last { record.facts.units[$0].kind == .entry })
    let (text, _, _) = try record.cut(reason)
    #expect(text.contains("dolutegravir") && !text.contains("86406008") && !text.contains("HIV"))
  }

  @Test func `a narrative piece takes the entries that point to it`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let piece = try record.unit(.paragraph, saying: "metformin")
    let (text, also, _) = try record.cut(piece)
    #expect(!text.contains("metformin") && text.contains("dolutegravir"))
    #expect(also.map { record.facts.units[$0].kind } == [.entry])
  }

  @Test func `a section whose title tells nothing leaves a place with the neutral sentence`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let (text, also, _) = try record.cut(record.unit(.section, saying: "Diabetes mellitus"))
    #expect(also.isEmpty)
    #expect(
      text.contains(
        """
        <section nullFlavor="MSK">
          <templateId root="2.16.840.1.113883.10.20.22.2.5.1"/>
          <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/>
          <title>Problems</title>
          <text>Some information was left out because the law or the request does not allow us to send it.</text></section></component>
        """))
    #expect(!text.contains("Diabetes"))
  }

  @Test func `a section whose title tells leaves no mark`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let (text, _, _) = try record.cut(record.unit(.section, saying: "Ward diary"))
    #expect(!text.contains("Ward diary") && !text.contains("MSK") && !text.contains("left out"))
    #expect(!text.contains("<component/>"))
  }

  @Test func `a section goes with the sections within it`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let (text, _, _) = try record.cut(record.unit(.section, saying: "Uneventful"))
    #expect(!text.contains("Drink water") && !text.contains("Uneventful"))
    #expect(text.components(of: "nullFlavor=\"MSK\"").count == 2)
  }

  @Test func `an image goes with the place where it is shown`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let image = try #require(record.facts.units.indices.first { record.facts.units[$0].kind == .attachment })
    let (text, _, _) = try record.cut(image)
    #expect(!text.contains("MM1") && !text.contains("aGVsbG8") && text.contains("seen."))
  }

  @Test func `an entry that only points to a withheld act goes, one that shares its number stays`() throws {
    let pointer = """
      <entryRelationship typeCode="REFR"><act classCode="ACT" moodCode="EVN">
        <templateId root="2.16.840.1.113883.10.20.22.4.122"/>
        <id root="2.16.840.1.113883.19.7" extension="1"/><code nullFlavor="NP"/><statusCode code="completed"/>
      </act></entryRelationship>
      """
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.problems,
        CDAFixture.section(
          "10160-0", "Medications", text: "<list><item ID=\"m\">metformin</item></list>",
          CDAFixture.drug("860975", "metformin", reference: "m", within: pointer)),
        CDAFixture.section(
          "47519-4", "Procedures", text: "<list><item ID=\"o\">Appendectomy</item></list>",
          """
          <entry><procedure classCode="PROC" moodCode="EVN"><id root="2.16.840.1.113883.19.7" extension="1"/>
          <code code="80146002" codeSystem="2.16.840.1.113883.6.96" displayName="Appendectomy"/>
          <text><reference value="#o"/></text></procedure></entry>
          """)))
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "HIV disease (disorder)"))
    #expect(!text.contains("REFR") && text.contains("metformin") && text.contains("80146002"))
  }

  @Test func `the header's mention of a withheld act is masked`() throws {
    let header = """
      <componentOf><encompassingEncounter><id root="2.16.840.1.113883.19.7" extension="1"/>\
      <effectiveTime value="20240310"/></encompassingEncounter></componentOf>
      """
    let record = try CDAFixture.read(CDAFixture.document(CDAFixture.problems, header: header))
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "HIV disease (disorder)"))
    #expect(text.contains("<encompassingEncounter><id nullFlavor=\"MSK\"/>"))
  }

  @Test func `comments and instructions never leave an edited document`() throws {
    let document = CDAFixture.document(
      CDAFixture.problems, prolog: "<?xml-stylesheet href=\"a.xsl\"?><!-- top -->")
    let record = try CDAFixture.read(document)
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "Diabetes mellitus"))
    #expect(!text.contains("<!--") && !text.contains("<?xml-stylesheet"))
    #expect(!(try record.redacting("4711")).contains("<!--"))
  }

  @Test func `links and footnotes to what is gone are cut`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "8648-8", "Course",
          text: """
            <paragraph ID="a">Gone <footnote ID="f">note</footnote></paragraph>\
            <paragraph>See <linkHtml href="#a">above</linkHtml><footnoteRef IDREF="f"/></paragraph>
            """)))
    let (text, _, _) = try record.cut(record.unit(.paragraph, saying: "Gone"))
    #expect(text.contains("See <linkHtml>above</linkHtml></paragraph>"))
  }

  @Test func `no gap shows where something was`() throws {
    let entries = [
      CDAFixture.problem("86406008", "HIV disease", id: "1", reference: "a"),
      CDAFixture.problem("73211009", "Diabetes mellitus", id: "2", reference: "b"),
    ]
    let rows = [
      "<paragraph ID=\"a\">HIV disease</paragraph>", "<paragraph ID=\"b\">Diabetes mellitus</paragraph>",
    ]
    let both = CDAFixture.document(
      CDAFixture.section(
        "11450-4", "Problems", text: "\n  \(rows[0])\n  \(rows[1])", entries[0], entries[1]))
    let one = CDAFixture.document(
      CDAFixture.section("11450-4", "Problems", text: "\n  \(rows[0])", entries[0]))
    let record = try CDAFixture.read(both)
    let (text, _, _) = try record.cut(record.unit(.entry, saying: "Diabetes mellitus"))
    #expect(try CDAFixture.canonical(Array(text.utf8)) == CDAFixture.canonical(Array(one.utf8)))
  }

  @Test(arguments: [0, 1]) func `without the whole, or without the header, nothing is left`(unit: Int) throws
  {
    let edited = try CDAFixture.read(CDAFixture.whole).cutting(Cut(units: [unit]))
    #expect(edited.isEmpty && edited.bytes.isEmpty)
  }

  @Test func `without any section nothing is left`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let sections = record.facts.units.indices.filter { record.facts.units[$0].kind == .section }
    #expect(try record.cutting(Cut(units: Set(sections))).isEmpty)
  }

  @Test func `an entry's base64 document can go alone`() throws {
    let record = try CDAFixture.read(
      CDAFixture.document(
        CDAFixture.section(
          "34109-9", "Notes", text: "<paragraph ID=\"n\">Note</paragraph>",
          """
          <entry><act classCode="ACT" moodCode="EVN"><code code="34109-9" codeSystem="2.16.840.1.113883.6.1"/>
          <text mediaType="application/pdf" representation="B64">JVBERi0=<reference value="#n"/></text>
          </act></entry>
          """)))
    let attachment = try #require(
      record.facts.units.indices.first { record.facts.units[$0].kind == .attachment })
    #expect(record.facts.units[attachment].isRemovable)
    #expect(!(try record.cut(attachment).text.contains("JVBERi0=")))
  }

  @Test func `a document's digital signature can go without the document`() throws {
    let signature =
      #"<sdtc:signatureText mediaType="text/xml" representation="B64">PFNpZ25hdHVyZS8+</sdtc:signatureText>"#
    let text = CDAFixture.document(
      CDAFixture.problems,
      header:
        "<legalAuthenticator><time value=\"20240310\"/><signatureCode code=\"S\"/>\(signature)<assignedEntity>"
        + "<id nullFlavor=\"UNK\"/></assignedEntity></legalAuthenticator>")
    let record = try CDAFixture.read(text)
    let attachment = try #require(
      record.facts.units.indices.first { record.facts.units[$0].kind == .attachment })
    #expect(record.facts.units[attachment].isRemovable && !record.facts.units[attachment].isKnown)
    let edited = try record.cutting(Cut(units: [attachment]))
    #expect(edited.alsoWithheld.isEmpty)
    let left = String(decoding: edited.bytes, as: UTF8.self)
    #expect(!left.contains("signatureText") && left.contains("<signatureCode code=\"S\"/><assignedEntity>"))
    #expect(left.contains("Diabetes mellitus"))
  }
}

extension CDARecord {
  /// The document's own text.
  fileprivate var text: String {
    get throws { String(decoding: try cutting(Cut()).bytes, as: UTF8.self) }
  }
}

extension StringProtocol {
  func components(of separator: String) -> [Substring] {
    Substring(self).split(separator: separator, omittingEmptySubsequences: false)
  }
}
