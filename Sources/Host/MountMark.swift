internal import Values

/// The file that an operator lays once onto a share that the house uses. A share that is not mounted is an
/// empty folder, into which a bundle could be written that nobody finds, and where a rename that did not
/// happen looks like one that did: the mark proves that the right tree is there (FAULTS.md I12).
package enum MountMark {
  package static let name = FileName(ours: ".chartgate-mount")

  /// - Throws: `missing` while the share is not there.
  package static func require(in folder: FilePath, _ host: any Host) throws(HostError) {
    guard try host.status(folder.appending(name)).kind == .file else {
      throw HostError("look for the mark of a mount", code: 0, kind: .missing)
    }
  }
}
