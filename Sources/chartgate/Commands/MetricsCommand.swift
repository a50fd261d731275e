internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import JSON
internal import Values

/// `chartgate metrics`: the daemon's counts and states as Prometheus text.
struct MetricsCommand: Verb {
  static let words = "metrics"
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "Prints the running daemon's metrics as Prometheus text.",
    discussion: "Example:  chartgate metrics --house /srv/chartgate")

  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(asRoot: .refused)
    let places = try HousePlaces(path, RealHost())
    let reply: ControlClient.Answer?
    do throws(HostError) {
      reply = try ControlClient(places.folders).ask(.metrics)
    } catch {
      throw Failure("the daemon did not answer", error)
    }
    guard let reply else { throw Failure(.again, "no daemon runs on this house; start: chartgate serve") }
    if let problem = reply.problem { throw Failure(.failed, problem) }
    do throws(PacketError) {
      let document = try JSONDocument(reply.json, limits: .standard)
      let text = document.member(0, "text").flatMap(document.string) ?? ""
      return Answer(text, [.init("text", .string(text))])
    } catch {
      throw Failure(.failed, "the daemon's answer could not be read")
    }
  }
}
