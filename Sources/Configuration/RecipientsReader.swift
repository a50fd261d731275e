package import Policy
package import YAML
internal import Requests
internal import Values

/// Reads recipients.yaml, the house's directory of those to whom it releases.
package enum RecipientsReader {
  package static func read(_ bytes: [UInt8], name: String, categories known: Set<String>)
    -> (recipients: [Recipient], problems: [YAMLProblem])
  {
    let file: YAMLFile
    do {
      file = try YAMLFile(bytes, name: name)
    } catch {
      return ([], [error])
    }
    var map = YAMLMap(file)
    var recipients: [Recipient] = []
    if !map.has("recipients") {
      map.report(map.line, map.column, "the key \"recipients\" is missing; a house without any says []")
    }
    for var entry in map.maps("recipients") {
      let recipient = read(&entry, known)
      if let recipient, recipients.contains(where: { $0.id == recipient.id }), let at = entry.value("id") {
        entry.report(at.line, at.column, "there are two recipients \"\(recipient.id)\"")
      }
      map.take(entry.finish())
      if let recipient { recipients.append(recipient) }
    }
    return (recipients, map.finish().sorted())
  }

  private static func read(_ entry: inout YAMLMap, _ known: Set<String>) -> Recipient? {
    let id = entry.requiredText("id")
    if !id.isEmpty, let at = entry.value("id") {
      if !HouseID.isGood(id) { entry.report(at.line, at.column, "\"id\" \(HouseID.rule)") }
      if HouseID.reserved.contains(id) {
        entry.report(at.line, at.column, "\"\(id)\" is kept for the house's own use; take another id")
      }
    }
    let name = entry.requiredText("name")
    let kinds = entry.choices("kinds", RequesterKind.self)
    if !entry.has("kinds") {
      entry.report(entry.line, entry.column, "the key \"kinds\" is missing: what this recipient is")
    } else if kinds.isEmpty, entry.problems.isEmpty, let at = entry.value("kinds") {
      entry.report(at.line, at.column, "\"kinds\" must name at least one kind")
    }
    let channel = entry.choice("channel", Delivery.Channel.self)
    if !entry.has("channel") { _ = entry.requiredText("channel") }
    let address = entry.texts("address")
    let (from, to) = (entry.day("validFrom"), entry.day("validTo"))
    if let from, let to, to < from, let at = entry.value("validTo") {
      entry.report(at.line, at.column, "\"validTo\" lies before \"validFrom\"")
    }
    let mayReceive = entry.has("mayReceive") ? categories(&entry, known) : nil
    guard let channel else { return nil }
    return Recipient(
      id: id, name: name, kinds: kinds, channel: channel, address: address, validFrom: from, validTo: to,
      mayReceive: mayReceive)
  }

  private static func categories(_ entry: inout YAMLMap, _ known: Set<String>) -> [String] {
    let names = entry.texts("mayReceive")
    for name in names where !known.contains(name) {
      guard let at = entry.value("mayReceive") else { continue }
      let near = Nearest.word(to: name, of: known.sorted())
      entry.report(
        at.line, at.column, "unknown category \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    return names
  }
}
