internal import Hashing
internal import Policy
package import Records
package import Requests
package import Values

/// Makes the request that fits the files of a folder: a pure function of what was read of them and of what
/// was asked for.
package struct PacketDraft: Sendable {
  /// One file of the folder.
  package struct File: Sendable {
    /// Relative to the folder, `/` between folders.
    package let path: String
    package let byteCount: Int
    package let digest: Digest
    /// nil when it could not be read; it is listed all the same, and the house will hold it.
    package let facts: RecordFacts?

    package init(path: String, byteCount: Int, digest: Digest, facts: RecordFacts?) {
      (self.path, self.byteCount, self.digest, self.facts) = (path, byteCount, digest, facts)
    }
  }

  /// A file to write beside the records.
  package struct NewFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  package let request: Request
  package let papers: [NewFile]
  /// Records, by number, that do not say whose they are, or not surely.
  package let unsure: [Int]

  /// - Parameters:
  ///   - files: the records, in the order in which they are listed.
  ///   - patientFrom: the path of the record whose patient it is.
  /// - Throws: everything that keeps it from being made.
  package init(_ files: [File], _ wishes: PacketWishes, patientFrom: String? = nil) throws(Failure) {
    var problems = wishes.problems
    if files.isEmpty { problems.append("the folder holds no record; put the files there first") }
    let first = patientFrom.flatMap { path in files.firstIndex { $0.path == path } }.map { $0 + 1 }
    if patientFrom != nil, first == nil {
      problems.append("--patient-from names no file of the folder; give its path as it lies there")
    }
    guard problems.isEmpty else { throw Failure(.usage, problems) }
    let found = PacketPatient(
      files.enumerated().map { (number: $0.offset + 1, facts: $0.element.facts) }, from: first)
    guard found.others.isEmpty || first != nil else {
      throw Failure(
        .failed,
        found.others.map { number in
          let whose = number == 1 ? "of more than one patient" : "of another patient than the first record"
          return "\(TerminalText.escaped(files[number - 1].path)): \(whose); take it out, or say with "
            + "--patient-from whose packet it is"
        })
    }
    var request = Self.request(files, wishes)
    request.patient = found.patient
    var papers: [NewFile] = []
    if wishes.isSample {
      request.sample = true
      Self.identify(wishes, &request)
      if wishes.needsForm { papers.append(try Self.authorize(wishes, &request)) }
    }
    (self.request, self.papers, unsure) = (request, papers, found.unsure)
  }

  private static func request(_ files: [File], _ wishes: PacketWishes) -> Request {
    let listing = files.map { $0.digest.hex }.joined()
    var request = Request(id: wishes.id ?? "packet-" + Digest.sha256(Array(listing.utf8)).hex.prefix(12))
    request.received = wishes.received
    var requester = Requester()
    requester.kind = wishes.kind
    request.requester = requester
    var purpose = Purpose()
    purpose.code = wishes.purpose ?? wishes.usual.purpose
    request.purpose = purpose
    request.basis = wishes.basis?.rawValue
    if let id = wishes.recipientID {
      var recipient = RequestedRecipient()
      recipient.id = id
      request.recipient = recipient
      if id == "patient" {
        var delivery = Delivery()
        delivery.channel = .portal
        request.delivery = delivery
      }
    }
    request.scope = scope(files, wishes)
    request.records = files.map(listed)
    return request
  }

  /// The days that the records state; without them the request asks for no period, and the rules say whether
  /// that will do.
  private static func scope(_ files: [File], _ wishes: PacketWishes) -> Scope? {
    var scope = Scope()
    let days = files.compactMap { $0.facts?.serviceDays }
    if let from = days.map(\.lowerBound).min(), let to = days.map(\.upperBound).max() {
      var period = Scope.Period()
      (period.from, period.to) = (from, to)
      scope.period = period
    }
    scope.categories = wishes.categories
    return scope.period == nil && scope.categories.isEmpty ? nil : scope
  }

  private static func listed(_ file: File) -> ListedRecord {
    var record = ListedRecord(path: file.path)
    record.sha256 = file.digest
    record.size = file.byteCount
    guard let facts = file.facts else { return record }
    record.mediaType = facts.format == .opaque ? "application/octet-stream" : facts.format.mediaTypes.first
    record.serviceDate = facts.lastBegun ?? facts.serviceDays?.upperBound
    record.documentType = facts.documentTypes.lazy.map { $0.code.reveal(.console) }.first(where: isLOINC)
    return record
  }

  /// LOINC codes are digits, a hyphen and a check digit.
  private static func isLOINC(_ code: String) -> Bool {
    let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return parts.count == 2 && (1...7).contains(parts[0].count) && parts[1].count == 1
      && parts.allSatisfy { $0.allSatisfy(digits.contains) }
  }

  private static func identify(_ wishes: PacketWishes, _ request: inout Request) {
    var proof = IdentityProof()
    proof.method = request.requester?.kind == .patient ? .photoID : .knownToStaff
    (proof.checkedBy, proof.checkedOn) = (Sensitive("Sample Desk"), wishes.day)
    request.requester?.identity = proof
    if request.requester?.kind == .patient {
      request.requester?.name = request.patient?.names.first.map { Sensitive(fullName($0)) }
    } else if let entry = wishes.entry {
      request.requester?.organization = Sensitive(entry.name)
    }
    var transcription = Transcription()
    (transcription.by, transcription.on) = (Sensitive("Sample Desk"), wishes.day)
    request.transcribed = transcription
  }

  private static func authorize(_ wishes: PacketWishes, _ request: inout Request) throws(Failure) -> NewFile {
    guard let site = wishes.site else {
      throw Failure(.usage, "a sample authorization names the house that may release; name it with --house")
    }
    guard let name = request.patient?.names.first else {
      throw Failure(.failed, "no record states the patient's name, which a sample authorization needs")
    }
    guard let signed = Day(daysSinceEpoch: wishes.day.daysSinceEpoch - 7),
      let expires = Day(daysSinceEpoch: wishes.day.daysSinceEpoch + 180)
    else { throw Failure(.usage, "--day lies too far away") }
    let form = SampleAuthorization(
      patient: Sensitive(fullName(name)), discloser: site.name,
      recipient: wishes.entry?.name ?? fullName(name), categories: wishes.categories, signed: signed,
      expires: expires)
    let bytes = Array(form.text.utf8)
    let digest = Digest.sha256(bytes)
    request.authorization = form.transcribed(digest: digest)
    var paper = Paper(path: SampleAuthorization.fileName)
    (paper.kind, paper.mediaType, paper.sha256, paper.size) = (
      .authorization, "text/plain", digest, bytes.count
    )
    request.papers = [paper]
    return NewFile(name: SampleAuthorization.fileName, bytes: bytes)
  }

  private static func fullName(_ name: PersonName) -> String {
    (name.given.map { $0.reveal(.release) } + [name.family.reveal(.release)]).joined(separator: " ")
  }
}
