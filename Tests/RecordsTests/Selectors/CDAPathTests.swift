import Records
import Testing
import Values

@Suite("XPath of site rules in CDA")
struct CDAPathTests {
  static let text = CDAFixture.document(
    CDAFixture.section(
      "11450-4", "Problems", text: #"<list><item ID="p1">Asthma</item><item ID="p2">Cough</item></list>"#,
      CDAFixture.problem("195967001", "Asthma", id: "a", reference: "p1"),
      CDAFixture.problem("49727002", "Cough", id: "b", reference: "p2")),
    header: """
      <author><time value="20240310"/><assignedAuthor><id root="1.2.3" extension="STAFF-77"/><assignedPerson>\
      <name>Ada Lin</name></assignedPerson></assignedAuthor></author>
      """)

  private func record(_ text: String = text) throws -> any ReadRecord {
    try RecordReader.read(bytes(text), number: 1, limits: .standard)
  }

  @Test(arguments: [
    ("//hl7:assignedAuthor/hl7:id/@extension", ["STAFF-77"]),
    ("//hl7:assignedAuthor//hl7:name", ["Ada Lin"]),
    ("/hl7:ClinicalDocument/hl7:recordTarget//hl7:addr/*", ["12 Elm Street", "Boston"]),
    ("//hl7:patient/hl7:name[2]/hl7:family/text()", ["Doe"]),
    ("//hl7:value[@code='49727002']/@displayName", ["Cough"]),
    ("//hl7:id[@root='9.9.9']", []), ("//sdtc:deceasedInd", []),
  ])
  func `a path marks what it names:`(_ path: String, _ texts: [String]) throws {
    #expect(try record().marked(.cda, path) == texts)
  }

  @Test(arguments: [
    (
      "//assignedAuthor",
      "3: elements of CDA are in a namespace, so that this cannot match; write hl7:assignedAuthor"
    ),
    ("//hl7:assignedAutor", "3: CDA has no element \"assignedAutor\"; did you mean \"assignedAuthor\"?"),
    ("//cda:author", "3: the prefix \"cda\" is not bound; bound are hl7, sdtc and xsi"),
    ("//hl7:id/@extention", "11: CDA has no attribute \"extention\"; did you mean \"extension\"?"),
    ("//hl7:id[", "10: not XPath 1.0 (libxml2 error"), ("//hl7:id]", "9: not XPath 1.0 (libxml2 error"),
    ("count(//hl7:id)", "1: selects no places of a document: it gives a truth, a number or a text"),
    ("//hl7:id[cnt(hl7:code) = 1]", "10: XPath 1.0 has no function \"cnt\"; did you mean \"count\"?"),
    ("id('p1')", "1: id() finds nothing"), ("//hl7:id[$x]", "10: there are no variables here"),
    ("namespace::*", "1: namespaces cannot be taken out of a document"),
    ("//hl7:id['x", "10: the quote is not closed"),
    ("//hl7:patient/hl7:assignedAuthor", "15: CDA has no element \"assignedAuthor\" in \"patient\""),
    ("//hl7:patient[1]/hl7:addr", "18: CDA has no element \"addr\" in \"patient\""),
    ("//hl7:patientRole[hl7:patient/hl7:adr]", "31: CDA has no element \"adr\"; did you mean \"addr\"?"),
    ("//hl7:patientRole[hl7:patient/hl7:telecom]", "31: CDA has no element \"telecom\" in \"patient\""),
    ("//hl7:patient[hl7:telecom]", "15: CDA has no element \"telecom\" in \"patient\""),
    ("//hl7:id/parent::hl7:given", "18: CDA has no element \"id\" in \"given\""),
    ("/hl7:patient", "2: a document of CDA begins with hl7:ClinicalDocument; write //hl7:patient?"),
    ("/hl7:ClinicalDocument/hl7:ClinicalDocument", "23: CDA has no element \"ClinicalDocument\""),
    ("//hl7:id/@root/hl7:code", "16: an attribute has nothing below it, so that this cannot match"),
    ("//@extension/@root", "15: an attribute has nothing below it"),
    ("//@ID/text()", "7: an attribute has nothing"),
    ("//hl7:id[0]", "9: places count from 1, so that this cannot match"),
    ("//hl7:id[position() = 0]", "9: places count from 1"), ("//hl7:name[2 = 1]", "11: two different values"),
    ("//hl7:id['a' = 'b']", "9: two different values are never equal, so that this cannot match"),
    (
      "//hl7:id[@root='x' and @root='y']", "9: @root cannot be equal to two values, so that this cannot match"
    ),
    ("//hl7:id[@root='x'][@root='y']", "20: @root cannot be equal to two values"),
    ("//hl7:value/@xsi:tpe", "14: there is no attribute xsi:tpe; did you mean \"type\"?"),
    ("//xsi:type", "3: xsi: is of attributes; write @xsi:type"),
    ("//hl7: id", "3: a name is missing right after \"hl7:\""),
  ])
  func `a path that cannot match is refused, with its column:`(_ path: String, _ problem: String) throws {
    let found = try #require(Selector.problem(.cda, path))
    #expect(found.hasPrefix(problem), "\(found)")
  }

  @Test(arguments: [
    "//hl7:section[hl7:code/@code = '11450-4' and not(hl7:title)]/hl7:entry[position() mod 2 = 1]",
    "/hl7:ClinicalDocument//*[local-name() = 'id'][@root]/@extension",
    "//hl7:observation[hl7:value/@xsi:type = 'CD']/ancestor::hl7:entry",
    "//hl7:text//text()[contains(., 'x')]",
    "//hl7:id | //hl7:code", "//hl7:entry[last() - 1 * 2]",
    "//hl7:patientRole/child::*[self::hl7:addr or self::hl7:telecom]",
    "//hl7:value/hl7:low/@value", "//hl7:effectiveTime/hl7:period",
    "//hl7:text/hl7:table/hl7:tbody/hl7:tr/hl7:td",
    "//hl7:id/@root/..", "//hl7:id/@root/parent::hl7:id/@extension", "//hl7:patient/sdtc:deceasedInd",
    "//hl7:id[@root='x' or @root='y']", "//hl7:id[not(@root='x')][@root='y']", "//hl7:patient/../hl7:addr",
    "//hl7:patient/ancestor::hl7:recordTarget", "//hl7:patient//hl7:city",
    "//hl7:section[hl7:code/@code='1'][hl7:text]",
    "//hl7:patient[../hl7:id/@root='x']/hl7:name[hl7:given[1] and hl7:family]",
    "//hl7:name[. = 'x']/hl7:given",
    "/hl7:ClinicalDocument/hl7:id", "(//hl7:patient | //hl7:guardian)/hl7:addr",
    "//hl7:id[@root != 'x' and @root = 'y']",
    "//hl7:entry[count(hl7:act) = 0]", "//hl7:id[starts-with(@root, '2.16')]/@extension",
  ])
  func `XPath as it is written is taken:`(_ path: String) { #expect(Selector.problem(.cda, path) == nil) }

  @Test func `redact marks words and masks codes and ids`() throws {
    let name = try record().applying(.cda, "//hl7:assignedAuthor//hl7:name", .redact)
    #expect(!name.contains("Ada Lin") && name.contains("<name>[withheld]</name>"))
    let id = try record().applying(.cda, "//hl7:assignedAuthor/hl7:id/@extension", .redact)
    #expect(!id.contains("STAFF-77") && id.contains(#"nullFlavor="MSK""#))
  }

  @Test func `withhold takes the entry, and its narrative follows`() throws {
    let edited = try record().applying(.cda, "//hl7:value[@code='49727002']", .withhold)
    #expect(!edited.contains("Cough") && edited.contains("Asthma"))
  }

  @Test func `what CDA's grammar says has no mark, so that the part around it goes`() throws {
    let selection = try record().selected(by: .of(.cda, "//hl7:value[@code='49727002']/@xsi:type"), .redact)
    #expect(selection.redactions.isEmpty && selection.units.count == 1)
  }

  @Test func `a path of quadratic time holds the record`() throws {
    let rows = (0..<3000).map { "<tr><td>\($0)</td></tr>" }.joined()
    let record = try record(
      CDAFixture.document(CDAFixture.section("11450-4", "P", text: "<table><tbody>\(rows)</tbody></table>")))
    let selector = try Selector.of(.cda, "//hl7:td[. = //hl7:td[. = //hl7:td]]")
    let error = #expect(throws: PacketError.self) { try record.selected(by: selector, .redact) }
    #expect(error?.rule == "site.limit" && error?.outcome == .hold)
  }

  @Test func `a broken path is refused or read, and never traps`() throws {
    try record().selectByBroken(.cda, "//hl7:entry[@typeCode='x' or 2 > 1]/hl7:act//@code")
  }

  @Test func `an address is an XPath that finds the place again`() throws {
    let record = try record()
    #expect(
      try record.addressesWithheld(.cda, "//hl7:value[@code='49727002']").first?.hasPrefix(
        "record 1, /hl7:ClinicalDocument/hl7:component[1]/hl7:structuredBody[1]/hl7:component[1]/hl7:section[1]"
          + "/hl7:entry[2]/hl7:act[1]/hl7:entryRelationship[1], line ") ?? false)
    for path in ["//hl7:value/@displayName", "//hl7:name", "//hl7:addr/hl7:city", "//hl7:list/hl7:item"] {
      let selection = try record.selected(by: .of(.cda, path), .redact)
      for range in selection.redactions {
        let place = try #require(try record.addresses(of: [.text(at: range.lowerBound)]).first?.path)
        let again = try record.selected(by: .of(.cda, place.shown), .redact)
        #expect(again.redactions.contains(range), "\(place)")
      }
    }
  }

  @Test func `a name that CDA does not have is not in an address`() throws {
    let record = try record(
      Self.text.replacing(
        "<title>Summary</title>",
        with: "<title>Summary</title><x:JaneRoe xmlns:x=\"urn:x\"><x:y>seen</x:y></x:JaneRoe>"))
    let range = try #require(record.range(of: "seen"))
    let address = try record.addresses(of: [.text(at: range.lowerBound)]).first?.shown ?? ""
    #expect(address.hasPrefix("record 1, /hl7:ClinicalDocument/*[5]/*[1], line "), "\(address)")
  }
}
