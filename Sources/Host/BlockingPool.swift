private import Dispatch

/// Threads for work that waits on disks or computes for long; the cooperative pool never does. How many
/// run at once is for the caller to bound.
///
/// Each job has a serial queue of its own: Dispatch gives those as many threads as they need. Jobs of one
/// concurrent queue would share as many threads as there are processors with Swift's own tasks, and a few
/// that wait would stop every timer of the process.
package final class BlockingPool: TaskExecutor {
  package init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    run { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Runs a function on a thread of its own.
  package func run(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "chartgate.blocking").async(execute: work)
  }
}

/// One thread at a time for an actor that must block: it owns a disk's state and waits for it.
package final class BlockingThread: SerialExecutor {
  private let queue = DispatchQueue(label: "chartgate.serial")
  package init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    unsafe UnownedSerialExecutor(ordinary: self)
  }
}
