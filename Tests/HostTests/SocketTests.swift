import Dispatch
import Glibc
import Host
import Testing

struct SocketTests {
  @Test func `the kernel tells who connected`() throws {
    let scratch = try Scratch()
    let listener = try LocalListener(scratch.at("s"), mode: 0o600)
    let client = try LocalConnection(to: scratch.at("s"))
    let server = try #require(try listener.accept(unless: Bell()))
    #expect(try server.peer() == SocketPeer(process: ThisProcess.number, user: ThisProcess.effectiveUserID))
    try client.write(Array("one\ntwo\n".utf8), milliseconds: 1000)
    #expect(try server.readLine(limit: 10, milliseconds: 1000) == Array("one".utf8))
  }

  @Test func `a line longer than the limit is refused, also without its end`() throws {
    let scratch = try Scratch()
    let listener = try LocalListener(scratch.at("s"), mode: 0o600)
    let client = try LocalConnection(to: scratch.at("s"))
    let server = try #require(try listener.accept(unless: Bell()))
    try client.write([UInt8](repeating: 0x61, count: 100), milliseconds: 1000)
    let error = #expect(throws: HostError.self) { try server.readLine(limit: 50, milliseconds: 1000) }
    #expect(error?.kind == .unsafe)
  }

  @Test func `half a line does not wait for ever`() throws {
    let scratch = try Scratch()
    let listener = try LocalListener(scratch.at("s"), mode: 0o600)
    let client = try LocalConnection(to: scratch.at("s"))
    let server = try #require(try listener.accept(unless: Bell()))
    try client.write(Array("half".utf8), milliseconds: 1000)
    let error = #expect(throws: HostError.self) { try server.readLine(limit: 50, milliseconds: 20) }
    #expect(error?.kind == .transient)
  }

  @Test func `a path longer than an address takes works too`() throws {
    let scratch = try Scratch()
    let long = String(repeating: "n", count: 120)
    try scratch.host.makeFolder(scratch.at(long), mode: 0o700)
    let listener = try LocalListener(scratch.at(long + "/s"), mode: 0o600)
    _ = try LocalConnection(to: scratch.at(long + "/s"))
    #expect(try listener.accept(unless: Bell()) != nil)
  }

  @Test func `nobody who listens is told apart from other faults`() throws {
    let scratch = try Scratch()
    do { _ = try LocalListener(scratch.at("s"), mode: 0o600) }
    let error = #expect(throws: HostError.self) { _ = try LocalConnection(to: scratch.at("s")) }
    #expect(error?.isRefusedConnection == true)
  }

  @Test func `who waits for a connection hears the bell, and every later time`() throws {
    let scratch = try Scratch()
    let listener = try LocalListener(scratch.at("s"), mode: 0o600)
    let bell = try Bell()
    DispatchQueue.global().async { bell.ring() }
    #expect(try listener.accept(unless: bell) == nil)
    #expect(try listener.accept(unless: bell) == nil)
  }

  @Test(arguments: [true, false]) func `a service manager hears the message`(isAbstract: Bool) throws {
    let scratch = try Scratch()
    let name = isAbstract ? "@chartgate-\(ThisProcess.number)-notify" : scratch.path + "/notify"
    let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(receiver) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if isAbstract { bytes[0] = 0 }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
    let bound = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(receiver, $0, length) }
    }
    #expect(bound == 0)
    try #require(NotifySocket(name)).send("READY=1")
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = unsafe recv(receiver, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    #expect(count == 7)
    #expect(Array(buffer.prefix(7)) == Array("READY=1".utf8))
  }
}
