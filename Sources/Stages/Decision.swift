package import Policy
package import Values

/// What `decide` says of a packet: the outcome, every finding, and what may leave.
package struct Decision: Sendable {
  package enum Outcome: Sendable {
    case released(StagedRelease)
    case held
    case rejected
  }

  package let outcome: Outcome
  /// What every stage found, in the order of the stages; none ended the path.
  package let findings: [Finding]
  package let basis: Basis?
  /// The pipeline's name; nil when none, or more than one, takes the request.
  package let pipeline: String?

  package init(outcome: Outcome, findings: [Finding], basis: Basis?, pipeline: String?) {
    (self.outcome, self.findings, self.basis, self.pipeline) = (outcome, findings, basis, pipeline)
  }

  /// The strongest verdict among the findings.
  package var verdict: Verdict { findings.map(\.verdict).max() ?? .note }
}

/// What may leave at one time, sealed as it will lie in the outbox. Only ``Deciding`` makes one.
package struct StagedRelease: Sendable {
  package struct File: Sendable {
    /// Its last name in the outbox.
    package let name: String
    /// Empty where the file ``isWritten``.
    package let bytes: [UInt8]
    package let byteCount: Int
    package let digest: Digest
    /// It lies in the release's folder already, durably, and was read again there: as long as it says, with
    /// this digest. A worker writes so (DESIGN.md §5).
    package let isWritten: Bool

    package init(name: String, bytes: [UInt8], digest: Digest) {
      (self.name, self.bytes, self.byteCount, self.digest) = (name, bytes, bytes.count, digest)
      isWritten = false
    }

    package init(written name: String, byteCount: Int, digest: Digest) {
      (self.name, self.byteCount, self.digest) = (name, byteCount, digest)
      (bytes, isWritten) = ([], true)
    }
  }

  /// The files of a release, by their last names, in the order in which they are renamed into the outbox.
  package static func names(of disclosure: String) -> [String] {
    ["zip.sha256", "audit.json", "delivery.json", "zip"].map { "\(disclosure).\($0)" }
  }

  package let disclosure: String
  /// In the order in which they are renamed into the outbox; the last one is the bundle (DESIGN.md §2).
  package let files: [File]
  /// The manifest that stays in audit/.
  package let inner: [UInt8]
  package let channel: String
  /// An id of the directory, or `patient`.
  package let recipient: String
  /// The authorization that it rests on, to be checked again right before it is delivered.
  package let authorization: Digest?
  /// The last day on which that authorization is good.
  package let lastDay: Day?
  /// SHA-256 over the sorted digests of the released input records: tells a repeat to the same recipient.
  package let records: Digest
  package let basis: Basis
  /// HL7 PurposeOfUse code.
  package let purpose: String

  package init(
    disclosure: String, files: [File], inner: [UInt8], channel: String, recipient: String,
    authorization: Digest?, lastDay: Day?, records: Digest, basis: Basis, purpose: String
  ) {
    (self.disclosure, self.files, self.inner) = (disclosure, files, inner)
    (self.channel, self.recipient, self.authorization) = (channel, recipient, authorization)
    (self.lastDay, self.records, self.basis, self.purpose) = (lastDay, records, basis, purpose)
  }
}
