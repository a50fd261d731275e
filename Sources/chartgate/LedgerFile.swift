internal import Configuration
internal import Host
internal import Ledger
internal import Values

/// The house's ledger, by its file.
enum LedgerFile {
  /// For reading, beside the daemon; nil while there is none.
  static func reading(_ house: Configuration.House, _ host: any Host) throws(LedgerError) -> GRDBLedger? {
    guard let file = HouseFolder(house.root.path).ledger(house.settings) else { return nil }
    return try reading(file, host)
  }

  static func reading(_ file: FilePath, _ host: any Host) throws(LedgerError) -> GRDBLedger? {
    do throws(HostError) {
      guard try host.exists(file) else { return nil }
    } catch {
      throw LedgerError(.transient, "could not be looked at")
    }
    return try GRDBLedger(reading: HousePath.text(file))
  }
}

/// Packets with all that is shown of them.
enum PacketRows {
  static func newest(_ limit: Int, in ledger: any Ledger) throws(LedgerError) -> [PacketRow] {
    var rows: [PacketRow] = []
    for packet in try ledger.newest(limit) { rows.append(try row(packet, in: ledger)) }
    return rows
  }

  static func row(_ packet: PacketEntry, in ledger: any Ledger) throws(LedgerError) -> PacketRow {
    PacketRow(
      packet, findings: try ledger.findings(of: packet.number),
      releases: try ledger.releases(of: packet.number),
      original: try packet.repeats.flatMap { first throws(LedgerError) in try ledger.packet(first)?.state })
  }
}
