private import Dispatch

/// Threads for work that waits on disks or computes for long; the cooperative pool never does. How many
/// run at once is for the caller to bound.
package final class BlockingPool: TaskExecutor {
  private let queue = DispatchQueue(label: "chartgate.blocking", attributes: .concurrent)
  package init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Runs a function on a thread of its own.
  package func run(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }
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
