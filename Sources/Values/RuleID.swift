/// The stable name of a rule, `area.topic.detail` as in RULES.md; never reused.
package struct RuleID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, Showable,
  CustomStringConvertible
{
  package let description: String
  package var shown: String { description }

  package init(stringLiteral literal: StaticString) { description = literal.description }

  /// A rule id read back from our own ledger or a pipeline; nil unless it is dotted lower-case words.
  package init?(checking text: String) {
    guard !text.isEmpty, text.utf8.count <= 80 else { return nil }
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard allowed else { return nil }
    description = text
  }

  package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}
