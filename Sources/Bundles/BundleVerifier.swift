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

  /// A bundle that was opened.
  package struct Opened: Sendable {
    package var report: Report
    /// Each file by its name below the bag's folder, but for those that were passed over.
    package var contents: [String: [UInt8]] = [:]
    fileprivate var digests: [String: Digest] = [:]
    fileprivate var zip: ZIPReader?
    fileprivate var entries: [String: ZIPReader.Entry] = [:]

    /// In order.
    package var names: [String] { digests.keys.sorted() }

    /// Gives a file's bytes to a sink, piece by piece; false when there is no such file.
    ///
    /// - Throws: `bundle.broken`, and what reading or the sink throws.
    package func copy<Sink: ByteSink>(_ name: String, to sink: inout Sink) throws(PacketError) -> Bool {
      guard let zip, let entry = entries[name] else { return false }
      try zip.copy(entry, to: &sink)
      return true
    }
  }

  /// Verifies, and gives each file by its name below the bag's folder.
  package static func open(_ bundle: [UInt8], limits: Limits = .standard) -> Opened {
    open(MemorySource(bundle), limits: limits)
  }

  /// Verifies a bundle that need not lie in memory.
  ///
  /// - Parameter besides: files that are verified and whose bytes are not kept.
  package static func open(
    _ bundle: any ByteSource, besides passed: Set<String> = [], limits: Limits = .standard
  ) -> Opened {
    var opened = Opened(report: Report())
    let zip: ZIPReader
    do {
      zip = try ZIPReader(bundle, limits: limits)
    } catch {
      opened.report.problems.append(error.description)
      return opened
    }
    let folders = Set(zip.entries.map { String($0.name.prefix { $0 != "/" }) })
    guard folders.count == 1, let folder = folders.first else {
      opened.report.problems.append("the archive holds more than one folder")
      return opened
    }
    opened.report.disclosure = folder
    opened.zip = zip
    for entry in zip.entries {
      let name = String(entry.name.dropFirst(folder.count + 1))
      do {
        if passed.contains(name) {
          var hasher = SHA256Hasher()
          try zip.copy(entry, to: &hasher)
          opened.digests[name] = hasher.finalize()
        } else {
          let bytes = try zip.contents(entry)
          opened.contents[name] = bytes
          opened.digests[name] = .sha256(bytes)
        }
        opened.entries[name] = entry
        if name.hasPrefix("data/"), let digest = opened.digests[name] {
          opened.report.files.append(BundledFile(name: name, byteCount: entry.size, digest: digest))
        }
      } catch {
        opened.report.problems.append("\(name): damaged (CRC-32 or size does not agree)")
      }
    }
    var report = opened.report
    checkBag(opened, &report)
    checkRelease(opened, folder, &report)
    opened.report = report
    return opened
  }

  private static func checkBag(_ opened: Opened, _ report: inout Report) {
    let contents = opened.contents
    guard contents["bagit.txt"].map({ $0.starts(with: Array("BagIt-Version: 1.0\n".utf8)) }) == true else {
      report.problems.append("bagit.txt: missing, or not of BagIt 1.0")
      return
    }
    let payload = Set(opened.digests.keys.filter { $0.hasPrefix("data/") })
    let tags = Set(opened.digests.keys).subtracting(payload).subtracting(["tagmanifest-sha256.txt"])
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
        guard let actual = opened.digests[name] else {
          report.problems.append("\(name): listed and not there")
          continue
        }
        if actual != digest {
          report.problems.append("\(name): its SHA-256 is not the manifest's")
        }
      }
      for name in expected.subtracting(listed).sorted() {
        report.problems.append("\(name): there and not listed")
      }
    }
  }

  private static func checkRelease(_ opened: Opened, _ folder: String, _ report: inout Report) {
    guard let bytes = opened.contents["data/release.json"] else {
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
      let actual = opened.digests["data/\(name)"]?.hex
      if actual != hex { report.problems.append("data/\(name): not what release.json says") }
    }
    let known: Set<String> = ["data/release.json", "data/index.html", "data/notices.txt"]
    for name in Set(opened.digests.keys.filter { $0.hasPrefix("data/") }).subtracting(listed).subtracting(
      known
    )
    .sorted() {
      report.problems.append("\(name): not in release.json")
    }
  }
}

extension JSONDocument {
  fileprivate func text(of name: String, in object: Int = 0) -> String? {
    member(object, name).flatMap { string($0) }
  }
}
