private import CWall
private import Glibc
internal import Values

/// Copies of this process, each of which does one thing and ends. Only for a process that has one thread, and
/// has never had another: locks that another thread held would stay held in the copy.
package enum Forking {
  /// How many threads this process has.
  package static var threadCount: Int {
    do throws(HostError) {
      return try RealHost().list(FilePath(Root("/proc/self/task"))).count
    } catch {
      return 0
    }
  }

  /// Makes a copy, which runs the function and ends with the exit code that it gives.
  ///
  /// - Parameter keeping: descriptors that the copy needs; it gets them in this order from number 3 on, and
  ///   has no others.
  package static func fork(
    keeping: [Descriptor], _ run: ([Descriptor]) -> CInt
  ) throws(HostError) -> (process: Int, handle: ProcessHandle) {
    let parent = getpid()
    let process = try SystemCalls.checked("make a process", chartgate_fork())
    if process == 0 {
      guard chartgate_bind_to_parent(parent) == 0, let kept = rearranged(keeping) else {
        exit(now: Wall.couldNotStand)
      }
      exit(now: run(kept))
    }
    do throws(HostError) {
      return (process, try ProcessHandle(child: process))
    } catch {
      _ = Glibc.kill(pid_t(process), SIGKILL)
      var status: CInt = 0
      while unsafe waitpid(pid_t(process), &status, 0) < 0, errno == EINTR {}
      throw error
    }
  }

  /// Does what a copy is for on a thread of its own, and waits for it.
  ///
  /// Swift's locks know a thread by a number that it asked the kernel for once and kept (FUTEX_LOCK_PI): after
  /// fork(2) the one thread of the copy keeps its parent's number, and the first lock that it shares with another
  /// thread is held for ever (seen: two threads at the first use of one `static let`). A thread that the copy
  /// makes has its own number. The copy's first thread only waits.
  ///
  /// - Returns: what the function gives, from 0 to 127; the negative error number where no thread can be made.
  package static func onNewThread(_ run: () -> CInt) -> CInt {
    withoutActuallyEscaping(run) { run in
      var job: () -> CInt = run
      return unsafe withUnsafeMutablePointer(to: &job) { pointer in
        unsafe chartgate_on_new_thread(
          { context in
            guard let context = unsafe context else { return 125 }
            return unsafe context.assumingMemoryBound(to: (() -> CInt).self).pointee()
          }, pointer)
      }
    }
  }

  /// Ends this process at once: nothing that was inherited is flushed, closed or called.
  package static func exit(now code: CInt) -> Never { _exit(code) }

  /// Gives descriptors the numbers from 3 on and closes all others.
  private static func rearranged(_ keeping: [Descriptor]) -> [Descriptor]? {
    var numbers = keeping.map(\.number)
    guard unsafe chartgate_keep_only(&numbers, numbers.count) == 0 else { return nil }
    return numbers.map { Descriptor($0) }
  }
}
