internal import Daemon
internal import Host
internal import JSON
internal import Ledger

/// How a house stands right now: as its daemon says, or, with none running, as its ledger and inboxes show to
/// whoever only looks. Nothing is locked, taken or written.
struct HouseLook {
  private let places: HousePlaces
  private let host = RealHost()

  init(_ places: HousePlaces) { self.places = places }

  /// How long a daemon may take to answer; one that is in the middle of a long step answers after it.
  private static let patience = 5000

  /// - Returns: nil when there is no ledger yet and no daemon.
  func page() throws(Failure) -> HousePage? {
    var silence: String?
    do throws(HostError) {
      if let answer = try ControlClient(places.folders).ask(.status(newest: 0), milliseconds: Self.patience) {
        if let page = HousePage(answer.json) { return page }
        silence = answer.problem ?? "the daemon's answer could not be read"
      }
    } catch {
      silence = "the daemon did not answer (error \(error.code)): it is busy with a long step, or hangs"
    }
    let working = try places.house()
    let ledger: (any Ledger)?
    do throws(LedgerError) {
      ledger = try places.reading()
    } catch {
      throw Failure(error)
    }
    guard let ledger else { return nil }
    var engine = try working.engine(ledger, host) { _ in }
    engine.lookThrough()
    do throws(LedgerError) {
      var page = HousePage(JSONWriter().bytes(try engine.status(newest: 0, events: 20).json()))
      page?.silence = silence
      return page
    } catch {
      throw Failure(error)
    }
  }
}
