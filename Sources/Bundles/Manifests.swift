package import JSON
package import Values

/// The files that leave beside a bundle, and the manifest that stays (DESIGN.md §4.7).
package struct Manifests: Sendable {
  /// What the outer manifest says: ids, digests, sizes, times; no rule, category, place, input or count.
  package struct Outer: Sendable {
    package var disclosure: String
    package var instant: Instant
    package var pipeline: Digest
    package var software: String
    package var isTrial: Bool
    package var bundle: BundledFile
    package var files: [BundledFile]
    package var inner: Digest
    package init(
      disclosure: String, instant: Instant, pipeline: Digest, software: String, isTrial: Bool,
      bundle: BundledFile,
      files: [BundledFile], inner: Digest
    ) {
      (self.disclosure, self.instant, self.pipeline) = (disclosure, instant, pipeline)
      (self.software, self.isTrial, self.bundle) = (software, isTrial, bundle)
      (self.files, self.inner) = (files, inner)
    }

    package func bytes() -> [UInt8] {
      var members: [JSONValue.Member] = [
        .init("manifest", "urn:chartgate:outer:1"), .init("disclosure", .string(disclosure)),
        .init("created", .string(instant.description)), .init("pipeline", .string(pipeline.hex)),
        .init("software", .string(software)), .init("bundle", Manifests.file(bundle)),
        .init("files", .array(files.map(Manifests.file))), .init("inner", .string(inner.hex)),
      ]
      if isTrial { members.append(.init("trial", .bool(true))) }
      return JSONWriter(order: .sorted, layout: .indented).bytes(.object(members))
    }
  }

  /// What the house keeps: inputs, findings, rules, counts, places. No patient data either.
  package struct Inner: Sendable {
    package var disclosure: String
    package var packet: Int
    package var fingerprint: Digest
    package var instant: Instant
    package var today: Day
    package var pipelineName: String
    package var pipeline: Digest
    package var policy: Digest
    package var software: String
    package var isTrial: Bool
    package var basis: String
    package var inputs: [(number: Int, byteCount: Int, digest: Digest)]
    package var findings: [Finding]
    /// Per record of the packet: how many parts went, by rule; and those that went beyond the policy's wish.
    package var withheld: [(record: Int, rule: RuleID, count: Int)]
    package var alsoWithheld: [(record: Int, count: Int)]
    package var wholeRecordsWithheld: [Int]
    package var report = RedactionReport()

    package init(
      disclosure: String, packet: Int, fingerprint: Digest, instant: Instant, today: Day,
      pipelineName: String,
      pipeline: Digest, policy: Digest, software: String, isTrial: Bool, basis: String,
      inputs: [(number: Int, byteCount: Int, digest: Digest)], findings: [Finding],
      withheld: [(record: Int, rule: RuleID, count: Int)], alsoWithheld: [(record: Int, count: Int)],
      wholeRecordsWithheld: [Int]
    ) {
      (self.disclosure, self.packet, self.fingerprint, self.instant) = (
        disclosure, packet, fingerprint, instant
      )
      (self.today, self.pipelineName, self.pipeline, self.policy) = (today, pipelineName, pipeline, policy)
      (self.software, self.isTrial, self.basis, self.inputs) = (software, isTrial, basis, inputs)
      (self.findings, self.withheld, self.alsoWithheld) = (findings, withheld, alsoWithheld)
      self.wholeRecordsWithheld = wholeRecordsWithheld
    }

    package func bytes() -> [UInt8] {
      let members: [JSONValue.Member] = [
        .init("manifest", "urn:chartgate:inner:1"), .init("disclosure", .string(disclosure)),
        .init("packet", .integer(Int64(packet))), .init("fingerprint", .string(fingerprint.hex)),
        .init("created", .string(instant.description)), .init("today", .string(today.description)),
        .init("pipelineName", .string(pipelineName)), .init("pipeline", .string(pipeline.hex)),
        .init("policy", .string(policy.hex)), .init("software", .string(software)),
        .init("trial", .bool(isTrial)),
        .init("basis", .string(basis)),
        .init(
          "inputs",
          .array(
            inputs.map {
              .object([
                .init("record", .integer(Int64($0.number))), .init("size", .integer(Int64($0.byteCount))),
                .init("sha256", .string($0.digest.hex)),
              ])
            })), .init("findings", .array(findings.map(Manifests.finding))),
        .init(
          "withheld",
          .array(
            withheld.map {
              .object([
                .init("record", .integer(Int64($0.record))), .init("rule", .string($0.rule.description)),
                .init("count", .integer(Int64($0.count))),
              ])
            })),
        .init(
          "alsoWithheld",
          .array(
            alsoWithheld.map {
              .object([
                .init("record", .integer(Int64($0.record))), .init("count", .integer(Int64($0.count))),
              ])
            })),
        .init("wholeRecordsWithheld", .array(wholeRecordsWithheld.map { .integer(Int64($0)) })),
      ]
      return JSONWriter(order: .sorted, layout: .indented).bytes(.object(members + report.members))
    }
  }

  /// The transfer job's ticket.
  package struct Ticket: Sendable {
    package var disclosure: String
    package var recipient: String
    package var channel: String
    package var address: [String]
    package var form: String
    package var due: Day?
    package var bundle: BundledFile
    package var receipt: String
    package var isTrial: Bool
    package init(
      disclosure: String, recipient: String, channel: String, address: [String], form: String, due: Day?,
      bundle: BundledFile, receipt: String, isTrial: Bool
    ) {
      (self.disclosure, self.recipient, self.channel) = (disclosure, recipient, channel)
      (self.address, self.form, self.due, self.bundle) = (address, form, due, bundle)
      (self.receipt, self.isTrial) = (receipt, isTrial)
    }

    package func bytes() -> [UInt8] {
      var members: [JSONValue.Member] = [
        .init("ticket", "urn:chartgate:delivery:1"), .init("disclosure", .string(disclosure)),
        .init("recipient", .string(recipient)), .init("channel", .string(channel)),
        .init("address", .array(address.map { .string($0) })), .init("form", .string(form)),
        .init("bundle", Manifests.file(bundle)), .init("receipt", .string(receipt)),
      ]
      if let due { members.append(.init("due", .string(due.description))) }
      if isTrial { members.append(.init("trial", .bool(true))) }
      return JSONWriter(order: .sorted, layout: .indented).bytes(.object(members))
    }
  }

  /// A line that `sha256sum -c` reads.
  package static func checksumLine(_ file: BundledFile) -> [UInt8] {
    Array("\(file.digest.hex)  \(file.name)\n".utf8)
  }

  /// A finding as our JSON says it, in manifests, reasons and `--json`.
  package static func finding(_ finding: Finding) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(finding.rule.description)), .init("source", .string(finding.source.description)),
      .init("verdict", .string(finding.verdict.rawValue)), .init("lift", .string(finding.lift.rawValue)),
      .init("problem", .string(finding.problem.description)),
      .init("remedy", .string(finding.remedy.description)),
    ]
    if case .record(let number) = finding.subject { members.append(.init("record", .integer(Int64(number)))) }
    if let place = finding.place { members.append(.init("place", .string(place.shown))) }
    return .object(members)
  }

  private static func file(_ file: BundledFile) -> JSONValue {
    .object([
      .init("name", .string(file.name)), .init("size", .integer(Int64(file.byteCount))),
      .init("sha256", .string(file.digest.hex)),
    ])
  }
}
