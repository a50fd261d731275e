/// Finds thousands of terms in one pass (Aho and Corasick, CACM 18(6), 1975), over bytes folded by
/// ``TextFolding``, on word boundaries at both ends, each also with a plural s.
///
/// A term can begin only where a word begins, so a failure link leads only to a suffix that does; in the
/// middle of a word that begins no term the automaton rests in one state until the word ends. What was
/// found is looked at only where a word ends. States are rows of one flat array.
struct TermAutomaton: Sendable {
  /// A term that was found: its number in the order given, and its bytes.
  struct Match: Sendable, Equatable {
    var term: Int
    var range: Range<Int>
  }

  /// A term begins at most so many words before its end.
  static let wordLimit = 16

  /// Before any word; and within a word that begins no term.
  private static let between: Int32 = 0
  private static let within = Int32(TextFolding.symbolCount)

  /// The next state's row, by row and symbol.
  private let next: [Int32]
  /// By state: the first of its outputs, or -1.
  private let output: [Int32]
  /// By state: the nearest state on its failure chain that has outputs, or -1.
  private let shorter: [Int32]
  /// Term, and the next output of the same state.
  private let outputs: [(term: Int32, next: Int32)]
  private let wordCounts: [UInt8]

  var isEmpty: Bool { wordCounts.isEmpty }

  /// - Parameter terms: the symbols of each term, as ``TextFolding/symbols(of:)`` gives them, of at most
  ///   ``wordLimit`` words. An empty one is never found.
  init(_ terms: [[UInt8]]) {
    var builder = Builder()
    for (number, term) in terms.enumerated() where !term.isEmpty {
      builder.add(term, number)
      builder.add(term + [TextFolding.ascii[Int(UInt8(ascii: "s"))]], number)
    }
    (next, output, shorter) = builder.linked()
    outputs = builder.outputs
    wordCounts = terms.map { UInt8(clamping: $0.count { $0 == TextFolding.space } + 1) }
  }

  /// Every term that stands in the bytes, by the place of its end.
  func forEachMatch(in bytes: [UInt8], _ body: (Match) -> Void) {
    guard !isEmpty else { return }
    let span = bytes.span
    let next = next.span
    let output = output.span
    let shorter = shorter.span
    let table = TextFolding.ascii
    let ascii = table.span
    var state = Self.between
    // Where the last words begin, as a ring.
    var starts = [16 of Int](repeating: 0)
    var word = 0
    var isBetween = true
    var index = 0
    let count = span.count
    while index < count {
      let symbol = ascii[Int(span[index])]
      if symbol > TextFolding.space, symbol < TextFolding.wide {
        if state == Self.within, !isBetween {
          // Most words are no term's soon, and the rest of them needs no state.
          index += 1
          continue
        }
        if isBetween {
          isBetween = false
          word &+= 1
          starts[word & 15] = index
        }
        state = next[Int(state) + Int(symbol)]
        index += 1
        continue
      }
      var step = TextFolding.Step(first: symbol, second: TextFolding.dropped, length: 1)
      if symbol == TextFolding.wide { step = TextFolding.step(span, at: index) }
      if step.first == TextFolding.dropped {
        index += step.length
        continue
      }
      if step.first > TextFolding.space {
        if isBetween {
          isBetween = false
          word &+= 1
          starts[word & 15] = index
        }
      } else if !isBetween {
        isBetween = true
        let number = Int(state / Self.within)
        if output[number] >= 0 || shorter[number] >= 0 { report(number, end: index, word, starts, body) }
      }
      state = next[Int(state) + Int(step.first)]
      if step.second != TextFolding.dropped { state = next[Int(state) + Int(step.second)] }
      index += step.length
    }
    if !isBetween { report(Int(state / Self.within), end: index, word, starts, body) }
  }

  /// Where the automaton stands behind a text.
  ///
  /// - Parameter isParted: and behind a blank after it; otherwise the text ends within a word.
  func state(behind bytes: Span<UInt8>, isParted: Bool) -> Int32 {
    let next = next.span
    let table = TextFolding.ascii
    let ascii = table.span
    var state = Self.between
    var index = 0
    while index < bytes.count {
      let symbol = ascii[Int(bytes[index])]
      guard symbol == TextFolding.wide else {
        if symbol != TextFolding.dropped { state = next[Int(state) + Int(symbol)] }
        index += 1
        continue
      }
      let step = TextFolding.step(bytes, at: index)
      if step.first != TextFolding.dropped { state = next[Int(state) + Int(step.first)] }
      if step.second != TextFolding.dropped { state = next[Int(state) + Int(step.second)] }
      index += step.length
    }
    return isParted ? next[Int(state) + Int(TextFolding.space)] : state
  }

  /// Whether a term that began before this state may go on with a text: it says too much rather than too little,
  /// and looks at its first word only.
  func mayGoOn(from state: Int32, with bytes: Span<UInt8>) -> Bool {
    guard state != Self.between, state != Self.within else { return false }
    let next = next.span
    let table = TextFolding.ascii
    let ascii = table.span
    var state = state
    for index in bytes.indices {
      let symbol = ascii[Int(bytes[index])]
      guard symbol > TextFolding.space, symbol < TextFolding.wide else { return true }
      state = next[Int(state) + Int(symbol)]
      if state == Self.within { return false }
    }
    return true
  }

  private func report(_ state: Int, end: Int, _ word: Int, _ starts: [16 of Int], _ body: (Match) -> Void) {
    var state = output[state] >= 0 ? Int32(state) : shorter[state]
    while state >= 0 {
      var at = output[Int(state)]
      while at >= 0 {
        let (term, following) = outputs[Int(at)]
        let first = word - Int(wordCounts[Int(term)]) + 1
        body(Match(term: Int(term), range: starts[first & (Self.wordLimit - 1)]..<end))
        at = following
      }
      state = shorter[Int(state)]
    }
  }

  private struct Builder {
    private var children: [Int32] = []
    private var last: [UInt8] = []
    private var first: [Int32] = []
    var outputs: [(term: Int32, next: Int32)] = []

    init() {
      grow(TextFolding.space)
      grow(TextFolding.end)
    }

    private mutating func grow(_ symbol: UInt8) {
      children.append(contentsOf: repeatElement(-1, count: TextFolding.symbolCount))
      last.append(symbol)
      first.append(-1)
    }

    mutating func add(_ term: [UInt8], _ number: Int) {
      var state = 0
      for symbol in term {
        let at = state * TextFolding.symbolCount + Int(symbol)
        if children[at] < 0 {
          children[at] = Int32(last.count)
          grow(symbol)
        }
        state = Int(children[at])
      }
      outputs.append((Int32(number), first[state]))
      first[state] = Int32(outputs.count - 1)
    }

    /// The whole table: breadth first, so that a state's failure link points at a row that is done.
    func linked() -> (next: [Int32], output: [Int32], shorter: [Int32]) {
      let width = TextFolding.symbolCount
      var next = children
      var fail = [Int32](repeating: 1, count: last.count)
      var shorter = [Int32](repeating: -1, count: last.count)
      var queue: [Int32] = []
      for symbol in 0..<width {
        let isWord = TextFolding.isWord(UInt8(symbol))
        next[width + symbol] = isWord ? 1 : 0
        if next[symbol] < 0 { next[symbol] = isWord ? 1 : 0 } else { queue.append(next[symbol]) }
      }
      var head = 0
      while head < queue.count {
        let state = Int(queue[head])
        head += 1
        let link = Int(fail[state])
        shorter[state] = first[link] >= 0 ? Int32(link) : shorter[link]
        for symbol in 0..<width {
          let at = state * width + symbol
          let fallback = next[link * width + symbol]
          if next[at] >= 0 {
            fail[Int(next[at])] = fallback
            queue.append(next[at])
          } else if symbol == Int(TextFolding.space), last[state] == TextFolding.space {
            next[at] = Int32(state)
          } else {
            next[at] = fallback
          }
        }
      }
      // Rows instead of numbers: one multiplication less a byte.
      for at in next.indices { next[at] *= Int32(width) }
      return (next, first, shorter)
    }
  }
}
