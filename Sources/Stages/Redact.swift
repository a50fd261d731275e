internal import Policy
internal import Records
internal import Values

/// Cuts every record as planned. A record from which nothing is cut leaves byte for byte as it came.
struct Redact: Stage {
  var name: StageName { .redact }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let plan = packet.plan else { return }
    let jobs = packet.records.compactMap { record -> Job? in
      guard let read = record.read, let own = plan.record(record.number), !own.isWithheldWhole
      else { return nil }
      return Job(number: record.number, read: read, cut: own.cut)
    }
    let limits = packet.limits
    let results = Parallel.map(jobs) { job in
      Result { () throws(PacketError) in try Self.released(job, limits: limits) }
    }
    for (job, result) in zip(jobs, results) {
      do throws(PacketError) {
        if let released = try result.get() { packet.released.append(released) }
      } catch  where error.outcome == .retry {
        throw error
      } catch {
        packet.findings.append(.unreadable(error, record: job.number))
      }
    }
    guard !jobs.isEmpty, packet.released.isEmpty else { return }
    packet.findings.append(
      .of(
        "house.empty", "nothing is left to send",
        remedy: "decide: deny with a letter, or ask for a wider scope",
        pipeline: packet.pipeline?.pipeline))
  }

  /// nil when nothing of the record is left that is worth sending.
  private static func released(_ job: Job, limits: Limits) throws(PacketError) -> ReleasedRecord? {
    if let parts = job.read as? FHIRLinesParts { return try released(parts, job) }
    let (edited, facts) = try RecordReader.cut(job.read, job.cut, number: job.number, limits: limits)
    guard let facts else { return nil }
    return ReleasedRecord(
      number: job.number, format: facts.format, content: .held(edited.bytes, facts),
      documentTypes: facts.documentTypes, serviceDays: facts.serviceDays, isWhole: job.cut.isEmpty,
      alsoWithheld: edited.alsoWithheld.count)
  }

  private static func released(_ parts: FHIRLinesParts, _ job: Job) throws(PacketError) -> ReleasedRecord? {
    let (lines, seen) = try ReleasedLines.cutting(parts, job.cut)
    guard let lines else { return nil }
    return ReleasedRecord(
      number: job.number, format: seen.lineCount == 1 ? .fhirJSON : .fhirNDJSON, content: .lines(lines),
      documentTypes: seen.documentTypes, serviceDays: seen.serviceDays, isWhole: job.cut.isEmpty,
      alsoWithheld: seen.alsoWithheld)
  }

  private struct Job: Sendable {
    let number: Int
    let read: any ReadRecord
    let cut: Cut
  }
}
