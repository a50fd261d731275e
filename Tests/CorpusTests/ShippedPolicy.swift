import Foundation
import Policy
import Stages
import Values

/// The policy that ships, read from the checkout as a house reads its own.
enum ShippedPolicy {
  struct Unreadable: Error, CustomStringConvertible { let description: String }

  static func load() throws -> PolicySet {
    let pipelines = try files(in: "Pipelines")
    let categories = try files(in: "Pipelines/categories")
    guard case .read(let set) = CategoryReader.read(categories) else {
      throw Unreadable(description: "the categories that ship cannot be read")
    }
    var read: [PolicySet.Versioned] = []
    for (name, bytes) in pipelines where !name.hasSuffix(".tests.yaml") {
      guard case .read(let pipeline) = PipelineReader.read(bytes, name: name, categories: set.names) else {
        throw Unreadable(description: "\(name) cannot be read")
      }
      read.append(
        PolicySet.Versioned(pipeline: pipeline, digest: Digest(bytes: Array(repeating: 1, count: 32))!))
    }
    return PolicySet(pipelines: read, categories: set, digest: Digest(bytes: Array(repeating: 2, count: 32))!)
  }

  private static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = Corpus.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: place.path(percentEncoded: false)).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { ($0, Array(try Data(contentsOf: place.appending(path: $0)))) }
  }
}
