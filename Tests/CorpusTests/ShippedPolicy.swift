import Foundation
import Hashing
import Policy
import Stages
import Values

/// The policy that ships, read from the checkout as a house reads its own.
enum ShippedPolicy {
  struct Unreadable: Error, CustomStringConvertible { let description: String }

  /// - Parameter redacting: kinds that every pipeline redacts beside its own.
  static func load(redacting kinds: [RedactionKind] = []) throws -> PolicySet {
    let pipelines = try files(in: "Pipelines")
    let categories = try files(in: "Pipelines/categories")
    guard case .read(let set) = CategoryReader.read(categories) else {
      throw Unreadable(description: "the categories that ship cannot be read")
    }
    var read: [PolicySet.Versioned] = []
    for (name, bytes) in pipelines where !name.hasSuffix(".tests.yaml") {
      guard case .read(var pipeline) = PipelineReader.read(bytes, name: name, categories: set.names) else {
        throw Unreadable(description: "\(name) cannot be read")
      }
      pipeline.redact += kinds.map(\.rawValue).filter { !pipeline.redact.contains($0) }
      read.append(
        PolicySet.Versioned(pipeline: pipeline, digest: .sha256(bytes)))
    }
    return PolicySet(pipelines: read, categories: set, digest: .sha256(Array("test".utf8)))
  }

  private static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = Corpus.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: place.path(percentEncoded: false)).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { ($0, Array(try Data(contentsOf: place.appending(path: $0)))) }
  }
}
