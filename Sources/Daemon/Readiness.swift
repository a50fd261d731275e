internal import Ledger
internal import Stages
internal import Values

/// Whether an inbox entry may be taken (DESIGN.md §2, "Ready"): by marker, by a digest list that is all
/// there, or because nothing in it changed over at least two looks for the source's settle time. Never by
/// a file's own times.
package struct Readiness: Sendable {
  package enum Answer: Sendable, Equatable {
    case ready(How)
    case waiting
    /// Incomplete for longer than the limit: reported, not taken.
    case stuck
  }

  /// By what an entry is ready.
  package enum How: UInt8, Sendable, Equatable {
    case marker
    /// Its digests are compared while it is claimed; a claim that disagrees is undone.
    case digests
    case settled
    /// An archive or a packet with links: taken so that it can be rejected with its reason.
    case refused
  }

  /// What we saw of an entry, and since when it has not changed; monotonic nanoseconds. Small, since it is
  /// kept of everything that waits.
  package struct Observation: Sendable, Equatable {
    /// ``EntryView/sight`` of the last look.
    package var sight = 0
    package var unchangedSince: Int64
    package let firstSeen: Int64
    /// Looks in a row that saw the same; 0 when what was seen before proves nothing.
    package var looks = 0

    /// Its name was seen, and nothing else yet.
    package init(firstSeen: Int64) { (unchangedSince, self.firstSeen) = (firstSeen, firstSeen) }
  }

  /// Nanoseconds.
  package var settle: Int64
  /// Nanoseconds after which an incomplete entry is reported.
  package var stuckAfter: Int64

  package init(settle: Int64, stuckAfter: Int64) {
    (self.settle, self.stuckAfter) = (settle, stuckAfter)
  }

  /// Judges a look against the one before it.
  ///
  /// - Parameter now: monotonic nanoseconds.
  package func judge(_ entry: EntryView, after last: Observation, now: Int64) -> (Answer, Observation) {
    var seen = last
    let sight = entry.sight
    if last.looks > 0, last.sight == sight {
      seen.looks = min(last.looks + 1, 2)
    } else {
      (seen.sight, seen.unchangedSince, seen.looks) = (sight, now, 1)
    }
    return (answer(entry, seen, now), seen)
  }

  private func answer(_ entry: EntryView, _ seen: Observation, _ now: Int64) -> Answer {
    let settled = seen.looks >= 2 && now - seen.unchangedSince >= settle
    let hasMarker = entry.hasMarker && (!entry.isMarkerStale || settled)
    let tooLong = now - seen.firstSeen >= stuckAfter
    switch entry.obstacle {
    case .unreadable: return tooLong ? .stuck : .waiting
    case .tooLarge: return settled || hasMarker ? .stuck : .waiting
    case .archive, .unsafe:
      // What is still being written is not yet what it will be.
      guard settled || hasMarker else { return .waiting }
      guard !entry.hasPart else { return tooLong ? .stuck : .waiting }
      return .ready(.refused)
    case nil: break
    }
    guard !entry.hasPart else { return tooLong ? .stuck : .waiting }
    // A folder without a request may still get one; only a marker says that this is all.
    guard !entry.requests.isEmpty || hasMarker else { return tooLong ? .stuck : .waiting }
    if hasMarker { return .ready(.marker) }
    if let listed = entry.listed, isComplete(listed, entry) { return .ready(.digests) }
    // A flat packet whose named files are not all there waits, however still the inbox is.
    if entry.form == .flat, let listed = entry.listed, !areAllThere(listed, entry) {
      return tooLong ? .stuck : .waiting
    }
    return settled ? .ready(.settled) : .waiting
  }

  /// Every file is listed with size and digest, and is there with that size. Digests are compared while
  /// the packet is claimed.
  private func isComplete(_ listed: [EntryView.Listed], _ entry: EntryView) -> Bool {
    guard !listed.isEmpty, listed.allSatisfy({ $0.byteCount != nil && $0.digest != nil }) else {
      return false
    }
    let sizes = Dictionary(entry.files.map { ($0.path, $0.byteCount) }) { first, _ in first }
    return listed.allSatisfy { sizes[$0.path] == $0.byteCount }
  }

  private func areAllThere(_ listed: [EntryView.Listed], _ entry: EntryView) -> Bool {
    let there = Set(entry.files.map(\.path))
    return listed.allSatisfy { there.contains($0.path) }
  }
}
