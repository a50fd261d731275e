/// Characters beyond ASCII that a reader takes for a letter or digit, or does not see at all: what is left of
/// NFKC (UAX #15) and of the confusables (UTS #39) when only Latin terms are sought (FAULTS.md E02, E03).
///
/// Superscript and circled digits are not there: a footnote mark behind a word is no part of it.
enum LookAlikes {
  /// Default-ignorable characters (Unicode, DerivedCoreProperties), and marks that are set upon a letter.
  static func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x0300...0x036F, 0x0483...0x0489, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF,
      0x3164, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// One or two symbols of ``TextFolding``; a space for what looks like neither letter nor digit.
  static func symbols(of scalar: UInt32) -> (first: UInt8, second: UInt8) {
    if scalar < UInt32(low.count) {
      let pair = low[Int(scalar)]
      guard pair == 0 else { return parts(pair) }
    } else if let pair = high[scalar] {
      return parts(pair)
    }
    for row in rows where row.scalars.contains(scalar) {
      return (row.first + UInt8((scalar - row.scalars.lowerBound) % row.count), TextFolding.dropped)
    }
    return (TextFolding.space, TextFolding.dropped)
  }

  private static func parts(_ pair: UInt16) -> (UInt8, UInt8) {
    (UInt8(pair & 0xFF), pair >> 8 == 0 ? TextFolding.dropped : UInt8(pair >> 8))
  }

  /// Alphabets and digits that stand in order.
  private static let rows: [(scalars: ClosedRange<UInt32>, first: UInt8, count: UInt32)] = [
    (0xFF10...0xFF19, 28, 10), (0xFF21...0xFF3A, 2, 26), (0xFF41...0xFF5A, 2, 26),  // full width
    (0x0660...0x0669, 28, 10), (0x06F0...0x06F9, 28, 10), (0x0966...0x096F, 28, 10),  // Arabic, Devanagari
    (0x249C...0x24B5, 2, 26), (0x24B6...0x24CF, 2, 26), (0x24D0...0x24E9, 2, 26),  // enclosed
    (0x1F110...0x1F129, 2, 26), (0x1F130...0x1F149, 2, 26), (0x1F150...0x1F169, 2, 26),
    (0x1F170...0x1F189, 2, 26),
    (0x1D400...0x1D6A3, 2, 26), (0x1D7CE...0x1D7FF, 28, 10),  // mathematical
  ]

  private static let near: [(String, String)] = [
    ("a", "àáâãäåāăąǎǻаαÀÁÂÃÄÅĀĂĄǍǺАΑª"), ("ae", "æÆǽǼ"), ("b", "ВΒ"), ("c", "çćĉċčсÇĆĈĊČС"),
    ("d", "ďđðĎĐÐԁ"), ("e", "èéêëēĕėęěеεÈÉÊËĒĔĖĘĚЕΕё"), ("f", "ƒ"), ("g", "ĝğġģĜĞĠĢɡ"), ("h", "ĥħĤĦНΗһ"),
    ("i", "ìíîïĩīĭįıіιÌÍÎÏĨĪĬĮİІΙ"), ("ij", "ĳĲ"), ("j", "ĵĴјЈ"), ("k", "ķĸĶкКΚκ"), ("l", "ĺļľŀłĹĻĽĿŁ"),
    ("m", "мМΜ"), ("n", "ñńņňŉŋÑŃŅŇŊΝ"), ("o", "òóôõöøōŏőоοÒÓÔÕÖØŌŎŐОΟº"), ("oe", "œŒ"), ("p", "рρРΡ"),
    ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšșŚŜŞŠȘſѕЅ"), ("ss", "ß"), ("t", "ţťŧțŢŤŦȚтТΤτ"), ("th", "þÞ"),
    ("u", "ùúûüũūŭůűųυÙÚÛÜŨŪŬŮŰŲ"), ("v", "νѵ"), ("w", "ŵŴ"), ("x", "хХΧχ"), ("y", "ýÿŷуÝŸŶУΥ"),
    ("z", "źżžŹŻŽΖ"),
  ]
  private static let far: [(String, String)] = [
    ("a", "ᴀᴬᵃꭺᎪ"), ("b", "ʙᴮᵇℬᏴ"), ("c", "ᴄᶜℂℭⅭⅽᏟ"), ("d", "ᴅᴰᵈⅮⅾᎠ"), ("e", "ᴇᴱᵉℯℰᎬ"), ("f", "ꜰᶠℱ"),
    ("g", "ɢᴳᵍℊᏀ"), ("h", "ʜᴴʰℋℌℍℎᎻ"), ("i", "ɪᴵⁱℐℑℹⅠⅰᏆ"), ("ii", "Ⅱⅱ"), ("iv", "Ⅳⅳ"), ("vi", "Ⅵⅵ"),
    ("ix", "Ⅸⅸ"), ("xi", "Ⅺⅺ"), ("j", "ᴊᴶʲᎫ"), ("k", "ᴋᴷᵏᏦ"), ("l", "ʟᴸˡℒℓⅬⅼᏞ"), ("m", "ᴍᴹᵐℳⅯⅿᎷ"),
    ("n", "ɴᴺⁿℕ"), ("o", "ᴏᴼᵒℴ"), ("p", "ᴘᴾᵖℙᏢ"), ("q", "ℚ"), ("r", "ʀᴿʳℛℜℝᎡᏒ"), ("s", "ꜱˢᏚ"),
    ("t", "ᴛᵀᵗᎢ"), ("u", "ᴜᵁᵘ"), ("v", "ᴠⱽᵛⅤⅴᏙ"), ("w", "ᴡᵂʷᎳ"), ("x", "ˣⅩⅹ"), ("y", "ʏʸ"),
    ("z", "ᴢᶻℤℨᏃ"),
  ]
  /// Latin Extended Additional (U+1E00 to U+1EFF), which Vietnamese is written in, by the letters without marks.
  private static let extended: [(String, ClosedRange<UInt32>)] = [
    ("a", 0x1E00...0x1E01), ("b", 0x1E02...0x1E07), ("c", 0x1E08...0x1E09), ("d", 0x1E0A...0x1E13),
    ("e", 0x1E14...0x1E1D), ("f", 0x1E1E...0x1E1F), ("g", 0x1E20...0x1E21), ("h", 0x1E22...0x1E2B),
    ("i", 0x1E2C...0x1E2F), ("k", 0x1E30...0x1E35), ("l", 0x1E36...0x1E3D), ("m", 0x1E3E...0x1E43),
    ("n", 0x1E44...0x1E4B), ("o", 0x1E4C...0x1E53), ("p", 0x1E54...0x1E57), ("r", 0x1E58...0x1E5F),
    ("s", 0x1E60...0x1E69), ("t", 0x1E6A...0x1E71), ("u", 0x1E72...0x1E7B), ("v", 0x1E7C...0x1E7F),
    ("w", 0x1E80...0x1E89), ("x", 0x1E8A...0x1E8D), ("y", 0x1E8E...0x1E8F), ("z", 0x1E90...0x1E95),
    ("h", 0x1E96...0x1E96), ("t", 0x1E97...0x1E97), ("w", 0x1E98...0x1E98), ("y", 0x1E99...0x1E99),
    ("a", 0x1E9A...0x1E9A), ("s", 0x1E9B...0x1E9D), ("ss", 0x1E9E...0x1E9E), ("a", 0x1EA0...0x1EB7),
    ("e", 0x1EB8...0x1EC7), ("i", 0x1EC8...0x1ECB), ("o", 0x1ECC...0x1EE3), ("u", 0x1EE4...0x1EF1),
    ("y", 0x1EF2...0x1EF9), ("o", 0x01A0...0x01A1), ("u", 0x01AF...0x01B0),
  ]

  /// For U+0000 to U+057F: the symbols that a letter folds to, the second in the high byte; 0 for none.
  private static let low: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x580)
    for (scalar, pair) in pairs(near + far) where scalar < 0x580 { table[Int(scalar)] = pair }
    return table
  }()
  private static let high = Dictionary(pairs(far), uniquingKeysWith: { first, _ in first })

  private static func pairs(_ groups: [(String, String)]) -> [(UInt32, UInt16)] {
    groups.flatMap { plain, marked in marked.unicodeScalars.map { ($0.value, pair(plain)) } }
      + extended.flatMap { plain, scalars in scalars.map { ($0, pair(plain)) } }
  }

  private static func pair(_ plain: String) -> UInt16 {
    let symbols = plain.utf8.map { UInt16(TextFolding.ascii[Int($0)]) }
    return symbols.count > 1 ? symbols[1] << 8 | symbols[0] : symbols[0]
  }
}
