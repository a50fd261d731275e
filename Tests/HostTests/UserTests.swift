import Glibc
import Host
import Testing

struct UserTests {
  /// In a process of its own, since it is for good.
  @Test(.enabled(if: geteuid() == 0, "only root may become another user"))
  func `root becomes another user wholly and cannot go back`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      try ThisProcess.become(user: "nobody")
      #expect(getuid() == geteuid() && geteuid() != 0 && getegid() != 0)
      #expect(setuid(0) != 0 && setgid(0) != 0)
      let mask = umask(0)
      #expect(mask == 0o077)
      exit(0)
    }
  }

  @Test func `a user that is not there is said to be missing`() {
    let error = #expect(throws: HostError.self) { try ThisProcess.become(user: "no-such-user-here") }
    #expect(error?.kind == .missing)
  }
}
