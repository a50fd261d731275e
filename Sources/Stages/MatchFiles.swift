internal import Policy
internal import Requests
internal import Values

/// Lays the request's list beside the files that are there: every file is listed, every listed file is there,
/// and digests and sizes agree (DESIGN.md §1, "Packet": no other file may lie in a packet).
struct MatchFiles: Stage {
  var name: StageName { .files }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    if house.offences > 0 {
      packet.findings.append(
        .of(
          "tech.integrity", "\(house.offences) links or special files lie in the packet",
          remedy: "drop a packet of plain files"))
    }
    guard let request = packet.request else { return }
    var files: [[UInt8]: ClaimedPacket.File] = [:]
    for file in packet.claimed.files { files[file.path] = file }
    var listed: Set<[UInt8]> = []

    for (index, record) in request.records.enumerated() {
      let path = record.path.reveal(.match) { Array($0.utf8) }
      listed.insert(path)
      let file = files[path]
      packet.records.append(
        Packet.Record(number: index + 1, listed: record, file: file, read: nil))
      packet.findings += Self.problems(
        file, sha256: record.sha256, size: record.size, at: Place(record: index + 1, path: "/records"),
        subject: .record(index + 1))
    }
    for paper in request.papers {
      let path = paper.path.reveal(.match) { Array($0.utf8) }
      listed.insert(path)
      let file = files[path]
      packet.findings += Self.problems(
        file, sha256: paper.sha256, size: paper.size, at: Place(path: "/papers"), subject: .packet)
      if let file { packet.papers.insert(file.digest) }
    }
    let unlisted = packet.claimed.files.filter {
      RequestName(fileName: $0.path) == nil && !listed.contains($0.path)
    }
    if !unlisted.isEmpty {
      packet.findings.append(
        .of(
          "tech.integrity", "\(unlisted.count) files lie in the packet that the request does not list",
          remedy: "list them as records or papers, or take them out"))
    }
    if request.records.isEmpty {
      packet.findings.append(
        .of(
          "house.empty", "the request lists no records",
          remedy: "list the records, and drop the request again"))
    }
  }

  private static func problems(
    _ file: ClaimedPacket.File?, sha256: Digest?, size: Int?, at place: Place, subject: Finding.Subject
  ) -> [Finding] {
    guard let file else {
      return [
        .of(
          "tech.integrity", subject: subject, at: place, "a file that the request lists is not in the packet",
          remedy: "add it, or take it off the list")
      ]
    }
    if let sha256, sha256 != file.digest {
      return [
        .of(
          "tech.integrity", subject: subject, at: place,
          "a file is not the one that the request lists (SHA-256)",
          remedy: "export the packet again")
      ]
    }
    if let size, size != file.bytes.byteCount {
      return [
        .of(
          "tech.integrity", subject: subject, at: place, "a file has another size than the request lists",
          remedy: "export the packet again")
      ]
    }
    return []
  }
}
