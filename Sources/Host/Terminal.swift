private import Glibc
private import Synchronization

/// The terminal on which a view is drawn again and again: keys are read one by one, and what was there before
/// comes back at the end, also after SIGINT and SIGTERM.
package final class Terminal {
  private var before = termios()

  /// nil when standard input or output is none.
  package init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, unsafe tcgetattr(STDIN_FILENO, &before) == 0
    else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
    // The other screen (xterm(1), 1049), without a cursor.
    write("\u{1B}[?1049h\u{1B}[?25l")
  }

  deinit {
    write("\u{1B}[?25h\u{1B}[?1049l")
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  /// Columns and rows.
  package var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Shows a page from the upper left corner, cut to the terminal's size. The text must be fit for a terminal.
  package func show(_ page: String) {
    let (columns, rows) = size
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows - 1)
    write("\u{1B}[H" + lines.map { $0.prefix(columns) + "\u{1B}[K\r\n" }.joined() + "\u{1B}[J")
  }

  /// The next key; nil when none is pressed within the time, or a signal came.
  package func key(milliseconds: Int) -> UInt8? {
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&entry, 1, Int32(milliseconds)) == 1 else { return nil }
    var byte: UInt8 = 0
    // The end of the input is as good as a wish to end.
    return unsafe read(STDIN_FILENO, &byte, 1) == 1 ? byte : UInt8(ascii: "q")
  }

  private func write(_ text: String) { _ = StandardOutput.write(Array(text.utf8)) }
}
