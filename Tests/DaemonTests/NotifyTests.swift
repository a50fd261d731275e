import Daemon
import Foundation
import Glibc
import Host
import Ledger
import Synchronization
import Testing
import Values

/// The manager's end of the notify socket.
final class FakeManager: Sendable {
  let address: String
  private let descriptor: CInt
  private let heard = Mutex<[String]>([])

  init() throws {
    address = NSTemporaryDirectory() + "notify-\(UInt32.random(in: 0...UInt32.max))"
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(address.utf8)
    unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let bound = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  deinit {
    close(descriptor)
    _ = unsafe unlink(address)
  }

  /// All that was said so far, a line each.
  var lines: [String] {
    var buffer = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { break }
      let text = String(decoding: buffer[..<count], as: UTF8.self)
      heard.withLock { $0 += text.split(separator: "\n").map(String.init) }
    }
    return heard.withLock { $0 }
  }

  func count(_ line: String) -> Int { lines.count { $0 == line } }
}

/// A flag that threads share.
final class Flag: Sendable {
  private let value: Atomic<Bool>
  init(_ isSet: Bool = false) { value = Atomic(isSet) }
  var isSet: Bool {
    get { value.load(ordering: .acquiring) }
    set { value.store(newValue, ordering: .releasing) }
  }
}

@Suite("The service manager is told what is so, and is fed by what gets on")
struct NotifyTests {
  /// In processes of their own, since the service listens to signals.
  @Test func `ready comes after the recovery, and a step that hangs stops the feeding`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let house = try TestHouse()
      let manager = try FakeManager()
      let (hangs, isHanging) = (Flag(true), Flag())
      var held = house.house()
      held.read = { bytes, name in
        while hangs.isSet {
          isHanging.isSet = true
          usleep(1000)
        }
        return TestHouse.read(bytes, name)
      }
      try house.drop("x", "hold")
      var options = Service.Options()
      options.pollMilliseconds = 10
      var engine = house.engine(host: RealHost())
      engine.use(held, sources: house.folders.sources)
      let (start, lock) = (engine, try TreeLock(house.folders.lock))
      let notifier = SystemdNotifier(address: manager.address, watchdog: 400_000)
      async let served: Void = Service.serve(start, lock: lock, options: options, notifier: notifier) {
        .refused(problems: 2)
      }
      // The first look hangs: neither up nor alive.
      try await ServiceTests.wait { isHanging.isSet }
      try await Task.sleep(for: .milliseconds(600))
      guard manager.count("READY=1") == 0, manager.count("WATCHDOG=1") == 0 else { exit(2) }
      hangs.isSet = false
      try await ServiceTests.wait { manager.count("READY=1") == 1 }
      try await ServiceTests.wait { try house.ledger.packet(PacketNumber(1))?.state == .held }
      // Idle, it gets on all the same.
      let before = manager.count("WATCHDOG=1")
      try await ServiceTests.wait { manager.count("WATCHDOG=1") > before + 3 }
      try await ServiceTests.wait { manager.lines.contains { $0.hasPrefix("STATUS=TRIAL: ") } }
      // It hangs again, at the next packet.
      isHanging.isSet = false
      hangs.isSet = true
      try house.drop("y", id: "R2", "hold")
      try await ServiceTests.wait { isHanging.isSet }
      let fed = manager.count("WATCHDOG=1")
      try await Task.sleep(for: .milliseconds(900))
      guard manager.count("WATCHDOG=1") == fed else { exit(3) }
      hangs.isSet = false
      try await ServiceTests.wait { try house.ledger.packet(PacketNumber(2))?.state == .held }
      kill(getpid(), SIGTERM)
      try await served
      exit(manager.count("STOPPING=1") == 1 ? 0 : 4)
    }
  }

  @Test func `a refused configuration is said until it is mended`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let house = try TestHouse()
      let manager = try FakeManager()
      let isBad = Flag(true)
      var options = Service.Options()
      options.pollMilliseconds = 10
      let (start, lock) = (house.engine(host: RealHost()), try TreeLock(house.folders.lock))
      let (good, settings) = (house.house(), house.settings)
      async let served: Void = Service.serve(
        start, lock: lock, options: options, notifier: SystemdNotifier(address: manager.address)
      ) {
        isBad.isSet ? .refused(problems: 2) : .taken(good, settings)
      }
      try await ServiceTests.wait { manager.count("READY=1") == 1 }
      kill(getpid(), SIGHUP)
      try await ServiceTests.wait { manager.count("READY=1") == 2 }
      let lines = manager.lines
      let reloading = lines.firstIndex(of: "RELOADING=1")
      guard let reloading, lines[reloading + 1].hasPrefix("MONOTONIC_USEC="),
        lines.last?.hasPrefix("STATUS=CONFIGURATION REFUSED (2 problems)") == true
      else { exit(2) }
      let client = ControlClient(house.folders)
      func status() throws -> String {
        String(decoding: try client.ask(.status(newest: 0))?.json ?? [], as: UTF8.self)
      }
      guard try status().contains("\"configurationRefused\"") else { exit(3) }
      guard house.told.withLock({ $0 }).contains(.configurationRefused(problems: 2)) else { exit(4) }
      isBad.isSet = false
      kill(getpid(), SIGHUP)
      try await ServiceTests.wait { manager.count("READY=1") == 3 }
      guard try !status().contains("\"configurationRefused\"") else { exit(5) }
      kill(getpid(), SIGTERM)
      try await served
      exit(0)
    }
  }

  @Test func `a lock whose file is taken away stops the daemon`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let house = try TestHouse()
      var options = Service.Options()
      options.pollMilliseconds = 10
      let (start, lock) = (house.engine(host: RealHost()), try TreeLock(house.folders.lock))
      async let served: Void = Service.serve(
        start, lock: lock, options: options, notifier: SystemdNotifier(address: nil)
      ) { .refused(problems: 1) }
      try await ServiceTests.wait { try ControlClient(house.folders).ask(.status(newest: 0)) != nil }
      try FileManager.default.removeItem(atPath: house.path + "/state/lock")
      do {
        try await served
        exit(2)
      } catch {
        exit(error as? Service.Stop == .lockLost && house.told.withLock { $0 }.contains(.lockLost) ? 0 : 3)
      }
    }
  }

  @Test func `a stale lock file keeps nobody out, and a second daemon is told who has it`() throws {
    let house = try TestHouse()
    try house.write(house.path + "/state/lock", "99999999\n")
    let lock = try TreeLock(house.folders.lock)
    #expect(lock.isInPlace)
    let refused = #expect(throws: TreeLock.Failure.self) { _ = try TreeLock(house.folders.lock) }
    #expect(refused == .held(by: ThisProcess.number))
  }
}
