package import Records
package import Values

/// What of a packet stays behind, why, and what must therefore not be found in the release. A pure function
/// of the case and the label set: planned twice, it is the same.
package struct WithholdingPlan: Sendable {
  /// Why a part goes. House-side only: an outsider is never told of a rule, a place or a category.
  package struct Reason: Sendable, Hashable {
    package let rule: RuleID
    /// The part that goes; 0 is the whole record.
    package let unit: Int
    /// Set when the rule is one of a category.
    package let category: String?
  }

  package struct RecordPlan: Sendable {
    package let number: Int
    package let cut: Cut
    /// Nothing of it leaves; the outer manifest neither names nor counts it.
    package let isWithheldWhole: Bool
    /// How many places of the record led to each reason.
    package let reasons: [Reason: Int]
    /// Values that are marked where they stand, in the record's order.
    package let redacted: [Redacted]
  }

  /// A value that is marked where it stands, and by which rule.
  package struct Redacted: Sendable, Hashable {
    package let rule: RuleID
    package let part: CutPart
  }

  /// In the order of the request.
  package let records: [RecordPlan]
  package let findings: [Finding]
  /// What the leak check seeks.
  package let telling: TellingValues
  /// Protected categories of which something leaves, opened by form or law: for notices, and for the
  /// directory's rules on recipients.
  package let released: Set<String>

  let policy: CategoryPolicy
  let categories: CategorySet
  /// Without their facts, which may be large.
  let cases: [RecordCase]

  /// - Throws: when a part of a record can no longer be read as it was; never for records that lie in memory.
  package static func plan(_ facts: Case, categories: CategorySet) throws(PacketError) -> WithholdingPlan {
    var planner = try WithholdingPlanner(facts, categories)
    return try planner.plan()
  }

  package func record(_ number: Int) -> RecordPlan? { records.first { $0.number == number } }

  /// What still speaks of a withheld category in a record that was read again from the release: there must
  /// be nothing.
  package func remaining(in released: RecordFacts, record number: Int) -> [CategoryHit] {
    remaining(of: categories.hits(released), record: number)
  }

  /// How much of what was taken out a record that leaves still holds, as it was read again and in its plain bytes.
  package func leaks(in released: RecordFacts, bytes: [UInt8], record number: Int) -> Int {
    var search = LeakSearch(self, record: number)
    search.add(released, bytes: bytes)
    return search.count
  }

  private func remaining(of signs: [CategoryHit], record number: Int) -> [CategoryHit] {
    Self.sure(withheld(of: signs, record: number))
  }

  /// The signs of what must not leave with a record.
  func withheld(of signs: [CategoryHit], record number: Int) -> [CategoryHit] {
    guard let record = cases.first(where: { $0.number == number }) else { return [] }
    return signs.filter { policy.withholds($0, in: record) }
  }

  static func sure(_ hits: [CategoryHit]) -> [CategoryHit] {
    let sure = CategorySigns.sure(hits)
    return hits.filter { sure.contains($0.category) }
  }

  /// The finding that stops a packet when the leak check finds something (DESIGN.md §4.4).
  ///
  /// - Parameter number: of the record; nil for what is none: the index, names, notices.
  package static func leak(_ count: Int, record number: Int?) -> Finding {
    .of(
      "house.leak", subject: number.map { .record($0) } ?? .packet,
      at: number.map { Place(record: $0) } ?? Place(path: "index, names or notices of the bundle"),
      "\(count) withheld values are still in the release",
      remedy: "nothing was delivered; withhold the record whole, or report what the format left behind")
  }
}
