internal import Glibc
internal import JSON

/// Where a command's words go: results to standard output, talk to standard error.
enum Output {
  static func result(_ text: String) { write(Array(text.utf8), STDOUT_FILENO) }
  static func result(_ bytes: [UInt8]) { write(bytes, STDOUT_FILENO) }
  static func talk(_ text: String) { write(Array((text + "\n").utf8), STDERR_FILENO) }

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

  private static func write(_ bytes: [UInt8], _ descriptor: CInt) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno != EINTR { return }  // nobody listens any more
      done += max(0, count)
    }
  }
}
