private import Glibc
package import Values

/// Why the operating system did not do a thing. No name from outside is in it.
package struct HostError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What to do about an error number (FAULTS.md I07): one table, unknown is permanent.
  package enum Kind: String, Sendable {
    /// Goes away by itself or by an operator's hand: back off and try again.
    case transient
    case permanent
    case missing
    case exists
    /// Not what it was said to be: a link, a device, a second hard link, changed while it was read.
    case unsafe
  }

  package let operation: PlainText
  package let code: Int
  package let kind: Kind

  package init(_ operation: PlainText, code: Int, kind: Kind) {
    (self.operation, self.code, self.kind) = (operation, code, kind)
  }
  /// Nobody listens at a socket.
  package var isRefusedConnection: Bool { code == Int(ECONNREFUSED) }
  /// It did not come in time.
  package var isTimeout: Bool { code == Int(ETIMEDOUT) }
  package var description: String { "\(operation): \(words) (error \(code))" }

  private var words: String {
    switch Int32(truncatingIfNeeded: code) {
    case ENOENT: "it, or a folder above it, is not there"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "the volume is full"
    case EDQUOT: "the quota is used up"
    case EROFS: "the volume can only be read"
    case EIO: "the disk or share fails"
    case EMFILE, ENFILE: "too many files are open"
    case ENOTDIR: "something above it is no folder"
    case EEXIST: "the name is taken"
    default:
      switch kind {
      case .transient: "it may go by itself"
      case .permanent: "the system refuses it"
      case .missing: "it is not there"
      case .exists: "the name is taken"
      case .unsafe: "it is no plain file or folder of one name, or it changed"
      }
    }
  }
}
