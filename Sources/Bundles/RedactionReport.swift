internal import JSON
package import Values

/// What stayed behind and where, as the inner manifest keeps it: it answers a privacy officer's later
/// question without the record, and holds no patient data.
package struct RedactionReport: Sendable, Equatable {
  /// A part that stayed behind.
  package struct Part: Sendable, Equatable {
    package var record: Int
    /// `entry`, `section`, `resource`, `segment`…; `value` for one that is marked where it stands.
    package var part: String
    /// In words of the record's format, as it came.
    package var place: String
    package var rule: String
    /// Set when the rule is one of a category.
    package var category: String?
    /// How many places of the record led to it.
    package var signs: Int

    package init(
      record: Int, part: String, place: String, rule: String, category: String?, signs: Int
    ) {
      (self.record, self.part, self.place, self.rule) = (record, part, place, rule)
      (self.category, self.signs) = (category, signs)
    }
  }

  /// What can be asked of a record's removed text, by whoever has the packet's key.
  package struct Removed: Sendable, Equatable {
    package var record: Int
    /// In ascending order.
    package var digests: [UInt64]
    /// False when there was too much to keep all.
    package var isComplete: Bool

    package init(record: Int, digests: [UInt64], isComplete: Bool) {
      (self.record, self.digests, self.isComplete) = (record, digests, isComplete)
    }
  }

  package var parts: [Part] = []
  /// How the digests are made; nil when there are none, for want of a key.
  package var version: Int?
  /// A number of no text under the packet's key: who asks with another key must not be told "no".
  package var keyCheck: UInt64?
  package var removed: [Removed] = []
  package init() {}

  /// Members of the inner manifest.
  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("parts", .array(parts.map(Self.json)))]
    guard let version else { return members }
    members.append(
      .init(
        "removed",
        [
          "version": .integer(Int64(version)), "keyCheck": keyCheck.map { .string(Self.hex($0)) } ?? .null,
          "records": .array(
            removed.map { one in
              [
                "record": .integer(Int64(one.record)), "complete": .bool(one.isComplete),
                "digests": .string(one.digests.map(Self.hex).joined()),
              ]
            }),
        ]))
    return members
  }

  private static func json(_ part: Part) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("record", .integer(Int64(part.record))), .init("part", .string(part.part)),
      .init("place", .string(part.place)), .init("rule", .string(part.rule)),
      .init("signs", .integer(Int64(part.signs))),
    ]
    if let category = part.category { members.append(.init("category", .string(category))) }
    return .object(members)
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  // MARK: Reading

  /// A report and the packet that it is of.
  package struct Read: Sendable {
    package let packet: Int
    package let report: RedactionReport
  }

  /// Reads it out of an inner manifest.
  ///
  /// - Throws: a hold when the bytes are no inner manifest of ours.
  package static func read(_ bytes: [UInt8], limits: Limits) throws(PacketError) -> Read {
    let document = try JSONDocument(bytes, limits: limits)
    guard document.kind(0) == .object, let manifest = document.member(0, "manifest"),
      document.isString(manifest, "urn:chartgate:inner:1"),
      let packet = integer(document.member(0, "packet"), document)
    else { throw unread }
    var report = RedactionReport()
    if let parts = document.member(0, "parts") {
      for node in document.children(parts) {
        guard let record = integer(document.member(node, "record"), document),
          let signs = integer(document.member(node, "signs"), document),
          let part = text("part", of: node, document), let place = text("place", of: node, document),
          let rule = text("rule", of: node, document)
        else { throw unread }
        report.parts.append(
          Part(
            record: record, part: part, place: place, rule: rule,
            category: text("category", of: node, document), signs: signs))
      }
    }
    if let removed = document.member(0, "removed") {
      guard let version = integer(document.member(removed, "version"), document),
        let records = document.member(removed, "records")
      else { throw unread }
      report.version = version
      report.keyCheck = text("keyCheck", of: removed, document).flatMap(numbers)?.first
      for node in document.children(records) {
        guard let record = integer(document.member(node, "record"), document),
          let complete = document.member(node, "complete"),
          let digests = text("digests", of: node, document).flatMap(numbers)
        else { throw unread }
        report.removed.append(
          Removed(record: record, digests: digests, isComplete: document.kind(complete) == .true))
      }
    }
    return Read(packet: packet, report: report)
  }

  private static func text(_ name: String, of node: Int, _ document: JSONDocument) -> String? {
    document.member(node, name).flatMap { document.string($0) }
  }

  private static func integer(_ node: Int?, _ document: JSONDocument) -> Int? {
    guard let node, document.kind(node) == .number else { return nil }
    return Int(String(decoding: document.bytes[document.range(node)], as: UTF8.self))
  }

  private static func numbers(_ hex: String) -> [UInt64]? {
    let bytes = Array(hex.utf8)
    guard bytes.count % 16 == 0 else { return nil }
    var numbers: [UInt64] = []
    for start in stride(from: 0, to: bytes.count, by: 16) {
      guard let number = UInt64(String(decoding: bytes[start..<start + 16], as: UTF8.self), radix: 16) else {
        return nil
      }
      numbers.append(number)
    }
    return numbers
  }

  private static var unread: PacketError {
    PacketError(
      "house.malformed", .hold, "this is no inner manifest of Chartgate",
      remedy: "name a disclosure whose manifest lies in state/audit/")
  }
}
