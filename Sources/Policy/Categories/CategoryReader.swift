package import YAML

/// Reads the category files of a folder and lays them together. They need sources.yaml beside them, which
/// names where each code came from.
package enum CategoryReader {
  package enum Reading: Sendable {
    case read(CategorySet)
    case refused([YAMLProblem])
  }

  /// - Parameter files: every YAML file of the folder with its name; their order does not matter.
  ///
  /// - Parameter leftOut: terminologies that the site may not use; their codes are not sought.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])], leavingOut leftOut: Set<Terminology> = []
  ) -> Reading {
    var problems: [YAMLProblem] = []
    var sources: [String: CategorySource] = [:]
    var trees: [YAMLFile] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      do {
        let tree = try YAMLFile(file.bytes, name: file.name)
        if isSources(file.name) {
          sources.merge(Self.sources(tree, &problems)) { first, _ in first }
        } else {
          trees.append(tree)
        }
      } catch {
        problems.append(error)
      }
    }
    if !files.contains(where: { isSources($0.name) }) {
      problems.append(
        YAMLProblem(file: "sources.yaml", line: 1, column: 1, message: "is missing beside the category files")
      )
    }
    var read: [CategoryFile] = []
    for tree in trees {
      let one = CategoryFileReader.read(tree, sources: Set(sources.keys), &problems)
      if read.contains(where: { $0.category.name == one.category.name }) {
        problems.append(
          YAMLProblem(
            file: tree.name, line: tree.root.line, column: tree.root.column,
            message: "the category \"\(one.category.name)\" stands in another file already"))
      }
      read.append(one)
    }
    problems += relations(read, trees)
    return problems.isEmpty
      ? .read(CategorySet(read, sources: sources, leavingOut: leftOut)) : .refused(problems.sorted())
  }

  private static func isSources(_ name: String) -> Bool {
    name == "sources.yaml" || name.hasSuffix("/sources.yaml")
  }

  private static func sources(_ file: YAMLFile, _ problems: inout [YAMLProblem]) -> [String: CategorySource] {
    var map = YAMLMap(file)
    _ = map.number("version", in: 1...1_000_000)
    _ = map.texts("attributions")
    var sources: [String: CategorySource] = [:]
    for entry in map.maps("sources") {
      var entry = entry
      let id = entry.requiredText("id")
      _ = entry.requiredText("use")
      sources[id] = CategorySource(
        id: id, name: entry.requiredText("name"), licence: entry.requiredText("licence"))
      _ = entry.text("via")
      problems += entry.finish()
    }
    problems += map.finish()
    return sources
  }

  /// A part names its whole, which is there and is not a part itself; a whole includes only its parts.
  private static func relations(_ files: [CategoryFile], _ trees: [YAMLFile]) -> [YAMLProblem] {
    var problems: [YAMLProblem] = []
    for (file, tree) in zip(files, trees) {
      func report(_ message: String) {
        problems.append(
          YAMLProblem(file: tree.name, line: tree.root.line, column: tree.root.column, message: message))
      }
      let category = file.category
      if let whole = category.partOf {
        if let found = files.first(where: { $0.category.name == whole }) {
          if found.category.partOf != nil { report("\"\(whole)\" is a part itself") }
        } else {
          report("\"partOf\" names \"\(whole)\", which no file defines")
        }
      }
      for part in category.includes {
        let found = files.first { $0.category.name == part }
        if found?.category.partOf != category.name {
          report("\"includes\" names \"\(part)\", which does not say that it is part of \"\(category.name)\"")
        }
      }
    }
    return problems
  }
}
