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
  }

  /// Our own number of the packet.
  package let number: Int
  package let fingerprint: Digest
  package let files: [File]

  package init(number: Int, fingerprint: Digest, files: [File]) {
    (self.number, self.fingerprint, self.files) = (number, fingerprint, files)
  }
}
