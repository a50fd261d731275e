package import Values

/// One thing that is wrong with a request: where, what, and what to do; no byte of the request itself.
package struct RequestProblem: Hashable, Sendable, CustomStringConvertible {
  /// A pointer into the JSON form, such as `/patient/birthDate`, which names the same field in the XML
  /// form; there, or where nothing could be read, a line or a byte beside it.
  package let place: Place
  package let problem: PlainText
  package let remedy: PlainText

  package init(_ place: Place, _ problem: PlainText, remedy: PlainText) {
    (self.place, self.problem, self.remedy) = (place, problem, remedy)
  }

  package var description: String { "\(place): \(problem); \(remedy)" }
}

/// Why a request cannot be read: all of it at once, one at least.
package struct RequestProblems: Error, Equatable, Sendable, CustomStringConvertible {
  package let all: [RequestProblem]

  init(_ one: RequestProblem) { all = [one] }

  /// nil when there are none.
  init?(_ list: ProblemList) {
    guard !list.problems.isEmpty else { return nil }
    all = list.problems
  }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}

/// Problems as they are found. A hostile request can have as many as it has bytes, so they are bounded.
struct ProblemList {
  static let most = 100
  private(set) var problems: [RequestProblem] = []
  /// Whether more would change nothing: no work is done for what is not told.
  var isFull: Bool { problems.count > Self.most }

  mutating func add(_ problem: RequestProblem) {
    if problems.count < Self.most {
      problems.append(problem)
    } else if problems.count == Self.most {
      problems.append(
        RequestProblem(
          Place(path: "/"), "there are more problems", remedy: "correct these \(Self.most) first"))
    }
  }

  mutating func add(_ more: ProblemList) {
    for problem in more.problems where !isFull { add(problem) }
  }

  /// In the order of the file; those of one line as they were found.
  mutating func sortByLine() {
    let inOrder = problems.enumerated().sorted { a, b in
      (a.element.place.line ?? .max, a.offset) < (b.element.place.line ?? .max, b.offset)
    }
    problems = inOrder.map(\.element)
  }
}
