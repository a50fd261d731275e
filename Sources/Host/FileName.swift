internal import Values

/// One name in a folder, as bytes: names from outside need not be text, and two that are equal as text
/// need not be the same file (FAULTS.md, trap 5). Patient data: it never reaches a log.
package struct FileName: Hashable, Sendable, Comparable {
  package let bytes: [UInt8]

  /// nil for what is no name: empty, `.`, `..`, longer than 255 bytes, or with `/` or NUL in it.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, bytes.count <= 255, bytes != [0x2e], bytes != [0x2e, 0x2e],
      !bytes.contains(0x2f), !bytes.contains(0)
    else { return nil }
    self.bytes = bytes
  }

  /// A name that we ourselves chose.
  package init(ours name: String) {
    guard let checked = FileName(Array(name.utf8)) else { preconditionFailure("a name of ours is no name") }
    self = checked
  }

  package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// Eight bytes at a time: a look at a full inbox hashes a hundred thousand names.
  package func hash(into hasher: inout Hasher) {
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      guard index & 7 == 7 else { continue }
      hasher.combine(word)
      word = 0
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }
}

/// The top of a tree that the configuration names.
package struct Root: Hashable, Sendable {
  package let path: String
  package init(_ path: String) { self.path = path }
}

/// A file or folder: names below a root. It cannot leave the root: there is no `..` in it.
package struct FilePath: Hashable, Sendable {
  package let root: Root
  package let names: [FileName]
  package init(_ root: Root, _ names: [FileName] = []) { (self.root, self.names) = (root, names) }

  package func appending(_ name: FileName) -> FilePath { FilePath(root, names + [name]) }
  package func appending(_ more: [FileName]) -> FilePath { FilePath(root, names + more) }
  /// Appends a name that we ourselves chose.
  package func appending(_ ours: String) -> FilePath { appending(FileName(ours: ours)) }
  package var parent: FilePath { FilePath(root, Array(names.dropLast())) }

  /// The names of a `/`-separated path inside a packet; nil when one of them is no name.
  package static func names(of path: [UInt8]) -> [FileName]? {
    var names: [FileName] = []
    for part in path.split(separator: 0x2f, omittingEmptySubsequences: false) {
      guard let name = FileName(Array(part)) else { return nil }
      names.append(name)
    }
    return names
  }
}
