internal import JSON
internal import Values

/// The codes of a record that an attachment embeds, so that they are looked up as those of the record around it:
/// of many of them (RxNorm's, CPT's) a search for words sees numbers only.
enum EmbeddedCodes {
  /// - Returns: nil for what has the look of a record and cannot be read as one.
  static func inText(_ text: [UInt8], limits: Limits) -> [Code]? {
    let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    // A message of HL7 v2 (v2.5.1 §2.15.9).
    if text[start...].starts(with: "MSH".utf8),
      text.dropFirst(start + 3).first.map({ !isNameByte($0) }) ?? false
    {
      return nil
    }
    guard start < text.endIndex, text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "[") else {
      return []
    }
    do {
      return inJSON(try JSONDocument(text, limits: limits))
    } catch {
      // Words in brackets are none.
      return text[start] == UInt8(ascii: "[") ? [] : nil
    }
  }

  /// Each object's `code`, in the system beside it (R4, Datatypes: Coding).
  private static func inJSON(_ document: JSONDocument) -> [Code] {
    (0..<document.count).compactMap { node in
      guard document.kind(node) == .object, let code = document.member(node, "code"),
        let text = document.string(code)
      else { return nil }
      return Code(
        system: document.member(node, "system").flatMap { document.string($0) }, code: text,
        display: document.member(node, "display").flatMap { document.string($0) })
    }
  }

  /// Of CDA, `code` with `codeSystem` in one tag; of FHIR, the `system` and `code` of a Coding.
  static func inMarkup(_ text: [UInt8]) -> [Code] {
    var codes: [Code] = []
    var system: String?
    var at = 0
    while let tag = tag(text, &at) {
      if let code = tag.attributes["code"] {
        codes.append(
          Code(system: tag.attributes["codeSystem"], code: code, display: tag.attributes["displayName"]))
      } else if tag.name == "system" {
        system = tag.attributes["value"]
      } else if tag.name == "code", let code = tag.attributes["value"] {
        codes.append(Code(system: system, code: code))
      } else if tag.name == "coding" {
        system = nil
      }
    }
    return codes
  }

  private struct Tag {
    var name = ""
    var attributes: [String: String] = [:]
  }

  /// The next opening tag; nil at the end.
  private static func tag(_ text: [UInt8], _ at: inout Int) -> Tag? {
    while at < text.count {
      guard text[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      at += 1
      let local = name(text, &at)
      guard !local.isEmpty else { continue }
      var tag = Tag(name: local)
      while at < text.count, text[at] != UInt8(ascii: ">"), text[at] != UInt8(ascii: "<") {
        guard isNameByte(text[at]) else {
          at += 1
          continue
        }
        let name = name(text, &at)
        if let value = value(text, &at), tag.attributes.count < 32 { tag.attributes[name] = value }
      }
      return tag
    }
    return nil
  }

  /// Without its prefix.
  private static func name(_ text: [UInt8], _ at: inout Int) -> String {
    var start = at
    while at < text.count, isNameByte(text[at]) {
      if text[at] == UInt8(ascii: ":") { start = at + 1 }
      at += 1
    }
    return String(decoding: text[start..<at].prefix(64), as: UTF8.self)
  }

  private static func value(_ text: [UInt8], _ at: inout Int) -> String? {
    while at < text.count, text[at] <= 0x20 { at += 1 }
    guard at < text.count, text[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < text.count, text[at] <= 0x20 { at += 1 }
    guard at < text.count, text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") else { return nil }
    let quote = text[at]
    at += 1
    let start = at
    while at < text.count, text[at] != quote { at += 1 }
    defer { at = min(at + 1, text.count) }
    return String(decoding: text[start..<at].prefix(256), as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: byte >= 0x80
    }
  }
}
