import Foundation
import Policy
import Testing
import YAML

/// The category files that Chartgate ships, read once for all tests.
enum ShippedCategories {
  static let files: [(name: String, bytes: [UInt8])] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Pipelines/categories")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, [UInt8]($0)) }
    }
  }()

  static func set() throws -> CategorySet {
    try read.get()
  }

  static func set(leavingOut leftOut: Set<Terminology>) throws -> CategorySet {
    switch CategoryReader.read(files, leavingOut: leftOut) {
    case .read(let set): return set
    case .refused(let problems): throw Refused(problems: problems.map(\.description))
    }
  }

  private struct Refused: Error {
    let problems: [String]
  }
  private static let read: Result<CategorySet, Refused> =
    switch CategoryReader.read(files) {
    case .read(let set): .success(set)
    case .refused(let problems): .failure(Refused(problems: problems.map(\.description)))
    }
}
