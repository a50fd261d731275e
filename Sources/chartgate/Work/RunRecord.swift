internal import Ledger

/// Which packets a run touched: those that it took, and those that stood elsewhere before.
struct RunRecord {
  private struct Standing: Equatable {
    let state: PacketState
    let attempts: Int
    let releases: [ReleaseState]

    init(_ packet: PacketEntry, in ledger: any Ledger) throws(LedgerError) {
      (state, attempts) = (packet.state, packet.attempts)
      releases = try ledger.releases(of: packet.number).map(\.state)
    }
  }

  private let last: PacketNumber
  private let before: [PacketNumber: Standing]

  init(before ledger: any Ledger) throws(LedgerError) {
    var before: [PacketNumber: Standing] = [:]
    for packet in try ledger.open() {
      before[packet.number] = try Standing(packet, in: ledger)
    }
    self.before = before
    last = try ledger.newest(1).first?.number ?? PacketNumber(0)
  }

  func touched(in ledger: any Ledger) throws(LedgerError) -> [PacketRow] {
    var rows: [PacketRow] = []
    for (number, standing) in before {
      guard let packet = try ledger.packet(number),
        try Standing(packet, in: ledger) != standing
      else { continue }
      rows.append(try PacketRows.row(packet, in: ledger))
    }
    var number = last.value + 1
    while let packet = try ledger.packet(PacketNumber(number)) {
      rows.append(try PacketRows.row(packet, in: ledger))
      number += 1
    }
    return rows
  }
}
