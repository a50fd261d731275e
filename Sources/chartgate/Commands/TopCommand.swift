internal import ArgumentParser
internal import Configuration
internal import Host
internal import JSON

/// `chartgate top`: what is where and why, drawn again every few seconds.
struct TopCommand: Verb {
  static let words = "top"
  static let configuration = CommandConfiguration(
    commandName: "top", abstract: "Shows what is where and why, again and again.",
    discussion: """
      Example:  chartgate top /srv/chartgate
      q or Ctrl-C ends it. It changes nothing, and may run beside the daemon or without one.
      """)

  @Argument(help: "The house's folder. (default: .)") var folder: String?
  @Flag(help: "Print the page once and end; also what happens where there is no terminal.") var once = false
  @Option(help: "Seconds between two pages.") var every = 2
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...3600).contains(every) else { throw ValidationError("--every must be from 1 to 3600") }
  }

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(folder, asRoot: .refused)
    let look = HouseLook(try HousePlaces(path, RealHost()))
    let first = try look.page()
    guard !once, !output.json else { return Self.answer(first) }
    StopSignals.watch()
    guard let terminal = Terminal() else { return Self.answer(first) }
    var page = first
    while !StopSignals.isSet {
      terminal.show((page?.text() ?? Self.nothing) + "\nq ends")
      if terminal.key(milliseconds: every * 1000) == UInt8(ascii: "q") { break }
      page = try look.page()
    }
    return Answer("")
  }

  private static let nothing = "no packet was taken yet, and no daemon runs\n"

  private static func answer(_ page: HousePage?) -> Answer {
    Answer(page?.text() ?? nothing, [.init("text", .string(page?.text() ?? nothing))])
  }
}
