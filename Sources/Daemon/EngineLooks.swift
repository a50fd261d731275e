internal import Host

extension Engine {
  /// Lists every inbox that can be reached, and begins to look at its entries. It takes nothing.
  package mutating func look() {
    channels = [:]
    watch.pace.isShared = parts.folders.sources.count > 1
    for source in parts.folders.sources {
      let subject = Backoff.Subject.source(source.id)
      let now = moment
      guard !backoff.isResting(subject, now: now.ticks),
        !watch.pace.isResting(.listing, of: source.id, now: now.ticks)
      else { continue }
      defer { watch.pace.took(.listing, of: source.id, from: now.ticks, to: parts.host.ticks()) }
      do throws(HostError) {
        try source.requireMount(parts.host)
        for gone in try watch.list(source, now: now) { backoff.clear(.entry(gone)) }
        if backoff.until(subject) != nil { parts.tell(.sourceBack(source: source.id)) }
        backoff.clear(subject)
      } catch {
        let fault = rest(subject)
        parts.tell(.sourceUnreachable(source: source.id, code: error.code, fault))
      }
    }
    lookOn()
  }

  /// Whether entries are still to be looked at since the last ``look()``.
  package var isLooking: Bool { watch.isLooking }

  /// Whether some of them may be looked at now: of a source that answers slowly a few at a time.
  package var mayLookOn: Bool { watch.mayLookOn(now: parts.host.ticks()) }

  /// Looks at some more entries, so few that what is in hand does not wait for it.
  package mutating func lookOn() {
    let host = parts.host
    watch.lookOn(parts.looks, longest: parts.lookTime) { host.ticks() }
    guard !watch.isLooking else { return }
    for source in parts.folders.sources {
      let stuck = watch.counts(of: source.id).stuck
      if stuck > toldStuck[source.id] ?? 0 { parts.tell(.inboxStuck(source: source.id, entries: stuck)) }
      toldStuck[source.id] = stuck
    }
  }

  /// Lists every inbox, and looks at all of its entries.
  package mutating func lookThrough() {
    look()
    watch.pace.isShared = false
    while isLooking { lookOn() }
  }

  /// Whether an inbox entry may become ready by lying still.
  package func mayStillSettle() -> Bool { watch.mayStillSettle(in: parts.folders.sources) }
}
