internal import CSystemCalls
internal import Glibc
internal import Values

/// Rung once, by whoever asks for an end; who waits for something else as well is woken by it, so that nobody has
/// to look from time to time (eventfd(2)).
package final class Bell: Sendable {
  let descriptor: Descriptor

  package init() throws(HostError) {
    descriptor = Descriptor(
      try SystemCalls.retrying("make a bell") {
        eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
      })
  }

  /// From here on it has rung.
  package func ring() { _ = eventfd_write(descriptor.number, 1) }

  /// Rests for so long, unless it rings or has rung.
  package func rest(milliseconds: Int) {
    do throws(HostError) {
      _ = try LocalSocket.wait(descriptor, POLLIN, milliseconds: milliseconds)
    } catch {
      return
    }
  }
}
