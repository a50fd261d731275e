/// The text of a piece of markup, in parts: first all that it shows, then each attribute and comment.
///
/// Blocks are set apart by a line feed; what lies within a line is joined, so that a name half in bold is
/// one name.
enum MarkupText {
  /// A stretch of a part's text, and the bytes of the markup that it came from.
  struct Stretch {
    /// In the part's text, from its beginning.
    let text: Range<Int>
    let source: Range<Int>
    /// Byte for byte the same; otherwise the stretch goes as a whole.
    let isVerbatim: Bool
    /// A tag that parts blocks: it is no text, and stays.
    let isSeparator: Bool
  }

  /// Appends each part's text to `out`, and calls `close` with where it begins there.
  static func read(
    _ markup: [UInt8], into out: inout [UInt8], close: (inout [UInt8], _ start: Int) -> Void
  ) {
    var hidden: [Range<Int>] = []
    var stretches: [Stretch]?
    let start = out.count
    append(MarkupCursor(0..<markup.count), markup, to: &out, from: start, &hidden, &stretches)
    close(&out, start)
    var none: [Range<Int>] = []
    for range in hidden {
      let start = out.count
      append(MarkupCursor(range, hasTags: false), markup, to: &out, from: start, &none, &stretches)
      close(&out, start)
    }
  }

  /// Where the text of each part came from: the first is what is shown, the hidden ones follow in order, those
  /// without text counted too.
  static func stretches(_ markup: [UInt8]) -> [[Stretch]] {
    var (hidden, none): ([Range<Int>], [Range<Int>]) = ([], [])
    var out: [UInt8] = []
    var stretches: [Stretch]? = []
    append(MarkupCursor(0..<markup.count), markup, to: &out, from: 0, &hidden, &stretches)
    var parts = [stretches ?? []]
    for range in hidden {
      (out, stretches) = ([], [])
      append(MarkupCursor(range, hasTags: false), markup, to: &out, from: 0, &none, &stretches)
      parts.append(stretches ?? [])
    }
    return parts
  }

  private static func append(
    _ cursor: MarkupCursor, _ markup: [UInt8], to out: inout [UInt8], from start: Int,
    _ hidden: inout [Range<Int>], _ stretches: inout [Stretch]?
  ) {
    var cursor = cursor
    let bytes = markup.span
    while let piece = cursor.next(in: bytes) {
      let before = out.count - start
      var (source, isVerbatim, isSeparator) = (0..<0, false, false)
      switch piece {
      case .text(let range):
        out.append(contentsOf: markup[range])
        (source, isVerbatim) = (range, true)
      case .character(let scalar, let range):
        append(scalar, to: &out)
        source = range
      case .separator(let range):
        if out.count > start, out.last != 0x0A { out.append(0x0A) }
        (source, isSeparator) = (range, true)
      case .attribute(let range), .comment(let range):
        hidden.append(range)
      }
      let after = out.count - start
      if after > before {
        stretches?.append(
          Stretch(text: before..<after, source: source, isVerbatim: isVerbatim, isSeparator: isSeparator))
      }
    }
  }

  private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
