private import CSystemCalls
private import Glibc
internal import Values

/// The datagram socket on which a service manager hears from its service (sd_notify(3)): a path, or an
/// abstract name that is written with a leading `@`.
package struct NotifySocket: Sendable {
  private let name: [UInt8]

  /// nil for what is neither.
  package init?(_ address: String) {
    let bytes = Array(address.utf8)
    guard let first = bytes.first, bytes.count <= 107, first == 0x40 || first == 0x2F else { return nil }
    name = first == 0x40 ? [0] + bytes.dropFirst() : bytes
  }

  /// Sends one message.
  package func send(_ message: String) throws(HostError) {
    let descriptor = try LocalSocket.make(.datagram)
    let number = descriptor.number
    let bytes = Array(message.utf8)
    _ = try unsafe LocalSocket.with(name) { address, length in
      unsafe bytes.withUnsafeBytes {
        CInt(
          truncatingIfNeeded: unsafe sendto(
            number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), address, length))
      }
    }
  }
}
