private import Crypto
package import Values

/// The house's own key. It never leaves the process that holds it; a packet gets one that is derived from it.
package struct HouseKey: Sendable {
  package static let byteCount = 32
  private let bytes: Sensitive<[UInt8]>

  /// nil unless there are exactly 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Sensitive(bytes)
  }

  /// The key of one packet: HKDF with SHA-256 (RFC 5869) over the house's key, without salt, with our purpose
  /// and the packet's number as its info; 32 bytes are the first block of its expansion (§2.3).
  package func packetKey(_ number: Int) -> PacketKey {
    let secret = SymmetricKey(data: bytes.reveal(.match))
    let extracted = HKDF<SHA256>.extract(inputKeyMaterial: secret, salt: [UInt8]())
    let info = Array("urn:chartgate:packet-key:1 \(number)".utf8)
    let block = HMAC<SHA256>.authenticationCode(for: info + [1], using: SymmetricKey(data: Array(extracted)))
    guard let key = PacketKey(Array(block)) else { preconditionFailure("HMAC-SHA-256 gives 32 bytes") }
    return key
  }
}

extension PacketKey {
  /// Tells this key from others: the digest of a number that no text has.
  package var check: UInt64 { digests(of: [.max]).first ?? 0 }

  /// The first 64 bits of HMAC-SHA-256 (RFC 2104) over a number, one for each: whoever has the key can ask
  /// whether a number is among them, and nobody else can.
  package func digests(of numbers: [UInt64]) -> [UInt64] {
    let key = SymmetricKey(data: bytes.reveal(.match))
    return numbers.map { number in
      var hmac = HMAC<SHA256>(key: key)
      hmac.update(data: (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) })
      return hmac.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
