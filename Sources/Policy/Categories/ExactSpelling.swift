/// Whether an abbreviation stands in a text as it is written, letter case and all: characters that nobody sees
/// are passed over, a look-alike stands for its letter, and whatever parts words is alike.
enum ExactSpelling {
  /// - Parameter text: what folds to the term, or to the term with a plural s.
  static func isWritten(_ term: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
    let wanted = signs(term[...])
    let found = signs(text)
    guard found.count == wanted.count || found.count == wanted.count + 1 else { return false }
    if found.count > wanted.count, found.last != .letter(UInt8(ascii: "s")) { return false }
    return zip(wanted, found).allSatisfy { $0.agrees(with: $1) }
  }

  private enum Sign: Equatable {
    case letter(UInt8)
    /// Its symbol in ``TextFolding``: it has no case of its own.
    case lookAlike(UInt8)
    case gap

    func agrees(with other: Sign) -> Bool {
      switch (self, other) {
      case (.letter(let own), .lookAlike(let symbol)), (.lookAlike(let symbol), .letter(let own)):
        TextFolding.ascii[Int(own)] == symbol
      case (.letter, _), (.lookAlike, _), (.gap, _): self == other
      }
    }
  }

  private static func signs(_ text: ArraySlice<UInt8>) -> [Sign] {
    let bytes = Array(text)
    var signs: [Sign] = []
    func add(_ sign: Sign) {
      if sign != .gap || signs.last != .gap { signs.append(sign) }
    }
    var index = 0
    while index < bytes.count {
      let symbol = TextFolding.ascii[Int(bytes[index])]
      var length = 1
      if symbol == TextFolding.wide {
        let step = TextFolding.step(bytes.span, at: index)
        for part in [step.first, step.second] where part != TextFolding.dropped {
          add(TextFolding.isWord(part) ? .lookAlike(part) : .gap)
        }
        length = step.length
      } else if symbol != TextFolding.dropped {
        add(TextFolding.isWord(symbol) ? .letter(bytes[index]) : .gap)
      }
      index += length
    }
    return signs
  }
}
