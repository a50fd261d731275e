import Foundation

/// The public sample records of shared/data, which CI has beside the checkout and a stranger's clone has not.
enum Corpus {
  struct File: Sendable {
    /// Below shared/data.
    let name: String
    let bytes: [UInt8]
    /// The folder below shared/data that it lies in.
    var folder: String { String(name.prefix { $0 != "/" }) }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// nil where there are none.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["CHARTGATE_DATA"].map { URL(filePath: $0) }
    let found = named ?? root.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: found.path(percentEncoded: false)) ? found : nil
  }()

  static let isThere = folder != nil

  /// Every record file of these folders, in order of name.
  static func files(in folders: [String], endings: [String]) -> [File] {
    guard let folder else { return [] }
    var files: [File] = []
    for name in folders {
      let place = folder.appending(path: name)
      let below = FileManager.default.enumerator(atPath: place.path(percentEncoded: false))
      for case let path as String in below ?? .init()
      where endings.contains(where: { path.lowercased().hasSuffix($0) }) {
        let file = place.appending(path: path).path(percentEncoded: false)
        if let data = FileManager.default.contents(atPath: file) {
          files.append(File(name: "\(name)/\(path)", bytes: Array(data)))
        }
      }
    }
    return files.sorted { $0.name < $1.name }
  }

  static let records = files(
    in: [
      "cda-vendors", "cda-emerge", "cda-hl7-examples", "cda-microsoft", "fhir-synthea-r4", "fhir-xml-other",
      "fhir-microsoft", "hl7v2", "hl7v2-lfh",
    ], endings: [".xml", ".cda", ".ccda", ".json", ".ndjson", ".hl7", ".txt"])

  /// The same document in UTF-16.
  static func wide(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    let declared = ["\"UTF-8\"", "\"utf-8\"", "'UTF-8'", "'utf-8'"]
    var text = text
    for name in declared {
      text = text.replacing("encoding=\(name)", with: "encoding=\"UTF-16\"", maxReplacements: 1)
    }
    for unit in text.utf16 where unit != 0xFEFF { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes
  }
}
