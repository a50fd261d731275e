import Foundation
import Policy
import YAML

/// The policy files of this checkout, read once.
enum ShippedPolicy {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pipelines")

  static let categoryFiles: [(name: String, bytes: [UInt8])] = files(in: "categories")

  static let categories: CategorySet = {
    guard case .read(let set) = CategoryReader.read(categoryFiles) else {
      fatalError("the shipped categories do not read")
    }
    return set
  }()

  static let pipelines: [Pipeline] = files(in: "").filter { !$0.name.hasSuffix(".tests.yaml") }.map { file in
    guard
      case .read(let pipeline) = PipelineReader.read(
        file.bytes, name: file.name, categories: categories.names)
    else { fatalError("a shipped pipeline does not read") }
    return pipeline
  }

  private static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    let folder = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path).map { (name, [UInt8]($0)) }
    }
  }
}

/// Every reader of YAML below the house: a file is read, or refused with a reason at a place.
func fuzzPolicyFiles(_ bytes: [UInt8]) {
  if case .refused(let problems) = PipelineReader.read(
    bytes, name: "fuzz.yaml", categories: ShippedPolicy.categories.names)
  {
    check(problems)
  }
  if case .refused(let problems) = PipelineTestReader.read(bytes, name: "fuzz.tests.yaml") { check(problems) }
  let sources = ShippedPolicy.categoryFiles.filter { $0.name == "sources.yaml" }
  if case .refused(let problems) = CategoryReader.read(sources + [("fuzz.yaml", bytes)]) { check(problems) }
  if case .refused(let problems) = CategoryReader.read([("sources.yaml", bytes)]) { check(problems) }
}

private func check(_ problems: [YAMLProblem]) {
  hold(!problems.isEmpty, "a refused file says why")
  for problem in problems { hold(problem.line >= 1 && problem.column >= 1, "a problem has a place") }
}
