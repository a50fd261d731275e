package import Values

/// What the leak check seeks of all that was taken out, and what it does not, each with its reason
/// (DESIGN.md §4.4). `explain` shows this table with the numbers of the packet.
package enum TellingKind: UInt8, Sendable, CaseIterable, Showable {
  /// The code by which an entry was known.
  case code
  /// The name that stands beside such a code.
  case name
  /// A weak term, found in what was taken out.
  case term
  /// A certain or likely term of a withheld category.
  case categoryTerm
  /// A redacted identifier, with and without its hyphens.
  case identifier
  /// The name of a person whom the policy removes, with a given name.
  case personName
  /// Their family name alone.
  case familyName
  /// Their address, telephone, email, employer.
  case contact
  /// Another code or name in the same part.
  case companion
  /// Five words in a row.
  case words

  case shortCode
  case status
  case plainNumber
  case templateID
  case genericName
  case givenName
  case ordinaryName
  case shortNumber
  case personsPlace
  case patientsOwn
  case shared
  case ownWords
  case otherScript

  package var shown: String {
    switch self {
    case .code: "code"
    case .name: "name"
    case .term: "term"
    case .categoryTerm: "category term"
    case .identifier: "identifier"
    case .personName: "a person's name"
    case .familyName: "a person's family name"
    case .contact: "a person's address, telephone or employer"
    case .companion: "companion"
    case .words: "five words"
    case .shortCode: "short code"
    case .status: "status"
    case .plainNumber: "plain number"
    case .templateID: "template id"
    case .genericName: "generic name"
    case .givenName: "given name alone"
    case .ordinaryName: "short or ordinary family name"
    case .shortNumber: "short number"
    case .personsPlace: "a person's town, postal code or birthday"
    case .patientsOwn: "the patient's own, or that of who stays"
    case .shared: "shared with what is released"
    case .ownWords: "our own words"
    case .otherScript: "name in letters of another script"
    }
  }

  package var isSought: Bool {
    switch self {
    case .code, .name, .term, .categoryTerm, .identifier, .personName, .familyName, .contact, .companion,
      .words:
      true
    case .shortCode, .status, .plainNumber, .templateID, .genericName, .givenName, .ordinaryName,
      .shortNumber, .personsPlace, .patientsOwn, .shared, .ownWords, .otherScript:
      false
    }
  }

  /// Whether a plan looks for it over the border of two lines too.
  var isFollowed: Bool {
    switch self {
    case .code, .name, .identifier, .personName, .familyName, .contact: true
    case .term, .categoryTerm, .companion, .words, .shortCode, .status, .plainNumber, .templateID,
      .genericName, .givenName, .ordinaryName, .shortNumber, .personsPlace, .patientsOwn, .shared, .ownWords,
      .otherScript:
      false
    }
  }

  package var reason: PlainText {
    switch self {
    case .code: "it means the category wherever it stands"
    case .name: "it says in words what the code says"
    case .term: "it was part of what is withheld, so elsewhere it speaks of the same"
    case .categoryTerm: "the label set has it for the category"
    case .identifier: "it was redacted by value"
    case .personName: "it names somebody whom the policy removes, in whatever order and with an initial"
    case .familyName: "it is rare enough to name a person by itself, and nobody's who stays"
    case .contact: "it leads to somebody whom the policy removes"
    case .companion: "it may name the same thing in another system; sought unless released parts have it too"
    case .words: "a copy of removed text; sought unless released parts have the same five words"
    case .shortCode: "fewer than three characters stand in every record"
    case .status: "a code of letters alone is a status, a unit or a flag (active, POS, mg)"
    case .plainNumber: "numbers, dates and codes of up to five digits stand in every record"
    case .templateID: "an OID names a form of entry, not what was entered"
    case .genericName:
      "one word, a few letters, or what a department is called (Pain, Normal, Emergency Department)"
    case .givenName: "a given name alone is many people's, and often a word; it goes in its own place"
    case .ordinaryName:
      "fewer than four letters, a word of the language, a sign, a disease or a town of that name, or no name"
    case .shortNumber:
      "fewer than five digits, of staff fewer than seven signs, stand in every record; it goes in its own place"
    case .personsPlace: "towns, postal codes and days are many people's; it goes in its own place"
    case .patientsOwn: "the patient, the house or somebody who is not removed has it too"
    case .shared: "it stands in what is released by right, such as boilerplate or another entry's author"
    case .otherScript: "its letters are none that the search compares; it goes in its own place"
    case .ownWords: "the neutral sentence and FHIR's label, which we put in ourselves"
    }
  }

  /// What a code is, written in a text.
  static func of(code text: String) -> TellingKind {
    let plain = CodeText.plain(text)
    let digits = plain.count(where: CodeText.isDigit)
    let letters = plain.count(where: CodeText.isLetter)
    if plain.count < 3 { return .shortCode }
    if letters == 0, plain.count(where: { $0 == UInt8(ascii: ".") }) >= 3 { return .templateID }
    if digits == 0 { return .status }
    if letters > 0 { return .code }
    let isLOINC = plain.count >= 4 && plain[plain.count - 2] == UInt8(ascii: "-") && digits == plain.count - 1
    // ICD-9 with its dot (303.90) cannot be told from a measured number.
    return isLOINC || digits >= 6 && plain.allSatisfy(CodeText.isDigit) ? .code : .plainNumber
  }

  /// What looks like an identifier in a value that a site names: the whole, and each word of it that does.
  static func identifiers(in text: String) -> Set<String> {
    let words = text.utf8.split {
      $0 <= 0x20 || [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains($0)
    }
    return Set((words.map { String(decoding: $0, as: UTF8.self) } + [text]).filter(isIdentifier))
  }

  /// Whether a value that a site names looks like an identifier: six letters and digits or more, most of them
  /// digits, and no day or time such as every record has.
  private static func isIdentifier(_ text: String) -> Bool {
    let signs = text.utf8.filter { CodeText.isDigit($0) || CodeText.isLetter($0 & 0xDF) }
    let digits = signs.count(where: CodeText.isDigit)
    guard signs.count >= 6, digits * 2 >= signs.count, FoldedWords.words(of: text).count <= 4 else {
      return false
    }
    return !(digits == signs.count && isDay(signs))
  }

  /// Written `20260302`, `202603021405` or so, with whatever signs between.
  private static func isDay(_ digits: [UInt8]) -> Bool {
    guard [8, 12, 14].contains(digits.count) else { return false }
    let number = digits.prefix(8).reduce(0) { $0 * 10 + Int($1 & 15) }
    return (1850...2150).contains(number / 10_000) && (1...12).contains(number / 100 % 100)
      && (1...31).contains(number % 100)
  }

  /// What a name beside a code is: two words and ten letters or digits tell something by themselves.
  static func of(name text: String) -> TellingKind {
    let words = FoldedWords.words(of: text)
    let length = TextFolding.symbols(of: text).count(where: TextFolding.isWord)
    return words.count >= 2 && length >= 10 ? .name : .genericName
  }
}
