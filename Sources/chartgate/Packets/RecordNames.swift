internal import Requests
internal import Stages
internal import Values

/// The files of a packet's records by their numbers, escaped for a terminal; empty where the request cannot be
/// read. Names are patient data: they go to whoever may read the packet itself, and to nobody else.
enum RecordNames {
  static func of(_ packet: ClaimedPacket, limits: Limits) -> [Int: String] {
    let requests = packet.files.compactMap { file in RequestName(fileName: file.path).map { (file, $0) } }
    guard let (file, name) = requests.first, requests.count == 1,
      file.bytes.byteCount <= limits.requestBytes
    else { return [:] }
    var sink = MemorySink()
    let request: Request
    do {
      try file.bytes.copy(0..<file.bytes.byteCount, to: &sink)
      request = try RequestReader.read(sink.bytes, name: name, limits: limits)
    } catch {
      return [:]  // the explanation itself says what is wrong with the request
    }
    var names: [Int: String] = [:]
    for (index, record) in request.records.enumerated() {
      names[index + 1] = record.path.reveal(.console) { TerminalText.escaped($0) }
    }
    return names
  }
}
