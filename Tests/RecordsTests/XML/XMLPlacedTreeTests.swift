import Testing
import Values
import XML

/// A scanner of our own must see what libxml2 saw, or say that it does not know.
struct XMLPlacedTreeTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let text: String
  }

  static let known = [
    Example(testDescription: "one element", text: "<a/>"),
    Example(
      testDescription: "a declaration in other quotes", text: "<?xml version='1.0' encoding='utf-8' ?>\n<a/>"),
    Example(
      testDescription: "ASCII by its name", text: "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a>b</a>"),
    Example(testDescription: "a byte order mark", text: "\u{FEFF}<?xml version=\"1.0\"?><a>é</a>"),
    Example(testDescription: "standalone", text: "<?xml version=\"1.0\" standalone=\"yes\"?><a/>"),
    Example(
      testDescription: "the five entities",
      text: "<a b='&lt;&gt;&amp;&quot;&apos;'>&lt;&gt;&amp;&quot;&apos;</a>"),
    Example(
      testDescription: "numbers of characters",
      text: "<a b='&#xE9;&#233;&#x1F600;'>x&#x000041;y&#10;z&#13;</a>"),
    Example(testDescription: "line ends", text: "<a b='1\r\n2\r3\n4\t5&#10;6'>1\r\n2\r3\n4\r</a>\r\n"),
    Example(
      testDescription: "CDATA", text: "<a>x<![CDATA[<b>&amp;\r\n]] >]]>y<![CDATA[z]]><![CDATA[w]]></a>"),
    Example(testDescription: "comments", text: "<!--1--><a>x<!-- - > <b> \r\n -->y</a><!----><!--2-->"),
    Example(testDescription: "instructions", text: "<?x y?><a><?p?>t<?q  r ? > ?></a><?z\n1?>"),
    Example(
      testDescription: "white space wherever it may stand",
      text: "<a\n b = \"1\"\t c='2'\r\n ><d\n/ ></a\n>".replacing("/ >", with: "/>")),
    Example(testDescription: "a greater-than sign in a value and in text", text: "<a b='>' c=\"'/>\">></a>"),
    Example(
      testDescription: "namespaces within each other",
      text:
        "<a xmlns='u:1' xmlns:p='u:2'><p:b p:c='1' c='2'/><d xmlns='u:3' xmlns:p='u:4'><p:e p:f=''/></d><g/></a>"
    ),
    Example(
      testDescription: "a prefix that is declared behind its use",
      text: "<p:a p:b='1' xmlns:p='u:1'><p:c xmlns:p='u:2' p:d='2'/><p:e/></p:a>"),
    Example(testDescription: "xml:lang", text: "<a xml:lang='en'><b xml:space='preserve'> </b></a>"),
    Example(testDescription: "names of other letters", text: "<ä_1.x-é ö='ü'>ß</ä_1.x-é>"),
    Example(
      testDescription: "elements within each other",
      text: String(repeating: "<a>", count: 150)
        + String(repeating: "</a>", count: 150)),
    Example(
      testDescription: "many names",
      text: "<r>" + (0..<3_000).map { "<n\($0) a\($0)='\($0)'/>" }.joined() + "</r>"),
  ]

  private func read(_ bytes: [UInt8]) throws -> XMLTree {
    try XMLTree(parsing: bytes, limits: .standard, names: ["a", "b"], spaces: ["u:1"])
  }

  private func rescanned(_ bytes: [UInt8]) -> XMLPlacedTree? {
    XMLPlacedTree(rescanning: bytes, names: ["a", "b"], spaces: ["u:1"])
  }

  @Test(arguments: known) func `the same tree is seen in`(_ example: Example) throws {
    let bytes = Array(example.text.utf8)
    let tree = try read(bytes)
    let placed = try #require(rescanned(bytes))
    #expect(placed.tree.fingerprint == tree.fingerprint)
    #expect(placed.tree.declared == tree.declared)
    #expect(placed.tree.nodes.map(\.parent) == tree.nodes.map(\.parent))
  }

  @Test(arguments: known) func `each node stands at its place in`(_ example: Example) throws {
    let bytes = Array(example.text.utf8)
    let placed = try #require(rescanned(bytes))
    for node in placed.tree.nodes.indices {
      let place = placed.place(of: node)
      #expect(placed.isWhole(node))
      let parent = Int(placed.tree.nodes[node].parent)
      if parent >= 0 {
        let content = try #require(placed.tag(of: parent)?.content)
        #expect(content.lowerBound <= place.lowerBound && place.upperBound <= content.upperBound)
      }
      switch placed.tree.nodes[node].kind {
      case .element:
        let tag = try #require(placed.tag(of: node))
        let attributes = placed.tree.attributes(of: node)
        try #require(tag.attributes.count == attributes.count)
        for (place, attribute) in zip(tag.attributes, attributes) {
          let count = placed.tree.range(ofAttribute: attribute).count
          #expect(XMLRawText.value.places(of: [0..<count], in: place.value, of: bytes.span) == [place.value])
        }
      case .text:
        let text = placed.text(of: node)
        let count = placed.tree.range(ofText: node).count
        #expect(text.form.places(of: [0..<count], in: text.place, of: bytes.span) == [text.place])
      case .comment, .instruction: break
      }
    }
  }

  static let unknown = [
    Example(testDescription: "Latin-1", text: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"),
    Example(testDescription: "an empty CDATA section", text: "<a>x<![CDATA[]]>y</a>"),
    Example(
      testDescription: "a default namespace that is taken back", text: "<a xmlns='u:1'><b xmlns=''/></a>"),
    Example(testDescription: "a reference in a namespace", text: "<a xmlns='u&#58;1'/>"),
    Example(testDescription: "no document at all", text: "a"),
    Example(testDescription: "a part of a tag", text: "<a><b c='"),
  ]

  @Test(arguments: unknown) func `the scanner says that it does not know`(_ example: Example) {
    #expect(rescanned(Array(example.text.utf8)) == nil)
  }

  @Test func `UTF-16 is not scanned`() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "<a/>".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(rescanned(bytes) == nil)
  }

  @Test func `a document cut at any byte is scanned without a trap`() {
    for example in Self.known where example.text.utf8.count < 2_000 {
      let bytes = Array(example.text.utf8)
      for count in bytes.indices { _ = rescanned(Array(bytes[..<count])) }
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `whatever both readers take has one tree`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "<a>", "</a>", "<b/>", "<p:a xmlns:p='u:1' p:b=\"&amp;\">", "</p:a>", "x", " ", "\r\n", "&#233;",
      "&lt;",
      "]]", "<![CDATA[", "]]>", "<!--", "-->", "<?a", "?>", "é", "<b c='\t>'", "/>", ">", "'", "\"", "=",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0...12, using: &random)
      let inner = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      let bytes = Array("<a>\(inner)</a>".utf8)
      let tree: XMLTree
      do throws(XMLError) {
        tree = try XMLTree(parsing: bytes, limits: .standard, names: [], spaces: [])
      } catch {
        continue
      }
      guard let placed = XMLPlacedTree(rescanning: bytes, names: [], spaces: []) else { continue }
      #expect(placed.tree.fingerprint == tree.fingerprint, "\(inner)")
    }
  }
}

struct XMLFingerprintTests {
  @Test(arguments: [
    "<a b='1' c='2'>x</a>", "<a b='1' c='2'>y</a>", "<a b='1' c='3'>x</a>", "<a b='1' d='2'>x</a>",
    "<a c='2' b='1'>x</a>", "<d b='1' c='2'>x</d>", "<a b='1' c='2'><!--x--></a>", "<a b='1' c='2'>x<e/></a>",
    "<a b='1' c='2'><e/>x</a>", "<a b='1' c='2'><e>x</e></a>", "<a b='1'>x</a>",
    "<a b='1' c='2' xmlns='u'>x</a>",
    "<a b='12' c=''>x</a>", "<a b='1' c='2'>x<![CDATA[x]]></a>", "<a b='1' c='2'><e/><e/></a>",
    "<a b='1' c='2'><e><e/></e></a>", "<a p:b='1' c='2' xmlns:p='u'>x</a>", "<a b='1' c='2'><?x?></a>",
  ])
  func `one difference is another fingerprint`(text: String) throws {
    func fingerprint(_ text: String) throws -> UInt64 {
      try XMLTree(parsing: Array(text.utf8), limits: .standard, names: [], spaces: []).fingerprint
    }
    let first = "<a b='1' c='2'>x</a>"
    #expect(try (fingerprint(text) == fingerprint(first)) == (text == first))
  }

  @Test func `how names are numbered makes no difference`() throws {
    let bytes = Array("<a b='1' xmlns='u'><c/></a>".utf8)
    let plain = try XMLTree(parsing: bytes, limits: .standard, names: [], spaces: [])
    let numbered = try XMLTree(
      parsing: bytes, limits: .standard, names: ["c", "x", "b"], spaces: ["v", "u"])
    #expect(plain.fingerprint == numbered.fingerprint)
  }
}

struct XMLRawTextTests {
  @Test(arguments: [
    ("plain text", 2..<4, 2..<4), ("a&amp;b", 1..<2, 1..<6), ("a&amp;b", 2..<3, 6..<7),
    ("&#xE9;&#101;x", 0..<2, 0..<6), ("&#xE9;&#101;x", 2..<4, 6..<13), ("1\r\n2\r3", 1..<2, 1..<3),
    ("1\r\n2\r3", 3..<5, 4..<6), ("&lt;&gt;", 0..<2, 0..<8), ("é&quot;", 0..<3, 0..<8),
  ])
  func `a part of what is said stands where its bytes are`(_ raw: String, part: Range<Int>, place: Range<Int>)
  {
    let bytes = Array(raw.utf8)
    #expect(XMLRawText.text.places(of: [part], in: 0..<bytes.count, of: bytes.span) == [place])
  }

  @Test func `in CDATA nothing is a reference`() {
    let bytes = Array("a&amp;b".utf8)
    #expect(XMLRawText.verbatim.places(of: [1..<6], in: 0..<7, of: bytes.span) == [1..<6])
  }

  @Test func `a part that ends within a reference has no place`() {
    let bytes = Array("&#xE9;".utf8)
    #expect(XMLRawText.text.places(of: [0..<1], in: 0..<6, of: bytes.span) == nil)
    #expect(XMLRawText.text.places(of: [0..<3], in: 0..<6, of: bytes.span) == nil)
  }
}
