internal import Values

/// How a field's value is written as text and read from it.
package struct FieldKind<Value>: Sendable {
  package let shape: FieldShape
  package let read: @Sendable (String) throws(Unfit) -> Value
  package let write: @Sendable (Value) -> String

  init(
    _ shape: FieldShape, read: @escaping @Sendable (String) throws(Unfit) -> Value,
    write: @escaping @Sendable (Value) -> String
  ) {
    (self.shape, self.read, self.write) = (shape, read, write)
  }
}

extension FieldKind where Value: Sendable {
  /// The same, as a value that is never shown. Writing a request is handing it on.
  var sensitive: FieldKind<Sensitive<Value>> {
    let (read, write) = (read, write)
    return FieldKind<Sensitive<Value>>(shape) { text throws(Unfit) in
      Sensitive(try read(text))
    } write: {
      write($0.reveal(.release))
    }
  }
}

extension FieldKind<String> {
  static let text = FieldKind(.text) { text throws(Unfit) in
    try FieldText.checked(text)
  } write: {
    $0
  }

  static let code = FieldKind(.code) { text throws(Unfit) in
    let isPrintable = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPrintable, (1...FieldShape.longestCode).contains(text.utf8.count) else {
      throw Unfit(
        "not a code", remedy: "write 1 to \(FieldShape.longestCode) printable ASCII characters without space")
    }
    return text
  } write: {
    $0
  }

  static let path = FieldKind(.path) { text throws(Unfit) in
    try PacketPath.checked(text)
  } write: {
    $0
  }

  /// A word of an enum that the model keeps as text.
  static func word<Word: RawRepresentable<String> & CaseIterable>(of type: Word.Type) -> FieldKind {
    let words = type.allCases.map(\.rawValue)
    return FieldKind(.word(words)) { text throws(Unfit) in
      try FieldText.word(text, of: words)
    } write: {
      $0
    }
  }
}

extension FieldKind<Sensitive<String>> {
  static let text = FieldKind<String>.text.sensitive
  static let path = FieldKind<String>.path.sensitive
}

extension FieldKind<Day> {
  static let day = FieldKind(.day) { text throws(Unfit) in
    guard let day = Day(text) else {
      throw Unfit("not a day of the calendar", remedy: "write it as YYYY-MM-DD")
    }
    return day
  } write: {
    $0.description
  }
}

extension FieldKind<Sensitive<Day>> {
  static let day = FieldKind<Day>.day.sensitive
}

extension FieldKind<Instant> {
  static let instant = FieldKind(.instant) { text throws(Unfit) in
    // No zone is further from UTC than 14 hours (XML Schema 1.1 part 2, §3.3.7).
    let offset = text.utf8.last == UInt8(ascii: "Z") ? [] : Array(text.utf8.suffix(5))
    guard let instant = Instant(text), instant.utcDay != nil, !"14:00".utf8.lexicographicallyPrecedes(offset)
    else {
      throw Unfit(
        "not a time with its zone", remedy: "write it as 2026-03-02T09:15:00-05:00, or with Z for UTC")
    }
    return instant
  } write: {
    $0.description
  }
}

extension FieldKind<Digest> {
  static let digest = FieldKind(.digest) { text throws(Unfit) in
    guard let digest = Digest(hex: text) else {
      throw Unfit("not a SHA-256 digest", remedy: "write its 64 hexadecimal digits")
    }
    return digest
  } write: {
    $0.hex
  }
}

extension FieldKind<Bool> {
  static let flag = FieldKind(.flag) { text throws(Unfit) in
    switch text {
    case "true": return true
    case "false": return false
    default: throw Unfit("neither true nor false", remedy: "write true or false, or leave it out")
    }
  } write: {
    $0 ? "true" : "false"
  }

  /// Two words that say yes and no.
  static func either(_ yes: String, or no: String) -> FieldKind {
    FieldKind(.word([yes, no])) { text throws(Unfit) in
      if text == yes { return true }
      if text == no { return false }
      throw FieldText.unknownWord(text, of: [yes, no])
    } write: {
      $0 ? yes : no
    }
  }
}

extension FieldKind<Int> {
  static let count = FieldKind(.count) { text throws(Unfit) in
    guard let count = FieldText.number(text, digits: 1...15) else {
      throw Unfit("not a whole number from 0 to \(FieldShape.highestCount)", remedy: "write digits only")
    }
    return count
  } write: {
    String($0)
  }

  /// Cents, written as US dollars.
  static let dollars = FieldKind(.dollars) { text throws(Unfit) in
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let whole = parts.first.flatMap({ FieldText.number($0, digits: 1...7) }), parts.count <= 2,
      let cents = parts.count == 2 ? FieldText.number(parts[1], digits: 2...2, mayPad: true) : 0
    else {
      throw Unfit("not an amount in US dollars", remedy: "write it as text, such as 6.50")
    }
    return whole * 100 + cents
  } write: {
    let cents = String($0 % 100)
    return "\($0 / 100).\(cents.utf8.count < 2 ? "0" : "")\(cents)"
  }
}

extension FieldKind<ListedRecord.Part2> {
  static let threeWay = FieldKind(.threeWay) { text throws(Unfit) in
    guard let value = ListedRecord.Part2(rawValue: text) else {
      throw Unfit("neither true, false nor unknown", remedy: "write true, false or unknown")
    }
    return value
  } write: {
    $0.rawValue
  }
}

extension FieldKind where Value: RawRepresentable<String> & CaseIterable & SendableMetatype {
  static var word: FieldKind {
    let words = Value.allCases.map(\.rawValue)
    return FieldKind(.word(words)) { text throws(Unfit) in
      guard let value = Value(rawValue: try FieldText.word(text, of: words)) else {
        throw FieldText.unknownWord(text, of: words)
      }
      return value
    } write: {
      $0.rawValue
    }
  }
}
