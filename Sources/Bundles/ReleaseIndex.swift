internal import Hashing
internal import JSON
internal import Values

/// The bundle's table of contents, once for people (`index.html`, no scripts) and once for machines
/// (`release.json`). Both say the same.
struct ReleaseIndex {
  let content: BundleContent
  /// In the order of the content's records.
  let digests: [Digest]

  func json() -> [UInt8] {
    let records = zip(content.records, digests).map { record, digest in
      var members: [JSONValue.Member] = [
        .init("name", .string(record.name)), .init("mediaType", .string(record.mediaType)),
      ]
      if let type = record.documentType { members.append(.init("documentType", .string(type))) }
      if let days = record.serviceDays {
        members.append(.init("serviceFrom", .string(days.lowerBound.description)))
        members.append(.init("serviceTo", .string(days.upperBound.description)))
      }
      members += [
        .init("size", .integer(Int64(record.content.byteCount))), .init("sha256", .string(digest.hex)),
        .init("whole", .bool(record.isWhole)),
      ]
      if !record.isWhole { members.append(.init("notice", .string(Notice.neutralSentence))) }
      return JSONValue.object(members)
    }
    var members: [JSONValue.Member] = [
      .init("release", "urn:chartgate:release:1"), .init("disclosure", .string(content.disclosure)),
      .init("created", .string(content.instant.description)), .init("from", .string(content.siteName)),
      .init("purpose", .string(content.purpose)), .init("recipient", .string(content.recipient)),
      .init("records", .array(records)),
      .init(
        "notices",
        .array(
          content.notices.map {
            .object([.init("id", .string($0.id)), .init("text", .string($0.text))])
          })), .init("software", .string(content.software)),
    ]
    if content.isTrial { members.append(.init("trial", .bool(true))) }
    return JSONWriter(order: .asGiven, layout: .indented).bytes(.object(members))
  }

  func html() -> [UInt8] {
    let rows = zip(content.records, digests).map { record, digest in
      """
      <tr><td>\(record.number)</td><td><a href="\(Self.escaped(record.name))">\(Self.escaped(DocumentTypeNames.title(record.documentType)))</a>\
      \(record.isWhole ? "" : "<br><em>\(Notice.neutralSentence)</em>")</td>\
      <td>\(record.serviceDays.map { Self.days($0) } ?? "")</td><td class="n">\(record.content.byteCount)</td>\
      <td class="d">\(digest.hex)</td></tr>
      """
    }.joined(separator: "\n")
    let notices = content.notices.map { "<p>\(Self.escaped($0.text))</p>" }.joined(separator: "\n")
    let trial =
      content.isTrial ? "<p class=\"t\">TRIAL: these are sample records of no real person.</p>\n" : ""
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Released records \(Self.escaped(content.disclosure))</title>
      <style>
      body { font: 11pt/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #111; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #999; padding: .4em .6em; text-align: left; vertical-align: top; }
      .n { text-align: right; } .d { font: 8pt monospace; word-break: break-all; }
      .t { border: 2px solid #b00; padding: .5em; font-weight: bold; }
      @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
      </style>
      </head>
      <body>
      <h1>Released records</h1>
      \(trial)<dl>
      <dt>From</dt><dd>\(Self.escaped(content.siteName))</dd>
      <dt>Purpose</dt><dd>\(Self.escaped(content.purpose))</dd>
      <dt>Disclosure</dt><dd>\(Self.escaped(content.disclosure))</dd>
      <dt>Made</dt><dd>\(content.instant.description)</dd>
      </dl>
      <table>
      <caption>Records in this bundle, with size in bytes and SHA-256</caption>
      <thead><tr><th scope="col">No.</th><th scope="col">Record</th><th scope="col">Dates of service</th>\
      <th scope="col">Bytes</th><th scope="col">SHA-256</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      \(notices)
      <p>Made by \(Self.escaped(content.software)). The same list for machines: <a href="release.json">release.json</a>.</p>
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  private static func days(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? days.lowerBound.description : "\(days.lowerBound) to \(days.upperBound)"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
