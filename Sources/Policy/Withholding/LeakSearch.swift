package import Records

/// Seeks in a record that leaves, all at once or part by part, what was taken out of the packet. Parts come in order:
/// two weak signs make a sure one wherever in the record they stand.
package struct LeakSearch: Sendable {
  private let plan: WithholdingPlan
  private let record: Int
  private var found = 0
  private var signs: [CategoryHit] = []
  private var units = 0

  package init(_ plan: WithholdingPlan, record: Int) { (self.plan, self.record) = (plan, record) }

  /// - Parameters:
  ///   - released: read again from the bytes that leave.
  ///   - bytes: as they leave.
  package mutating func add(_ released: RecordFacts, bytes: [UInt8]) {
    let looks = RunLooks(released)
    let hits = plan.categories.hits(released, looks)
    found += plan.telling.found(in: released, looks, hits).count + plan.telling.found(inBytes: bytes)
    signs += plan.withheld(of: hits, record: record).map { hit in
      CategoryHit(
        unit: hit.unit > 0 ? hit.unit + units : 0, category: hit.category, part: hit.part,
        certainty: hit.certainty, what: hit.what, concept: hit.concept, actsNear: hit.actsNear)
    }
    units += max(0, released.units.count - 1)
  }

  /// How much of it stands there: there must be nothing.
  package var count: Int { found + WithholdingPlan.sure(signs).count }
}
