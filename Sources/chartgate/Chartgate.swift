internal import ArgumentParser
internal import Host
internal import Stages

/// The command: one file for each of its verbs, in Commands/.
struct Chartgate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chartgate",
    abstract: "Releases medical records from an inbox to an outbox, or says why not.",
    discussion: """
      Begin:  chartgate init trial --trial
              cp -r trial/example-packet trial/inbox/main/
              chartgate run trial
      Ends with: 0 done, 1 failed, 2 done but something was held or rejected, 3 does not verify, 64 usage, \
      75 try again, 78 configuration.
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, ServeCommand.self, RunCommand.self, CheckCommand.self, PacketCommand.self,
      ExplainCommand.self, WithheldCommand.self, PipelineCommand.self, StatusCommand.self, TopCommand.self,
      MetricsCommand.self, RetryCommand.self, BackupCommand.self, RestoreCommand.self, BundleCommand.self,
      LabelsCommand.self,
    ])
}

/// The program's version, as every manifest has it.
enum Version {
  static let current = String(Software.version.split(separator: " ").last ?? "")
}

/// A verb of the command. It answers; saying it and ending the process is done in one place.
protocol Verb: AsyncParsableCommand {
  /// As it is typed: `bundle verify`.
  static var words: String { get }
  var output: OutputOptions { get }
  func answer() async throws(Failure) -> Answer
}

/// Options of every verb that prints.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document instead, errors in it.")
  var json = false
}

@main
enum Program {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    WorkerProgram.takeOver(arguments)
    StandardStreams.secure()
    do {
      var command = try Chartgate.parseAsRoot(arguments)
      guard let verb = command as? any Verb else {
        try command.run()
        return
      }
      end(await say(verb))
    } catch {
      // Help and the version are asked for, not mistaken: the library prints them and ends with 0.
      if arguments.contains("--json"), Chartgate.exitCode(for: error) != .success {
        let failure = Failure(.usage, Chartgate.message(for: error))
        end(Output.say(.failure(failure), of: "chartgate", asJSON: true))
      }
      Chartgate.exit(withError: error)
    }
  }

  /// Ends the process without another word.
  private static func end(_ ending: Ending) -> Never {
    Chartgate.exit(withError: ExitCode(ending.rawValue))
  }

  private static func say(_ verb: some Verb) async -> Ending {
    let outcome: Result<Answer, Failure>
    do throws(Failure) {
      outcome = .success(try await verb.answer())
    } catch {
      outcome = .failure(error)
    }
    return Output.say(outcome, of: type(of: verb).words, asJSON: verb.output.json)
  }
}
