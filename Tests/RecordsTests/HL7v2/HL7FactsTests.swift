import Records
import Testing
import Values

struct HL7FactsTests {
  @Test func `PID and MRG give names, birth and identifiers with who assigned them`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message("MRG|0815^^^OLD").replacing("ROE^JANE^ANN", with: "ROE&van&ROE^JANE^ANN~DOE^JANE"))
    #expect(
      record.facts.identities.map(\.shown) == [
        "ROE JANE ANN; DOE JANE; 1970-01-05; 2.16.840.1.113883.19.5=4711; USSSA=899990000; OLD=0815"
      ])
  }

  @Test(arguments: [("ORU^R01", 1), ("ADT^A08", 1), ("", 1), ("ACK", 0), ("MFN^M01", 0)])
  func
    `a message without PID holds unless its kind is of nobody`(kind: String, count: Int) throws
  {
    let record = try HL7Sample.read("MSH|^~\\&|A||||||\(kind)|1|P|2.5\rMSA|AA|1\r")
    #expect(record.facts.findings.map(\.rule.shown) == Array(repeating: "patient.unknown", count: count))
    #expect(record.facts.findings.allSatisfy { $0.verdict == .hold && $0.lift == .any })
  }

  @Test func `an answer that speaks of a patient after all holds`() throws {
    let record = try HL7Sample.read("MSH|^~\\&|A||||||ACK|1|P|2.5\rOBX|1|ST|X||positive\r")
    #expect(record.facts.findings.map(\.rule.shown) == ["patient.unknown"])
  }

  @Test func `days of service are first and last, and fall back to when it was sent`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    #expect(record.facts.serviceDays == Day("2026-02-26").flatMap { a in Day("2026-03-01").map { a...$0 } })
    let bare = try HL7Sample.read(HL7Sample.message("NTE|1||x"))
    #expect(bare.facts.serviceDays?.lowerBound == Day("2026-03-01"))
  }

  @Test func `a record's type is TXA-2, or OBR-4 where all orders are of one`() throws {
    #expect(try HL7Sample.read(HL7Sample.results).facts.documentTypes.map(\.shown) == [])
    let one = try HL7Sample.read(
      HL7Sample.message("OBR|1|||58410-2^CBC^LN\rOBX|1|NM|718-7^Hb^LN||13", kind: "ORU^R01"))
    #expect(one.facts.documentTypes.map(\.shown) == ["LN|58410-2|CBC"])
    let note = try HL7Sample.read(HL7Sample.message("TXA|1|DS^Discharge summary|TX", kind: "MDM^T02"))
    #expect(note.facts.documentTypes.map(\.shown) == ["|DS|Discharge summary"])
  }

  @Test(arguments: [
    ("OBX|1|CWE|1^A^LN^2^B^L||3^C^SCT^^^^^^said", ["LN|1|A", "L|2|B", "SCT|3|C"]),
    ("OBX|1|ST|1^A^LN||3^C^SCT", ["LN|1|A"]),
    ("DG1|1||F10.20^Dependence^I10", ["I10|F10.20|Dependence"]),
    ("PR1|1||99213^Visit^C4", ["C4|99213|Visit"]),
    ("AL1|1|DA|7980^Penicillin^RXN", ["|DA|", "RXN|7980|Penicillin"]),
    ("RXA|0|1|20260101||08^HepB^CVX", ["CVX|08|HepB"]), ("RXE|1|5640^Ibuprofen^RXN", ["RXN|5640|Ibuprofen"]),
    ("RXO|5640^Ibuprofen^RXN", ["RXN|5640|Ibuprofen"]), ("RXD|1|5640^Ibuprofen^RXN", ["RXN|5640|Ibuprofen"]),
    ("PV2|||R51^Headache^I10", ["I10|R51|Headache"]), ("ZZZ|1^A^LN", []),
    ("DG1|1||^free text only^I10", []),
  ]) func `coded fields of known segments give codes with alternates`(segment: String, codes: [String]) throws
  {
    let record = try HL7Sample.read(HL7Sample.message(segment))
    #expect(record.facts.units.flatMap(\.codes).map(\.shown) == codes)
  }

  @Test func `numbers of social security are known by place and type`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message(
        HL7Sample.segment("PID", [3: "1^^^A^MR~2^^^^SS", 5: "X", 19: "3"]),
        HL7Sample.segment("GT1", [12: "4"]), "IN2||5", HL7Sample.segment("NK1", [37: "6"])))
    let numbers = record.facts.runs.filter { $0.kind == .socialSecurityNumber }
    #expect(
      numbers.map { String(decoding: record.facts.arena[$0.range], as: UTF8.self) }
        == ["899990000", "2", "3", "4", "5", "6"])
  }

  @Test func `words and values are told apart`() throws {
    let record = try HL7Sample.read(HL7Sample.message("OBX|1|TX|1^Blood^LN||all well|mg"))
    func kind(_ text: String) -> TextRun.Kind? {
      record.range(of: text).flatMap { range in
        record.facts.runs.first { $0.range.contains(range.lowerBound) }
      }?
      .kind
    }
    #expect(kind("all well") == .words && kind("Blood") == .words && kind("JANE") == .words)
    #expect(kind("19700105") == .value && kind("4711") == .value)
  }

  @Test func `runs are parted by one NUL that none of them holds`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    var end = 0
    for run in record.facts.runs {
      #expect(run.range.lowerBound == end && record.facts.arena[run.range.upperBound] == 0)
      #expect(!record.facts.arena[run.range].contains(0))
      end = run.range.upperBound + 1
    }
    #expect(end == record.facts.arena.count)
  }

  @Test(arguments: [
    ("TXA|1|DS|TX|||||||||||||||R", "R"), ("PV1|1|I||||||||||||||VIP", "VIP"), ("ARV|1|A|PSY|PAT", "PSY"),
  ]) func `labels of the message are on the message`(segment: String, label: String) throws {
    let record = try HL7Sample.read(HL7Sample.message(segment))
    #expect(
      record.facts.units[1].kind == .message
        && record.facts.units[1].labels.contains { $0.code.reveal(.match) == label })
  }

  @Test func `labels of an order or diagnosis are on it`() throws {
    let record = try HL7Sample.read(
      HL7Sample.message(
        HL7Sample.segment("DG1", [3: "B20^x^I10", 18: "Y"]), HL7Sample.segment("ORC", [28: "AID"])))
    let labels = (record.units("DG1") + record.units("ORC")).map {
      record.facts.units[$0].labels.map(\.shown)
    }
    #expect(labels == [["HL7v3Confidentiality|R|"], ["HL70177|AID|", "HL70177|HIV|"]])
  }

  @Test func `unknown segments are units that say so`() throws {
    let record = try HL7Sample.read(HL7Sample.message("ZPD|secret", "XYZ|1"))
    let unknown = record.facts.units.filter { !$0.isKnown }
    #expect(unknown.count == 2 && unknown.allSatisfy { $0.type == nil && $0.isRemovable })
    #expect(record.texts.contains("secret"))
  }

  @Test(arguments: [
    ("ED|D||^TEXT^plain^Base64^cGF0aWVudCBpcyB3ZWxs", "patient is well", true),
    ("ED|D||^TEXT^html^Base64^PGI+cGF0aWVudCBpcyB3ZWxsPC9iPg==", "<b>patient is well</b>", false),
    ("ED|D||^AP^PDF^Base64^JVBERi0xLjQKJeLjz9MK", nil, false),
    ("RP|D||http://x/y^^IM^PNG", "http://x/y", false),
  ]) func `embedded data is a unit, and text in it is decoded`(field: String, text: String?, isText: Bool)
    throws
  {
    let record = try HL7Sample.read(HL7Sample.message("OBX|1|\(field)"))
    let attachments = record.facts.units.filter { $0.kind == .attachment }
    #expect(attachments.count == 1 && attachments.first?.isKnown == isText)
    if let text { #expect(record.texts.contains(text)) }
  }

  @Test func `a long blob in any field is an attachment`() throws {
    let blob = String(repeating: "QUJD", count: 200)
    let record = try HL7Sample.read(HL7Sample.message("OBX|1|TX|D||\(blob)"))
    #expect(record.facts.units.filter { $0.kind == .attachment }.count == 1)
  }
}
