package import Host

/// Where the pipelines and categories lie that come with the program.
package struct ShippedPolicies: Sendable {
  /// One file, by its path below the folder.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// Where the pipelines lie, absolute.
  package let folder: String
  package let pipelines: [File]
  package let categories: [File]

  package init(folder: String, pipelines: [File], categories: [File]) {
    (self.folder, self.pipelines, self.categories) = (folder, pipelines, categories)
  }

  /// Looks in `$CHARTGATE_SHARE`, else beside the program (`../share/chartgate`), else, for a program in a
  /// build folder, in the nearest folder above it that holds `Package.swift` and `Pipelines/`.
  ///
  /// - Returns: nil when there are none.
  package static func find(share: String?, executable: String?, host: any Host) throws(HostError)
    -> ShippedPolicies?
  {
    var candidates: [String] = []
    if let share, let path = HousePath.absolute(share, from: "/") { candidates.append(path) }
    if let executable, share == nil {
      if let path = HousePath.absolute("../../share/chartgate", from: executable) { candidates.append(path) }
      var above = executable
      while let parent = HousePath.absolute("..", from: above), parent != above {
        above = parent
        let root = FilePath(Root(parent))
        guard parent != "/", try host.exists(root.appending("Package.swift")),
          try host.exists(root.appending("Pipelines"))
        else { continue }
        candidates.append(parent)
        break
      }
    }
    for candidate in candidates {
      let root = FilePath(Root(candidate))
      guard try host.exists(root), try host.exists(root.appending("Pipelines")) else { continue }
      return ShippedPolicies(
        folder: HousePath.text(root.appending("Pipelines")),
        pipelines: try files(root.appending("Pipelines"), host),
        categories: try files(root.appending("Pipelines").appending("categories"), host))
    }
    return nil
  }

  private static func files(_ folder: FilePath, _ host: any Host) throws(HostError) -> [File] {
    guard try host.exists(folder) else { return [] }
    var files: [File] = []
    for name in try host.list(folder).sorted() {
      guard let text = String(validating: name.bytes, as: UTF8.self), text.hasSuffix(".yaml"),
        !text.hasSuffix(".tests.yaml")
      else { continue }
      files.append(File(name: text, bytes: try host.read(folder.appending(name), limit: 1 << 20)))
    }
    return files
  }
}
