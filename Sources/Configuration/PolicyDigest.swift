private import Hashing
package import Values

/// One digest over all files of the house that bear on a decision: which policy was in force.
package enum PolicyDigest {
  /// SHA-256 over the files in order of name: each name, a zero byte, the length as eight bytes (big end
  /// first), the bytes. The lengths keep one file's end from being taken for the next one's beginning.
  package static func of(_ files: [(name: String, bytes: [UInt8])]) -> Digest {
    var hasher = SHA256Hasher()
    let ordered = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for file in ordered {
      let length = UInt64(file.bytes.count)
      hasher.update(Array(file.name.utf8) + [0])
      hasher.update((0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) })
      hasher.update(file.bytes)
    }
    return hasher.finalize()
  }
}
