internal import Configuration
internal import Daemon
internal import Host
internal import JSON
internal import Ledger

/// How a house stands right now: as its daemon says, or, with none running, as its ledger and inboxes show to
/// whoever only looks. Nothing is locked, taken or written.
struct HouseLook {
  private let working: WorkingHouse
  private let opened: Configuration.House
  private let host = RealHost()

  init(_ opened: Configuration.House) throws(Failure) {
    (self.opened, working) = (opened, try WorkingHouse(opened))
  }

  /// The status as JSON; nil when there is no ledger yet and no daemon.
  func json() throws(Failure) -> [UInt8]? {
    do throws(HostError) {
      if let answer = try ControlClient(working.folders).ask(.status(newest: 0)) { return answer.json }
    } catch {
      throw Failure("the daemon did not answer", error)
    }
    let ledger: (any Ledger)?
    do throws(LedgerError) {
      ledger = try LedgerFile.reading(opened, host)
    } catch {
      throw Failure(error)
    }
    guard let ledger else { return nil }
    var engine = try working.engine(ledger, host) { _ in }
    engine.look()
    do throws(LedgerError) {
      return JSONWriter().bytes(try engine.status(newest: 0, events: 20).json())
    } catch {
      throw Failure(error)
    }
  }

  func page() throws(Failure) -> HousePage? { try json().flatMap { HousePage($0) } }
}
