package import Configuration
package import Host
package import Ledger

/// Why a command did not do what it was asked: everything at once, each line with its remedy.
package struct Failure: Error, Equatable {
  package let status: Ending
  package let problems: [String]

  package init(_ status: Ending, _ problems: [String]) {
    (self.status, self.problems) = (status, problems)
  }
  package init(_ status: Ending, _ problem: String) { self.init(status, [problem]) }

  /// - Parameter what: what could not be done, in words.
  package init(_ what: String, _ error: HostError) { self.init(Ending(error), "\(what): \(error)") }
  package init(_ error: LedgerError) { self.init(Ending(error), error.description) }
  package init(_ problems: [HouseProblem]) { self.init(.configuration, problems.map(\.description)) }
}
