internal import Hashing
internal import Policy
internal import Records
internal import Values

/// Reads every record: its format from its bytes, whose it is, what is in it. One that cannot be read is held,
/// and never passed unseen.
struct ReadRecords: Stage {
  var name: StageName { .records }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    let limits = packet.limits
    let readings = Parallel.map(packet.records) { record in Self.read(record, limits: limits) }
    for (index, reading) in readings.enumerated() {
      guard let reading else { continue }
      do throws(PacketError) {
        let read = try reading.get()
        packet.records[index].read = read
        packet.findings += read.facts.findings
      } catch  where error.outcome == .retry || error.rule == ClaimedPacket.File.rotten {
        throw error
      } catch {
        packet.findings.append(.unreadable(error, record: packet.records[index].number))
      }
    }
  }

  /// nil for a record that is not in the packet: that is found already.
  private static func read(_ record: Packet.Record, limits: Limits) -> Result<any ReadRecord, PacketError>? {
    guard let file = record.file else { return nil }
    return Result { () throws(PacketError) in
      if let parts = try byParts(file, number: record.number, limits: limits) { return parts }
      return try RecordReader.read(
        try file.whole(limit: limits.recordBytes), number: record.number, limits: limits)
    }
  }

  /// A record that is read part by part: what is read is what was claimed, or nothing that is said of it counts.
  private static func byParts(
    _ file: ClaimedPacket.File, number: Int, limits: Limits
  ) throws(PacketError) -> FHIRLinesParts? {
    var hasher = SHA256Hasher()
    let read: FHIRLinesParts?
    do throws(PacketError) {
      read = try RecordReader.read(byParts: file.bytes, number: number, limits: limits, also: &hasher)
    } catch {
      try file.check()
      throw error
    }
    guard let read else { return nil }
    guard hasher.finalize() == file.digest else { throw ClaimedPacket.File.isRotten }
    return read
  }
}

extension Finding {
  /// RULES.md house.malformed, with the format's own words for what is wrong.
  static func unreadable(_ error: PacketError, record: Int) -> Finding {
    let place = error.place
    return .of(
      "house.malformed", subject: .record(record),
      at: Place(record: record, bytes: place?.bytes, path: place?.path, line: place?.line),
      "\(error.problem) (\(error.rule))", remedy: error.remedy)
  }
}
