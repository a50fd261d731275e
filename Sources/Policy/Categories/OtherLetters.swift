/// Letters of scripts that ``TextFolding`` has no symbols for: Greek, Cyrillic, Hebrew, Arabic, those of India, Chinese,
/// Japanese, Korean. They are compared as they stand, without the case of Greek and Cyrillic, the accents of Greek,
/// and the points of Hebrew and Arabic.
enum OtherLetters {
  enum Kind {
    /// A letter of Latin, or none.
    case none
    /// A point, or a sign that only stretches a word.
    case dropped
    /// As it is compared.
    case letter(UInt32)
    /// One that is not parted from the next by a blank where another word begins: each is a word.
    case syllable
  }

  /// None begins before it.
  static let first: UInt32 = 0x370

  /// Whether a character is one, told by what it is seen as; full-width and ornate letters are Latin's.
  @inline(__always)
  static func mayBe(_ scalar: UInt32, seenAs symbol: UInt8) -> Bool {
    guard scalar >= first else { return false }
    return symbol == TextFolding.space || scalar < 0x530 && symbol != TextFolding.dropped
  }

  static func kind(of value: UInt32) -> Kind {
    switch value {
    case 0..<first: return .none
    case 0x370...0x3FF, 0x1F00...0x1FFF: return greek(value)
    case 0x400...0x40F: return .letter(value + 0x50)
    case 0x410...0x42F: return .letter(value + 0x20)
    case 0x430...0x481, 0x48A...0x52F: return .letter(value == 0x451 ? 0x435 : value)
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F,
      0x670,
      0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED:
      return .dropped
    // Hamza and madda over alef and ya, and ya's other form, are often left out.
    case 0x622, 0x623, 0x625: return .letter(0x627)
    case 0x649, 0x6CC: return .letter(0x64A)
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x3096,
      0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F, 0x3131...0x318E, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x323AF:
      return .syllable
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .none }
    let properties = scalar.properties
    if properties.isAlphabetic { return .letter(value) }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return .letter(value)
    default: return .none
    }
  }

  private static func greek(_ value: UInt32) -> Kind {
    switch value {
    case 0x391...0x3A9: return .letter(value + 0x20)
    case 0x3C2: return .letter(0x3C3)
    case 0x386, 0x3AC, 0x1F00...0x1F0F, 0x1F70...0x1F71: return .letter(0x3B1)
    case 0x388, 0x3AD, 0x1F10...0x1F1F, 0x1F72...0x1F73: return .letter(0x3B5)
    case 0x389, 0x3AE, 0x1F20...0x1F2F, 0x1F74...0x1F75: return .letter(0x3B7)
    case 0x38A, 0x3AA, 0x390, 0x3AF, 0x3CA, 0x1F30...0x1F3F, 0x1F76...0x1F77: return .letter(0x3B9)
    case 0x38C, 0x3CC, 0x1F40...0x1F4F, 0x1F78...0x1F79: return .letter(0x3BF)
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD, 0x1F50...0x1F5F, 0x1F7A...0x1F7B: return .letter(0x3C5)
    case 0x38F, 0x3CE, 0x1F60...0x1F6F, 0x1F7C...0x1F7D: return .letter(0x3C9)
    case 0x37E, 0x384, 0x385, 0x387, 0x3F6: return .none
    default: return .letter(value)
    }
  }

  /// The character of more than one byte at a place, as ``TextFolding/step(_:at:)`` takes it.
  static func scalar(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> UInt32 {
    var scalar: UInt32 =
      switch length {
      case 2: UInt32(bytes[at] & 0x1F)
      case 3: UInt32(bytes[at] & 0x0F)
      case 4: UInt32(bytes[at] & 0x07)
      default: 0
      }
    guard length > 1 else { return 0 }
    for index in at + 1..<at + length { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    return scalar
  }
}
