internal import Bundles
internal import Hashing
internal import Policy
internal import Records
internal import Requests
internal import Values

/// Makes the bundle of what is released: records under names of ours, index, notices. Nothing in it comes from
/// the plan or the findings, so that it cannot tell what was withheld.
struct WriteBundle: Stage {
  var name: StageName { .bundle }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let request = packet.request, let basis = packet.basis, !packet.released.isEmpty else { return }
    var records: [BundledRecord] = []
    for record in packet.released {
      let (content, digest): (any ByteSource, Digest) =
        switch record.content {
        case .held(let bytes, _): (MemorySource(bytes), .sha256(bytes))
        case .lines(let lines): (lines, lines.digest)
        }
      records.append(
        BundledRecord(
          number: records.count + 1, fileExtension: record.format.fileExtension,
          mediaType: record.format.mediaTypes[0],
          documentType: record.documentTypes.compactMap { $0.code.reveal(.release) }.first {
            DocumentTypeNames.knows($0)
          },
          serviceDays: record.serviceDays, isWhole: record.isWhole, content: content, digest: digest))
    }
    let content = BundleContent(
      disclosure: house.disclosure, instant: house.instant, siteName: house.site.name,
      isTrial: house.site.isTrial,
      purpose: request.purpose?.code.flatMap { PurposeOfUse.of(code: $0)?.display.description } ?? "",
      recipient: Self.recipient(request), records: records,
      notices: Notices.due(
        basis: basis, authorization: request.authorization, released: packet.plan?.released ?? [],
        site: house.site),
      software: Software.version)
    if let file = packet.file {
      var sink = file.sink
      let files = try BundleWriter.write(content, to: &sink)
      packet.bundle = WrittenBundle(
        content: content, bytes: nil, source: try file.written(), files: files)
    } else {
      var sink = MemorySink()
      let files = try BundleWriter.write(content, to: &sink)
      packet.bundle = WrittenBundle(
        content: content, bytes: sink.bytes, source: MemorySource(sink.bytes), files: files)
    }
  }

  /// An id of the directory, `patient` for the patient themself, `once` for an address out of the request.
  static func recipient(_ request: Request) -> String {
    guard let recipient = request.recipient else { return "patient" }
    return recipient.id ?? "once"
  }
}

extension RecordFormat {
  /// The ending of a released record's name.
  var fileExtension: String {
    switch self {
    case .cda, .fhirXML, .unknownXML: "xml"
    case .fhirJSON: "json"
    case .fhirNDJSON: "ndjson"
    case .hl7v2: "hl7"
    case .text: "txt"
    case .opaque: "bin"
    }
  }
}
