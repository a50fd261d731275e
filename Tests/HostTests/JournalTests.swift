import Foundation
import Glibc
import Host
import Testing

@Suite("The journal gets entries with fields, and nobody is waited for")
struct JournalTests {
  @Test func `an entry is fields by line, or by length where a line feed is in them`() {
    let bytes = JournalSocket.entry([("MESSAGE", "packet.held packet=1"), ("CHARTGATE_X", "a\nb")])
    #expect(
      bytes == Array("MESSAGE=packet.held packet=1\nCHARTGATE_X\n".utf8) + [3, 0, 0, 0, 0, 0, 0, 0]
        + Array("a\nb\n".utf8))
  }

  @Test func `only a standard error that goes to the journal is replaced by it`() throws {
    #expect(JournalSocket(stream: "1:2") == nil)
    #expect(JournalSocket(stream: "") == nil)
    var info = stat()
    try #require(unsafe fstat(2, &info) == 0)
    #expect(JournalSocket(stream: "\(info.st_dev):\(info.st_ino)") != nil)
  }

  @Test func `an entry arrives, and one that finds no room or nobody is lost at once`() throws {
    var info = stat()
    try #require(unsafe fstat(2, &info) == 0)
    let stream = "\(info.st_dev):\(info.st_ino)"
    let path = NSTemporaryDirectory() + "journal-\(UInt32.random(in: 0...UInt32.max))"
    let nobody = try #require(JournalSocket(stream: stream, path: path))
    #expect(!nobody.send([("MESSAGE", "x")]))
    let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer {
      close(number)
      _ = unsafe unlink(path)
    }
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
    let bound = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    let journal = try #require(JournalSocket(stream: stream, path: path))
    #expect(journal.send([("MESSAGE", "x")]))
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = unsafe recv(number, &buffer, buffer.count, 0)
    #expect(String(decoding: buffer[..<count], as: UTF8.self) == "MESSAGE=x\n")
    // Never read, it fills up; the one that finds no room comes back at once.
    var sent = 0
    while sent < 100_000, journal.send([("MESSAGE", String(repeating: "x", count: 1000))]) { sent += 1 }
    #expect(sent > 0 && sent < 100_000)
  }

  @Test(.timeLimit(.minutes(5)))
  func `a daemon's line does not wait for a reader, and what is lost is counted and told`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      var ends: [CInt] = [0, 0]
      guard unsafe pipe(&ends) == 0, dup2(ends[1], 2) == 2 else { exit(2) }
      let line = String(repeating: "x", count: 1000) + "\n"
      for _ in 0..<200 { StandardError.say(line, waits: false) }
      guard StandardError.droppedLines > 100 else { exit(3) }
      let before = StandardError.droppedSinceTold
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      guard unsafe read(ends[0], &buffer, buffer.count) > 0 else { exit(4) }
      StandardError.say("last\n", waits: false)
      let count = unsafe read(ends[0], &buffer, buffer.count)
      let words = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
      exit(words == "<4>log.dropped lines=\(before)\nlast\n" ? 0 : 5)
    }
  }
}
