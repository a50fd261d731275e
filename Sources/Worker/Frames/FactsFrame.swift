internal import Policy
internal import Requests
internal import Values

/// The house's facts as they cross the wall: all that a decision needs and the packet does not tell. They come
/// from the daemon; the worker has no reason to doubt them, and bounds them all the same.
extension FrameWriter {
  mutating func facts(_ facts: HouseFacts) {
    day(facts.today)
    number(facts.utcOffset)
    number(facts.instant.milliseconds)
    text(facts.disclosure)
    site(facts.site)
    list(facts.recipients) { $0.recipient($1) }
    list(facts.served.sorted()) { $0.text($1) }
    list(facts.revoked.sorted()) { $0.digest($1) }
    list(facts.believes.map(\.rawValue).sorted()) { $0.text($1) }
    let sent = facts.sentBefore.sorted { ($0.records, $0.recipient) < ($1.records, $1.recipient) }
    list(sent) { frame, disclosed in
      frame.digest(disclosed.records)
      frame.text(disclosed.recipient)
    }
    flag(facts.conflicts)
    number(facts.offences)
    // The packet's own, made for this attempt: the house's key never crosses.
    optional(facts.packetKey) { frame, key in frame.block(key.bytes.reveal(.match)) }
  }

  private mutating func site(_ site: Site) {
    text(site.name)
    list(site.alsoKnownAs) { $0.text($1) }
    text(site.kind.rawValue)
    text(site.state)
    text(site.timeZone)
    flag(site.isTrial)
  }

  private mutating func recipient(_ recipient: Recipient) {
    text(recipient.id)
    text(recipient.name)
    list(recipient.kinds) { $0.text($1.rawValue) }
    text(recipient.channel.rawValue)
    list(recipient.address) { $0.text($1) }
    optional(recipient.validFrom) { $0.day($1) }
    optional(recipient.validTo) { $0.day($1) }
    optional(recipient.mayReceive) { frame, categories in frame.list(categories) { $0.text($1) } }
  }
}

extension FrameReader {
  private static let line = 4096
  private static let many = 1_000_000

  mutating func facts() throws(FrameError) -> HouseFacts {
    let today = try day()
    let utcOffset = try number(in: -100_000...100_000)
    let instant = Instant(milliseconds: try number(in: Int64.min...Int64.max))
    let disclosure = try text(limit: 64)
    let site = try site()
    let recipients = try list(limit: Self.many) { frame throws(FrameError) in try frame.recipient() }
    var facts = HouseFacts(
      today: today, instant: instant, disclosure: disclosure, site: site, recipients: recipients)
    facts.utcOffset = utcOffset
    facts.served = Set(try lines())
    facts.revoked = Set(
      try list(limit: Self.many) { frame throws(FrameError) in try frame.digest() })
    facts.believes = Set(
      try list(limit: Paper.Kind.allCases.count) { frame throws(FrameError) in try frame.word(Paper.Kind.self)
      })
    facts.sentBefore = Set(
      try list(limit: Self.many) { frame throws(FrameError) in
        Disclosed(records: try frame.digest(), recipient: try frame.text(limit: Self.line))
      })
    facts.conflicts = try flag()
    facts.offences = try number(in: 0...Int.max)
    facts.packetKey = try optional { frame throws(FrameError) in try frame.packetKey() }
    return facts
  }

  private mutating func lines() throws(FrameError) -> [String] {
    try list(limit: Self.many) { frame throws(FrameError) in try frame.text(limit: Self.line) }
  }

  private mutating func packetKey() throws(FrameError) -> PacketKey {
    guard let key = PacketKey(try block(limit: PacketKey.byteCount)) else { throw .value }
    return key
  }

  private mutating func site() throws(FrameError) -> Site {
    Site(
      name: try text(limit: Self.line), alsoKnownAs: try lines(), kind: try word(Site.Kind.self),
      state: try text(limit: Self.line), timeZone: try text(limit: Self.line), isTrial: try flag())
  }

  private mutating func recipient() throws(FrameError) -> Recipient {
    Recipient(
      id: try text(limit: Self.line), name: try text(limit: Self.line),
      kinds: try list(limit: 100) { frame throws(FrameError) in try frame.word(RequesterKind.self) },
      channel: try word(Delivery.Channel.self), address: try lines(),
      validFrom: try optional { frame throws(FrameError) in try frame.day() },
      validTo: try optional { frame throws(FrameError) in try frame.day() },
      mayReceive: try optional { frame throws(FrameError) in try frame.lines() })
  }
}
