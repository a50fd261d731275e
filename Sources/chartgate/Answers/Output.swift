internal import Host
internal import JSON

/// Where a command's words go: results to standard output, talk to standard error.
enum Output {
  /// - Returns: how the command ends: as it went, unless its result could not be told.
  private static func result(_ bytes: [UInt8], _ ending: Ending) -> Ending {
    guard let number = StandardOutput.write(bytes) else { return ending }
    // A reader that has seen enough, such as head, needs no words.
    if number != StandardOutput.nobodyReads {
      talk("chartgate: what the command found could not be written to standard output (error \(number))")
    }
    return ending == .done ? .failed : ending
  }
  /// Characters of a line, for what stands side by side.
  static var width: Int { ThisProcess.environment("COLUMNS").flatMap { Int($0) } ?? 120 }

  static func talk(_ text: String) { ThisProcess.say(text + "\n") }

  /// Says how a command went, and how the process is to end.
  static func say(_ outcome: Result<Answer, Failure>, of command: String, asJSON: Bool) -> Ending {
    switch outcome {
    case .success(let answer):
      return result(asJSON ? answer.document(of: command) : Array(answer.text.utf8), answer.status)
    case .failure(let failure):
      if asJSON {
        return result(
          AnswerDocument.bytes(
            command: command, status: failure.status, members: [], errors: failure.problems), failure.status)
      }
      for problem in failure.problems { talk("chartgate: \(problem)") }
      return failure.status
    }
  }
}
