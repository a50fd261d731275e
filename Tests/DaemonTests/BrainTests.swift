import Daemon
import Ledger
import Testing
import Values

@Suite("DESIGN.md §5: what to do next is a function of ledger, folders and moment")
struct BrainTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var state: PacketState = .claimed
    var deaths = 0
    var room: Room? = .work
    var release: ReleaseState?
    var deliveredDaysAgo: Int64 = 0
    var isRunning = false
    var isResting = false
    let actions: [Action]
  }
  static let one = PacketNumber(1)
  static let disclosure = DisclosureID(packet: one, release: 1)

  static let examples = [
    Example(testDescription: "claimed: worked on", actions: [.attempt(one, died: false)]),
    Example(
      testDescription: "put back on the path: fetched first", room: .hold,
      actions: [.move(one, from: .hold, to: .work), .attempt(one, died: false)]),
    Example(
      testDescription: "working and nobody works: its attempt died", state: .working,
      actions: [.attempt(one, died: true)]),
    Example(testDescription: "in hand: left alone", state: .working, isRunning: true, actions: []),
    Example(
      testDescription: "two deaths and another: poison", state: .working, deaths: 2, actions: [.poison(one)]),
    Example(
      testDescription: "three deaths, then given back: poison", deaths: 3, actions: [.poison(one)]),
    Example(testDescription: "resting: left alone", isResting: true, actions: []),
    Example(
      testDescription: "held: lies in hold/", state: .held, actions: [.move(one, from: .work, to: .hold)]),
    Example(testDescription: "held and there: nothing", state: .held, room: .hold, actions: []),
    Example(
      testDescription: "rejected: lies in rejected/", state: .rejected,
      actions: [.move(one, from: .work, to: .rejected)]),
    Example(
      testDescription: "staged: delivered from work/", state: .released, release: .staged,
      actions: [.deliver(one, disclosure)]),
    Example(
      testDescription: "intended: delivered", state: .released, release: .intended,
      actions: [.deliver(one, disclosure)]),
    Example(
      testDescription: "delivered: kept in archive/", state: .released, release: .delivered,
      actions: [.move(one, from: .work, to: .archive)]),
    Example(
      testDescription: "kept for 29 days: stays", state: .released, room: .archive, release: .delivered,
      deliveredDaysAgo: 29, actions: []),
    Example(
      testDescription: "kept for 30 days: closed", state: .released, room: .archive, release: .delivered,
      deliveredDaysAgo: 30, actions: [.close(one, .timeOver)]),
  ]

  @Test(arguments: examples) func `a packet is`(_ example: Example) {
    var packet = Self.packet(1, state: example.state)
    packet.deaths = example.deaths
    var folders = FoldersView()
    if let room = example.room { folders.rooms[room] = [Self.one] }
    let releases = example.release.map { [Self.release($0, daysAgo: example.deliveredDaysAgo)] } ?? []
    let plan = Brain().plan(
      LedgerView(packets: [packet], releases: releases), folders, Self.now,
      running: example.isRunning ? [Self.one: 0] : [:],
      resting: example.isResting ? [Self.one: Rest(until: 2000)] : [:])
    #expect(plan.actions == example.actions)
  }

  @Test func `what rested after a fault did not die`() {
    let plan = Brain().plan(
      LedgerView(packets: [Self.packet(1, state: .working)], releases: []), FoldersView(), Self.now,
      resting: [Self.one: Rest(until: 500)])
    #expect(plan.actions == [.attempt(Self.one, died: false)])
  }

  @Test func `what rested after its worker died did die`() {
    let plan = Brain().plan(
      LedgerView(packets: [Self.packet(1, state: .working)], releases: []), FoldersView(), Self.now,
      resting: [Self.one: Rest(until: 500, died: true)])
    #expect(plan.actions == [.attempt(Self.one, died: true)])
  }

  @Test func `an attempt that had its time is given up, not a moment before`() {
    var brain = Brain()
    brain.attemptLimit = 600
    let ledger = LedgerView(packets: [Self.packet(1, state: .working)], releases: [])
    let early = brain.plan(ledger, FoldersView(), Self.now, running: [Self.one: 401])
    let late = brain.plan(ledger, FoldersView(), Self.now, running: [Self.one: 400])
    #expect(early.actions == [])
    #expect(late.actions == [.giveUp(Self.one)])
  }

  @Test func `a copy that the ledger knows gets its name, another is swept`() {
    var folders = FoldersView()
    folders.copies = [Self.one, PacketNumber(2)]
    let plan = Brain().plan(
      LedgerView(packets: [Self.packet(1, state: .held)], releases: []), folders, Self.now)
    #expect(plan.actions == [.settle(Self.one), .sweep(PacketNumber(2))])
  }

  @Test func `the folder of a closed packet goes`() {
    var folders = FoldersView()
    folders.rooms[.rejected] = [Self.one]
    let plan = Brain().plan(
      LedgerView(packets: [], releases: [], closed: [Self.one]), folders, Self.now)
    #expect(plan.actions == [.drop(Self.one, from: .rejected)])
  }

  @Test func `due dates come first, then order of arrival; new claims last`() {
    var packets = (1...3).map { Self.packet($0, state: .claimed) }
    packets[1].due = Day("2026-06-02")
    packets[2].due = Day("2026-06-01")
    var folders = FoldersView()
    folders.rooms[.work] = Set(packets.map(\.number))
    let key = EntryKey(source: "er", name: [0x61])
    folders.ready = [InboxWatch.Ready(entry: key, how: .marker)]
    let plan = Brain(slots: 3).plan(LedgerView(packets: packets, releases: []), folders, Self.now)
    #expect(
      plan.actions == [3, 2, 1].map { .attempt(PacketNumber($0), died: false) } + [.claim(key, .marker)])
  }

  static let now = moment(1000)
  static func moment(_ ticks: Int64) -> Now {
    Now(instant: Instant(milliseconds: 1_780_000_000_000), ticks: ticks)
  }

  static func packet(_ number: Int, state: PacketState, of source: String = "er") -> PacketEntry {
    PacketEntry(
      number: PacketNumber(number), source: source, form: .folder, entryName: [0x61], fingerprint: digest,
      requestID: nil, state: state, files: [], due: nil, claimedAt: now.instant)
  }

  static func release(_ state: ReleaseState, daysAgo: Int64) -> ReleaseEntry {
    var release = ReleaseEntry(
      packet: one, index: 1, disclosure: disclosure, channel: "sftp", recipient: "clinic", files: [],
      conditions: DeliveryConditions(), records: digest, basis: "treatment", purpose: "TREAT",
      isAccounted: false, stagedAt: now.instant)
    release.state = state
    if state == .delivered {
      release.deliveredAt = Instant(milliseconds: now.instant.milliseconds - daysAgo * 86_400_000)
    }
    return release
  }

  /// The one release of a packet, staged.
  static func staged(_ number: Int, channel: String) -> ReleaseEntry {
    let packet = PacketNumber(number)
    return ReleaseEntry(
      packet: packet, index: 1, disclosure: DisclosureID(packet: packet, release: 1), channel: channel,
      recipient: "clinic", files: [], conditions: DeliveryConditions(), records: digest, basis: "treatment",
      purpose: "TREAT", isAccounted: false, stagedAt: now.instant)
  }

  static let digest = TestHouse.form
}
