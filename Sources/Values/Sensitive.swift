/// A name, an identifier, a clinical value: may be compared and redacted, never shown.
package struct Sensitive<Value: Sendable>: Sendable {
  /// Why a sensitive value is looked at; searching for `reveal` is the audit.
  package enum Reason: Sendable { case match, redact, release, console }

  private let value: Value
  package init(_ value: Value) { self.value = value }

  /// The only way out; every call states its reason.
  package func reveal<R, Failure: Error>(_ why: Reason, _ use: (Value) throws(Failure) -> R) throws(Failure)
    -> R
  {
    try use(value)
  }

  /// The value itself, for a stated reason.
  package func reveal(_ why: Reason) -> Value { value }
}

extension Sensitive: Equatable where Value: Equatable {}
extension Sensitive: Hashable where Value: Hashable {}

extension Sensitive: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<sensitive>" }
  package var debugDescription: String { "<sensitive>" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension DefaultStringInterpolation {
  @available(*, deprecated, message: "patient data is never printed: say the rule and the place")
  package mutating func appendInterpolation<V>(_ value: Sensitive<V>) { appendLiteral("<sensitive>") }
}
