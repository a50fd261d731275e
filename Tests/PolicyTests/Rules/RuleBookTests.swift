import Policy
import Testing
import Values
import YAML

/// The code and the tables of the law say the same: Fixtures holds copies of rules.yaml and purposes.yaml.
struct RuleBookTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let text: [String: String]
    var testDescription: String { id }
  }

  static let rows: [Row] = {
    guard
      let file = try? YAMLFile(
        CheckoutFile.bytes("Tests/PolicyTests/Fixtures/rules.yaml"), name: "rules.yaml")
    else { preconditionFailure("rules.yaml cannot be read") }
    var map = YAMLMap(file)
    return map.maps("rules").map { item in
      var item = item
      var text: [String: String] = [:]
      for key in ["law", "verdict", "floor", "lift", "says"] { text[key] = item.text(key) }
      return Row(id: item.requiredText("id"), text: text)
    }
  }()

  @Test func `the rule book has the rules of rules.yaml and no other`() {
    #expect(Self.rows.count > 190)
    #expect(RuleText.allIDs == Self.rows.map(\.id).sorted())
  }

  @Test(arguments: rows) func `law, verdict, floor, lift and words are those of rules.yaml:`(_ row: Row)
    throws
  {
    let id = try #require(RuleID(checking: row.id))
    let book = try #require(RuleText.of(id))
    #expect(book.law == row.text["law"])
    #expect(book.verdict.rawValue == row.text["verdict"])
    #expect(book.floor.rawValue == row.text["floor"])
    #expect(book.lift.rawValue == row.text["lift"])
    #expect(book.says == row.text["says"])
  }

  @Test func `no floor lies above its verdict`() {
    for row in Self.rows {
      guard let id = RuleID(checking: row.id), let book = RuleText.of(id) else { continue }
      #expect(book.floor <= book.verdict, "\(row.id)")
    }
  }

  /// Every built rule has a test that names it: its id stands in a test's source, in quotes or in a title.
  @Test func `every built rule is named by a test`() throws {
    let sources = try CheckoutFile.names("Tests/PolicyTests/Rules").filter { $0.hasSuffix("Tests.swift") }
      .map { String(decoding: CheckoutFile.bytes("Tests/PolicyTests/Rules/\($0)"), as: UTF8.self) }
      .joined()
    let untested = Set(Verification.rules.map(\.id.description)).filter { id in
      !sources.contains("\"\(id)\"") && !sources.contains("\(id):") && !sources.contains("`\(id) ")
        && !sources.contains(" \(id) ")
    }
    #expect(untested.sorted() == [])
  }
}
