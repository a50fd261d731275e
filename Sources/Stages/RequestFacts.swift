package import Values

/// What `read` tells of a request before anything is decided (DESIGN.md §5): its id, when it is due, and the
/// files that it lists.
package struct RequestFacts: Sendable {
  package struct Listed: Sendable, Equatable {
    /// Path inside the packet, as bytes.
    package let path: [UInt8]
    package let byteCount: Int?
    package let digest: Digest?
    package init(path: [UInt8], byteCount: Int?, digest: Digest?) {
      (self.path, self.byteCount, self.digest) = (path, byteCount, digest)
    }
  }

  package let id: Sensitive<String>?
  package let due: Day?
  /// Records and papers; nil when the request could not be read.
  package let listed: [Listed]?

  package init(id: Sensitive<String>?, due: Day?, listed: [Listed]?) {
    (self.id, self.due, self.listed) = (id, due, listed)
  }
}
