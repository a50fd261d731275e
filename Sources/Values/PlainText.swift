/// A value that may be shown to anyone: a rule id, a place, a count. Nothing read from a packet conforms.
package protocol Showable {
  var shown: String { get }
}

extension Int: Showable {
  package var shown: String { String(self) }
}

/// Text for people, made of literals and ``Showable`` values only: `"\(patient.name)"` does not compile.
package struct PlainText: ExpressibleByStringInterpolation, Hashable, Sendable, CustomStringConvertible,
  Showable
{
  package let description: String
  package var shown: String { description }

  package init(stringLiteral literal: StaticString) { description = literal.description }
  package init(stringInterpolation: StringInterpolation) { description = stringInterpolation.text }

  /// Text that the house itself wrote: a rule's words, a configuration's error, a row of our own ledger.
  /// Never call this with bytes of a packet; a test reads the sources for its callers.
  package init(ours text: String) { description = text }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
    package mutating func appendInterpolation(_ value: some Showable) { text += value.shown }
  }
}
