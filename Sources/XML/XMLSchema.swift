internal import CLibXML2

/// An XML Schema of ours, compiled once for a document.
@safe package final class XMLSchema {
  /// A place where a document breaks the schema: line, and libxml2's code; its words quote values.
  package struct Violation: Hashable, Sendable {
    package let line: Int
    package let code: Int
  }

  private let pointer: xmlSchemaPtr

  /// - Throws: `syntax` when the schema itself is broken: a mistake of ours.
  package init(xsd: [UInt8]) throws(XMLError) {
    LibXML2.setUp()
    let schema = unsafe xsd.withUnsafeBufferPointer { buffer -> xmlSchemaPtr? in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text -> xmlSchemaPtr? in
        guard let parser = unsafe xmlSchemaNewMemParserCtxt(text.baseAddress, CInt(text.count)) else {
          return nil
        }
        defer { unsafe xmlSchemaFreeParserCtxt(parser) }
        return unsafe xmlSchemaParse(parser)
      }
    }
    guard let schema = unsafe schema else { throw XMLError(.syntax(0)) }
    unsafe pointer = schema
  }

  deinit { unsafe xmlSchemaFree(pointer) }

  /// Every violation, in order of line; empty when the document is valid.
  package func violations(in document: XMLDocument) throws(XMLError) -> [Violation] {
    guard let context = unsafe xmlSchemaNewValidCtxt(pointer) else { throw XMLError(.memory) }
    defer { unsafe xmlSchemaFreeValidCtxt(context) }
    let found = Collector()
    unsafe xmlSchemaSetValidStructuredErrors(
      context,
      { context, error in
        guard let context = unsafe context, let error = unsafe error else { return }
        let found = unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
        unsafe found.violations.append(
          Violation(line: Int(error.pointee.line), code: Int(error.pointee.code)))
      }, Unmanaged.passUnretained(found).toOpaque())
    let result = unsafe xmlSchemaValidateDoc(context, document.pointer)
    if result != 0, found.violations.isEmpty {
      found.violations.append(Violation(line: 1, code: Int(result)))
    }
    return found.violations.sorted { ($0.line, $0.code) < ($1.line, $1.code) }
  }

  private final class Collector {
    var violations: [Violation] = []
  }
}
