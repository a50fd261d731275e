internal import Host
internal import Ledger
internal import Values

extension Engine {
  /// Attempts at a packet that may end without an outcome, one after the other, while others have one: about an hour
  /// of them.
  private static let mostFaults = 16

  /// Takes the result of an attempt: its outcome goes to the ledger.
  package mutating func finish(_ result: Attempt.Result) throws(Stop) {
    wake()
    attention.note(result.packet)
    guard inHand.remove(result.packet, serial: result.serial) else {
      return parts.tell(.attemptLate(result.packet, attempt: result.attempt))
    }
    do throws(LedgerError) {
      switch result.answer {
      case .success(let answer):
        try parts.ledger.commit([.outcome(answer.outcome)], at: parts.host.now())
        backoff.clear(.packet(result.packet))
        lastAnswer = parts.host.ticks()
        let milliseconds = Int((parts.host.ticks() - result.began) / 1_000_000)
        tell(answer.outcome, milliseconds: milliseconds)
      case .failure(let error) where error.outcome == .died:
        // Not given back: for the ledger it is still at work, and so it is for a daemon that starts now.
        let fault = rest(.packet(result.packet), died: true)
        parts.tell(
          .attemptFailed(
            result.packet, attempt: result.attempt, rule: error.rule, why: error.problem, fault: fault))
      case .failure(let error) where isOfPacketAlone(result.packet):
        try hold(result.packet, error)
      case .failure(let error):
        let fault = rest(.packet(result.packet))
        parts.tell(
          .attemptFailed(
            result.packet, attempt: result.attempt, rule: error.rule, why: error.problem, fault: fault))
        try giveBack(result.packet)
      }
    } catch {
      // The ledger does not know that the attempt ended; this process does, and takes it for no death.
      let fault = rest(.packet(result.packet))
      if error.kind == .conflict {
        parts.tell(.stepFailed(.attempt, result.packet, code: 0, fault))
      } else {
        try failed(error)
      }
    }
  }

  /// Whether it failed time and again while others did not: what is wrong is not the house's, and does not pass.
  private func isOfPacketAlone(_ packet: PacketNumber) -> Bool {
    guard let faults = backoff.row(.packet(packet)), let lastAnswer else { return false }
    return faults.count >= Self.mostFaults && faults.since < lastAnswer
  }

  /// Holds a packet for the fault that does not pass.
  private mutating func hold(_ packet: PacketNumber, _ error: PacketError) throws(LedgerError) {
    let outcome = Change.Outcome(
      packet: packet, state: .held, pipeline: nil, verdict: .hold, lift: .any,
      findings: [Refusal.thrown(error)], release: nil)
    try parts.ledger.commit([.outcome(outcome)], at: parts.host.now())
    backoff.clear(.packet(packet))
    tell(outcome, milliseconds: 0)
  }

  /// Ends what is in hand without an outcome, so that it counts as no death: the last step before a stop.
  ///
  /// - Returns: how many attempts were given back.
  package mutating func giveAllBack() throws(Stop) -> Int {
    let count = inHand.count
    for packet in inHand.packets {
      do throws(LedgerError) {
        try giveBack(packet)
      } catch {
        try failed(error)
      }
    }
    inHand.giveUpAll()
    return count
  }

  /// Ends an attempt that had its time. The packet rests, and what is begun for it next counts a death.
  ///
  /// - Returns: false while it writes.
  mutating func giveUp(_ packet: PacketNumber) -> Bool {
    guard let entry = inHand.giveUp(packet) else { return false }
    let seconds = Int((parts.host.ticks() - entry.since) / 1_000_000_000)
    let fault = rest(.packet(packet), died: true)
    parts.tell(.attemptGivenUp(packet, attempt: entry.attempt, seconds: seconds, fault: fault))
    return true
  }

  private func giveBack(_ packet: PacketNumber) throws(LedgerError) {
    let nothing = Change.Outcome(
      packet: packet, state: .claimed, pipeline: nil, verdict: nil, lift: nil, findings: [], release: nil)
    try parts.ledger.commit([.outcome(nothing)], at: parts.host.now())
  }

  // MARK: Faults

  mutating func rest(_ subject: Backoff.Subject, died: Bool = false) -> Event.Fault {
    let (count, nanoseconds) = backoff.rest(subject, now: parts.host.ticks(), died: died)
    return Event.Fault(count: count, retryMilliseconds: Int(nanoseconds / 1_000_000))
  }

  mutating func failed(_ error: LedgerError) throws(Stop) {
    switch error.kind {
    case .damaged, .newer: throw .ledger(error)
    case .transient, .conflict: parts.tell(.ledgerFailed(error.kind, rest(.ledger)))
    }
  }

  func tell(_ outcome: Change.Outcome, milliseconds: Int) {
    let first = outcome.findings.first { $0.verdict == outcome.verdict }?.rule
    switch outcome.state {
    case .held: parts.tell(.packetHeld(outcome.packet, rule: first))
    case .rejected: parts.tell(.packetRejected(outcome.packet, rule: first))
    case .released:
      guard let release = outcome.release else { return }
      let bytes = release.files.reduce(0) { $0 + $1.byteCount }
      parts.tell(
        .releaseStaged(outcome.packet, release.disclosure, bytes: bytes, milliseconds: milliseconds))
    case .claimed, .working, .closed: break
    }
  }

  /// What became of an error: it rests the packet, the source or everything; it never ends the service but
  /// for a ledger that cannot be trusted.
  mutating func note(_ error: any Error, at action: Action) throws(Stop) {
    areRoomsSynced = false
    attention.distrust()
    if let error = error as? LedgerError, error.kind != .conflict { return try failed(error) }
    let code = (error as? HostError)?.code ?? 0
    let fault = rest(action.subject)
    parts.tell(.stepFailed(action.step, action.packet, code: code, fault))
  }
}
