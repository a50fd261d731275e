internal import ArgumentParser
internal import Configuration
internal import Host
internal import JSON
internal import Policy
internal import Values

/// `chartgate init`: a house that works.
struct InitCommand: Verb {
  static let words = "init"
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a house in an empty folder: configuration, folders, pipelines, an example.",
    discussion: """
      Example:  chartgate init trial --trial
                chartgate init /srv/chartgate --name "St. Elsewhere" --kind hospital --state MA \
      --time-zone America/New_York
      Nothing is ever overwritten.
      """)

  @Argument(help: "The folder to make; empty if it is there.") var folder: String
  @Flag(help: "A trial house: takes samples, and marks everything that it makes TRIAL.") var trial = false
  @Option(help: "A fixed today, YYYY-MM-DD; only with --trial.") var day: String?
  @Option(help: "The site's name.") var name: String?
  @Option(help: "hospital, nursing-facility, home-health, part2-program, school-clinic or va.") var kind:
    String?
  @Option(help: "The site's state: two letters.") var state: String?
  @Option(help: "The site's time zone, as in America/New_York.") var timeZone: String?
  @Option(help: "Change to this user first, whose the house then is; needed when started as root.")
  var user: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let site = try self.site()
    var options = HouseOptions()
    (options.house, options.user) = (nil, user)
    let path = try options.enter(folder, asRoot: .allowed)
    let host = RealHost()
    let house = NewHouse(
      site: site, fixedDay: try fixedDay(), policies: try Self.policies(host),
      example: try example(site, host))
    switch house.make(at: path, host: host) {
    case nil: break
    case .notEmpty: throw Failure(.failed, "\(path) is not empty; nothing was written; name another folder")
    case .notAFolder: throw Failure(.failed, "\(path) is no folder; nothing was written; name another one")
    case .host(let error): throw Failure("\(path) could not be made", error)
    }
    let shell = HousePath.quoted(folder)
    let user = self.user.map { " --user " + HousePath.quoted($0) } ?? ""
    let text = """
      \(site.isTrial ? "TRIAL house" : "house") made in \(path)
      next:  chartgate check \(shell)
             \(site.isTrial ? "cp -r \(shell)/\(NewHouse.exampleName) \(shell)/inbox/main/" : "drop packets into \(shell)/inbox/main/")
             chartgate run \(shell)\(user)      (or: chartgate serve \(shell)\(user))

      """
    return Answer(text, [.init("house", .string(path)), .init("trial", .bool(site.isTrial))])
  }

  /// What was typed about the site; a trial needs nothing, a house that releases needs all four.
  func site() throws(Failure) -> Site {
    var problems: [String] = []
    func needed(_ value: String?, _ option: String, trial default: String) -> String {
      if let value { return value }
      if !self.trial {
        problems.append("\(option) is missing; a house that releases must say it (or: --trial)")
      }
      return `default`
    }
    let name = needed(name, "--name", trial: ExampleHouse.site.name)
    let kindText = needed(kind, "--kind", trial: ExampleHouse.site.kind.rawValue)
    let state = needed(state, "--state", trial: ExampleHouse.site.state)
    let timeZone = needed(timeZone, "--time-zone", trial: ExampleHouse.site.timeZone)
    let kind = Site.Kind(rawValue: kindText)
    if kind == nil {
      let near = Nearest.word(to: kindText, of: Site.Kind.allCases.map(\.rawValue))
      problems.append("--kind: no kind of site that is known" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    if name.isEmpty || !TerminalText.isPlain(name) {
      problems.append("--name must be a text without control characters")
    }
    if !USState.codes.contains(state) { problems.append("--state must be two capital letters, as in NY") }
    if !SiteClock.isKnown(timeZone) {
      let near = SiteClock.nearest(to: timeZone).map { "; did you mean \($0)?" } ?? ""
      problems.append("--time-zone must be a zone of the IANA database, as in America/New_York" + near)
    }
    if day != nil, !trial { problems.append("--day is for trials only; add --trial, or leave it out") }
    if let day, Day(day) == nil { problems.append("--day must be a day: YYYY-MM-DD") }
    guard problems.isEmpty, let kind else { throw Failure(.usage, problems) }
    return Site(
      name: name, alsoKnownAs: trial && name != ExampleHouse.site.name ? [ExampleHouse.site.name] : [],
      kind: kind, state: state, timeZone: timeZone, isTrial: trial)
  }

  /// Only for a trial: any other house would reject it.
  private func example(_ site: Site, _ host: any Host) throws(Failure) -> [ShippedPolicies.File] {
    guard site.isTrial, let clock = SiteClock(timeZone: site.timeZone, fixedDay: try fixedDay()) else {
      return []
    }
    return try ExamplePacket.files(site, at: clock.moment(at: host.now()))
  }

  private func fixedDay() throws(Failure) -> Day? { day.flatMap { Day($0) } }

  static func policies(_ host: any Host) throws(Failure) -> ShippedPolicies {
    do throws(HostError) {
      if let found = try ShippedPolicies.find(
        share: ThisProcess.environment("CHARTGATE_SHARE"), executable: ProgramPlace.executable, host: host)
      {
        return found
      }
    } catch {
      throw Failure("the shipped pipelines could not be read", error)
    }
    throw Failure(
      .failed,
      "the shipped pipelines are not where they should be; set CHARTGATE_SHARE to the folder that holds "
        + "Pipelines/")
  }
}
