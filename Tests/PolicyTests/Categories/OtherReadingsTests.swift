import Policy
import Records
import Testing

@Suite("FAULTS.md E02-E04, H04, D01, D09: what is read though its bytes are others")
struct OtherReadingsTests {
  static func categories(_ text: String) throws -> Set<String> {
    Set(
      try ShippedCategories.set().hits(FactsBuilder.text(text)).filter { $0.certainty > .weak }.map(
        \.category))
  }

  @Test(arguments: [
    // The letter case of an abbreviation that means nothing else does not matter.
    "the patient has hiv since 2019", "Hiv infection", "HIV1 reactive", "Known H.I.V. disease",
    "antiHIV: pos",
    "mailto:hiv-clinic@example.org",
    // Characters that nobody sees, in a term and in an abbreviation.
    "H\u{200D}I\u{AD}V", "Bik\u{1}tarvy", "B\u{20DD}iktarvy", "Bik\u{2061}tarvy",
    // Characters that look like letters.
    "\u{41D}IV", "\u{FF28}\u{FF29}\u{FF36}", "\u{13BB}\u{13C6}\u{13D9}", "H\u{2160}\u{2164}", "H\u{2163}",
    "\u{1D34}\u{1D35}\u{2C7D}", "\u{1D407}\u{1D408}\u{1D415}", "\u{24B7}iktarvy", "\u{299}ikt\u{1D00}rvy",
    // Hyphens at the end of a line and within a word.
    "takes Bik-\n  tarvy daily", "Bik- tarvy", "anti-retroviral therapy", "human immuno-deficiency virus",
    // Encodings.
    "cGF0aWVudCBoYXMgSElWIGluZmVjdGlvbg==", "on 42696b7461727679206461696c79", "note=%42iktarvy",
    "=42iktarvy",
    "&#66;&#x69;ktarvy", "Bik<b>tar</b>vy", "Y0dGMGFXVnVkQ0JvWVhNZ1NFbFdJR2x1Wm1WamRHbHZiZz09",
    "data:text/plain;base64,b24gQmlrdGFydnkgZm9yIEhJVg==",
    // base64 over lines, with the alphabet of URLs, behind a word.
    "on: cGF0aWVudCBoYXMgSElWIGluZmVj\ndGlvbg==", "xcGF0aWVudCBoYXMgSElWIGluZmVjdGlvbg",
    // Parted by a line's end or an escape that stays; run together; spaced out; with digits for letters.
    "Bik\ntarvy", "Bik\\Z01\\tarvy", "HIVPositive", "HIVpositive", "isHIVPositive", "takes medBiktarvy1",
    "H I V", "a H I V test", "H. I. V. clinic", "H1V positive", "B1ktarvy", "suboxone", "sub0xone",
    "human immuno-      stable today\ndeficiency virus     on no drugs",
    // Vietnamese letters.
    "B\u{1ECB}ktarvy", "Biktarv\u{1EF3}",
    // Hyphens and signs that are none of ASCII's, at a line's end and within a word.
    "takes Bik\u{2010}\n  tarvy", "Bik\u{2011}tarvy", "Bik\u{2012}\ntarvy", "Bik\u{2013} tarvy",
    "Bik\u{AC}\ntarvy",
    "human immuno\u{2010}deficiency virus", "Dx \u{FF26}\u{FF11}\u{FF11}\u{FF0E}\u{FF12}\u{FF10}",
    "Dx F11\u{AD}.20", "8640\u{200B}6008", "B20\u{A0}", "\u{FF22}20", "known F11.\u{2060}20 since May",
    // "DISCHARGE", a form feed, "HIV positive"; Windows-1252; UTF-32; a message with MLLP's bytes; a barcode's.
    "RElTQ0hBUkdFDEhJViBwb3NpdGl2ZSwgb24gQmlrdGFydnkK",
    "U2Xxb3JhIEzzcGV6OiBISVYgcG9zaXRpdmUsIG9uIEJpa3RhcnZ5",
    "//4AAG8AAABuAAAAIAAAAEIAAABpAAAAawAAAHQAAABhAAAAcgAAAHYAAAB5AAAA",
    "C01TSHxeflwmfEF8Qg1ERzF8MXx8QjIwXkhJViBkaXNlYXNlXkkxMA0cDQ==",
    "HTAxSElWIHBvc2l0aXZlLCBvbiBCaWt0YXJ2eQ==",
    // Codes in what an encoding hides: "Dx: F11.20 and icd B20 and 86406008", "code B20 noted", "Dx: F11.20".
    "RHg6IEYxMS4yMCBhbmQgaWNkIEIyMCBhbmQgODY0MDYwMDg=", "Y29kZSBCMjAgbm90ZWQ=", "Dx: F11%2E20",
    "Dx: F11.<i>20</i>",
    // Codes in words.
    "B20", " (B20) ",
    "Dx: B20, E11.9", "ICD-10-CM B20", "follow-up (Z21)", "SCT 86406008", "86406008", "F11.20",
    "T40.1X1A",
  ]) func `a text is found:`(_ text: String) throws {
    let found = try Self.categories(text)
    #expect(found.contains("HIV") || found.contains("OPIOIDUD"))
  }

  @Test(arguments: [
    "bed B20", "Tmax T40.1 overnight", "the month of 2020-1", "phone 555-0161", "weight < 80 and BP > 120",
    "pre- and post-operative", "MRN 12345678", "DOC-118302-02", "10-hydroxycarbazepine", "Race 2106-3 White",
    "HDL 45-60 mg/dL (L)", "see \u{B9} and m\u{B2}", "electroencephalography", "room air (98)",
    "vitamin B12", "A1C 7.1", "G1 P0", "p 5 q 3", "iPhone", "McDonald", "GFR >60 mL/min/1.73m2",
    "5.0 mg t.i.d.", "2\u{2013}3 days, pre\u{2013} and post\u{2010}operative",
    "Se\u{F1}ora L\u{F3}pez \u{AD}well",
    "software V22.1", "YmVkIEIyMCBieSB0aGUgd2luZG93",
  ]) func `an ordinary text is not:`(_ text: String) throws {
    #expect(try Self.categories(text).isEmpty)
  }

  // "Seen for HIV infection." in lines that no text opens, and with lines before it that open like one.
  @Test(arguments: ["zz", "Z2Z2"]) func `base64 that begins within a block of rows is read`(
    row: String
  ) throws {
    let rows = String(repeating: row + String(repeating: "/x+9", count: 9) + "\n", count: 3)
    #expect(try Self.categories(rows + "U2VlbiBmb3IgSElWIGlu\nZmVjdGlvbi4gVG9kYXk=").contains("HIV"))
  }

  @Test(.timeLimit(.minutes(20)), arguments: ["A", "e", "U2Nhbm5lZCBub3RlLiBTZWVuIGZvciBrbmVlIHBhaW4u"])
  func `a block of rows of letters is gone through once`(start: String) throws {
    var row = start
    var seed: UInt64 = 42
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/0123456789")
    while row.count < 76 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      row.append(letters[Int(seed >> 58)])
    }
    let text = String(repeating: row + "\n", count: 2500) + "Seen for HIV infection."
    #expect(try Self.categories(text).contains("HIV"))
    _ = try SampleCase(FactsBuilder.text(text)).plan()
  }

  @Test(arguments: [
    "takes Bik<span style='\(String(repeating: "color: red; ", count: 80))'>tarvy</span>",
    "takes Bik<!-- \(String(repeating: "and > so ", count: 80)) -->tarvy",
    "Bik<a title=\"dose > 50 < 90\">tarvy</a>",
    "Bik<a title=it's>tarvy</a>", "platelets <b12 and so on, Bik<b>tar</b>vy", "Bik<![CDATA[tarvy]]> daily",
    "Bik<?go on?>tarvy", "see <img alt=\"&#66;iktarvy\"/> here", "see <!-- %42iktarvy --> here",
    "see <a href='x' title='cGF0aWVudCBoYXMgSElWIGluZmVjdGlvbg=='>here</a>",
    // Markdown, RTF, and a wrapped word behind an encoding: "takes Bik-", "tarvy daily for virus".
    "takes **Bik**tarvy", "B*ik*tarvy", "Bik__tarvy__", "`Bik`tarvy",
    "{\\rtf1\\ansi known \\b Bik\\b0 tarvy}", "{\\rtf1\\ansi \\'42iktarvy}",
    "{\\rtf1\\ansi \\u66?ik{\\*\\bkmkstart a}tarvy}",
    "{\\rtf1 B\\u105\\'69ktarvy}", "{\\rtf1 Bik\r\ntarvy\\par}", "{\\rtf1 {\\*\\x \\'42iktarvy} none}",
    "dGFrZXMgQmlrLQp0YXJ2eSBkYWlseSBmb3IgdmlydXM=",
  ]) func `markup within a text is undone, however long its tags are:`(_ text: String) throws {
    #expect(try Self.categories(text).contains("HIV"))
  }

  @Test(
    .timeLimit(.minutes(5)), arguments: ["<a ", "<a b=\"", "<a b=\"'", "<!--", "<![CDATA[", "<a b='<c d=\""])
  func `tags without an end are gone through a few times at most`(tag: String) throws {
    let text = String(repeating: tag, count: 60_000) + " HIV infection"
    #expect(try Self.categories(text).contains("HIV"))
  }

  // "HIV positive, on Biktarvy since 2019.", and in hex "on Biktarvy daily".
  @Test(arguments: [
    "SElWIHBvc2l 0aXZlLCBvbi BCaWt0YXJ2e SBzaW5jZSAy MDE5Lg==",
    "SElW  IHBv  c2l0  aXZl  LCBv  biBC  aWt0  YXJ2  eSBz  aW5j  ZSAy  MDE5  Lg==",
    "Scan: SElWIHBvc2l0aXZl\tLCBvbiBCaWt0YXJ2\teSBzaW5jZSAyMDE5\tLg== is attached",
    "SElW IHBvc2l0a XZlLCB vbiBCaWt0YX J2eSBza W5jZS AyMDE5Lg==",
    "see 6f6e2042 696b7461 72767920 6461696c 79",
  ]) func `base64 and hex with blanks between their letters are read:`(_ text: String) throws {
    #expect(try Self.categories(text).contains("HIV"))
  }

  @Test(arguments: [
    ("billed CPT 86703 today", "HIV"), ("CPT-86703", "HIV"), ("cpt codes: 99213, 86703", "HIV"),
    ("CPT 99213 and 86703-59.", "HIV"),
    ("RxCUI 1999667", "HIV"), ("RxNorm: 1999667", "HIV"), ("rxcui=1999667", "HIV"),
    ("RXNORM (1999667)", "HIV"),
    ("HCPCS H0020", "OPIOIDUD"), ("HCPCS code H0020", "OPIOIDUD"), ("code H0020", "OPIOIDUD"),
    ("takes J05AR20 daily", "HIV"), ("ATC N07BC51.", "OPIOIDUD"), ("J05AR20", "HIV"), ("ICD-9 042", "HIV"),
    ("ICD-9-CM code 305.50", "OPIOIDUD"), ("ICD 9: 250.00, 042", "HIV"),
    ("MS-DRG 896", "SUD"),
  ]) func `a number behind the name of its system is a code:`(_ text: String, _ category: String) throws {
    #expect(try Self.categories(text).contains(category))
  }

  @Test(arguments: [
    "room 86703", "MRN 1999667", "zip code 86703", "CPT done in 86703 by staff", "CPT 99213. Phone 86703",
    "the drug 1999667", "042", "305.50 dollars", "896", "Seen DRG none 896",
    "HLA-B*57:01, *1/*4, some_name, a*b*c", "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Well.\\par}",
    "J05AB01", "S52501A", "lot J05AR2", "A02BC01",
  ]) func `a number that nothing announces is none:`(_ text: String) throws {
    #expect(try Self.categories(text).isEmpty)
  }

  @Test func `a plain verb is no sign of drug use, not even a weak one`() throws {
    #expect(try ShippedCategories.set().hits(FactsBuilder.text("walks using a cane")).isEmpty)
  }

  @Test func `a footnote mark behind a term is no part of it`() throws {
    #expect(try Self.categories("HIV\u{B9}").contains("HIV"))
  }

  @Test func `identifiers are read by their capitals`() throws {
    let set = try ShippedCategories.set()
    func found(_ name: String) -> Set<String> {
      Set(set.hits(FactsBuilder.text(name, .value)).filter { $0.certainty > .weak }.map(\.category))
    }
    #expect(found("medBiktarvy1").contains("HIV") && found("pid-hivPositive").contains("HIV"))
    #expect(found("1f2a9c44-77b0-4d1e-9b1c-0a1b2c3d4e5f").isEmpty)
  }

  @Test func `a bare code is one where care is spoken of, and none in a bed's name`() throws {
    for (type, isFound) in [("OBX", true), ("NTE", true), ("PV1", false), ("PID", false)] {
      var record = FactsBuilder(.hl7v2)
      record.unit(.segment, type: type, "B20")
      let hits = try ShippedCategories.set().hits(record.facts)
      #expect(hits.contains { $0.category == "HIV" } == isFound, "\(type)")
    }
  }

  @Test func `a term goes on behind a page's footer and header`() throws {
    func found(_ between: String...) throws -> Bool {
      var record = FactsBuilder(.text)
      record.unit(.paragraph, "known human immunodeficiency")
      for line in between { record.unit(.paragraph, line) }
      record.unit(.paragraph, "virus disease")
      record.unit(.paragraph, "Roe, Jane  MRN 4711")
      return try ShippedCategories.set().hits(record.facts).contains { $0.category == "HIV" }
    }
    #expect(try found("Page 1 of 3", "Roe, Jane  MRN 4711"))
    #expect(try !found("The rest is unremarkable.", "Lungs clear."))
  }

  @Test func `a word cut at the border of a cell or component counts, unless it is short`() throws {
    func found(_ words: String...) throws -> Bool {
      var record = FactsBuilder(.cda)
      let unit = record.unit(.paragraph)
      for text in words { record.run(text, unit: unit) }
      return try ShippedCategories.set().hits(record.facts).contains { $0.certainty > .weak }
    }
    #expect(try found("Bik\u{2010}", "tarvy") && found("Bik\u{AC}", "tarvy"))
    #expect(try found("Bik", "tarvy") && found("daily", "Bikt", "arvy"))
    #expect(try !found("MD", "D") && !found("Smith", "H", "IV"))
  }

  @Test func `a term goes on in the cell below`() throws {
    func found(_ first: [String], _ second: [String]) throws -> Bool {
      var record = FactsBuilder(.cda)
      for words in [first, second] {
        let row = record.unit(.narrative)
        for text in words { record.run(text, unit: row) }
      }
      return try ShippedCategories.set().hits(record.facts).contains { $0.category == "HIV" }
    }
    let (first, second) = (
      ["takes Bik", "one tablet every morning", "active"], ["tarvy now", "with water", "May"]
    )
    #expect(try found(first, second))
    #expect(try found([first[1], first[0], first[2]], [second[1], second[0], second[2]]))
    #expect(try !found([first[0], first[1], first[2]], [second[1], second[0], second[2]]))
  }

  @Test func `a term goes on in the next line's unit, and counts in both`() throws {
    var record = FactsBuilder(.hl7v2)
    let first = record.unit(.segment, "Progress note", "known human immunodeficiency")
    let second = record.unit(.segment, "Progress note", "virus disease since 2019")
    let hits = try ShippedCategories.set().hits(record.facts).filter { $0.category == "HIV" }
    #expect(Set(hits.map(\.unit)) == [first, second])
  }
}
