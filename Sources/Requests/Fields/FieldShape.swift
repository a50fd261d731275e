/// How a value is written, in both forms alike; only ``flag``, ``count`` and ``threeWay`` are not texts
/// in JSON.
package enum FieldShape: Sendable, Equatable {
  /// Any text that is not blank, of characters that XML 1.0 can hold; kept as it stands.
  case text
  /// ``longestCode`` or fewer printable ASCII characters without a space.
  case code
  /// The place of a file within the packet.
  case path
  /// RFC 3339 full-date.
  case day
  /// RFC 3339 date-time, always with its zone.
  case instant
  /// SHA-256 as 64 hexadecimal digits.
  case digest
  /// `true` or `false`.
  case flag
  /// A whole number from 0 to ``highestCount``.
  case count
  /// US dollars, with cents in two digits or without: `6.50`.
  case dollars
  /// `true`, `false` or `unknown`.
  case threeWay
  /// One of a closed set.
  case word([String])

  package static let longestCode = 200
  package static let highestCount = 999_999_999_999_999

  /// Whether space around the value belongs to it. XML Schema calls that `whiteSpace`: `preserve` for
  /// these, `collapse` for all others.
  var keepsOuterSpace: Bool {
    switch self {
    case .text, .path: true
    case .code, .day, .instant, .digest, .flag, .count, .dollars, .threeWay, .word: false
    }
  }
}
