internal import Host
internal import JSON

/// Where a command's words go: results to standard output, talk to standard error.
enum Output {
  static func result(_ bytes: [UInt8]) { StandardOutput.write(bytes) }
  static func talk(_ text: String) { ThisProcess.say(text + "\n") }

  /// Says how a command went, and how the process is to end.
  static func say(_ outcome: Result<Answer, Failure>, of command: String, asJSON: Bool) -> Ending {
    switch outcome {
    case .success(let answer):
      result(asJSON ? answer.document(of: command) : Array(answer.text.utf8))
      return answer.status
    case .failure(let failure):
      if asJSON {
        result(
          AnswerDocument.bytes(
            command: command, status: failure.status, members: [], errors: failure.problems))
      } else {
        for problem in failure.problems { talk("chartgate: \(problem)") }
      }
      return failure.status
    }
  }
}
