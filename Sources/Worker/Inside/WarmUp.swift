internal import Policy
internal import Requests
internal import Stages
internal import Values

/// Makes once, before there are workers, what each of them would make anew: tables that are built at their
/// first use, libxml2's own, the conversions of the encodings that are read, which glibc loads from files that
/// a worker cannot open. It may start no thread.
enum WarmUp {
  static func run(_ compiled: Template.Compiled) {
    Deciding.makeTables()
    for (name, text) in requests {
      _ = RequestReading.read(Array(text.utf8), name: Array(name.utf8), limits: compiled.limits)
    }
    // A packet without records ends before anything is done side by side.
    let files = requests.map { name, text in
      let bytes = Array(text.utf8)
      return ClaimedPacket.File(path: Array(name.utf8), digest: Self.noDigest, bytes: MemorySource(bytes))
    }
    for file in files {
      do throws(PacketError) {
        _ = try Deciding.decide(
          ClaimedPacket(number: 0, fingerprint: Self.noDigest, files: [file]), facts, compiled.policy,
          limits: compiled.limits)
      } catch {
        continue  // it holds; what it made on the way is what it was for
      }
    }
  }

  private static let requests: [(name: String, text: String)] =
    ["UTF-8", "US-ASCII", "ISO-8859-1", "Windows-1252"].map { encoding in
      (
        "request.xml",
        "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<request xmlns=\"urn:chartgate:request:1\">"
          + "<id>0</id></request>"
      )
    } + [("request.json", "{\"id\":\"0\"}")]

  private static let noDigest = Digest.none

  private static var facts: HouseFacts {
    let today = Day(daysSinceEpoch: 0)
    guard let today else { preconditionFailure("the first day is one") }
    return HouseFacts(
      today: today, instant: Instant(milliseconds: 0), disclosure: "0",
      site: Site(name: "", kind: .hospital, state: "NY", timeZone: "UTC", isTrial: false), recipients: [])
  }
}

extension Digest {
  fileprivate static var none: Digest {
    guard let digest = Digest(bytes: [UInt8](repeating: 0, count: 32)) else {
      preconditionFailure("a digest has 32 bytes")
    }
    return digest
  }
}
