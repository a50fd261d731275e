package import Host
package import Policy
package import Requests
package import Values

/// What chartgate.yaml says. Every key but the site's name, kind, state and time zone has a default that
/// works; no default lets anything leave.
package struct HouseSettings: Sendable, Equatable {
  /// Where the house keeps things, as written: relative to the file.
  package struct Folders: Sendable, Equatable {
    package var state = "state"
    package var outbox = "outbox"
    package var receipts = "receipts"
    package init() {}
  }

  /// Where metrics go; nowhere unless they are named.
  package struct Metrics: Sendable, Equatable {
    /// A file for node_exporter's textfile collector, as written; its name ends in `.prom`.
    package var file: String?
    /// A unix socket that answers GET /metrics, as written.
    package var socket: String?
    package init() {}
  }

  /// An inbox and the EHR or desk that feeds it.
  package struct Source: Sendable, Equatable {
    package var id: String
    /// As written; `inbox/<id>` unless it says otherwise.
    package var inbox: String
    /// How long an entry without marker or digest list must lie still, milliseconds.
    package var settle: Int64
    /// The kinds of paper of which this source's transcription is believed; none unless named, since a
    /// believed transcription is what a release rests on (DESIGN.md §3).
    package var believes: Set<Paper.Kind>

    package init(id: String, inbox: String? = nil, settle: Int64 = 10_000, believes: Set<Paper.Kind> = []) {
      (self.id, self.inbox) = (id, inbox ?? "inbox/\(id)")
      (self.settle, self.believes) = (settle, believes)
    }
  }

  /// What a worker may use (Documentation/Wall.md).
  package struct WorkerBounds: Sendable, Equatable {
    /// Bytes of memory.
    package var memory = 2 << 30
    /// Seconds of a processor.
    package var cpuSeconds = 600
    /// From question to answer, milliseconds.
    package var time: Int64 = 900_000
    /// Bytes of the longest file of a release.
    package var output = 8 << 30
    /// Parts of the wall without which workers may run on a kernel that lacks them.
    package var without: Set<Wall.Part> = []
    package init() {}
  }

  /// nil while a key of it is missing or wrong; a house never opens without.
  package var site: Site?
  /// A trial house's today.
  package var fixedDay: Day?
  package var folders = Folders()
  package var sources = [Source(id: "main")]
  /// Folders that are shares, as written: inboxes, the outbox, channels of it. Each shows by its mark that it is
  /// there.
  package var mounts: [String] = []
  /// Between two looks into the inboxes, milliseconds.
  package var poll: Int64 = 1_000
  /// How long a delivered packet's bytes are kept without a receipt, milliseconds.
  package var keep: Int64 = 30 * 86_400_000
  /// Attempts during which a worker or the daemon may die before a packet is poison.
  package var poisonAfter = 3
  /// How long an attempt may take before it is given up, milliseconds.
  package var attemptLimit: Int64 = 30 * 60_000
  /// Bytes that stay free on the state volume and on each outbox channel.
  package var freeFloor = 256 << 20
  /// Bundles that may wait in a channel for its transfer job; 0 for no limit.
  package var bundlesPerChannel = 1_000
  /// Packets in hand at one time.
  package var workers = 2
  package var limits = Limits.standard
  package var wall = WorkerBounds()
  /// Terminologies that the site does not use, for want of a licence: their codes are not sought.
  package var leftOut: Set<Terminology> = []
  /// How long a packet may stay incomplete before it is reported, milliseconds.
  package var stuckAfter: Int64 = 3_600_000
  package var metrics = Metrics()

  package init() {}
}
