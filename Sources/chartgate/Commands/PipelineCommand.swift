internal import ArgumentParser
internal import Configuration
internal import Host
internal import Ledger
internal import Policy
internal import Stages
internal import Values

/// `chartgate pipeline`: policies.
struct PipelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline", abstract: "Works with pipelines.",
    subcommands: [PipelineTestCommand.self, PipelineUnusedCommand.self])
}

/// `chartgate pipeline test`: runs the tests that stand beside pipelines.
struct PipelineTestCommand: Verb {
  static let words = "pipeline test"
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs pipelines' tests: each packet must come to the outcome that its test states.",
    discussion: """
      Example:  chartgate pipeline test
                chartgate pipeline test /srv/chartgate/pipelines/legal.tests.yaml --house /srv/chartgate
      Without --house the shipped pipelines are tested, in a trial house as init makes it. Ends with 0, or 1 \
      when a test fails.
      """)

  @Argument(help: "Files of tests. (default: every *.tests.yaml beside the pipelines)") var files: [String] =
    []
  @Option(help: "The house whose pipelines, site and recipients are tested.") var house: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let tests = try PipelineTests(of: house, RealHost())
    var runs: [PipelineTestAnswer.Run] = []
    let located = try tests.read(files)
    guard !located.isEmpty else {
      throw Failure(
        .usage,
        "there are no tests beside the pipelines (NAME.tests.yaml); write one, or name a file of tests")
    }
    for located in located {
      runs.append(
        PipelineTestAnswer.Run(
          file: located.file, line: located.test.line, title: located.test.title,
          failures: try tests.failures(of: located)))
    }
    return PipelineTestAnswer.of(runs)
  }
}

/// `chartgate pipeline unused`: what stands in a pipeline and never did anything.
struct PipelineUnusedCommand: Verb {
  static let words = "pipeline unused"
  static let configuration = CommandConfiguration(
    commandName: "unused",
    abstract: "Says how often each line of a pipeline acted, in its tests and in the packets that came.",
    discussion: """
      Example:  chartgate pipeline unused --house /srv/chartgate --last 5000
      A line that no test and no packet ever made act is dead: it is wrong, or its test is missing. The \
      house needs a file of tests beside its pipelines; init copies none. Without --house the shipped \
      pipelines are looked at, over their tests alone.
      """)

  @Option(help: "How many of the newest packets are counted.") var last = 1000
  @Option(help: "The house whose pipelines and packets are looked at.") var house: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    guard (1...1_000_000).contains(last) else { throw Failure(.usage, "--last must be from 1 to 1000000") }
    let host = RealHost()
    let tests = try PipelineTests(of: house, host)
    let policy = tests.house.policy
    var use = PipelineUse(policy.pipelines.map(\.pipeline), policy.categories, site: tests.house.site)
    for located in try tests.read() {
      guard let explained = try tests.explained(located), let pipeline = explained.pipeline else { continue }
      use.add(explained.findings, in: pipeline, from: .test)
    }
    if house != nil { try addPackets(of: tests.house, host, &use) }
    return PipelineUseAnswer.of(use.lines, packets: house == nil ? nil : use.packets)
  }

  private func addPackets(of house: House, _ host: any Host, _ use: inout PipelineUse) throws(Failure) {
    do throws(LedgerError) {
      guard let ledger = try LedgerFile.reading(house, host) else { return }
      for packet in try ledger.newest(last) {
        guard let pipeline = packet.pipeline else { continue }
        use.add(try ledger.findings(of: packet.number), in: pipeline, from: .packet)
      }
    } catch {
      throw Failure(error)
    }
  }
}
