import Records
import Testing
import Values

struct CDAReadingTests {
  @Test func `the patient's names, birth date and numbers are read, empty ones are not`() throws {
    let identity = try #require(CDAFixture.read(CDAFixture.whole).facts.identities.first)
    #expect(
      identity.names == [
        PatientIdentity.Name(family: "Roe", given: ["Jane", "Ann"]),
        PatientIdentity.Name(family: "Doe", given: ["Jane"]),
      ])
    #expect(identity.birthDate == Day("1970-01-02").map { Sensitive($0) })
    #expect(
      identity.identifiers == [
        PatientIdentity.Number(system: "2.16.840.1.113883.19.5", value: "MRN-4711"),
        PatientIdentity.Number(system: "2.16.840.1.113883.4.1", value: "123-45-6789"),
      ])
    #expect(identity.place.record == 7 && identity.place.shown.contains("recordTarget 1"))
  }

  @Test func `two recordTargets are two identities`() throws {
    let text = CDAFixture.document(CDAFixture.problems, patient: CDAFixture.janeRoe + CDAFixture.janeRoe)
    #expect(try CDAFixture.read(text).facts.identities.count == 2)
  }

  @Test(arguments: [("Jane Ann Roe", "Roe"), ("Roe, Jane Ann", "Roe")])
  func `a name without parts is read all the same`(text: String, family: String) throws {
    let patient = """
      <recordTarget><patientRole><id root="1.2" extension="3"/>
      <patient><name>\(text)</name></patient></patientRole></recordTarget>
      """
    let read = try CDAFixture.read(CDAFixture.document(CDAFixture.local, patient: patient))
    #expect(
      read.facts.identities.first?.names == [
        PatientIdentity.Name(family: family, given: ["Jane", "Ann"])
      ])
  }

  @Test func `a relative in a family history is no patient of the record`() throws {
    let history = CDAFixture.section(
      "10157-6", "Family History", text: "<paragraph>Father: diabetes</paragraph>",
      """
      <entry><organizer classCode="CLUSTER" moodCode="EVN"><statusCode code="completed"/>
        <subject><relatedSubject classCode="PRS"><code code="FTH" codeSystem="2.16.840.1.113883.5.111"/>
          <subject><name><given>Otto</given><family>Roe</family></name></subject></relatedSubject></subject>
      </organizer></entry>
      """)
    let facts = try CDAFixture.read(CDAFixture.document(history)).facts
    #expect(facts.identities.count == 1)
    #expect(facts.identities.first?.names.contains { $0.given == [Sensitive("Otto")] } == false)
  }

  @Test(arguments: [
    (
      """
      <documentationOf><serviceEvent><effectiveTime><low value="20240105"/><high value="202402"/>\
      </effectiveTime></serviceEvent></documentationOf>
      """, "2024-01-05", "2024-02-29"
    ),
    (
      """
      <componentOf><encompassingEncounter><effectiveTime value="20231224"/></encompassingEncounter></componentOf>
      """, "2023-12-24", "2023-12-24"
    ),
    ("", "2024-03-10", "2024-03-10"),
    // Days that stand for unknown ones.
    (
      """
      <documentationOf><serviceEvent><effectiveTime><low value="20240105"/><high value="00010101000000"/>\
      </effectiveTime></serviceEvent></documentationOf>
      """, "2024-01-05", "2024-01-05"
    ),
    (
      """
      <documentationOf><serviceEvent><effectiveTime><low value="19000101000000-0600"/><high value="20240229"/>\
      </effectiveTime></serviceEvent></documentationOf>
      """, "2024-02-29", "2024-02-29"
    ),
  ])
  func `days of service come from the service, else the encounter, else the document`(
    header: String, first: String, last: String
  ) throws {
    let text = CDAFixture.document(CDAFixture.local, header: header)
    let days = try CDAFixture.read(text).facts.serviceDays
    #expect(days?.lowerBound == Day(first) && days?.upperBound == Day(last))
  }

  @Test func `the document's type is its code`() throws {
    let types = try CDAFixture.read(CDAFixture.whole).facts.documentTypes
    #expect(types.map(\.code) == [Sensitive("34133-9")])
  }

  @Test func `sections are units with their LOINC code, local ones are unknown`() throws {
    let sections = try CDAFixture.read(CDAFixture.whole).facts.units.filter { $0.kind == .section }
    #expect(
      sections.map(\.type) == ["11450-4", "10160-0", "30954-2", "18782-3", nil, "8648-8", "69730-0"])
    #expect(sections.map(\.isKnown) == [true, true, true, true, false, true, true])
  }

  @Test(arguments: [
    ("121070", "1.2.840.10008.2.16.4", "18782-3"), ("121181", "1.2.840.10008.2.16.4", "121181"),
    ("121070", "2.16.840.1.113883.6.1", nil), ("18782-3", "1.2.840.10008.2.16.4", nil),
    ("999999", "1.2.840.10008.2.16.4", nil),
  ])
  func `sections of an imaging report are known by DICOM's codes too`(
    code: String, system: String, type: String?
  ) throws {
    let text = """
      <component><section><code code="\(code)" codeSystem="\(system)"/><title>x</title>
      <text>x</text></section></component>
      """
    let facts = try CDAFixture.read(CDAFixture.document(text)).facts
    let section = try #require(facts.units.first { $0.kind == .section })
    #expect(section.type == type && section.isKnown == (type != nil))
  }

  @Test func `units are a tree in document order`() throws {
    let units = try CDAFixture.read(CDAFixture.whole).facts.units
    #expect(units.first?.kind == .record && units.first?.parent == nil)
    for (index, unit) in units.enumerated().dropFirst() {
      let parent = try #require(unit.parent)
      #expect(parent < index)
    }
  }

  @Test func `components and relationships are units within their entry`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let viral = try record.unit(.entry, saying: "HIV 1 RNA viral load")
    let parent = try #require(record.facts.units[viral].parent)
    #expect(record.facts.units[parent].kind == .entry)
    #expect(record.facts.units[parent].codes.map(\.code) == [Sensitive("11502-2")])
    #expect(record.facts.units[viral].codes.map(\.code) == [Sensitive("20447-9")])
    #expect(record.facts.units[viral].days.map(\.lowerBound) == [Day("2024-03-01")])
  }

  @Test(arguments: [
    (#"<low value="20190105"/><high value="20250301"/>"#, ["2019-01-05...2025-03-01"]),
    (#"<low value="2019"/><high value="202502"/>"#, ["2019-01-01...2025-02-28"]),
    (#"<low value="20190105"/><high nullFlavor="UNK"/>"#, ["2019-01-05...2019-01-05"]),
    (#"<low value="20190105"/><high value="99991231"/>"#, ["2019-01-05...2019-01-05"]),
    (#"<low nullFlavor="UNK"/><high value="20250301"/>"#, ["2025-03-01...2025-03-01"]),
  ]) func `an interval is one span of days`(pieces: String, days: [String]) throws {
    let text = CDAFixture.document(
      CDAFixture.section(
        "10160-0", "Medications", text: "Metformin",
        CDAFixture.drug("860975", "metformin", reference: "m").replacing(
          #"<low value="20230201"/>"#, with: pieces)))
    let record = try CDAFixture.read(text)
    let entry = try #require(record.facts.units.first { $0.kind == .entry })
    let found = entry.days.map { "\($0.lowerBound)...\($0.upperBound)" }
    #expect(found == days)
  }

  @Test func `a code has the words of its display name or original text`() throws {
    let text = CDAFixture.document(
      CDAFixture.section(
        "11450-4", "Problems", text: "",
        """
        <entry><observation classCode="OBS" moodCode="EVN">
          <code code="55607006" codeSystem="2.16.840.1.113883.6.96"/>
          <value xsi:type="CD" code="042" codeSystem="2.16.840.1.113883.6.103">
            <originalText> AIDS </originalText>
            <translation code="B20" codeSystem="2.16.840.1.113883.6.90" displayName="HIV disease"/>
          </value>
          <targetSiteCode code="7" codeSystem="2.16.840.1.113883.6.96"/>
        </observation></entry>
        """))
    let record = try CDAFixture.read(text)
    let unit = try record.unit(.entry, saying: "AIDS")
    #expect(
      record.facts.units[unit].codes == [
        Code(system: "2.16.840.1.113883.6.96", code: "55607006"),
        Code(system: "2.16.840.1.113883.6.103", code: "042", display: "AIDS"),
        Code(system: "2.16.840.1.113883.6.90", code: "B20", display: "HIV disease"),
        Code(system: "2.16.840.1.113883.6.96", code: "7"),
      ])
  }

  @Test func `confidentiality is a label of the document and of the section`() throws {
    let marked = CDAFixture.problems.replacing(
      "</text>",
      with: "</text><confidentialityCode code=\"R\" codeSystem=\"2.16.840.1.113883.5.25\"/>")
    let units = try CDAFixture.read(CDAFixture.document(marked)).facts.units
    #expect(units[0].labels.map(\.code) == [Sensitive("N")])
    #expect(units.first { $0.kind == .section }?.labels.map(\.code) == [Sensitive("R")])
  }

  @Test func `a security observation labels what holds it`() throws {
    let mark = """
      <entryRelationship typeCode="SUBJ"><organizer classCode="CLUSTER" moodCode="EVN">
        <templateId root="2.16.840.1.113883.3.445.21"/><statusCode code="active"/>
        <component><observation classCode="OBS" moodCode="EVN">
          <code code="SECCATOBS" codeSystem="2.16.840.1.113883.1.11.20457"/>
          <value xsi:type="CE" code="HIV" codeSystem="2.16.840.1.113883.5.4"/>
        </observation></component></organizer></entryRelationship>
      """
    let text = CDAFixture.document(
      CDAFixture.section(
        "10160-0", "Medications", text: "<list><item ID=\"m1\">dolutegravir</item></list>",
        CDAFixture.drug("1433873", "dolutegravir", reference: "m1", within: mark)))
    let units = try CDAFixture.read(text).facts.units
    let labelled = units.indices.filter { $0 > 0 && !units[$0].labels.isEmpty }
    #expect(labelled.count == 1)
    let unit = try #require(labelled.first)
    #expect(units[unit].kind == .entry && units[unit].labels.map(\.code) == [Sensitive("HIV")])
    #expect(units[unit].codes.contains { $0.code == Sensitive("1433873") })
  }

  @Test func `rows, items and paragraphs are pieces of the narrative`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let pieces = record.facts.units.indices.filter { record.facts.units[$0].kind == .paragraph }
    let words = pieces.map { piece in
      record.facts.runs.filter { $0.unit == piece && $0.kind == .words }.map {
        String(decoding: record.facts.arena[$0.range], as: UTF8.self)
      }
    }
    #expect(
      words == [
        ["HIV disease", "2022"], ["Diabetes mellitus", "2019"], ["Essential hypertension", "2018"],
        ["dolutegravir 50 mg tablet, oral, for HIV infection"], ["metformin 500 mg tablet, oral"],
        ["Virology", "HIV 1 RNA", "40"], ["CMV DNA", "0"], ["Chemistry", "Creatinine", "1"],
        ["Wrist  seen."], ["Slept well."], ["Walked."], ["Uneventful stay."], ["Drink water.\nRest."],
      ])
  }

  @Test(arguments: [
    "hu<content>man</content> immuno<sub>de</sub>ficiency virus",
    "human immuno<!-- x -->deficiency virus", "human <![CDATA[immunodeficiency]]> virus",
    "&#104;uman immuno<?x y?>deficiency virus",
    "<content ID=\"a\">human immuno<content>deficiency</content></content> virus",
  ])
  func `words that markup breaks are one text`(markup: String) throws {
    let text = CDAFixture.document(
      CDAFixture.section("8648-8", "Course", text: "<paragraph>\(markup)</paragraph>"))
    #expect(try CDAFixture.read(text).texts().contains("human immunodeficiency virus"))
  }

  @Test func `blocks part texts`() throws {
    let text = CDAFixture.document(
      CDAFixture.section(
        "8648-8", "Course",
        text: "<content><paragraph>one</paragraph><list><item>two</item></list></content>three"))
    let texts = try CDAFixture.read(text).texts()
    #expect(texts.suffix(3) == ["one", "two", "three"])
  }

  @Test func `names of elements and attributes that are not CDA's are words`() throws {
    let text = CDAFixture.document(
      CDAFixture.section("8648-8", "Course", text: "<paragraph styleCode=\"a\">x</paragraph>"),
      header: "<x:HIVPositive xmlns:x=\"urn:local\" x:onBiktarvy=\"1\"/><sdtc:drugAbuse value=\"true\"/>")
    let texts = try CDAFixture.read(text).texts()
    #expect(Set(texts).isSuperset(of: ["HIV Positive", "on Biktarvy", "drug Abuse"]))
    let own = CDAFixture.document(
      CDAFixture.section("8648-8", "Course", text: "<paragraph>x</paragraph>"),
      header: "<author takesBiktarvy=\"1\"><time value=\"20260101\"/></author><HIVPositive/>")
    let words = Set(try CDAFixture.read(own).texts())
    #expect(words.isSuperset(of: ["HIV Positive", "takes Biktarvy"]))
    #expect(words.isDisjoint(with: ["author", "time", "value"]))
  }

  @Test func `an attribute of the grammar with words in it is a value`() throws {
    let text = CDAFixture.document(
      CDAFixture.section(
        "8648-8", "Course", text: "<table border=\"Biktarvy\"><tbody><tr><td>x</td></tr></tbody></table>"),
      header: "<confidentialityCode code=\"N\" use=\"Norvir\"/>")
    let texts = try CDAFixture.read(text).texts()
    #expect(Set(texts).isSuperset(of: ["Biktarvy", "Norvir"]))
  }

  @Test func `what stands in attributes, comments, instructions and extensions is in the arena`() throws {
    let text = CDAFixture.document(
      CDAFixture.section(
        "8648-8", "Course",
        text: """
          <!-- in-comment --><?pi in-instruction?><table summary="in-summary" styleCode="in-style-code"><tbody>
          <tr><td ID="in-id"><linkHtml href="in-href">in-link</linkHtml></td></tr></tbody></table>
          <footnote>in-footnote</footnote>
          """), header: "<x:note xmlns:x=\"urn:local\" x:by=\"in-foreign\">in-extension</x:note>",
      prolog: "<!-- in-prolog -->")
    let record = try CDAFixture.read(text)
    for hidden in [
      "in-comment", "in-instruction", "in-summary", "in-style-code", "in-id", "in-href", "in-link",
      "in-footnote", "in-foreign", "in-extension", "in-prolog",
    ] {
      #expect(record.texts().contains(hidden), "\(hidden)")
    }
    #expect(record.facts.findings.map(\.rule) == ["cda.extension"])
  }

  @Test func `a social security number is known by its root`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    let numbers = record.facts.runs.filter { $0.kind == .socialSecurityNumber }
    #expect(numbers.map { record.facts.arena[$0.range] } == [ArraySlice("123-45-6789".utf8)])
  }

  @Test func `texts lie in order, parted by one zero byte`() throws {
    let facts = try CDAFixture.read(CDAFixture.whole).facts
    var end = -1
    for run in facts.runs {
      #expect(run.range.lowerBound == end + 1 && !run.range.isEmpty)
      #expect(!facts.arena[run.range].contains(0))
      end = run.range.upperBound
    }
    #expect(end == facts.arena.count)
  }

  @Test func `base64 is an attachment and not text`() throws {
    let record = try CDAFixture.read(CDAFixture.whole)
    #expect(record.facts.units.count { $0.kind == .attachment } == 1)
    #expect(!record.texts().contains { $0.contains("aGVsbG8") })
  }

  @Test func `a body without XML is one attachment`() throws {
    let text = CDAFixture.document().replacing(
      "<structuredBody>",
      with: "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">JVBERi0=</text>"
    ).replacing("</structuredBody>", with: "</nonXMLBody>")
    let record = try CDAFixture.read(text)
    #expect(record.facts.units.map(\.kind) == [.record, .header, .attachment])
    #expect(try record.cut(2).isEmpty)
  }

  /// "Seen for HIV infection.", and the same behind `<p>`; an empty PDF; a message of HL7 v2.
  @Test(arguments: [
    ("text/plain", "U2VlbiBmb3IgSElWIGluZmVjdGlvbi4=", true),
    ("text/plain", "U2VlbiBmb3Ig\nSElWIGluZmVjdGlvbi4=", true),
    ("text/html", "PHA+U2VlbiBmb3IgSElWIGluZmVjdGlvbi48L3A+", false),
    ("text/plain", "PHA+U2VlbjwvcD4=", false),
    ("application/pdf", "U2VlbiBmb3IgSElWIGluZmVjdGlvbi4=", false), ("text/plain", "JVBERi0=", false),
    ("text/plain", "TVNIfF5+XCZ8QXxC", false), ("text/plain", "no base64 at all!", false),
  ]) func `plain text in base64 is read, anything else is not looked into`(
    type: String, data: String, isRead: Bool
  ) throws {
    let body = CDAFixture.document().replacing(
      "<structuredBody>",
      with: "<nonXMLBody><text mediaType=\"\(type)\" representation=\"B64\">\(data)</text>"
    ).replacing("</structuredBody>", with: "</nonXMLBody>")
    let note = CDAFixture.document(
      CDAFixture.section(
        "34109-9", "Notes", text: "<paragraph>Note</paragraph>",
        """
        <entry><act classCode="ACT" moodCode="EVN"><code code="34109-9" codeSystem="2.16.840.1.113883.6.1"/>
        <text mediaType="\(type)" representation="B64">\(data)</text></act></entry>
        """))
    for text in [body, note] {
      let record = try CDAFixture.read(text)
      let unit = try #require(record.facts.units.indices.first { record.facts.units[$0].kind == .attachment })
      #expect(record.facts.units[unit].isKnown == isRead)
      #expect(record.texts().contains { $0.contains("HIV infection") } == isRead)
      #expect(!record.texts().contains { $0.contains("SElW") })
      guard isRead else { continue }
      // A word of it cannot be marked where it stands: the whole goes.
      let run = try #require(record.facts.runs.first { $0.unit == unit && $0.range.count > 20 })
      let edited = try record.cutting(Cut(redactions: [run.range.lowerBound + 9..<run.range.lowerBound + 12]))
      #expect(edited.alsoWithheld == [unit])
      #expect(
        edited.isEmpty || !String(decoding: edited.bytes, as: UTF8.self).contains("representation=\"B64\""))
      #expect(edited.isEmpty == (text == body))
    }
  }

  @Test func `a body with data that cannot be read is not looked into, whatever stands beside it`() throws {
    let read = #"<text mediaType="text/plain" representation="B64">U2VlbiBmb3IgSElWIGluZmVjdGlvbi4=</text>"#
    let pdf = #"<text mediaType="application/pdf" representation="B64">JVBERi0=</text>"#
    for texts in ["<text>Seen.</text>" + pdf, read + pdf, pdf + read] {
      let body = CDAFixture.document().replacing("<structuredBody>", with: "<nonXMLBody>" + texts)
        .replacing("</structuredBody>", with: "</nonXMLBody>")
      let units = try CDAFixture.read(body).facts.units
      #expect(units.filter { $0.kind == .attachment }.map(\.isKnown) == [false])
    }
  }

  @Test func `a document is known by its outermost element`() {
    #expect(CDARecord.sniff(rootName: "ClinicalDocument", namespace: "urn:hl7-org:v3"))
    #expect(!CDARecord.sniff(rootName: "ClinicalDocument", namespace: nil))
    #expect(!CDARecord.sniff(rootName: "Bundle", namespace: "http://hl7.org/fhir"))
  }
}
