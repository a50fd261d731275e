internal import JSON
internal import Values

/// A house as its status says it, read back from the one JSON document that both the daemon and a command without
/// one make; for `status` and `top`. Ids of the configuration, states, rules and numbers only.
package struct HousePage: Sendable {
  package struct Source: Sendable {
    let id: String
    let ready: Int
    let waiting: Int
    let stuck: Int
    let retryMilliseconds: Int?
    var isNews: Bool { ready + waiting + stuck > 0 || retryMilliseconds != nil }
  }

  package struct Channel: Sendable {
    let id: String
    let releases: Int
  }

  package struct Stopped: Sendable {
    let state: String
    let rule: String?
    let count: Int
    let oldest: Instant?
  }

  let at: Instant
  let process: Int?
  let version: String
  let started: Instant?
  let isTrial: Bool
  let counts: [(state: String, count: Int)]
  let sources: [Source]
  let attempts: [(packet: Int, milliseconds: Int)]
  let resting: [(packet: Int, milliseconds: Int)]
  let restingCount: Int
  let stopped: [Stopped]
  let oldestWaiting: Instant?
  let events: [String]
  let refusal: (at: Instant?, problems: Int)?
  let houseRetryMilliseconds: Int?
  /// Ready entries for which there is no room, and releases by the channel that they wait for.
  let heldBack: (entries: Int, full: [Channel], away: [Channel])
  /// Why this is not what the daemon says, though one listens.
  package var silence: String?

  /// nil when it is no status.
  package init?(_ json: [UInt8]) {
    let document: JSONDocument
    do throws(PacketError) {
      document = try JSONDocument(json, limits: .standard)
    } catch {
      return nil
    }
    let top = Reading(document: document, node: 0)
    guard top.text("status") == "urn:chartgate:status:1", let at = top.instant("at") else { return nil }
    self.at = at
    (process, version, started) = (top.number("pid"), top.text("version") ?? "", top.instant("started"))
    isTrial = top.flag("trial")
    counts = top.members("counts").map { (state: $0.name, count: $0.value) }
    sources = top.list("sources").map {
      Source(
        id: $0.text("id") ?? "", ready: $0.number("ready") ?? 0, waiting: $0.number("waiting") ?? 0,
        stuck: $0.number("stuck") ?? 0, retryMilliseconds: $0.number("retryMs"))
    }
    attempts = top.list("attempts").map {
      (packet: $0.number("packet") ?? 0, milliseconds: $0.number("ms") ?? 0)
    }
    resting = top.list("resting").map {
      (packet: $0.number("packet") ?? 0, milliseconds: $0.number("retryMs") ?? 0)
    }
    restingCount = top.number("restingCount") ?? 0
    stopped = top.list("stopped").map {
      Stopped(
        state: $0.text("state") ?? "", rule: $0.text("rule"), count: $0.number("count") ?? 0,
        oldest: $0.instant("oldest"))
    }
    oldestWaiting = top.instant("oldestWaiting")
    events = top.list("events").compactMap(\.text)
    refusal = top.object("configurationRefused").map {
      (at: $0.instant("at"), problems: $0.number("problems") ?? 0)
    }
    houseRetryMilliseconds = top.number("houseRetryMs")
    let held = top.object("heldBack")
    func channels(_ name: String) -> [Channel] {
      held?.list(name).map { Channel(id: $0.text("id") ?? "", releases: $0.number("releases") ?? 0) } ?? []
    }
    heldBack = (held?.number("entries") ?? 0, channels("channels"), channels("away"))
  }
}

/// A value of a document of our own.
private struct Reading {
  let document: JSONDocument
  let node: Int

  func object(_ name: String) -> Reading? {
    document.member(node, name).map { Reading(document: document, node: $0) }
  }
  var text: String? { document.kind(node) == .string ? document.string(node) : nil }
  func text(_ name: String) -> String? { object(name)?.text }
  func instant(_ name: String) -> Instant? { text(name).flatMap { Instant($0) } }
  func flag(_ name: String) -> Bool { object(name).map { document.kind($0.node) == .true } ?? false }
  func number(_ name: String) -> Int? { object(name)?.number }
  var number: Int? {
    guard document.kind(node) == .number else { return nil }
    return Int(String(decoding: document.bytes[document.range(node)], as: UTF8.self))
  }
  func list(_ name: String) -> [Reading] {
    guard let list = document.member(node, name), document.kind(list) == .array else { return [] }
    return document.children(list).map { Reading(document: document, node: $0) }
  }
  func members(_ name: String) -> [(name: String, value: Int)] {
    guard let object = document.member(node, name) else { return [] }
    return document.children(object).map { child in
      let key = document.keyText(child).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return (name: key, value: Reading(document: document, node: child).number ?? 0)
    }
  }
}
