internal import Values

/// What RULES.md says of every rule: law, default verdict, floor, lift, and the words for a letter. Rules that
/// are not built yet are here too, so that `explain` can name them; a test keeps this equal to rules.yaml.
enum RuleBook {
  struct Row: Sendable {
    let law: StaticString
    let verdict: Verdict
    let floor: Verdict
    let lift: Lift
    let says: StaticString
  }

  static func row(_ id: RuleID) -> Row? { rows[id.description] ?? designRows[id.description] }

  static var ids: [String] { rows.keys.sorted() }

  private static let rows: [String: Row] = {
    let sections = [
      authorizationRows, accessRows, purposeRows, requesterRows, publicPurposeRows, substanceUseRows,
      categoryRows,
      accountingRows, limitedDataRows, stateRows, houseRows,
    ]
    return Dictionary(sections.joined()) { _, last in last }
  }()
}
