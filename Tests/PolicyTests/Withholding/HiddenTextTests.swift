import Policy
import Records
import Testing
import Values

@Suite("text that a search for words would not see")
struct HiddenTextTests {
  private func plan(_ text: String) throws -> WithholdingPlan {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")])
    builder.unit(.narrative, text)
    return try SampleCase(builder.facts).plan()
  }

  @Test(arguments: [
    "http://x.example/HIV%20infection/1", "http://x.example/?q=%48%49%56%20infection",
  ]) func `percent signs of a link are undone`(text: String) throws {
    #expect(try plan(text).units(1) == [1, 2])
  }

  @Test(arguments: ["100% of the dose", "a 5%decline", "50%"])
  func `a percent sign alone is none of a link`(text: String) throws {
    #expect(try plan(text).units(1) == [1])
  }

  @Test func `a word right behind a percent sign is read`() throws {
    #expect(try plan("5%HIV infection").units(1) == [1, 2])
  }

  // "Scanned note. Seen for knee pain."; the same over two lines, and with a letter before it.
  @Test(arguments: [
    "Scan U2Nhbm5lZCBub3RlLiBTZWVuIGZvciBrbmVlIHBhaW4u",
    "Scan:U2Nhbm5lZCBub3RlLiBT\nZWVuIGZvciBrbmVlIHBhaW4u",
    "xU2Nhbm5lZCBub3RlLiBTZWVuIGZvciBrbmVlIHBhaW4u",
    "U2Xxb3JhIEzzcGV6OiBrbmVlIHBhaW4sIHdhbGtzIHdlbGwsIGhhcyBiZWVuIGF0IHdvcms=",
    "U2XDsW9yYSBMw7NwZXo6IGtuZWUgcGFpbiwgd2Fsa3Mgd2VsbCwgaGFzIGJlZW4gYXQgd29yayBz\naW5jZSB0aGUgc3VtbWVyIGFuZCBpcyBoYXBweSDigJQgwqFtdXkgYmllbiE=",
  ]) func `base64 of a harmless text stays`(text: String) throws {
    #expect(try plan(text).units(1) == [1])
  }

  // "Scanned note. Seen for HIV infection."
  @Test(arguments: [
    "Scan U2Nhbm5lZCBub3RlLiBTZWVuIGZvciBISVYgaW5mZWN0aW9uLg==",
    "Scan:U2Nhbm5lZCBub3RlLiBT\nZWVuIGZvciBISVYgaW5mZWN0aW9uLg",
    "xU2Nhbm5lZCBub3RlLiBTZWVuIGZvciBISVYgaW5mZWN0aW9uLg",
  ]) func `base64 of a text is read`(text: String) throws {
    #expect(try plan(text).units(1) == [1, 2])
  }

  // "%PDF-1.7" and more; the beginning of a PNG; bytes that say by their scheme that they are data.
  @Test(arguments: [
    "JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBl", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
    "see data:image/x-own;base64,/+8AAQIDBAUGBwgJCgsMDQ4PEBESExQVFhc=",
    // gzip that names its file, in hex; a PDF with blanks between its letters.
    "0x1f8b0800000000000203f3f00c5328c82fce2cc92c4bd551c8cf5370cacc2e492c2aab5428cecc4b4e55303230b4d40300545dd54c25000000",
    "1F8B0804000000000203F3F00C5328C82FCE2CC92C4BD551C8CF5370CACC2E492C2AAB5428CECC4B4E55303230B4D40300545DD54C25000000",
    "JVBERi0x LjcKMSAw IG9iajw8 L1R5cGUv Q2F0YWxv Zz4+ZW5k b2JqIHNj YW5uZWQg cGFnZSBv ZiBhIHJl cG9ydA==",
    // Deflated without a header; encrypted, in lines; gzip in hex; four layers of a text.
    "8/AMUyjIL84sySxL1VHIz1NwyswuSSwqq1QozsxLTlUwMjC01FPwoKIqAA==",
    "RXx2nznYZEGZwOW9vPvIWzfOkcveH8Gw6mtE8TBDbdcp/mm9nozrpqB9HewlsbCH7+JsB/8NIdfb\nCzN3dzilxnTTf/E26sE/VTIjpjhBRg07aqHmjWgnKPYQ+xx/2S1fougUeABxUt6oZR8/zll5YWjp\nM4uH/hoaRc/tklkj1D+Zc1sDINsuu6KaezdslnxoHSiMR7GCnC4hnJXqncwR3kWVBsTxKbJj2yg=",
    "1f8b08000000000002032b4e4dcd5348cb2f52c8ce4b4d552848cccc5328c94f49ac040012e0b40618000000",
    "VlRCV2MxWXdiRWxSYmxwcVRXMTNkMWxXYUdGaVJYaEVVVzVhYVdGVlNrUlpWbVF3VFVac1dWTnFTbXhWVkRBNQ==",
  ]) func `base64 of a document or picture cannot be looked into`(text: String) throws {
    #expect(try plan(text).units(1) == [1, 2])
  }

  @Test(arguments: [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "medications/allergies/immunizations/problems/encounters", "1.2.840.114350.1.13.861.1.7.5.737384.27000",
    "urn:uuid:ef2185a2-4460-49bb-9604-a36ed52c2ef4-ef2185a2-4460",
    "fDWSnkH2KmTYSeVhI81cfkOXNgZpoIKDN4qPg4KvfaeA4", "Scan_2021-05-01_DischargeSummary_JaneRoe_Final_v2",
    "/Shared/Radiology/Chest2Views/ReportFinal2021/PageOne",
    "PatientHasBeenSeenInClinic2TimesThisYearAndIsWell",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "________________________________________",
    "----------------------------------------------",
  ]) func `digests, paths, numbers and rules are no hidden text`(text: String) throws {
    #expect(try plan(text).units(1) == [1])
  }
}
