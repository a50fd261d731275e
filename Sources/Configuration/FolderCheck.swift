internal import Host

/// Looks at one folder or file of the house: that it is there, is what it should be, belongs to whom it
/// should, and opens to nobody else (FAULTS.md S01, S02).
struct FolderCheck {
  /// Who may do what in a folder.
  enum Access {
    /// The daemon's alone: 0700.
    case daemon
    /// The daemon's and one group's: nothing for others.
    case group
    /// Readable, written by nobody but its owner: policy and configuration.
    case policy
    /// A file that the daemon made in a folder of its own.
    case own
    /// A key: the daemon's alone.
    case secret
  }

  let host: any Host
  /// The user that the daemon runs as.
  let user: UInt32

  func folder(_ path: FilePath, _ place: String, _ access: Access) -> [HouseProblem] {
    let command = "mkdir -p -m \(access == .daemon ? "0700" : "0750") \(shell(path))"
    do {
      guard let status = try host.statusIfThere(path) else {
        return [HouseProblem(.error, place, "there is no such folder", command: command)]
      }
      return judge(status, path, place, access, isFolder: true)
    } catch {
      return [
        HouseProblem(
          .error, place, "the folder cannot be looked at (error \(error.code))",
          command: "chmod u+rx \(shell(path.parent))")
      ]
    }
  }

  /// A file that need not be there.
  func file(_ path: FilePath, _ place: String, _ access: Access = .policy) -> [HouseProblem] {
    do {
      guard let status = try host.statusIfThere(path) else { return [] }
      return judge(status, path, place, access, isFolder: false)
    } catch {
      return [HouseProblem(.error, place, "the file cannot be looked at (error \(error.code))")]
    }
  }

  private func judge(
    _ status: FileStatus, _ path: FilePath, _ place: String, _ access: Access, isFolder: Bool
  ) -> [HouseProblem] {
    switch status.kind {
    case .link:
      return [HouseProblem(.error, place, "is a link; name the \(isFolder ? "folder" : "file") itself")]
    case .folder where isFolder, .file where !isFolder: break
    case .folder, .file, .other:
      return [HouseProblem(.error, place, "is no \(isFolder ? "folder" : "plain file")")]
    }
    var problems: [HouseProblem] = []
    if status.owner != user, !(access == .policy && status.owner == 0) {
      problems.append(
        HouseProblem(
          .error, place, "belongs to user \(status.owner), and the daemon would run as \(user)",
          command: "chown \(user) \(shell(path))"))
    }
    let (wrong, mending): (UInt32, String) =
      switch access {
      case .daemon: (0o077, "0700")
      case .secret: (0o077, "0600")
      case .group: (0o007, "o-rwx")
      case .policy: (0o022, "go-w")
      case .own: (0, "")
      }
    if status.mode & wrong != 0 {
      let who = status.mode & wrong & 0o007 != 0 ? "others than its owner" : "its group"
      problems.append(
        HouseProblem(
          .error, place, "is open to \(who) (mode \(octal(status.mode)))",
          command: "chmod \(mending) \(shell(path))"))
    }
    let (needed, letters): (UInt32, String) =
      switch access {
      case .policy: isFolder ? (0o500, "rx") : (0o400, "r")
      case .own: (0o600, "rw")
      case .secret: (0o400, "r")
      case .daemon, .group: (0o700, "rwx")
      }
    if status.owner == user, status.mode & needed != needed {
      problems.append(
        HouseProblem(
          .error, place, "its owner may not use it (mode \(octal(status.mode)))",
          command: "chmod u+\(letters) \(shell(path))"))
    }
    return problems
  }

  private func shell(_ path: FilePath) -> String { HousePath.quoted(HousePath.text(path)) }

  private func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
