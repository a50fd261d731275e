internal import Bundles
internal import Hashing
internal import Policy
internal import Records
internal import Requests
internal import Values

extension StagedRelease {
  /// The files of a release as they will lie in the outbox, in the order of their renames, and the manifest
  /// that stays. nil unless every part of the decision is there.
  init?(_ packet: Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let request = packet.request, let basis = packet.basis, let pipeline = packet.pipeline,
      let plan = packet.plan, let bundle = packet.bundle, let purpose = request.purpose?.code,
      packet.verdict < .hold
    else { return nil }
    let id = house.disclosure
    let recipient = WriteBundle.recipient(request)
    let entry = house.recipients.first { $0.id == recipient }
    let channel = (entry?.channel ?? request.delivery?.channel ?? .portal).rawValue
    let zip = BundledFile(
      name: "\(id).zip", byteCount: bundle.source.byteCount, digest: try Self.digest(of: bundle))

    var manifest = Manifests.Inner(packet, plan, house, policy, pipeline: pipeline, basis: basis)
    manifest.report = try RedactionReport(packet, key: house.packetKey)
    let inner = manifest.bytes()
    let outer = Manifests.Outer(
      disclosure: id, instant: house.instant, pipeline: pipeline.digest, software: Software.version,
      isTrial: house.site.isTrial, bundle: zip, files: bundle.files, inner: .sha256(inner))
    let ticket = Manifests.Ticket(
      disclosure: id, recipient: recipient, channel: channel, address: entry?.address ?? [],
      form: "application/zip", due: request.delivery?.due, bundle: zip,
      receipt: "receipts/\(channel)/\(id).json", isTrial: house.site.isTrial)
    let beside = [Manifests.checksumLine(zip), outer.bytes(), ticket.bytes()].map {
      (bytes: $0, digest: Digest.sha256($0))
    }
    var files = Swift.zip(Self.names(of: id), beside).map {
      File(name: $0, bytes: $1.bytes, digest: $1.digest)
    }
    if let bytes = bundle.bytes {
      files.append(File(name: zip.name, bytes: bytes, digest: zip.digest))
    } else {
      files.append(File(written: zip.name, byteCount: zip.byteCount, digest: zip.digest))
    }
    self.init(
      disclosure: id, files: files,
      inner: inner, channel: channel, recipient: recipient,
      authorization: basis == .authorization ? request.authorization?.digest : nil,
      lastDay: basis == .authorization ? request.authorization?.expires?.date : nil,
      records: packet.releasing, basis: basis, purpose: purpose)
  }

  /// Of the bytes as they lie there.
  private static func digest(of bundle: WrittenBundle) throws(PacketError) -> Digest {
    var hasher = SHA256Hasher()
    try bundle.source.copyAll(to: &hasher)
    return hasher.finalize()
  }
}

extension RedactionReport {
  /// - Parameter key: the packet's own; nil keeps no digests.
  fileprivate init(_ packet: Packet, key: PacketKey?) throws(PacketError) {
    self.init()
    let places = try CutPlaces(packet)
    parts = places.withheld.map { one in
      Part(
        record: one.record, part: one.part.rawValue, place: one.place.shown, rule: one.rule.description,
        category: one.category, signs: one.signs)
    }
    parts += places.redacted.map { one in
      Part(
        record: one.record, part: "value", place: one.place.shown, rule: one.rule.description, category: nil,
        signs: 1)
    }
    guard let key else { return }
    (version, keyCheck) = (RemovedText.version, key.check)
    for record in packet.records {
      let released = packet.released.first { $0.number == record.number }
      guard let read = record.read, released?.isWhole != true else { continue }
      let text = try Self.removed(from: read, released)
      removed.append(
        Removed(
          record: record.number, digests: key.digests(of: text.numbers.reveal(.match)).sorted(),
          isComplete: text.isComplete))
    }
  }
}

extension RedactionReport {
  private static func removed(
    from read: any ReadRecord, _ released: ReleasedRecord?
  ) throws(PacketError) -> RemovedText {
    switch released?.content {
    case .held(_, let facts): return RemovedText(before: read.facts, after: facts)
    case .lines(let lines):
      var removed = lines.removed
      if !removed.isEmpty { try lines.forEachPart { removed.retain($0) } }
      return RemovedText(removed)
    case nil:
      guard let parts = read as? FHIRLinesParts else { return RemovedText(before: read.facts, after: nil) }
      var removed = RemovedNumbers()
      for part in parts.parts { removed.add(before: try parts.facts(of: part), after: nil) }
      return RemovedText(removed)
    }
  }
}

extension Manifests.Inner {
  fileprivate init(
    _ packet: Packet, _ plan: WithholdingPlan, _ house: HouseFacts, _ policy: PolicySet,
    pipeline: PolicySet.Versioned, basis: Basis
  ) {
    self.init(
      disclosure: house.disclosure, packet: packet.claimed.number, fingerprint: packet.claimed.fingerprint,
      instant: house.instant, today: house.today, pipelineName: pipeline.pipeline.name,
      pipeline: pipeline.digest, policy: policy.digest, software: Software.version,
      isTrial: house.site.isTrial, basis: basis.rawValue,
      inputs: packet.records.compactMap { record in
        record.file.map { (number: record.number, byteCount: $0.bytes.byteCount, digest: $0.digest) }
      },
      findings: packet.findings,
      withheld: plan.records.flatMap { record in
        Dictionary(grouping: record.reasons, by: \.key.rule).sorted { $0.key < $1.key }.map { rule, reasons in
          (record: record.number, rule: rule, count: reasons.reduce(0) { $0 + $1.value })
        }
      },
      alsoWithheld: packet.released.filter { $0.alsoWithheld > 0 }.map {
        (record: $0.number, count: $0.alsoWithheld)
      },
      wholeRecordsWithheld: packet.records.map(\.number).filter { number in
        !packet.released.contains { $0.number == number }
      })
  }
}
