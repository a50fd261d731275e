internal import ArgumentParser
internal import Configuration
internal import Host
internal import Policy
internal import Stages
internal import Values
internal import YAML

/// `chartgate pipeline`: policies.
struct PipelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline", abstract: "Works with pipelines.", subcommands: [PipelineTestCommand.self])
}

/// `chartgate pipeline test`: runs the tests that stand beside pipelines.
struct PipelineTestCommand: Verb {
  static let words = "pipeline test"
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs pipelines' tests: each packet must come to the outcome that its test states.",
    discussion: """
      Example:  chartgate pipeline test pipelines/attorney.tests.yaml --house /srv/chartgate
      Without --house the shipped pipelines are tested, in a trial house as init makes it. Ends with 0, or 1 \
      when a test fails.
      """)

  @Argument(help: "Files of tests. (default: every *.tests.yaml beside the pipelines)") var files: [String] =
    []
  @Option(help: "The house whose pipelines, site and recipients are tested.") var house: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let host = RealHost()
    let (opened, folder) = try opened(host)
    let paths = try files.isEmpty ? testFiles(in: folder, host) : files.map(HouseOptions.absolute)
    guard !paths.isEmpty else { throw Failure(.usage, "there are no tests; name a file") }
    var runs: [PipelineTestAnswer.Run] = []
    var problems: [String] = []
    for path in paths {
      let name = files.isEmpty ? path.split(separator: "/").last.map(String.init) ?? path : path
      switch PipelineTestReader.read(try bytes(path, host), name: name) {
      case .refused(let mistakes): problems += mistakes.map(\.description)
      case .read(let tests):
        for test in tests { runs.append(try run(test, name, beside: path, opened, host)) }
      }
    }
    guard problems.isEmpty else { throw Failure(.configuration, problems) }
    return PipelineTestAnswer.of(runs)
  }

  private func run(
    _ test: PipelineTest, _ name: String, beside path: String, _ house: House, _ host: any Host
  ) throws(Failure) -> PipelineTestAnswer.Run {
    func result(_ failures: [String]) -> PipelineTestAnswer.Run {
      PipelineTestAnswer.Run(file: name, line: test.line, title: test.title, failures: failures)
    }
    let limits = house.settings.limits
    guard let packetPath = HousePath.absolute("../" + test.packet, from: path),
      let clock = SiteClock(timeZone: house.site.timeZone, fixedDay: test.day)
    else { return result(["its packet is no path from here"]) }
    let given: GivenPacket
    do throws(Failure) {
      given = try GivenPacket(at: packetPath, host: host, limits: limits)
    } catch {
      return result(error.problems)
    }
    var facts = house.facts(
      at: clock.moment(at: host.now()), disclosure: "d00000000-1",
      source: house.settings.sources.first?.id ?? "")
    facts.offences = given.offences
    do throws(PacketError) {
      let decision = try Deciding.decide(given.packet, facts, house.policy, limits: limits)
      let explained = try Deciding.explain(given.packet, facts, house.policy, limits: limits)
      return result(PipelineTestJudge.failures(of: test, decision, explained, limits: limits))
    } catch {
      throw Failure(.again, error.description)
    }
  }

  private func opened(_ host: any Host) throws(Failure) -> (House, pipelines: String) {
    if let house {
      let path = try HouseOptions.absolute(house)
      return (try HouseOptions().read(path, host), HousePath.text(HouseFolder(path).pipelines))
    }
    let shipped = try InitCommand.policies(host)
    let (example, problems) = ExampleHouse.of(shipped)
    guard let example else { throw Failure(problems) }
    return (example, shipped.folder)
  }

  private func testFiles(in folder: String, _ host: any Host) throws(Failure) -> [String] {
    do throws(HostError) {
      return try host.list(FilePath(Root(folder))).sorted().compactMap { name in
        guard let text = String(validating: name.bytes, as: UTF8.self), text.hasSuffix(".tests.yaml") else {
          return nil
        }
        return folder + "/" + text
      }
    } catch {
      throw Failure("the pipelines' folder could not be read", error)
    }
  }

  private func bytes(_ path: String, _ host: any Host) throws(Failure) -> [UInt8] {
    do throws(HostError) {
      return try host.read(FilePath(Root(path)), limit: 1 << 20)
    } catch {
      throw Failure("\(path) could not be read", error)
    }
  }
}
