private import Glibc
internal import Values

/// The three streams that a process is started with.
package enum StandardStreams {
  /// To be called before anything is opened: a stream that was closed becomes /dev/null, so that no file that
  /// is opened later gets its number and is written over; and a reader that goes away is an error of the
  /// write, no death of the process (FAULTS.md I13).
  package static func secure() {
    signal(SIGPIPE, SIG_IGN)
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free is this one: those below it are open by now.
      _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }
}
