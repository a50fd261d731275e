private import CWall
private import Glibc
internal import Values

/// A process, by a handle that no other process can come to stand for (pidfd_open(2)).
package final class ProcessHandle: Sendable {
  private let descriptor: Descriptor

  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// Of a child that was not yet waited for: its number is still its own.
  init(child process: Int) throws(HostError) {
    descriptor = Descriptor(
      CInt(try SystemCalls.checked("get hold of a process", chartgate_pidfd_open(CInt(process)))))
  }

  /// The handle itself, to be sent to another process.
  package var handed: Descriptor { descriptor }

  /// Ends it at once. One that has ended already stays so.
  package func kill() { _ = chartgate_pidfd_kill(descriptor.number) }

  /// Whether it ends within the time.
  package func hasEnded(within milliseconds: Int) throws(HostError) -> Bool {
    try LocalSocket.wait(descriptor, POLLIN, milliseconds: milliseconds)
  }
}

/// How a process ended, and what it used.
package struct ProcessEnd: Sendable, Equatable {
  /// nil when a signal ended it.
  package var exitCode: Int?
  /// nil when it ended itself.
  package var signal: Int?
  package var cpuMilliseconds: Int
  package var peakKilobytes: Int

  package init(exitCode: Int?, signal: Int?, cpuMilliseconds: Int, peakKilobytes: Int) {
    (self.exitCode, self.signal) = (exitCode, signal)
    (self.cpuMilliseconds, self.peakKilobytes) = (cpuMilliseconds, peakKilobytes)
  }

  /// The kernel ended it for a call that the wall forbids (seccomp(2)).
  package var wasForbidden: Bool { signal == Int(SIGSYS) }
  /// It used up its processor time (setrlimit(2), RLIMIT_CPU).
  package var wasOverCPU: Bool { signal == Int(SIGXCPU) }
  /// It wrote a file longer than it may (setrlimit(2), RLIMIT_FSIZE).
  package var wasOverOutput: Bool { signal == Int(SIGXFSZ) }
  /// There was no more memory for it (``Wall``).
  package var wasOverMemory: Bool { exitCode == Int(CHARTGATE_EXIT_MEMORY) }

  /// What became of a child of this process; nil while it runs.
  package static func of(child process: Int) throws(HostError) -> ProcessEnd? {
    var (code, signal): (CInt, CInt) = (0, 0)
    var (cpu, peak): (Int64, Int64) = (0, 0)
    let ended = unsafe chartgate_ended(pid_t(process), &code, &signal, &cpu, &peak)
    guard try SystemCalls.checked("wait for a process", ended) == 1 else { return nil }
    return ProcessEnd(
      exitCode: code >= 0 ? Int(code) : nil, signal: signal > 0 ? Int(signal) : nil,
      cpuMilliseconds: Int(cpu), peakKilobytes: Int(peak))
  }
}

/// A program of ours that runs beside this one, with one socket between the two, nothing of our environment and
/// none of our other descriptors. When this value goes, so does the process.
package final class ChildProcess: Sendable {
  package let number: Int
  private let handle: ProcessHandle

  /// This program's own file: also when it was replaced meanwhile, so that both are of one version.
  package static let ownProgram = "/proc/self/exe"

  /// - Parameter socket: becomes the new process's descriptor 3.
  package init(_ program: String, _ arguments: [String], socket: Descriptor) throws(HostError) {
    let words = ([program] + arguments).map { $0.utf8CString }
    var process: pid_t = 0
    let failed = unsafe Self.withPointers(words) { pointers in
      unsafe chartgate_spawn(program, pointers, socket.number, &process)
    }
    try SystemCalls.checked("start a process", failed)
    number = Int(process)
    do throws(HostError) {
      handle = try ProcessHandle(child: number)
    } catch {
      // Without a handle it cannot be watched; the number is still its own.
      Self.end(number)
      throw error
    }
  }

  /// It ends when its socket does; one that does not is ended.
  deinit {
    do throws(HostError) {
      if try !handle.hasEnded(within: 2_000) { handle.kill() }
    } catch {
      handle.kill()
    }
    Self.wait(number)
  }

  package func kill() { handle.kill() }

  private static func end(_ process: Int) {
    _ = Glibc.kill(pid_t(process), SIGKILL)
    wait(process)
  }

  private static func wait(_ process: Int) {
    var status: CInt = 0
    while unsafe waitpid(pid_t(process), &status, 0) < 0, errno == EINTR {}
  }

  private static func withPointers<Result>(
    _ words: [ContiguousArray<CChar>], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    // One block for all words, so that the pointers into it live as long as it does.
    let whole = words.flatMap { $0 }
    return unsafe whole.withUnsafeBufferPointer { block in
      var pointers: [UnsafePointer<CChar>?] = unsafe []
      var offset = 0
      for word in words {
        unsafe pointers.append(block.baseAddress?.advanced(by: offset))
        offset += word.count
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeBufferPointer { list in
        guard let start = list.baseAddress else { preconditionFailure("the list ends with nil") }
        return unsafe body(start)
      }
    }
  }
}
