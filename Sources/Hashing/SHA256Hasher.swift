private import struct Crypto.SHA256
package import Values

/// SHA-256 (FIPS 180-4) over bytes that come in pieces.
package struct SHA256Hasher: ByteSink, Sendable {
  private var hasher = SHA256()
  package private(set) var byteCount = 0
  package init() {}

  package mutating func write(_ bytes: Span<UInt8>) throws(PacketError) { update(bytes) }

  package mutating func update(_ bytes: Span<UInt8>) {
    byteCount += bytes.count
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
  }

  package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  package func finalize() -> Values.Digest {
    guard let digest = Values.Digest(bytes: Array(hasher.finalize())) else {
      preconditionFailure("SHA-256 gives 32 bytes")
    }
    return digest
  }
}

extension Values.Digest {
  /// The SHA-256 of these bytes.
  package static func sha256(_ bytes: [UInt8]) -> Values.Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finalize()
  }
}
