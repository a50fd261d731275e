private import Glibc
internal import Values

/// journald's own socket, which takes an entry as named fields in one datagram
/// (systemd.io/JOURNAL_NATIVE_PROTOCOL). It is never waited for.
package final class JournalSocket: Sendable {
  private let descriptor: Descriptor
  private let name: [UInt8]

  /// nil unless standard error goes to the journal: whoever redirects it wants plain lines.
  package static var ofThisProcess: JournalSocket? {
    guard let stream = ThisProcess.environment("JOURNAL_STREAM") else { return nil }
    return JournalSocket(stream: stream)
  }

  /// - Parameter stream: device and inode of the journal's end, as systemd sets JOURNAL_STREAM
  ///   (systemd.exec(5)); it must be standard error's.
  package init?(stream: String, path: String = "/run/systemd/journal/socket") {
    var info = stat()
    guard unsafe fstat(STDERR_FILENO, &info) == 0, stream == "\(info.st_dev):\(info.st_ino)" else {
      return nil
    }
    name = Array(path.utf8)
    do throws(HostError) {
      descriptor = try LocalSocket.make(.datagram)
    } catch {
      return nil
    }
  }

  /// Sends an entry.
  ///
  /// - Returns: false when it could not be had rid of at once; it is then lost.
  package func send(_ fields: [(name: String, value: String)]) -> Bool {
    let bytes = Self.entry(fields)
    let number = descriptor.number
    do throws(HostError) {
      let count = try unsafe LocalSocket.with(name) { address, length in
        unsafe bytes.withUnsafeBytes {
          CInt(
            truncatingIfNeeded: unsafe sendto(
              number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT), address,
              length))
        }
      }
      return count == bytes.count
    } catch {
      return false
    }
  }

  /// `NAME=value` and a line feed; a value with a line feed in it goes by its length, 64 bits little-endian.
  package static func entry(_ fields: [(name: String, value: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      let value = Array(field.value.utf8)
      bytes += Array(field.name.utf8)
      if value.contains(0x0A) {
        bytes.append(0x0A)
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value.count >> (8 * shift))) }
      } else {
        bytes.append(UInt8(ascii: "="))
      }
      bytes += value
      bytes.append(0x0A)
    }
    return bytes
  }
}
