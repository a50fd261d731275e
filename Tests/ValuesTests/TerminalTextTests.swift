import Testing
import Values

@Suite("N01: names from outside on a terminal")
struct TerminalTextTests {
  @Test(arguments: [
    ("roe, jane.xml", "roe, jane.xml"), ("José 患者.txt", "José 患者.txt"), ("a\nb", "a\\u{000A}b"),
    ("\u{1B}[31mred", "\\u{001B}[31mred"), ("a\u{202E}fdp.exe", "a\\u{202E}fdp.exe"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200B}width\\u{FEFF}"), ("c1\u{9B}", "c1\\u{009B}"),
    ("line\u{2028}end", "line\\u{2028}end"), ("tag\u{E0041}", "tag\\u{E0041}"),
    ("back\\slash", "back\\\\slash"),
  ])
  func `nothing of it moves the cursor, hides or turns the line`(_ name: String, _ shown: String) {
    #expect(TerminalText.escaped(name) == shown)
    #expect(TerminalText.escaped(Array(name.utf8)) == shown)
  }

  @Test func `bytes that are no text are shown as bytes`() {
    #expect(TerminalText.escaped([0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82]) == "a\\xFF\\xC3(\\xE2\\x82")
    #expect(TerminalText.escaped([0xC3, 0xA9, 0x0A]) == "é\\u{000A}")
  }
}
