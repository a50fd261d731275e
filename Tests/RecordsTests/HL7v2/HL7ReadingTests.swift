import Records
import Testing
import Values

@Suite("HL7 v2.5.1 chapter 2: how messages are read")
struct HL7ReadingTests {
  @Test(arguments: ["\r", "\n", "\r\n"]) func `segments end with CR, LF or CRLF`(end: String) throws {
    let record = try HL7Sample.read(HL7Sample.results.replacing("\r", with: end))
    #expect(record.units("OBX").count == 4 && record.facts.findings.isEmpty)
    #expect(try record.without(record.units("OBX")[1]).contains("\(end)OBX|2|NM|777-3"))
  }

  @Test func `line ends may be mixed, and blank lines and a byte order mark are passed over`() throws {
    let text = "\u{FEFF}" + HL7Sample.header + "\r\n\r\n" + HL7Sample.patient + "\nNTE|1||a\rNTE|2||b"
    let record = try HL7Sample.read(text)
    #expect(record.units("NTE").count == 2)
    #expect(try record.edited(Cut()) == text)
  }

  @Test(arguments: [#"|^~\&"#, "#@*!%", #"!?:;,"#, #"|^~\&#"#, "+-*/="])
  func `delimiters are the message's own`(
    set: String
  ) throws {
    let all = Array(set)
    func own(_ text: String) -> String {
      String(
        text.map { character in
          switch character {
          case "|": all[0]
          case "^": all[1]
          case "~": all[2]
          case "\\": all[3]
          case "&": all[4]
          default: character
          }
        })
    }
    let head = "MSH|^~\\&" + (all.count > 5 ? String(all[5]) : "")
    let record = try HL7Sample.read(
      own(
        head
          + "|LAB|||||ORU^R01|1|P|2.5\rPID|1||7^^^A&1.2.3&ISO||ROE^JANE\rOBX|1|ST|X^Why^LN||a\\S\\b\\E\\c\r"))
    #expect(record.facts.identities.map(\.shown) == ["ROE JANE; -; 1.2.3=7"])
    #expect(record.texts.contains("a\(all[1])b\(all[3])c"))
    #expect(record.facts.units.flatMap(\.codes).map(\.shown) == ["LN|X|Why"])
  }

  @Test(arguments: [
    (#"MSH|^^\&|A"#, "hl7.delimiters"), (#"MSH|^~|&|A"#, "hl7.delimiters"), ("MSH|^~a&|A", "hl7.delimiters"),
    ("MSH", "hl7.delimiters"), ("MSH|", "hl7.delimiters"), (#"MSH|^~\&#%|A"#, "hl7.delimiters"),
    ("MSH ^~\\&|A", "hl7.delimiters"), (#"MSHx^~\&x"#, "hl7.delimiters"), ("MSH|^~ &|A", "hl7.delimiters"),
    ("PID|1", "hl7.syntax"), ("hello\rMSH|^~\\&|A\r", "hl7.syntax"),
    ("MSH|^~\\&|A\rwrapped text\r", "hl7.syntax"),
    ("MSH|^~\\&|A\rPID^1\r", "hl7.syntax"), ("", "hl7.syntax"), ("MSH|^~\\&|A\rNTE|1||a\0b\r", "hl7.syntax"),
    ("\u{0B}MSH|^~\\&|A\r\u{1C}\r", "hl7.frame"), ("MSH|^~\\&|A\r\u{1C}\r", "hl7.frame"),
    ("MSH|^~\\&|A\rNTE|1||\u{1B}$B\r", "hl7.charset"), ("BHS|^~\\&\rBHS|^~\\&\r", "hl7.syntax"),
    ("MSH|^~\\&|A\rBTS|1\r", "hl7.syntax"), ("BHS|^~\\&\rPID|1\r", "hl7.syntax"),
    ("FHS|^~\\&\rMSH|^~\\&|A\rFTS|1\rMSH|^~\\&|A\r", "hl7.syntax"),
  ]) func `what cannot be read surely holds`(text: String, rule: String) {
    let error = #expect(throws: PacketError.self) { try HL7Sample.read(text) }
    #expect(error?.rule.shown == rule && error?.outcome == .hold && error?.place?.record == 3)
  }

  @Test func `each message of a batch is read by its own header`() throws {
    let record = try HL7Sample.read(
      "MSH|^~\\&|A||||||ORU^R01|1|P|2.5\rPID|1||1||ROE^JANE\rMSH*!~\\&*A******ORU!R01*2*P*2.5\rPID*1**2**DOE!JOHN\r"
    )
    #expect(record.facts.identities.map(\.shown) == ["ROE JANE; -; -=1", "DOE JOHN; -; -=2"])
    #expect(record.facts.identities.map { $0.place.path?.shown } == ["message 1, PID", "message 2, PID"])
    #expect(record.facts.identities.allSatisfy { record.facts.units[$0.unit].kind == .message })
  }

  @Test(arguments: [
    (#"a\F\b\S\c\T\d\R\e\E\f"#, "a|b^c&d~e\\f"), (#"\H\bold\N\ plain"#, "bold plain"),
    (#"one\.br\two\.sp+2\three"#, "one\ntwo\nthree"), (#"\X4A6F\e"#, "Joe"), (#"caf\XC3A9\"#, "café"),
    (#"caf\XC3\\XA9\"#, "café"), (#"caf\XE9\"#, "café"), (#"a\X00\b"#, "ab"), (#"\X0D\x"#, "\rx"),
    (#"\Zab\c"#, #"\Zab\c"#), (#"\C2842\a"#, "a"), (#"odd\X4\hex"#, #"odd\X4\hex"#), (#"open\F"#, #"open\F"#),
    (#"C:\dir\F\x"#, #"C:\dir|x"#), (#"\Xzz\"#, #"\Xzz\"#), (#"\\"#, #"\\"#), (#"\"#, #"\"#), (#"\P\"#, "#"),
  ]) func `escapes are undone`(written: String, text: String) throws {
    let record = try HL7Sample.read(HL7Sample.message("NTE|1||\(written)"))
    #expect(record.texts.last == text)
    #expect(try record.edited(Cut()).contains("NTE|1||\(written)\r"))
  }

  @Test(arguments: 0..<100) func `what is escaped reads as it was`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("|^~\\&ab é¿ 漢字😀\u{200D}xX")
    let text =
      "t"
      + String(
        (0..<Int.random(in: 1...40, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
      ) + "t"
    let written = text.map { character in
      switch character {
      case "|": #"\F\"#
      case "^": #"\S\"#
      case "~": #"\R\"#
      case "\\": #"\E\"#
      case "&": #"\T\"#
      default: String(character)
      }
    }.joined()
    let record = try HL7Sample.read(HL7Sample.message("NTE|1||\(written)|L"))
    let range = try #require(record.range(of: text))
    #expect(try record.edited(Cut(redactions: [range])).hasSuffix("NTE|1||[withheld]|L\r"))
  }

  @Test func `Latin-1 is decoded where it is stated, and held where nothing is`() throws {
    func message(_ charset: String) -> [UInt8] {
      bytes("MSH|^~\\&|A||||||ORU^R01|1|P|2.5||||||\(charset)\rPID|1||1||MU") + [0xD1] + bytes("OZ^JOS") + [
        0xC9
      ]
        + bytes("\r")
    }
    let stated = try HL7Record(reading: message("8859/1"), number: 1, limits: .standard)
    #expect(stated.texts.contains("MUÑOZ") && stated.facts.findings.isEmpty)
    let range = try #require(stated.range(of: "Ñ"))
    #expect(
      try stated.cutting(Cut(redactions: [range])).bytes.suffix(23)
        == Array("1||1||MU[withheld]OZ^JOS".utf8 + [0xC9, 0x0D]).suffix(23))
    for charset in ["", "UNICODE UTF-8", "ASCII"] {
      let record = try HL7Record(reading: message(charset), number: 1, limits: .standard)
      #expect(record.texts.contains("MUÑOZ") && record.facts.findings.map(\.verdict) == [.hold])
    }
    for charset in ["8859/2", "8859/1~ISO IR87", "UNICODE UTF-16"] {
      #expect(throws: PacketError.self) {
        try HL7Record(reading: message(charset), number: 1, limits: .standard)
      }
    }
  }

  @Test func `any stated character set is read while all bytes are ASCII`() throws {
    let record = try HL7Sample.read("MSH|^~\\&|A||||||ORU^R01|1|P|2.5||||||ISO IR87\rPID|1||1||ROE\r")
    #expect(record.facts.findings.isEmpty)
  }

  @Test func `UTF-8 needs no charset`() throws {
    let record = try HL7Sample.read(HL7Sample.message("NTE|1||Müller 漢字"))
    #expect(record.texts.last == "Müller 漢字" && record.facts.findings.isEmpty)
  }

  @Test(arguments: [
    ("1", "1", 0), ("2", "1", 1), ("", "", 0), ("x", "1", 1), ("1", "2", 1),
  ]) func `counts in trailers that are wrong hold`(inBatch: String, inFile: String, wrong: Int) throws {
    let record = try HL7Sample.read(
      "FHS|^~\\&\rBHS|^~\\&\r" + HL7Sample.results + "BTS|\(inBatch)\rFTS|\(inFile)\r")
    #expect(record.facts.findings.map(\.rule.shown) == Array(repeating: "house.malformed", count: wrong))
  }

  @Test func `a batch without its end holds`() throws {
    let record = try HL7Sample.read("FHS|^~\\&\rBHS|^~\\&\r" + HL7Sample.results)
    #expect(record.facts.findings.map(\.verdict) == [.hold])
  }

  @Test(arguments: ["DSC|1|I", "ADD|more"]) func `a message that goes on elsewhere holds`(segment: String)
    throws
  {
    #expect(try HL7Sample.read(HL7Sample.message(segment)).facts.findings.map(\.verdict) == [.hold])
  }

  @Test func `limits hold`() {
    var limits = Limits()
    limits.hl7Segments = 3
    let few = limits
    #expect(throws: PacketError.self) { try HL7Sample.read(HL7Sample.results, limits: few) }
    limits = Limits()
    limits.messages = 1
    let one = limits
    #expect(throws: PacketError.self) {
      try HL7Sample.read(HL7Sample.results + HL7Sample.results, limits: one)
    }
    limits = Limits()
    limits.hl7Values = 20
    let small = limits
    #expect(throws: PacketError.self) { try HL7Sample.read(HL7Sample.results, limits: small) }
  }
}
