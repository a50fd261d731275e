internal import Host
internal import Ledger
internal import Policy
internal import Stages
internal import Values

extension Engine {
  /// Does one thing. Each may be found half done, or done, by a crash before.
  mutating func perform(_ action: Action, _ round: inout Round) throws {
    switch action {
    case .sweep(let packet): try parts.host.removeTree(parts.folders.claim(packet))
    case .settle(let packet): try claiming.settle(packet)
    case .clear(let source, let packet): try clear(packet, of: source)
    case .drop(let packet, let room):
      try parts.host.removeTree(parts.folders.packet(packet, in: room))
      try parts.host.sync(parts.folders.room(room))
    case .move(let packet, let from, let to): try move(packet, from: from, to: to)
    case .deliver(let packet, let disclosure): try deliver(packet, disclosure)
    case .close(let packet, let reason):
      try parts.ledger.commit([.closed(packet, because: reason)], at: parts.host.now())
      parts.tell(.packetClosed(packet, reason))
    case .poison(let packet): try poison(packet)
    case .attempt(let packet, let died): round.begun.append(try begin(packet, died: died))
    case .claim(let entry, _): try claim(entry)
    case .giveUp: break
    }
  }

  private var claiming: Claiming {
    Claiming(
      host: parts.host, ledger: parts.ledger, folders: parts.folders, limits: parts.limits,
      read: parts.house.read)
  }

  private func source(_ id: String) -> SourceFolder? { parts.folders.sources.first { $0.id == id } }

  private mutating func clear(_ packet: PacketNumber, of id: String) throws {
    watch.cleared(packet, of: id)
    guard let source = source(id) else { return }
    // Gone with its share is not removed.
    try source.requireMount(parts.host)
    try claiming.clear(packet, from: source)
  }

  private mutating func claim(_ key: EntryKey) throws {
    let start = parts.host.ticks()
    var copied = 0
    defer { watch.pace.took(.claim, of: key.source, from: start, to: parts.host.ticks(), bytes: copied) }
    guard let source = source(key.source), let (entry, how) = try watch.take(key, in: source, now: start)
    else { return }
    copied = entry.byteCount
    switch try claiming.claim(entry, how: how, from: source) {
    case .claimed(let packet):
      watch.forget(key)
      attention.note(packet)
      if let old = try parts.ledger.packet(packet)?.replaces { attention.note(old) }
      let bytes = entry.byteCount
      parts.tell(.packetClaimed(packet, source: source.id, files: entry.files.count, bytes: bytes))
    case .repeated(let packet, let first):
      watch.forget(key)
      parts.tell(.packetRepeated(packet, of: first, source: source.id))
    case .cleared(let packet):
      watch.forget(key)
      parts.tell(.entryCleared(packet, source: source.id))
    case .undone:
      watch.startOver(key, now: parts.host.ticks())
      _ = rest(.entry(key))
      parts.tell(.claimUndone(source: source.id))
      return
    }
    backoff.clear(.entry(key))
  }

  /// Moves a packet's folder. Its reasons are in it before it gets to where people look for them.
  private func move(_ number: PacketNumber, from: Room, to: Room) throws {
    let folder = parts.folders.packet(number, in: from)
    switch to {
    case .hold, .rejected:
      if let packet = try parts.ledger.packet(number) {
        let reasons = Reasons(packet, try parts.ledger.findings(of: number))
        try parts.host.writeDurably(folder.appending("reasons.json"), reasons.json())
        try parts.host.writeDurably(folder.appending("reasons.txt"), reasons.text())
      }
    case .work, .archive: break
    }
    try parts.host.rename(folder, to: parts.folders.packet(number, in: to))
    try parts.host.sync(parts.folders.room(to))
    try parts.host.sync(parts.folders.room(from))
  }

  private mutating func deliver(_ number: PacketNumber, _ disclosure: DisclosureID) throws {
    guard let packet = try parts.ledger.packet(number),
      let release = try parts.ledger.releases(of: number).first(where: { $0.disclosure == disclosure })
    else { return }
    let check = DeliveryCheck(
      house: parts.house, ledger: parts.ledger, packet: packet, today: parts.house.today(parts.host.now()))
    let delivering = Delivering(host: parts.host, ledger: parts.ledger, folders: parts.folders)
    let broken = try delivering.deliver(release) { try check.findings($0) }
    guard !broken.isEmpty else {
      let bytes = release.files.reduce(0) { $0 + $1.byteCount }
      channels[release.channel]?.bundles += 1
      channels[release.channel]?.freeBytes -= bytes
      return parts.tell(.releaseDelivered(number, disclosure, bytes: bytes))
    }
    let findings = broken + (try parts.ledger.findings(of: number))
    let verdict = findings.map(\.verdict).max()
    let outcome = Change.Outcome(
      packet: number, state: verdict == .reject ? .rejected : .held, pipeline: packet.pipeline,
      verdict: verdict, lift: Refusal.lift(of: findings), findings: findings, release: nil)
    try parts.ledger.commit([.outcome(outcome)], at: parts.host.now())
    tell(outcome, milliseconds: 0)
  }

  private func poison(_ number: PacketNumber) throws {
    guard let packet = try parts.ledger.packet(number) else { return }
    let index = (try parts.ledger.releases(of: number).map(\.index).max() ?? 0) + 1
    let disclosure = DisclosureID(packet: number, release: index)
    try Leftovers(host: parts.host, folders: parts.folders, packet: number, disclosure: disclosure).remove()
    let deaths = packet.deaths + (packet.state == .working ? 1 : 0)
    let finding = Refusal.poison(deaths: deaths)
    let outcome = Change.Outcome(
      packet: number, state: .rejected, pipeline: nil, verdict: .reject, lift: .any, findings: [finding],
      release: nil)
    try parts.ledger.commit([.outcome(outcome)], at: parts.host.now())
    tell(outcome, milliseconds: 0)
  }

  /// Commits that an attempt begins, and gathers what it needs.
  private mutating func begin(_ number: PacketNumber, died: Bool) throws -> Attempt {
    guard var packet = try parts.ledger.packet(number) else {
      throw LedgerError(.conflict, "does not have the packet that is to be worked on")
    }
    let (house, now) = (parts.house, parts.host.now())
    // The same facts again, unless the house changed: from the same bytes come the same outcome and bundle.
    let known = packet.facts.flatMap { $0.policy == house.policy ? $0 : nil }
    let attempt = known ?? AttemptFacts(today: house.today(now), instant: now, policy: house.policy)
    let index = (try parts.ledger.releases(of: number).map(\.index).max() ?? 0) + 1
    let disclosure = DisclosureID(packet: number, release: index)

    var facts = HouseFacts(
      today: attempt.today, instant: attempt.instant, disclosure: disclosure.description, site: house.site,
      recipients: house.recipients)
    facts.utcOffset = house.utcOffset(attempt.instant)
    facts.revoked = house.revoked
    facts.believes = house.believes[packet.source] ?? []
    facts.conflicts = packet.conflictsWith != nil
    facts.offences = packet.offences
    facts.packetKey = parts.packetKey(number)
    let window = Instant(milliseconds: attempt.instant.milliseconds - DeliveryCheck.repeatWindow)
    for sent in try parts.ledger.sent(sharingFilesWith: number, in: window..<attempt.instant) {
      facts.sentBefore.insert(Disclosed(records: sent.records, recipient: sent.recipient))
    }

    try parts.ledger.commit([.attempt(number, attempt, died: died)], at: now)
    packet.attempts += 1
    let begun = Attempt(
      packet: packet, serial: nextSerial(), facts: facts, disclosure: disclosure, index: index,
      host: parts.host, folders: parts.folders, decide: house.decide)
    started(begun)
    parts.tell(.attemptBegun(number, attempt: packet.attempts, died: died))
    return begun
  }
}
