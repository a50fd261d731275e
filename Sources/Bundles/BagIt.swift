internal import Hashing
package import Values

/// BagIt 1.0 (RFC 8493): what makes a folder of files a bag.
package struct Bag: Sendable {
  package struct File: Sendable {
    /// Below the bag's folder: `data/…` for the payload.
    package let name: String
    package let content: any ByteSource
    package let digest: Digest

    package init(name: String, bytes: [UInt8]) {
      (self.name, content) = (name, MemorySource(bytes))
      digest = .sha256(bytes)
    }

    /// - Parameter digest: of all bytes of the content.
    package init(name: String, content: any ByteSource, digest: Digest) {
      (self.name, self.content, self.digest) = (name, content, digest)
    }
  }

  package let payload: [File]
  /// bagit.txt, bag-info.txt and the two manifests, in the order in which they are written.
  package let tags: [File]

  /// - Parameter info: labels and values of bag-info.txt (§2.2.2); values are one line each.
  package init(payload: [File], info: [(String, String)]) {
    self.payload = payload
    let octets = payload.reduce(0) { $0 + $1.content.byteCount }
    let all = info + [("Payload-Oxum", "\(octets).\(payload.count)")]
    let declaration = File(
      name: "bagit.txt", bytes: Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8))
    let information = File(
      name: "bag-info.txt", bytes: Array(all.map { "\($0.0): \(Self.oneLine($0.1))\n" }.joined().utf8))
    let manifest = File(name: "manifest-sha256.txt", bytes: Self.manifest(of: payload))
    let before = [declaration, information, manifest]
    tags = before + [File(name: "tagmanifest-sha256.txt", bytes: Self.manifest(of: before))]
  }

  /// §2.1.3: digest, two spaces, name; one line a file, in order of name. Our names need no percent-encoding.
  private static func manifest(of files: [File]) -> [UInt8] {
    Array(files.sorted { $0.name < $1.name }.map { "\($0.digest.hex)  \($0.name)\n" }.joined().utf8)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
