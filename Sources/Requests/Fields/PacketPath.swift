internal import Values

/// A path that the request gives for a file: plain names, `/` between them, never out of the packet
/// (FAULTS.md P10, A04).
enum PacketPath {
  /// The path unchanged.
  static func checked(_ text: String) throws(Unfit) -> String {
    let remedy: PlainText = "write it relative to the packet's folder, as in papers/authorization.pdf"
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard text.utf8.first != UInt8(ascii: "/"), !parts.contains(where: { $0.elementsEqual("..".utf8) })
    else { throw Unfit("a path leaves the packet", remedy: remedy) }
    for part in parts {
      guard !part.isEmpty, !part.elementsEqual(".".utf8), part.allSatisfy(isPlain) else {
        throw Unfit("a path is not of plain names with one slash between them", remedy: remedy)
      }
    }
    return try FieldText.holdable(text)
  }

  /// No control character, NUL among them, and no backslash, which other systems take for a slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\\")
  }
}
