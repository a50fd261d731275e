private import Glibc
private import Synchronization

/// Work that is done on several threads of this process and is over when the call returns.
///
/// Its own threads, not Dispatch's: Dispatch watches its threads from outside, by files in /proc, and ends a process
/// in which it cannot. A worker behind the wall has no files.
package enum SideBySide {
  /// Calls a function once for each number below a count, on as many threads as there are processors; the
  /// caller's own is one of them, and does everything alone where no other can be made.
  package static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let helpers = min(count, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) - 1
    withoutActuallyEscaping(body) { body in
      let job = Job(count, body)
      var threads: [pthread_t] = []
      for _ in 0..<max(0, helpers) {
        guard let thread = start(job) else { break }
        threads.append(thread)
      }
      job.work()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private static func start(_ job: Job) -> pthread_t? {
    let context = unsafe Unmanaged.passRetained(job)
    var thread = pthread_t()
    let failed = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work()
        }
        return nil
      }, context.toOpaque())
    guard failed == 0 else {
      unsafe context.release()
      return nil
    }
    return thread
  }
}

/// What the threads of one call share.
private final class Job: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let body: @Sendable (Int) -> Void

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) { (self.count, self.body) = (count, body) }

  func work() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      body(number)
    }
  }
}
