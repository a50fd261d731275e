package import Configuration
internal import Daemon
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
  /// What ended the work: every error of ours by what it is, any other by nothing that it says.
  package init(stopped error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let host as HostError: self.init("the work could not go on", host)
    case let ledger as LedgerError: self.init(ledger)
    case let stop as Engine.Stop:
      if case .ledger(let ledger) = stop { self.init(ledger) } else { self.init(.failed, stop.description) }
    case let stop as Service.Stop: self.init(.failed, stop.description)
    case let lock as TreeLock.Failure:
      if case .host(let host) = lock {
        self.init("the tree's lock could not be taken", host)
      } else {
        self.init(.again, lock.description)
      }
    default: self.init(.failed, "the work ended by an error that is not known; see the log")
    }
  }
  package init(_ problems: [HouseProblem]) { self.init(.configuration, problems.map(\.description)) }
}
