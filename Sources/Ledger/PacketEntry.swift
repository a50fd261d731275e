package import Values

/// The number that a packet gets at its claim. Folders, logs and ids use only this: names from outside
/// hold names of people.
package struct PacketNumber: Hashable, Sendable, Comparable, Showable, CustomStringConvertible {
  package let value: Int
  package init(_ value: Int) { self.value = value }
  package var shown: String { String(value) }
  package var description: String { shown }
  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// Where a packet stands (DESIGN.md §2).
package enum PacketState: String, Sendable, CaseIterable, Showable {
  /// Its bytes are ours; no work has begun, or it was put back on the path.
  case claimed
  /// An attempt was begun and has not come to an outcome.
  case working
  case held
  case rejected
  /// Nothing more happens to it: delivered and acknowledged or out of time, a repeat, or replaced.
  case closed
  /// It has an outcome and a release that is under way or awaits its receipt.
  case released
  package var shown: String { rawValue }

  /// Its bytes are ours, and there is no outcome yet.
  package var isUndecided: Bool { self == .claimed || self == .working }
}

/// How a packet lay in its inbox.
package enum PacketForm: String, Sendable {
  /// A folder with one request at its root.
  case folder
  /// `<name>.request.xml|json` beside the files that it names.
  case flat
}

/// One file of a packet as it was claimed.
package struct ClaimedFile: Sendable, Hashable {
  /// Its path inside the packet, as bytes, `/` between folders. Patient data: names hold names.
  package let path: [UInt8]
  package let byteCount: Int
  package let digest: Digest
  /// Inode and change time (ns) of the inbox file that was copied: they tell this very file from a new one
  /// of the same name, after a crash between the claim and its removal.
  package let inode: UInt64
  package let changed: Int64

  package init(path: [UInt8], byteCount: Int, digest: Digest, inode: UInt64, changed: Int64) {
    (self.path, self.byteCount, self.digest) = (path, byteCount, digest)
    (self.inode, self.changed) = (inode, changed)
  }
}

/// A packet as the ledger knows it.
package struct PacketEntry: Sendable {
  package var number: PacketNumber
  package var source: String
  package var form: PacketForm
  /// The name of the inbox entry, as bytes; patient data.
  package var entryName: [UInt8]
  package var fingerprint: Digest
  /// The request's own id, if it could be read; patient data.
  package var requestID: Sensitive<String>?
  package var state: PacketState
  package var files: [ClaimedFile]
  /// Links, devices and hard links that lay in it: not copied, and a reason to reject it.
  package var offences = 0
  package var due: Day?
  package var claimedAt: Instant
  /// Attempts begun so far.
  package var attempts: Int = 0
  /// Attempts during which a worker or the daemon died; poison at the configured number (DESIGN.md §2).
  package var deaths: Int = 0
  /// The facts recorded with the running attempt, so that a repeated one gives the same bytes.
  package var facts: AttemptFacts?
  /// The packet that this one repeats; it then changes nothing and is closed.
  package var repeats: PacketNumber?
  /// The rejected or amend-held packet whose place this one takes.
  package var replaces: PacketNumber?
  /// The packet with the same request id and other bytes, where a person must decide.
  package var conflictsWith: PacketNumber?
  package var pipeline: String?
  package var verdict: Verdict?
  package var lift: Lift?

  package init(
    number: PacketNumber, source: String, form: PacketForm, entryName: [UInt8], fingerprint: Digest,
    requestID: Sensitive<String>?, state: PacketState, files: [ClaimedFile], due: Day?, claimedAt: Instant
  ) {
    (self.number, self.source, self.form, self.entryName) = (number, source, form, entryName)
    (self.fingerprint, self.requestID, self.state) = (fingerprint, requestID, state)
    (self.files, self.due, self.claimedAt) = (files, due, claimedAt)
  }
}

/// What is fixed at the first attempt and used again by each repeated one: from the same bytes and the same
/// facts come the same outcome and the same bundle.
package struct AttemptFacts: Sendable, Equatable {
  /// Today in the site's zone when the attempt was first begun.
  package var today: Day
  package var instant: Instant
  /// Digest over pipelines, label sets, recipients and configuration in force.
  package var policy: Digest

  package init(today: Day, instant: Instant, policy: Digest) {
    (self.today, self.instant, self.policy) = (today, instant, policy)
  }
}
