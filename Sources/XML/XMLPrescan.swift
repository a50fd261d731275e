internal import Glibc
internal import Values

/// A linear look at the bytes before libxml2 sees them: it needs quadratic time in the attributes of one
/// element (FAULTS.md, trap 13), and it would read a DOCTYPE in encodings that we do not want (trap 14).
enum XMLPrescan {
  /// - Throws: `encoding` for what is neither UTF-8, UTF-16 nor a named single-byte encoding, `attributes`,
  ///   `syntax` for a NUL.
  static func check(_ bytes: Span<UInt8>, limits: Limits) throws(XMLError) {
    guard bytes.count <= limits.recordBytes else { throw XMLError(.size) }
    try checkEncoding(bytes)
    guard !hasNUL(bytes) else { throw XMLError(.syntax(invalidCharacter)) }
    var inTag = false
    var quote: UInt8 = 0
    var attributes = 0
    var index = 0
    let count = bytes.count
    while index < count {
      // Text and values are most of a document: nothing is looked for in them but their end.
      if !inTag {
        index = next(UInt8(ascii: "<"), in: bytes, from: index)
      } else if quote != 0 {
        index = next(quote, in: bytes, from: index)
      } else {
        // Names.
        while index < count, bytes[index] > UInt8(ascii: ">") { index &+= 1 }
      }
      guard index < count else { return }
      let byte = bytes[index]
      index += 1
      if !inTag {
        index = skippingQuietPart(bytes, from: index)
        inTag = true
        attributes = 0
      } else if quote != 0 {
        quote = 0
      } else if byte == UInt8(ascii: ">") {
        inTag = false
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
        guard attributes <= limits.xmlAttributes else { throw XMLError(.attributes) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
  }

  /// XML_ERR_INVALID_CHAR of libxml2.
  private static let invalidCharacter = 9

  /// No document holds U+0000 (XML 1.0 §2.2), and behind the root libxml2 takes one for the end: what follows it
  /// would be read by nobody and leave with the record. Half a unit at the end of UTF-16 is none either.
  private static func hasNUL(_ bytes: Span<UInt8>) -> Bool {
    let isWide =
      switch (bytes[0], bytes[1]) {
      case (0xFF, 0xFE), (0xFE, 0xFF), (0x3C, 0), (0, 0x3C): true
      default: false
      }
    var at = next(0, in: bytes, from: 0)
    guard isWide else { return at < bytes.count }
    guard bytes.count.isMultiple(of: 2) else { return true }
    while at < bytes.count {
      if at.isMultiple(of: 2), bytes[at + 1] == 0 { return true }
      at = next(0, in: bytes, from: at + 1)
    }
    return false
  }

  /// Where such a byte stands next; the end if nowhere.
  private static func next(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), buffer.count - start)
      else { return buffer.count }
      return unsafe UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
  }

  /// Comments, CDATA and processing instructions hold `=` and quotes that mean nothing. In UTF-16 the
  /// zero bytes between the letters keep this from matching, which only counts too much, never too little.
  private static func skippingQuietPart(_ bytes: Span<UInt8>, from start: Int) -> Int {
    func find(_ end: StaticString, from: Int) -> Int {
      var at = from
      let count = end.utf8CodeUnitCount
      while at + count <= bytes.count {
        var matches = true
        var offset = 0
        while offset < count, matches {
          matches = unsafe bytes[at + offset] == end.utf8Start[offset]
          offset += 1
        }
        if matches { return at + count - 1 }
        at += 1
      }
      return bytes.count
    }
    func opens(_ text: StaticString) -> Bool {
      guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
      for offset in 0..<text.utf8CodeUnitCount where unsafe bytes[start + offset] != text.utf8Start[offset] {
        return false
      }
      return true
    }
    if opens("!--") { return find("-->", from: start + 3) }
    if opens("![CDATA[") { return find("]]>", from: start + 8) }
    if opens("?") { return find("?>", from: start + 1) }
    return start
  }

  private static func checkEncoding(_ bytes: Span<UInt8>) throws(XMLError) {
    guard bytes.count >= 4 else { throw XMLError(.syntax(4), line: 1) }
    let head = (bytes[0], bytes[1], bytes[2], bytes[3])
    switch head {
    case (0xEF, 0xBB, 0xBF, _), (0xFE, 0xFF, _, _): break
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x3C), (0x3C, 0, 0, 0): throw XMLError(.encoding)
    case (0xFF, 0xFE, _, _), (0x3C, 0, _, 0), (0, 0x3C, 0, _): break
    case (0x3C, _, _, _), (0x20, _, _, _), (0x09, _, _, _), (0x0A, _, _, _), (0x0D, _, _, _): break
    default: throw XMLError(.encoding)
    }
    // The declared name, in whatever width the letters come.
    var declaration: [UInt8] = []
    for index in 0..<min(bytes.count, 400) where bytes[index] != 0 {
      declaration.append(bytes[index])
      if bytes[index] == UInt8(ascii: ">") { break }
    }
    guard let name = declaredEncoding(declaration) else { return }
    guard allowed.contains(name) else { throw XMLError(.encoding, line: 1) }
  }

  private static let allowed: Set<String> = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "latin1",
    "windows-1252",
  ]

  private static func declaredEncoding(_ declaration: [UInt8]) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard let open = text.range(of: "<?xml"), let key = text.range(of: "encoding", after: open.upperBound)
    else { return nil }
    let rest = text[key.upperBound...].drop {
      $0 == " " || $0 == "=" || $0 == "\t" || $0 == "\r" || $0 == "\n"
    }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return rest.dropFirst().prefix { $0 != quote }.lowercased()
  }
}

extension String {
  fileprivate func range(of part: String, after start: String.Index? = nil) -> Range<String.Index>? {
    var at = start ?? startIndex
    while at < endIndex {
      if self[at...].hasPrefix(part) { return at..<index(at, offsetBy: part.count) }
      at = index(after: at)
    }
    return nil
  }
}
