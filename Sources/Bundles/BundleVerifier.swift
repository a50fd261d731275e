internal import Hashing
internal import JSON
package import Values

/// Opens a bundle and checks all that it says of itself: the archive, the bag, `release.json`.
package enum BundleVerifier {
  /// What was found; `problems` empty: the bundle is what it says.
  package struct Report: Sendable {
    package var disclosure: String?
    package var isTrial = false
    package var files: [BundledFile] = []
    /// Each names the file or the place.
    package var problems: [String] = []
    package init() {}
  }

  /// - Parameter bundle: the whole of the ZIP.
  package static func verify(_ bundle: [UInt8], limits: Limits = .standard) -> Report {
    open(bundle, limits: limits).report
  }

  /// Verifies, and gives each file by its name below the bag's folder.
  package static func open(
    _ bundle: [UInt8], limits: Limits = .standard
  ) -> (report: Report, contents: [String: [UInt8]]) {
    var report = Report()
    let zip: ZIPReader
    do {
      zip = try ZIPReader(bundle, limits: limits)
    } catch {
      report.problems.append(error.description)
      return (report, [:])
    }
    let folders = Set(zip.entries.map { String($0.name.prefix { $0 != "/" }) })
    guard folders.count == 1, let folder = folders.first else {
      report.problems.append("the archive holds more than one folder")
      return (report, [:])
    }
    report.disclosure = folder
    var contents: [String: [UInt8]] = [:]
    for entry in zip.entries {
      let name = String(entry.name.dropFirst(folder.count + 1))
      do {
        let bytes = try zip.contents(entry)
        contents[name] = bytes
        if name.hasPrefix("data/") {
          report.files.append(BundledFile(name: name, byteCount: bytes.count, digest: .sha256(bytes)))
        }
      } catch {
        report.problems.append("\(name): damaged (CRC-32 or size does not agree)")
      }
    }
    checkBag(contents, &report)
    checkRelease(contents, folder, &report)
    return (report, contents)
  }

  private static func checkBag(_ contents: [String: [UInt8]], _ report: inout Report) {
    guard contents["bagit.txt"].map({ $0.starts(with: Array("BagIt-Version: 1.0\n".utf8)) }) == true else {
      report.problems.append("bagit.txt: missing, or not of BagIt 1.0")
      return
    }
    let payload = Set(contents.keys.filter { $0.hasPrefix("data/") })
    let tags = Set(contents.keys).subtracting(payload).subtracting(["tagmanifest-sha256.txt"])
    for (manifest, expected) in [("manifest-sha256.txt", payload), ("tagmanifest-sha256.txt", tags)] {
      guard let bytes = contents[manifest] else {
        report.problems.append("\(manifest): missing")
        continue
      }
      var listed: Set<String> = []
      for line in bytes.split(separator: 0x0A) {
        let text = String(decoding: line, as: UTF8.self)
        guard text.utf8.count > 66, let digest = Digest(hex: String(text.prefix(64))) else {
          report.problems.append("\(manifest): a line is no digest and name")
          continue
        }
        let name = String(text.dropFirst(66))
        listed.insert(name)
        guard let file = contents[name] else {
          report.problems.append("\(name): listed and not there")
          continue
        }
        if Digest.sha256(file) != digest {
          report.problems.append("\(name): its SHA-256 is not the manifest's")
        }
      }
      for name in expected.subtracting(listed).sorted() {
        report.problems.append("\(name): there and not listed")
      }
    }
  }

  private static func checkRelease(_ contents: [String: [UInt8]], _ folder: String, _ report: inout Report) {
    guard let bytes = contents["data/release.json"] else {
      report.problems.append("data/release.json: missing")
      return
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes, limits: .standard)
    } catch {
      report.problems.append("data/release.json: not JSON")
      return
    }
    if document.text(of: "disclosure") != folder {
      report.problems.append("data/release.json: names another disclosure than the folder")
    }
    report.isTrial = document.member(0, "trial") != nil
    guard let records = document.member(0, "records") else {
      report.problems.append("data/release.json: lists no records")
      return
    }
    var listed: Set<String> = []
    for record in document.children(records) {
      guard let name = document.text(of: "name", in: record),
        let hex = document.text(of: "sha256", in: record)
      else {
        report.problems.append("data/release.json: a record has no name or digest")
        continue
      }
      listed.insert("data/\(name)")
      let actual = contents["data/\(name)"].map { Digest.sha256($0).hex }
      if actual != hex { report.problems.append("data/\(name): not what release.json says") }
    }
    let known: Set<String> = ["data/release.json", "data/index.html", "data/notices.txt"]
    for name in Set(contents.keys.filter { $0.hasPrefix("data/") }).subtracting(listed).subtracting(known)
      .sorted()
    {
      report.problems.append("\(name): not in release.json")
    }
  }
}

extension JSONDocument {
  fileprivate func text(of name: String, in object: Int = 0) -> String? {
    member(object, name).flatMap { string($0) }
  }
}
