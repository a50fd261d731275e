package import Ledger

/// How long what failed rests before it is tried again: twice as long each time, up to a bound, and never
/// all at the same moment. Nothing here is lost that a restart would miss: it begins anew at once.
package struct Backoff: Sendable {
  /// What can fail by itself.
  package enum Subject: Hashable, Sendable {
    case packet(PacketNumber)
    /// Taking away the inbox entry of a packet: its work goes on from our own copy all the same.
    case removal(PacketNumber)
    case source(String)
    case entry(EntryKey)
    case ledger
    case folders
  }

  private struct Fault: Sendable {
    var count: Int
    /// When the first of them was.
    var since: Int64
    var until: Int64
    var died: Bool
  }

  /// Nanoseconds.
  private let (shortest, longest): (Int64, Int64)
  private var faults: [Subject: Fault] = [:]
  private var random: any RandomNumberGenerator & Sendable

  /// - Parameters:
  ///   - shortest: the first rest, nanoseconds.
  ///   - longest: the longest one, but for the jitter of a quarter.
  package init(
    shortest: Int64 = 1_000_000_000, longest: Int64 = 300_000_000_000,
    random: any RandomNumberGenerator & Sendable
  ) {
    (self.shortest, self.longest, self.random) = (shortest, longest, random)
  }

  /// Notes a fault.
  ///
  /// - Parameter died: a packet's attempt ended without a word.
  /// - Returns: how many there were in a row, and for how many nanoseconds the subject now rests.
  package mutating func rest(_ subject: Subject, now: Int64, died: Bool = false) -> (
    count: Int, nanoseconds: Int64
  ) {
    let count = (faults[subject]?.count ?? 0) + 1
    let whole = min(longest, shortest << Int64(min(count - 1, 20)))
    let rest = whole - whole / 4 + Int64.random(in: 0...max(1, whole / 2), using: &random)
    let since = faults[subject]?.since ?? now
    faults[subject] = Fault(count: count, since: since, until: now + rest, died: died)
    return (count, rest)
  }

  /// Forgets the faults of what went well.
  package mutating func clear(_ subject: Subject) { faults[subject] = nil }

  package func isResting(_ subject: Subject, now: Int64) -> Bool {
    guard let fault = faults[subject] else { return false }
    return now < fault.until
  }

  package func until(_ subject: Subject) -> Int64? { faults[subject]?.until }

  /// How many faults there were in a row, and when the first of them was; nil without any.
  package func row(_ subject: Subject) -> (count: Int, since: Int64)? {
    faults[subject].map { ($0.count, $0.since) }
  }

  /// Packets that had a fault, and until when they rest.
  package var packets: [PacketNumber: Rest] {
    var packets: [PacketNumber: Rest] = [:]
    for (subject, fault) in faults {
      if case .packet(let number) = subject { packets[number] = Rest(until: fault.until, died: fault.died) }
    }
    return packets
  }

  /// When the next of what rests may be tried again; nil when nothing rests.
  package func next(after now: Int64) -> Int64? { faults.values.map(\.until).filter { $0 > now }.min() }
}
