internal import ArgumentParser
internal import Configuration
internal import Host

/// `chartgate check`: everything that is wrong with a house, in one go.
struct CheckCommand: Verb {
  static let words = "check"
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Finds every mistake in a house: configuration, pipelines, recipients, folders and their modes.",
    discussion: "Example:  chartgate check /srv/chartgate\nEnds with 0, or 78 when there is an error.")

  @Argument(help: "The house's folder. (default: .)") var folder: String?
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = try house.enter(folder, asRoot: .allowed)
    let host = RealHost()
    let loading = HouseLoader(path, host: host)
    // Root looks at the house with the eyes of whom the daemon will run as: the state folder's owner.
    let user = ThisProcess.effectiveUserID == 0 ? owner(loading, host) ?? 0 : ThisProcess.effectiveUserID
    let check = HouseCheck(loading, host: host, user: user, now: host.now())
    return CheckAnswer.of(check.problems, loading.house)
  }

  private func owner(_ loading: HouseLoader, _ host: RealHost) -> UInt32? {
    guard let state = loading.folder.state(loading.settings) else { return nil }
    do throws(HostError) {
      return try host.statusIfThere(state)?.owner
    } catch {
      return nil  // the check says what is wrong with it
    }
  }
}
