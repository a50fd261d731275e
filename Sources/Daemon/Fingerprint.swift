internal import Hashing
package import Ledger
package import Values

/// A packet's fingerprint: SHA-256 over the sorted (path, size, SHA-256) of its files (DESIGN.md §1).
package enum Fingerprint {
  package static func of(_ files: [ClaimedFile]) -> Digest {
    var hasher = SHA256Hasher()
    for file in files.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
      // Lengths first, so that no two lists of files give the same bytes.
      hasher.update(eight(file.path.count))
      hasher.update(file.path)
      hasher.update(eight(file.byteCount))
      hasher.update(file.digest.bytes)
    }
    return hasher.finalize()
  }

  private static func eight(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }
}
