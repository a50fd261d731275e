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
    let actions = Brain().next(
      LedgerView(packets: [packet], releases: releases), folders, Self.now,
      running: example.isRunning ? [Self.one] : [], resting: example.isResting ? [Self.one: 2000] : [:])
    #expect(actions == example.actions)
  }

  @Test func `what rested after a fault did not die`() {
    let actions = Brain().next(
      LedgerView(packets: [Self.packet(1, state: .working)], releases: []), FoldersView(), Self.now,
      resting: [Self.one: 500])
    #expect(actions == [.attempt(Self.one, died: false)])
  }

  @Test func `a copy that the ledger knows gets its name, another is swept`() {
    var folders = FoldersView()
    folders.copies = [Self.one, PacketNumber(2)]
    let actions = Brain().next(
      LedgerView(packets: [Self.packet(1, state: .held)], releases: []), folders, Self.now)
    #expect(actions == [.settle(Self.one), .sweep(PacketNumber(2))])
  }

  @Test func `the folder of a closed packet goes`() {
    var folders = FoldersView()
    folders.rooms[.rejected] = [Self.one]
    let actions = Brain().next(
      LedgerView(packets: [], releases: [], closed: [Self.one]), folders, Self.now)
    #expect(actions == [.drop(Self.one, from: .rejected)])
  }

  @Test func `due dates come first, then order of arrival; new claims last`() {
    var packets = (1...3).map { Self.packet($0, state: .claimed) }
    packets[1].due = Day("2026-12-01")
    packets[2].due = Day("2026-11-30")
    var folders = FoldersView()
    folders.rooms[.work] = Set(packets.map(\.number))
    let key = EntryKey(source: "er", name: [0x61])
    folders.ready = [(entry: key, how: .marker)]
    let actions = Brain().next(LedgerView(packets: packets, releases: []), folders, Self.now)
    #expect(
      actions == [3, 2, 1].map { .attempt(PacketNumber($0), died: false) } + [.claim(key, .marker)])
  }

  @Test func `a source that floods does not starve another`() {
    var folders = FoldersView()
    folders.ready = ["a1", "a2", "a3", "b1"].map { name in
      (entry: EntryKey(source: String(name.prefix(1)), name: Array(name.utf8)), how: .marker)
    }
    let order = Brain().next(LedgerView(packets: [], releases: []), folders, Self.now).compactMap { action in
      if case .claim(let entry, _) = action { String(decoding: entry.name, as: UTF8.self) } else { nil }
    }
    #expect(order == ["a1", "b1", "a2", "a3"])
  }

  static let now = Now(instant: Instant(milliseconds: 1_780_000_000_000), ticks: 1000)

  static func packet(_ number: Int, state: PacketState) -> PacketEntry {
    PacketEntry(
      number: PacketNumber(number), source: "er", form: .folder, entryName: [0x61], fingerprint: digest,
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

  static let digest = TestHouse.form
}
