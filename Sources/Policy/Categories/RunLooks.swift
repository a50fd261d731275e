internal import Records

/// What each run of a record may hold beside its plain words, told in one pass over its bytes: nearly always
/// nothing. Whoever looks for such things asks here first, so that most text is gone through once and not once
/// for each of them.
///
/// A look says too much rather than too little: what it leaves out is surely not there.
struct RunLooks: Sendable {
  struct Look: OptionSet, Sendable {
    let rawValue: UInt8
    /// ``DecodedText``: an encoding or markup that can be undone.
    static let encoded = Look(rawValue: 1)
    /// ``WordReadings``: words that are written otherwise.
    static let spelled = Look(rawValue: 2)
    /// ``WrittenCodes``: a code in a text.
    static let code = Look(rawValue: 4)
    /// ``WrittenCodes``: a text that may be one code.
    static let bareCode = Look(rawValue: 8)
    /// ``SocialSecurityNumbers``: digits enough.
    static let number = Look(rawValue: 16)
    /// ``HiddenData``: a long row of letters and digits.
    static let data = Look(rawValue: 32)
    /// What is looked into for each text once.
    static let asked: Look = [.encoded, .spelled, .code, .bareCode]
  }

  private let looks: [Look]
  /// By run, the first one of the same kind and text.
  private let first: [Int32]

  init(_ facts: RecordFacts) {
    var looks: [Look] = []
    looks.reserveCapacity(facts.runs.count)
    var first: [Int32] = []
    first.reserveCapacity(facts.runs.count)
    var texts = RunTexts(facts)
    let span = facts.arena.span
    let classes = ByteClass.table
    for number in facts.runs.indices {
      let run = facts.runs[number]
      let areWords =
        switch run.kind {
        case .words: true
        case .value, .socialSecurityNumber: false
        }
      let look = Self.look(span, run.range.clamped(to: span.indices), classes.span, areWords: areWords)
      looks.append(look)
      // Plain text is not gone through again.
      first.append(look.isDisjoint(with: .asked) ? Int32(truncatingIfNeeded: number) : texts.first(number))
    }
    (self.looks, self.first) = (looks, first)
  }

  subscript(run: Int) -> Look { looks[run] }

  /// A number that runs of the same kind and text have in common, and no others: what is told of the text of one
  /// is told of all.
  func alike(_ run: Int) -> Int32 { first[run] }

  /// One byte a step. It follows the rules of those who ask, whose own tests are the stricter ones.
  @inline(__always)
  private static func look(
    _ span: Span<UInt8>, _ range: Range<Int>, _ classes: Span<ByteClass>, areWords: Bool
  ) -> Look {
    var look: Look = []
    var word = Word()
    var part = Part()
    /// Where a row of base64's letters began.
    var row = range.lowerBound
    var (previous, lastSeen): (ByteClass, ByteClass) = ([], [])
    var (blanks, digits) = (0, 0)
    var (hasBreak, hasWideGap) = (false, false)
    for at in range {
      let byte = span[at]
      let kind = classes[Int(byte)]
      if kind.contains(.base64) {
        if at &- row >= 23 { look.insert(.data) }
      } else {
        if at &- row >= 12 { look.insert(.encoded) }
        row = at &+ 1
      }
      if kind.contains(.part) {
        part.take(at, kind)
      } else {
        if part.isOpen, part.mayBeCode(span, end: at, from: range.lowerBound) { look.insert(.code) }
        part.isOpen = false
      }
      if kind.contains(.word) {
        if word.take(kind, after: previous) { look.insert(.spelled) }
        if kind.contains(.digit) {
          digits &+= 1
          if previous.contains(.letter) { look.insert(.bareCode) }
        } else if kind.contains(.wide) {
          digits &+= 1
          if PlainSigns.mayChange(span, at, before: range.upperBound) {
            look.insert(.bareCode)
            if areWords { look.insert(.spelled) }
          }
        }
        blanks = 0
        lastSeen = kind
      } else {
        if word.close(), areWords { look.insert(.spelled) }
        if kind.contains(.opening) { look.insert(.encoded) }
        if kind.contains(.gap) {
          // What it parts are words only if one stands before it.
          if areWords, lastSeen.contains(.letter) { look.insert(.spelled) }
          if byte != UInt8(ascii: "-") { hasBreak = true }
        }
        blanks = byte == 0x20 ? blanks &+ 1 : 0
        if blanks >= 3 || byte == 0x09 { hasWideGap = true }
        if byte != 0x20, byte != 0x09 { lastSeen = kind }
      }
      previous = kind
    }
    if range.upperBound &- row >= 12 { look.insert(.encoded) }
    if part.isOpen, part.mayBeCode(span, end: range.upperBound, from: range.lowerBound) { look.insert(.code) }
    if word.close(), areWords { look.insert(.spelled) }
    if areWords, hasBreak, hasWideGap { look.insert(.spelled) }
    if range.count > WrittenCodes.longestBare { look.remove(.bareCode) }
    // Nine, of which three may be letters that look like one.
    if digits >= 6 { look.insert(.number) }
    return look
  }

  /// A word of letters and digits that is being read.
  private struct Word {
    private var length = 0
    private var kinds: ByteClass = []
    private var singles = 0

    /// True for a capital within it.
    @inline(__always)
    mutating func take(_ kind: ByteClass, after previous: ByteClass) -> Bool {
      length &+= 1
      kinds.formUnion(kind)
      guard length > 1, kind.contains(.letter), previous.contains(.letter) else { return false }
      let isCapital = kind.contains(.capital)
      return isCapital != previous.contains(.capital) && (isCapital || length > 2)
    }

    /// True when it has digits among its letters, or is the last of three single letters.
    @inline(__always)
    mutating func close() -> Bool {
      guard length > 0 else { return false }
      let isMixed = length >= 3 && kinds.isSuperset(of: [.digit, .letter])
      singles = length == 1 ? singles &+ 1 : 0
      (length, kinds) = (0, [])
      return isMixed || singles >= 3
    }
  }

  /// Letters, digits, full stops and hyphens in a row.
  private struct Part {
    var isOpen = false
    private var start = 0
    private var digits = 0

    @inline(__always)
    mutating func take(_ at: Int, _ kind: ByteClass) {
      if !isOpen { (isOpen, start, digits) = (true, at, 0) }
      if kind.contains(.digit) { digits &+= 1 }
    }

    @inline(__always)
    func mayBeCode(_ span: Span<UInt8>, end: Int, from first: Int) -> Bool {
      digits >= 2 && WrittenCodes.mayBeCode(span, start..<end, digits)
        || digits >= 3 && (start > first || end &- start >= 6)
          && AnnouncedNumbers.mayBe(span, start..<end, from: first)
    }
  }
}
