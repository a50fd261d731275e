internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import JSON
internal import Ledger

/// `chartgate retry`: puts a packet back on the path, through the daemon where one runs.
struct RetryCommand: Verb {
  static let words = "retry"
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Puts a held or rejected packet back on the path.",
    discussion: "Example:  chartgate retry 12 --house /srv/chartgate")

  @Argument(help: "The packet's number, as status shows it.") var packet: Int
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(asRoot: .refused)
    let host = RealHost()
    let places = try HousePlaces(path, host)
    let log = EventLog()
    let reply: ControlClient.Answer
    do {
      reply = try ControlClient(places.folders).perform(.retry(PacketNumber(packet))) {
        let working = try places.house()
        return try working.engine(try working.ledger(), host) { log.tell($0) }
      }
    } catch {
      throw Failure(stopped: error)
    }
    if let problem = reply.problem { throw Failure(.failed, problem) }
    return Answer(
      "packet \(packet) is back on the path\n",
      [.init("packet", .integer(Int64(packet))), .init("state", "claimed")])
  }
}
