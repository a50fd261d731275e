import Host
import Testing

struct LockTests {
  @Test func `a second one is told who has the lock`() throws {
    let scratch = try Scratch()
    let first = try TreeLock(scratch.at("lock"))
    let refused = #expect(throws: TreeLock.Failure.self) { _ = try TreeLock(scratch.at("lock")) }
    #expect(refused == .held(by: ThisProcess.number))
    withExtendedLifetime(first) {}
  }

  @Test func `the lock is free again when its holder is gone`() throws {
    let scratch = try Scratch()
    do { _ = try TreeLock(scratch.at("lock")) }
    _ = try TreeLock(scratch.at("lock"))
  }
}
