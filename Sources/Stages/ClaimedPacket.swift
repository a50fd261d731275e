internal import Hashing
package import Values

/// A packet as `decide` is given it: the claimed bytes under the names they had, and nothing of the house.
package struct ClaimedPacket: Sendable {
  package struct File: Sendable {
    /// Path inside the packet, as bytes, `/` between folders; patient data.
    package let path: [UInt8]
    package let digest: Digest
    package let bytes: any ByteSource
    package init(path: [UInt8], digest: Digest, bytes: any ByteSource) {
      (self.path, self.digest, self.bytes) = (path, digest, bytes)
    }

    /// All bytes in memory, and still those that were claimed: a disk may have changed them since (FAULTS.md I14).
    ///
    /// - Throws: `house.limit` (hold) before any is read; `tech.integrity` (hold).
    func whole(limit: Int) throws(PacketError) -> [UInt8] {
      let whole = try bytes.whole(limit: limit)
      guard Digest.sha256(whole) == digest else { throw Self.isRotten }
      return whole
    }

    /// Reads all of it once, to see whether it is still what was claimed.
    ///
    /// - Throws: `tech.integrity` (hold).
    func check() throws(PacketError) {
      var hasher = SHA256Hasher()
      try bytes.copyAll(to: &hasher)
      guard hasher.finalize() == digest else { throw Self.isRotten }
    }

    static let rotten: RuleID = "tech.integrity"
    static let isRotten = PacketError(
      rotten, .hold, "a file of the packet is not what was claimed",
      remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
  }

  /// Our own number of the packet.
  package let number: Int
  package let fingerprint: Digest
  package let files: [File]

  package init(number: Int, fingerprint: Digest, files: [File]) {
    (self.number, self.fingerprint, self.files) = (number, fingerprint, files)
  }
}
