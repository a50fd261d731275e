import Glibc
import Host
import Testing

@Suite("FAULTS.md I13, R06: streams that are closed, gone or full stop nothing")
struct StandardStreamsTests {
  @Test func `a stream that was closed is taken by no file`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      for number in 0...2 as ClosedRange<CInt> { close(number) }
      StandardStreams.secure()
      exit(unsafe open("/dev/null", O_RDONLY) > 2 ? 0 : 1)
    }
  }

  @Test func `a reader that went away is an error and no death`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      StandardStreams.secure()
      var ends: [CInt] = [0, 0]
      guard unsafe pipe(&ends) == 0, dup2(ends[1], 1) == 1 else { exit(2) }
      close(ends[0])
      exit(StandardOutput.write(Array("x".utf8)) == Int(EPIPE) ? 0 : 1)
    }
  }

  @Test func `a log that nobody reads is given up, and how much is said`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      var ends: [CInt] = [0, 0]
      guard unsafe pipe(&ends) == 0, dup2(ends[1], 2) == 2 else { exit(2) }
      let line = String(repeating: "x", count: 1000) + "\n"
      for _ in 0..<200 { ThisProcess.say(line) }
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      let first = unsafe read(ends[0], &buffer, buffer.count)
      ThisProcess.say("last\n")
      let second = unsafe read(ends[0], &buffer, buffer.count)
      let words = String(decoding: buffer[..<max(0, second)], as: UTF8.self)
      exit(
        first > 0 && first < 200_000 && words.hasPrefix("<4>log.dropped lines=")
          && words.hasSuffix("\nlast\n") ? 0 : 1)
    }
  }
}
