internal import CLibXML2
internal import Glibc

/// What every XML editor has to do at least: libxml2's own parse of a document into a tree, and its own
/// serialisation.
enum LibXML2Baseline {
  /// - Returns: false when libxml2 does not take the document.
  static func parse(_ bytes: [UInt8]) -> Bool {
    guard let document = unsafe parsed(bytes) else { return false }
    unsafe xmlFreeDoc(document)
    return true
  }

  private static func parsed(_ bytes: [UInt8]) -> xmlDocPtr? {
    let options = CInt(XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_HUGE.rawValue)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe xmlReadMemory(text.baseAddress, CInt(text.count), nil, nil, options)
      }
    }
  }

  /// - Returns: how many bytes it wrote; nil when libxml2 does not take the document.
  static func parseAndSerialise(_ bytes: [UInt8]) -> Int? {
    guard let document = unsafe parsed(bytes) else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    var text: UnsafeMutablePointer<xmlChar>?
    var count: CInt = 0
    unsafe xmlDocDumpMemoryEnc(document, &text, &count, "UTF-8")
    guard let text = unsafe text else { return nil }
    unsafe free(text)
    return Int(count)
  }
}
