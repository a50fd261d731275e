internal import ArgumentParser
internal import Configuration
internal import Daemon
internal import Host
internal import JSON
internal import Ledger
internal import Policy
internal import Requests
internal import Stages
internal import Values

/// `chartgate explain`: a dry run. It releases nothing and changes nothing.
struct ExplainCommand: Verb {
  static let words = "explain"
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what would become of a packet and why, without releasing anything.",
    discussion: """
      Example:  chartgate explain inbox/main/claim-17 --house /srv/chartgate
                chartgate explain 12
                chartgate explain 12 --diff | less
      PACKET is a folder, a flat request (NAME.request.json), or the number of a packet that the house has. \
      With --diff each record that would not leave whole is shown as it came beside what would leave: that is \
      patient data, for whoever may read the packet itself. Records are called by their place in the request; \
      --names tells the file of each, and a file's name often names a patient. \
      Ends with 0 when it would be released, else with 2.
      """)

  @Argument(help: "The packet: a folder, a flat request, or a number.") var packet: String
  @Option(help: "The day to judge by, YYYY-MM-DD. (default: the house's today)") var day: String?
  @Option(help: "The source whose desk is believed; needed where the house has several.") var source: String?
  @Flag(help: "Show what changes in each record, before and after side by side. Shows patient data.")
  var diff = false
  @Flag(help: "Tell which file each record is. Names of files are often those of patients.")
  var names = false
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let number = Int(packet)
    let host = RealHost()
    let folder = try house.enter(asRoot: number == nil ? .allowed : .refused)
    let opened = try house.read(folder, host)
    let given = try given(number, opened, host)
    let facts = try facts(given, opened, host)
    let explained: Explanation
    var comparisons: [RecordComparison] = []
    do throws(PacketError) {
      explained = try Deciding.explain(
        given.packet, facts, opened.policy, limits: opened.settings.limits)
      if diff {
        comparisons = try Deciding.compare(
          given.packet, facts, opened.policy, limits: opened.settings.limits)
      }
    } catch {
      throw Failure(.again, error.description)
    }
    let names = names ? RecordNames.of(given.packet, limits: opened.settings.limits) : [:]
    var answer = ExplainAnswer.of(explained, names: names, isTrial: opened.site.isTrial)
    if diff {
      answer.text += ComparisonAnswer.text(comparisons, names: names, width: Output.width)
      answer.members.append(.init("diff", ComparisonAnswer.json(comparisons)))
    }
    return answer
  }

  private func given(_ number: Int?, _ opened: Configuration.House, _ host: any Host) throws(Failure)
    -> GivenPacket
  {
    guard let number else {
      return try GivenPacket(
        at: try HouseOptions.absolute(packet), host: host, limits: opened.settings.limits)
    }
    let entry: PacketEntry?
    do throws(LedgerError) {
      entry = try LedgerFile.reading(opened, host)?.packet(PacketNumber(number))
    } catch {
      throw Failure(error)
    }
    guard let entry else {
      throw Failure(.failed, "the house has no packet \(number); see: chartgate status")
    }
    return try GivenPacket(entry, in: try WorkingHouse(opened).folders, host: host)
  }

  private func facts(_ given: GivenPacket, _ opened: Configuration.House, _ host: any Host) throws(Failure)
    -> HouseFacts
  {
    var clock = opened.clock
    if let day {
      guard let fixed = Day(day), let other = SiteClock(timeZone: opened.site.timeZone, fixedDay: fixed)
      else {
        throw Failure(.usage, "--day must be a day: YYYY-MM-DD")
      }
      clock = other
    }
    let sources = opened.settings.sources.map(\.id)
    let from = given.source ?? source ?? (sources.count == 1 ? sources.first : nil)
    guard let from else {
      throw Failure(.usage, "--source is missing; the house has: \(sources.joined(separator: ", "))")
    }
    if source != nil, !sources.contains(from) {
      throw Failure(.usage, "--source: the house has: \(sources.joined(separator: ", "))")
    }
    let disclosure = DisclosureID(packet: PacketNumber(given.packet.number), release: 1)
    var facts = opened.facts(
      at: clock.moment(at: host.now()), disclosure: disclosure.description, source: from)
    (facts.offences, facts.conflicts) = (given.offences, given.conflicts)
    return facts
  }
}
