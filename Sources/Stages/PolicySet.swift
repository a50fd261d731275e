package import Policy
package import Values

/// The house's policy, compiled: its pipelines and its label set, with the digests by which they are known.
package struct PolicySet: Sendable {
  /// A pipeline with the digest of its file's bytes.
  package struct Versioned: Sendable {
    package let pipeline: Pipeline
    package let digest: Digest
    package init(pipeline: Pipeline, digest: Digest) { (self.pipeline, self.digest) = (pipeline, digest) }
  }

  package let pipelines: [Versioned]
  package let categories: CategorySet
  /// Over pipelines, categories, recipients and configuration in force.
  package let digest: Digest

  package init(pipelines: [Versioned], categories: CategorySet, digest: Digest) {
    (self.pipelines, self.categories, self.digest) = (pipelines, categories, digest)
  }
}
