import Requests
import Testing

/// A request that differs from the good one, attorney, in one thing.
struct BadExample: CustomTestStringConvertible, Sendable {
  /// What stands in the good one, once, and what takes its place.
  struct Change: Sendable {
    let old: String
    let new: String
    init(_ old: String, _ new: String) { (self.old, self.new) = (old, new) }
  }

  /// The name of its files in Examples/bad.
  let name: String
  /// Where the problem is told; nil where the text is broken and only a line or a byte can be named.
  let pointer: String?
  /// Words of the problem.
  let says: String
  let json: Change?
  let xml: Change?
  /// The XML line, where it is not that of the change.
  let line: Int?
  var testDescription: String { name }

  init(
    _ name: String, at pointer: String?, says: String, json: Change? = nil, xml: Change? = nil,
    line: Int? = nil
  ) {
    (self.name, self.pointer, self.says, self.json, self.xml) = (name, pointer, says, json, xml)
    self.line = line
  }

  /// Another text as the value of a field.
  init(
    _ name: String, at pointer: String, _ field: String, _ old: String, _ new: String, says: String,
    line: Int? = nil
  ) {
    self.init(
      name, at: pointer, says: says,
      json: Change("\"\(field)\": \"\(old)\"", "\"\(field)\": \"\(new.replacing("\\", with: "\\\\"))\""),
      xml: Change("<\(field)>\(old)</\(field)>", "<\(field)>\(new)</\(field)>"), line: line)
  }

  /// The text in one form; nil where the thing cannot be said in it.
  func text(_ form: RequestName) throws -> String? {
    guard let change = form == .xml ? xml : json else { return nil }
    let good = try Examples.good("attorney", form)
    #expect(good.components(of: change.old) == 2, "\(name): what is changed must stand once in the good one")
    return good.replacing(change.old, with: change.new)
  }

  /// The line on which the good one and this one part, from 1.
  func changedLine() throws -> Int {
    let good = try Examples.good("attorney", .xml)
    let same = zip(good.utf8, try #require(try text(.xml)).utf8).prefix { $0 == $1 }
    return 1 + same.count { $0.0 == 0x0A }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count
  }
}

/// The examples that stand as files, for us and for peers.
enum Examples {
  static let good = ["attorney", "consent", "court-order", "least"]

  static func good(_ name: String, _ form: RequestName) throws -> String {
    String(decoding: try RepositoryFile("\(folder)/good/\(name).\(form)").bytes(), as: UTF8.self)
  }

  static let folder = "Tests/RequestsTests/Examples"
}
