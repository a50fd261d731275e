internal import Hashing
package import Values

/// Makes the bundle of a release: a BagIt bag as one ZIP. The same content gives the same bytes.
package enum BundleWriter {
  /// Writes the bundle.
  ///
  /// - Returns: the payload's files by name, with digests, as they stand in the bag's manifest.
  package static func write<Sink: PatchedSink>(_ content: BundleContent, to sink: inout Sink)
    throws(PacketError)
    -> [BundledFile]
  {
    let records = content.records.map {
      Bag.File(name: "data/\($0.name)", content: $0.content, digest: $0.digest)
    }
    let index = ReleaseIndex(content: content, digests: records.map(\.digest))
    var payload = [
      Bag.File(name: "data/index.html", bytes: index.html()),
      Bag.File(name: "data/release.json", bytes: index.json()),
    ]
    if !content.notices.isEmpty {
      let text = content.notices.map { $0.text + "\n" }.joined(separator: "\n")
      payload.append(Bag.File(name: "data/notices.txt", bytes: Array(text.utf8)))
    }
    payload += records
    let bag = Bag(payload: payload, info: information(content))
    var zip = ZIPWriter()
    for file in bag.tags + bag.payload {
      try zip.add("\(content.disclosure)/\(file.name)", file.content, to: &sink)
    }
    try zip.finish(to: &sink)
    return bag.payload.map { BundledFile(name: $0.name, byteCount: $0.content.byteCount, digest: $0.digest) }
  }

  private static func information(_ content: BundleContent) -> [(String, String)] {
    var info = [
      ("Source-Organization", content.siteName), ("Bagging-Date", content.instant.utcDay?.description ?? ""),
      ("External-Identifier", content.disclosure), ("Bag-Software-Agent", content.software),
    ]
    if content.isTrial {
      info.append(("Internal-Sender-Description", "TRIAL: sample records of no real person"))
    }
    return info
  }
}

/// A file of a bag's payload.
package struct BundledFile: Sendable, Equatable {
  package let name: String
  package let byteCount: Int
  package let digest: Digest
  package init(name: String, byteCount: Int, digest: Digest) {
    (self.name, self.byteCount, self.digest) = (name, byteCount, digest)
  }
}
