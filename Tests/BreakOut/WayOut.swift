import Glibc
import Worker

/// A way out. Most end the worker; what comes back says whether it was refused.
enum WayOut: String, CaseIterable {
  case openPasswd = "open-passwd"
  case openParentMemory = "open-parent-memory"
  case openAbove = "open-above"
  case openTemporary = "open-temporary"
  case writePacket = "write-packet"
  case createInPacket = "create-in-packet"
  case listPacket = "list-packet"
  case descriptors
  case environment
  case statPath = "stat-path"
  case truncatePath = "truncate-path"
  case chmodOutput = "chmod-output"
  case renamePath = "rename-path"
  case raiseLimit = "raise-limit"
  case ownSocket = "own-socket"
  case network
  case exec
  case trace
  case killParent = "kill-parent"
  case makeProcess = "make-process"
  case runMemory = "run-memory"
  case dumpable

  /// Descriptors that a worker has: its three streams, its stream, the folder, four files.
  static let folder: CInt = 4
  static let given = 9

  func isRefused(_ side: borrowing WorkerSide) throws -> Bool {
    switch self {
    case .openPasswd: return open("/etc/passwd", O_RDONLY) < 0
    case .openParentMemory: return open("/proc/\(getppid())/mem", O_RDWR) < 0
    case .openAbove: return openat(Self.folder, "../canary", O_RDONLY) < 0
    case .openTemporary: return open("/tmp/break-out-\(getpid())", O_WRONLY | O_CREAT, 0o600) < 0
    case .writePacket: return openat(Self.folder, "f00001", O_RDWR) < 0
    case .createInPacket: return openat(Self.folder, "new", O_WRONLY | O_CREAT, 0o600) < 0
    case .listPacket: return openat(Self.folder, ".", O_RDONLY | O_DIRECTORY) < 0
    case .descriptors:
      let open = (0..<CInt(1024)).filter { fcntl($0, F_GETFD) >= 0 }
      return open == Array(0..<CInt(Self.given))
    case .environment:
      var names: [String] = []
      var at = environ
      while let entry = at.pointee {
        names.append(String(String(cString: entry).prefix { $0 != "=" }))
        at = at.advanced(by: 1)
      }
      return names.sorted() == ["LC_ALL", "SWIFT_BACKTRACE"]
    case .statPath:
      var status = stat()
      return stat("/etc/passwd", &status) < 0
    case .truncatePath: return truncate("/tmp/break-out-canary", 0) < 0
    case .chmodOutput: return fchmod(CInt(Self.given - 1), 0o777) < 0
    case .renamePath: return rename("/tmp/break-out-canary", "/tmp/break-out-other") < 0
    case .raiseLimit:
      var limit = rlimit(rlim_cur: 1 << 40, rlim_max: 1 << 40)
      return setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) < 0
    case .ownSocket: return socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) < 0
    case .network: return socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) < 0
    case .exec:
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      return execv("/bin/true", &words) < 0
    case .trace: return kill(getppid(), SIGSTOP) < 0
    case .killParent: return kill(getppid(), SIGKILL) < 0
    case .makeProcess:
      var process: pid_t = 0
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      return posix_spawn(&process, "/bin/true", nil, nil, &words, environ) != 0
    case .runMemory:
      return mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        == MAP_FAILED
    case .dumpable: return fcntl(3, F_SETOWN, getppid()) < 0
    }
  }
}
