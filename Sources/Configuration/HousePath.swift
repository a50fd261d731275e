package import Host

/// Paths that the configuration names, made absolute, without `.` and `..`. What lies below the house's own
/// folder is kept as names below it, so that Host walks it without following a link.
package enum HousePath {
  /// A path as it stands in a file of the house; nil when it has an empty or impossible name in it, or is `/`.
  package static func resolve(_ text: String, in house: Root) -> FilePath? {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    if text.utf8.first != UInt8(ascii: "/") {
      let parts = components(text)
      if parts.allSatisfy({ $0 != ".." }) {
        var names: [FileName] = []
        for part in parts {
          guard let name = FileName(Array(part.utf8)) else { return nil }
          names.append(name)
        }
        return FilePath(house, names)
      }
    }
    guard let whole = absolute(text, from: house.path), whole != "/" else { return nil }
    return FilePath(Root(whole))
  }

  /// A path without `.`, `..` and doubled slashes; a relative one begins at `folder`. nil when it climbs
  /// above `/`.
  package static func absolute(_ text: String, from folder: String) -> String? {
    let whole = text.utf8.first == UInt8(ascii: "/") ? text : folder + "/" + text
    var parts: [Substring] = []
    for part in components(whole) {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path as the operator would write it.
  package static func text(_ path: FilePath) -> String {
    path.names.reduce(path.root.path) { $0 + "/" + String(decoding: $1.bytes, as: UTF8.self) }
  }

  /// The same path as the top of a tree.
  package static func root(_ path: FilePath) -> Root { Root(text(path)) }

  /// Whether one of the two lies in the other, or both are the same.
  package static func overlap(_ a: FilePath, _ b: FilePath) -> Bool {
    let (x, y) = (components(text(a)), components(text(b)))
    return x.starts(with: y) || y.starts(with: x)
  }

  /// A word for a shell: in quotes where it needs them.
  package static func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "/._-+:@%,".utf8.contains(byte)
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func components(_ text: String) -> [Substring] {
    text.split(separator: "/").filter { $0 != "." }
  }
}
