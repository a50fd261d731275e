private import CWall
private import Glibc
internal import Values

/// One end of a stream between the daemon and a worker. Nothing is believed of what comes over it, not even
/// that it comes: each call has its time.
package final class ByteChannel: Sendable {
  private let descriptor: Descriptor

  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// A pair: one end to keep, the other to hand to a worker.
  package static func pair() throws(HostError) -> (own: ByteChannel, other: Descriptor) {
    let (own, other) = try Descriptor.socketPair(.stream)
    return (ByteChannel(own), other)
  }

  /// Writes all of the bytes before a moment.
  ///
  /// - Parameter deadline: monotonic nanoseconds of ``RealHost/ticks()``.
  /// - Returns: false when the other end does not take them any more; what it said before may still be read.
  package func write(_ bytes: [UInt8], deadline: Int64) throws(HostError) -> Bool {
    var done = 0
    while done < bytes.count {
      try wait(POLLOUT, deadline)
      let rest = bytes[done...]
      let count = unsafe rest.withUnsafeBytes {
        unsafe chartgate_send_some(descriptor.number, $0.baseAddress, $0.count)
      }
      switch CInt(-count) {
      case EAGAIN: continue
      case EPIPE, ECONNRESET: return false
      default: try SystemCalls.checked("write to a worker", count)
      }
      done += count
    }
    return true
  }

  /// What has come, up to a count; empty at the other end's end. Waits until there is something, or the moment
  /// is over (`ETIMEDOUT`).
  package func read(upTo count: Int, deadline: Int64) throws(HostError) -> [UInt8] {
    try wait(POLLIN, deadline)
    var buffer = [UInt8](repeating: 0, count: count)
    let number = descriptor.number
    do throws(HostError) {
      let got = try SystemCalls.retrying("read from a worker") {
        unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
      }
      return Array(buffer[..<got])
    } catch  where error.code == Int(ECONNRESET) {
      return []
    }
  }

  private func wait(_ events: CInt, _ deadline: Int64) throws(HostError) {
    let left = (deadline - RealHost().ticks() + 999_999) / 1_000_000
    guard left > 0, try LocalSocket.wait(descriptor, events, milliseconds: Int(min(left, 3_600_000))) else {
      throw SystemCalls.failure("wait for a worker", ETIMEDOUT)
    }
  }
}

/// A worker's own side of its stream: it waits for as long as it takes, the daemon keeps the time.
package struct WorkerChannel: ~Copyable {
  private let descriptor: Descriptor
  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  package func write(_ bytes: [UInt8]) throws(HostError) { try descriptor.write(bytes.span) }

  /// Exactly so many bytes; nil when the other end is gone before.
  package func read(exactly count: Int) throws(HostError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let number = descriptor.number
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while bytes.count < count {
      let wanted = min(buffer.count, count - bytes.count)
      let got = try SystemCalls.retrying("read a worker's task") {
        unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, wanted) }
      }
      guard got > 0 else { return nil }
      bytes += buffer[..<got]
    }
    return bytes
  }
}
