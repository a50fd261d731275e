/// A category file as it was read, before all files are laid together.
struct CategoryFile: Sendable {
  struct CodeEntry: Sendable {
    var terminology: Terminology
    var from: String
    /// The same as `from` for a single code.
    var to: String
    var isRange: Bool
    var excluded: [String]
    var weakIfSixth: [String]
    var words: String
    var certainty: Certainty
    var isConfirmed: Bool
    var source: String
  }
  struct CodeList: Sendable {
    var terminology: Terminology
    var codes: [String]
    var title: String
    var certainty: Certainty
    var isConfirmed: Bool
    var source: String
  }
  struct Term: Sendable {
    /// The term, then its brands.
    var spellings: [String]
    var expansion: String?
    /// What else it may mean.
    var ambiguity: String?
    var certainty: Certainty
    var isExact: Bool
    /// It means something else far more often, and acts only near another sign of its category.
    var actsNear: Bool
  }

  var category: Category
  var codes: [CodeEntry]
  var lists: [CodeList]
  var terms: [Term]
  var patterns: [SpelledPattern]
}
