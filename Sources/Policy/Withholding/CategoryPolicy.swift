internal import Records
internal import Requests
internal import Values

/// Which categories are withheld in a case, and what opens them (RULES.md §8, §9). Made once for a case; a
/// record that is known not to be of a Part 2 program has its own openings.
struct CategoryPolicy: Sendable {
  private let categories: CategorySet
  private let protected: Set<String>
  private let opened: Set<String>
  /// For records of which the request says that they are not Part 2's.
  private let openedOutsidePart2: Set<String>
  let isOwnAccess: Bool
  private let pipeline: Pipeline?
  private let site: Site.Kind

  init(_ facts: Case, _ categories: CategorySet) {
    self.categories = categories
    pipeline = facts.pipeline
    site = facts.house.site.kind
    isOwnAccess = facts.basis == .access
    protected = Self.protected(facts, categories)
    (opened, openedOutsidePart2) = (
      Self.opened(facts, categories, isPart2: true), Self.opened(facts, categories, isPart2: false)
    )
  }

  /// Categories of which something may have to be withheld.
  var isEmpty: Bool { protected.isEmpty }

  /// Whether a hit speaks of something that must not leave.
  func withholds(_ hit: CategoryHit, in record: RecordCase) -> Bool {
    withholds(hit.category, part: hit.part, isPart2: record.listed.part2 != .false)
  }

  /// Whether some category must not leave with a record.
  func withholdsAnything(of record: RecordCase) -> Bool {
    !isOwnAccess && protected.contains { withholds($0, part: nil, isPart2: record.listed.part2 != .false) }
  }

  /// Withheld in every record of the packet.
  var everywhere: Set<String> { protected.subtracting(opened).subtracting(openedOutsidePart2) }

  private func withholds(_ category: String, part: String?, isPart2: Bool) -> Bool {
    let open = isPart2 ? opened : openedOutsidePart2
    return protected.contains(category) && !open.contains(category) && !(part.map(open.contains) ?? false)
  }

  /// Whether the patient's form or the law opens the category of a hit.
  func opens(_ hit: CategoryHit, in record: RecordCase) -> Bool {
    let open = record.listed.part2 == .false ? openedOutsidePart2 : opened
    return isOwnAccess && hit.category != "PSYTHPN" || open.contains(hit.category)
  }

  func confidentiality(of category: String) -> Category.Confidentiality? {
    categories.category(category)?.confidentiality
  }

  /// The rule of RULES.md §9 that a category falls under.
  func rule(for category: String) -> RuleID { Self.rule(for: category, categories, site: site) }

  /// Under its rule's verdict, which the pipeline may lower to its floor.
  private static func protected(_ facts: Case, _ categories: CategorySet) -> Set<String> {
    // The patient's own access is cut by none but psychotherapy notes (45 CFR 164.524(a)(1)(i); 42 CFR 2.23).
    if facts.basis == .access { return ["PSYTHPN"] }
    guard let pipeline = facts.pipeline else { return categories.names.union(Pipeline.alwaysWithheld) }
    var names = Set(pipeline.categories).union(Pipeline.alwaysWithheld)
    if facts.house.site.kind == .va { names.formUnion(["SUD", "HIV", "SCA"]) }
    names = names.filter { name in
      let rule = rule(for: name, categories, site: facts.house.site.kind)
      return (pipeline.verdicts[rule] ?? .withhold) >= .withhold
        || RuleText.of(rule)?.floor ?? .hold >= .withhold
    }
    names.formUnion(barred(facts, categories))
    return names
  }

  /// Categories that the directory does not let this recipient have.
  private static func barred(_ facts: Case, _ categories: CategorySet) -> Set<String> {
    guard let id = facts.request.recipient?.id,
      let may = facts.house.recipients.first(where: { $0.id == id })?.mayReceive
    else { return [] }
    return categories.names.filter { Set(categories.chain($0)).isDisjoint(with: may) }
  }

  private static func opened(_ facts: Case, _ categories: CategorySet, isPart2: Bool) -> Set<String> {
    var opened: Set<String> = []
    let named = Set(facts.basis == .authorization ? facts.request.authorization?.categories ?? [] : [])
    let hasPart2Ground = Part2Consent.hasOrder(facts) || Part2Consent.shortfalls(facts).isEmpty
    for category in categories.names {
      let chain = categories.chain(category)
      let openers = Set(chain.flatMap { categories.category($0)?.releasedBy ?? [] })
      let isNamed = !openers.isDisjoint(with: named)
      if category == "PSYTHPN" {
        if isNamed, isPsychotherapyForm(facts.request.authorization) { opened.insert(category) }
      } else if chain.contains("SUD") {
        if isPart2 ? hasPart2Ground : (isNamed || hasPart2Ground) { opened.insert(category) }
      } else if isNamed {
        opened.insert(category)
      }
    }
    return opened.subtracting(barred(facts, categories))
  }

  /// 45 CFR 164.508(b)(3)(ii): a form of their own, joined with nothing but its like.
  static func isPsychotherapyForm(_ form: Authorization?) -> Bool {
    guard let form, form.kind == .psychotherapy, form.categories == ["PSYTHPN"] else { return false }
    return form.combinedWith.allSatisfy { $0 == "psychotherapy" }
  }

  static func rule(for category: String, _ categories: CategorySet, site: Site.Kind) -> RuleID {
    let chain = categories.chain(category)
    if site == .va, !Set(chain).isDisjoint(with: ["SUD", "HIV", "SCA"]) { return "cat.va" }
    for name in chain {
      if let rule = rules[name] { return rule }
    }
    // A category that a site added: it is named by its label.
    return "cat.label"
  }

  private static let rules: [String: RuleID] = [
    "SUD": "cat.sud", "ETHUD": "cat.sud", "OPIOIDUD": "cat.sud", "HIV": "cat.hiv", "MH": "cat.mh",
    "COGN": "cat.mh",
    "DVD": "cat.mh", "PSYTHPN": "cat.psychotherapy", "GDIS": "cat.genetic", "SCA": "cat.genetic",
    "STD": "cat.std",
    "SEX": "cat.sex", "PREGNANT": "cat.sex", "SDV": "cat.sdv",
  ]
}
