package import Values

/// What a selector found in a record, in words of a ``Cut``.
package struct Selection: Sendable, Equatable {
  /// Parts that go: those that were named, and those around what cannot be changed in its place.
  package var units: Set<Int> = []
  /// Arena ranges to mark, each within one run.
  package var redactions: [Range<Int>] = []
  /// Values without text (true, false), by the format's own numbers; see ``Cut/values``.
  package var values: Set<Int> = []

  package init(units: Set<Int> = [], redactions: [Range<Int>] = [], values: Set<Int> = []) {
    (self.units, self.redactions, self.values) = (units, redactions, values)
  }
}

/// What becomes of what a selector names.
package enum SelectorAction: String, Sendable, CaseIterable {
  /// The value is marked where it stands.
  case redact
  /// The part that holds it goes.
  case withhold
}

/// A selector, and what is to become of what it names.
package struct SelectorUse: Sendable, Equatable {
  package let selector: Selector
  package let action: SelectorAction
  /// The rule that errors name.
  package let rule: RuleID

  package init(_ selector: Selector, _ action: SelectorAction, rule: RuleID = "site.rule") {
    (self.selector, self.action, self.rule) = (selector, action, rule)
  }

  /// Does the rule's work, and names it where it cannot be done.
  func named<Found>(_ work: () throws(PacketError) -> Found) throws(PacketError) -> Found {
    do throws(PacketError) {
      return try work()
    } catch {
      throw PacketError(
        error.rule, error.outcome, at: error.place, "\(rule): \(error.problem)", remedy: error.remedy)
    }
  }
}

extension PacketError {
  /// A selector that takes longer than a record of that size may: never taken for one that found nothing.
  static func selectorLimit(_ record: Int) -> PacketError {
    PacketError(
      "site.limit", .hold, at: Place(record: record), "a site rule takes too many steps in this record",
      remedy: "make its path more direct, or look at the record and decide")
  }
}
