internal import Policy
internal import Requests
internal import Values

/// Reads the packet's one request; one that cannot be read is rejected with every problem it has.
struct ReadRequest: Stage {
  var name: StageName { .request }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    let requests = packet.claimed.files.compactMap { file in
      file.path.contains(UInt8(ascii: "/")) ? nil : RequestName(fileName: file.path).map { (file, $0) }
    }
    guard let (file, name) = requests.first, requests.count == 1 else {
      let problem: PlainText =
        requests.isEmpty
        ? "there is no request in the packet" : "there is more than one request in the packet"
      packet.findings.append(
        Self.finding(problem, remedy: "put one request.xml or request.json at its root", at: nil))
      return
    }
    let bytes = try file.whole(limit: packet.limits.requestBytes)
    do throws(RequestProblems) {
      packet.request = try RequestReader.read(bytes, name: name, limits: packet.limits)
    } catch {
      packet.findings += error.all.map { Self.finding($0.problem, remedy: $0.remedy, at: $0.place) }
    }
  }

  /// A request that cannot be read is rejected (RULES.md house.malformed), and taken again when it is mended.
  private static func finding(_ problem: PlainText, remedy: PlainText, at place: Place?) -> Finding {
    Finding(
      "house.malformed", source: "45 CFR 164.530(c)", .reject, lift: .amend, subject: .packet, at: place,
      problem,
      remedy: remedy)
  }
}
