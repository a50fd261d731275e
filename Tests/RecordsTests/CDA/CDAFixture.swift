import Records
import Testing
import Values
import XML

/// A summary as an exporter would write it: tables and lists with IDs, concern acts, an organizer, an image,
/// a local section, a section within a section, and the remarks that such files carry.
enum CDAFixture {
  static func document(
    _ sections: String..., header: String = "", patient: String = janeRoe, prolog: String = ""
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(prolog)<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
      <id root="2.16.840.1.113883.19.5" extension="doc-1"/>
      <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
      <title>Summary</title>
      <effectiveTime value="20240310120000-0500"/>
      <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
      \(patient)
      \(header)
      <component><structuredBody>
        \(sections.joined(separator: "\n    "))
      </structuredBody></component>
    </ClinicalDocument>
    """
  }

  static let janeRoe = """
    <recordTarget><patientRole>
        <id root="2.16.840.1.113883.19.5" extension="MRN-4711"/>
        <id root="2.16.840.1.113883.4.1" extension="123-45-6789"/>
        <id nullFlavor="UNK"/>
        <addr><streetAddressLine>12 Elm Street</streetAddressLine><city>Boston</city></addr>
        <telecom value="tel:+1-555-0100"/>
        <patient>
          <name use="L"><given>Jane</given><given>Ann</given><family>Roe</family></name>
          <name><given>Jane</given><family>Doe</family></name>
          <birthTime value="19700102"/>
        </patient>
      </patientRole></recordTarget>
    """

  static func section(
    _ code: String, _ title: String, text: String, _ entries: String..., nested: String = ""
  ) -> String {
    """
    <component><section>
      <templateId root="2.16.840.1.113883.10.20.22.2.5.1"/>
      <code code="\(code)" codeSystem="2.16.840.1.113883.6.1" displayName="\(title) section"/>
      <title>\(title)</title>
      <text>\(text)</text>
      \(entries.joined(separator: "\n      "))
      \(nested)
    </section></component>
    """
  }

  /// A problem concern (C-CDA R2.1, 2.16.840.1.113883.10.20.22.4.3) about one problem.
  static func problem(_ snomed: String, _ display: String, id: String, reference: String? = nil) -> String {
    let original = reference.map { "<originalText><reference value=\"#\($0)\"/></originalText>" } ?? ""
    return """
      <entry><act classCode="ACT" moodCode="EVN">
        <id root="2.16.840.1.113883.19.6" extension="\(id)"/>
        <code code="CONC" codeSystem="2.16.840.1.113883.5.6"/>
        <statusCode code="active"/>
        <effectiveTime><low value="20230105"/></effectiveTime>
        <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
          <id root="2.16.840.1.113883.19.7" extension="\(id)"/>
          <code code="55607006" codeSystem="2.16.840.1.113883.6.96" displayName="Problem"/>
          <statusCode code="completed"/>
          <effectiveTime><low value="20221230"/></effectiveTime>
          <value xsi:type="CD" code="\(snomed)" codeSystem="2.16.840.1.113883.6.96" \
      displayName="\(display)">\(original)</value>
        </observation></entryRelationship>
      </act></entry>
      """
  }

  static let problems = section(
    "11450-4", "Problems",
    text: """
      <table border="1"><thead><tr><th>Problem</th><th>Since</th></tr></thead><tbody>
        <tr ID="p1"><td>HIV <content styleCode="Bold">disease</content></td><td>2022</td></tr>
        <tr><td ID="p2">Diabetes mellitus</td><td>2019</td></tr>
        <tr><td><content ID="p3">Essential hypertension</content></td><td>2018</td></tr>
      </tbody></table>
      """,
    problem("86406008", "HIV disease (disorder)", id: "1", reference: "p1"),
    "<!-- exported by the ward -->",
    problem("73211009", "Diabetes mellitus", id: "2", reference: "p2"),
    problem("59621000", "Essential hypertension", id: "3", reference: "p3"))

  static func drug(_ code: String, _ name: String, reference: String, within: String = "") -> String {
    """
    <entry><substanceAdministration classCode="SBADM" moodCode="EVN">
      <text><reference value="#\(reference)"/></text>
      <statusCode code="active"/>
      <effectiveTime xsi:type="IVL_TS"><low value="20230201"/></effectiveTime>
      <routeCode code="C38288" codeSystem="2.16.840.1.113883.3.26.1.1" displayName="ORAL"/>
      <consumable><manufacturedProduct><manufacturedMaterial>
        <code code="\(code)" codeSystem="2.16.840.1.113883.6.88" displayName="\(name)"/>
      </manufacturedMaterial></manufacturedProduct></consumable>\(within)
    </substanceAdministration></entry>
    """
  }

  static let medications = section(
    "10160-0", "Medications",
    text: """
      <list><item ID="m1">dolutegravir 50 mg tablet, oral, for HIV infection</item>\
      <item ID="m2">metformin 500 mg tablet, oral</item></list>
      """,
    drug(
      "1433873", "dolutegravir 50 MG Oral Tablet", reference: "m1",
      within: """
        <entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN">
          <code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>
          <value xsi:type="CD" code="86406008" codeSystem="2.16.840.1.113883.6.96" displayName="HIV infection"/>
        </observation></entryRelationship>
        """),
    drug("860975", "metformin 500 MG Oral Tablet", reference: "m2"))

  static func result(_ code: String, _ name: String, _ value: String, reference: String) -> String {
    """
    <component><observation classCode="OBS" moodCode="EVN">
      <id root="2.16.840.1.113883.19.8" extension="\(reference)"/>
      <code code="\(code)" codeSystem="2.16.840.1.113883.6.1" displayName="\(name)"/>
      <text><reference value="#\(reference)"/></text><statusCode code="completed"/>
      <effectiveTime value="20240301"/><value xsi:type="PQ" value="\(value)" unit="1"/>
    </observation></component>
    """
  }

  static let results = section(
    "30954-2", "Results",
    text: """
      <table><caption>Laboratory</caption><tbody>
        <tr><td rowspan="2">Virology</td><td ID="r1">HIV 1 RNA</td><td>40</td></tr>
        <tr><td ID="r2">CMV DNA</td><td>0</td></tr>
        <tr><td>Chemistry</td><td ID="r3">Creatinine</td><td>1</td></tr>
      </tbody></table>
      """,
    """
    <entry><organizer classCode="BATTERY" moodCode="EVN">
      <code code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="Laboratory report"/>
      <statusCode code="completed"/>
      \(result("20447-9", "HIV 1 RNA viral load", "40", reference: "r1"))
      \(result("4998-4", "CMV DNA", "0", reference: "r2"))
      \(result("2160-0", "Creatinine", "1", reference: "r3"))
    </organizer></entry>
    """)

  static let image = section(
    "18782-3", "Findings",
    text: "<paragraph>Wrist <renderMultiMedia referencedObject=\"MM1\"/> seen.</paragraph>",
    """
    <entry><observationMedia ID="MM1" classCode="OBS" moodCode="EVN">
      <value mediaType="image/png" representation="B64">aGVsbG8gd29ybGQ=</value>
    </observationMedia></entry>
    """)

  static let local = """
    <component><section>
      <code code="X-1" codeSystem="1.2.3.4"/>
      <title>Ward diary</title>
      <text><paragraph>Slept well.</paragraph><paragraph>Walked.</paragraph></text>
    </section></component>
    """

  static let course = section(
    "8648-8", "Hospital Course", text: "<paragraph>Uneventful stay.</paragraph>",
    nested: section("69730-0", "Instructions", text: "Drink water.<br/>Rest."))

  static let whole = document(problems, medications, results, image, local, course)

  static func read(_ text: String) throws -> CDARecord {
    try CDARecord(reading: Array(text.utf8), number: 7, limits: .standard)
  }

  static func canonical(_ bytes: [UInt8]) throws -> String {
    String(decoding: try XMLDocument(parsing: bytes).canonical(), as: UTF8.self)
  }
}

extension CDARecord {
  /// The texts of the arena, in order.
  func texts(of unit: Int? = nil) -> [String] {
    facts.runs.filter { unit == nil || $0.unit == unit }.map {
      String(decoding: facts.arena[$0.range], as: UTF8.self)
    }
  }

  /// The first unit of a kind of which, or of what is within it, a text contains these words.
  func unit(_ kind: RecordUnit.Kind, saying words: String) throws -> Int {
    try #require(
      facts.units.indices.last { index in
        facts.units[index].kind == kind
          && facts.runs.contains { run in
            isWithin(run.unit, index)
              && String(decoding: facts.arena[run.range], as: UTF8.self).contains(words)
          }
      })
  }

  func isWithin(_ unit: Int, _ outer: Int) -> Bool {
    var at: Int? = unit
    while let current = at {
      if current == outer { return true }
      at = facts.units[current].parent
    }
    return false
  }

  /// Where these words stand in the arena.
  func range(of words: String) throws -> Range<Int> {
    let wanted = Array(words.utf8)
    let start = try #require(
      facts.arena.indices.first { facts.arena[$0...].starts(with: wanted) })
    return start..<start + wanted.count
  }

  func cut(_ units: Int...) throws -> (text: String, also: [Int], isEmpty: Bool) {
    let edited = try cutting(Cut(units: Set(units)))
    return (String(decoding: edited.bytes, as: UTF8.self), edited.alsoWithheld, edited.isEmpty)
  }

  func redacting(_ words: String...) throws -> String {
    let ranges = try words.map { try range(of: $0) }
    return String(decoding: try cutting(Cut(redactions: ranges)).bytes, as: UTF8.self)
  }
}
