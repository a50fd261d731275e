import Host
import Ledger
import Values

/// What a producer still has to do, one act at a time.
enum Act: Sendable {
  case put(FilePath, [UInt8], FileKind = .file)
  case move(FilePath, to: FilePath)
  case take(FilePath)
  /// Whatever came before is synced.
  case sync(FilePath)

  func apply(to disk: inout SimulatedDisk) {
    switch self {
    case .put(let path, let bytes, let kind): disk.put(path, bytes, kind: kind)
    case .move(let from, let to): disk.move(from, to: to)
    case .take(let path): disk.take(path)
    case .sync(let path): disk.sync(path)
    }
  }

  var shown: String {
    func text(_ path: FilePath) -> String {
      path.names.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "/")
    }
    return switch self {
    case .put(let path, let bytes, let kind): "put \(text(path)) \(kind.rawValue) \(bytes.count) bytes"
    case .move(let from, let to): "move \(text(from)) to \(text(to))"
    case .take(let path): "take \(text(path))"
    case .sync(let path): "sync \(text(path))"
    }
  }
}

/// One who drops something, well or badly.
struct Producer: Sendable {
  /// Of the model's entries.
  let entry: Int
  var acts: [Act]
}

/// Makes producers; every packet that it thinks of has bytes of its own, unless it is to repeat one.
struct Producers: Sendable {
  private var serial = 0
  /// Ids and contents that were used, to be used again.
  private var used: [(source: Int, id: String, what: What, record: [UInt8], name: FileName)] = []
  let whats: [What]

  init(whats: [What]) { self.whats = whats }

  mutating func next(_ random: inout SeededRandom, _ entries: inout [Model.Entry]) -> Producer {
    serial += 1
    var source = random.below(Tree.sources.count)
    var id = "R\(serial)"
    var what = random.pick(whats)
    var record = Array("record \(serial)".utf8)
    var name = FileName(ours: "p\(serial)")
    if let before = used.isEmpty ? nil : random.pick(used) {
      switch random.below(10) {
      case 0, 1:  // The same again, under the same or another name, into this or another inbox.
        (id, what, record) = (before.id, before.what, before.record)
        if random.chance(50) { source = before.source }
        if random.chance(50) { (source, name) = (before.source, before.name) }
      case 2, 3:  // The same request, corrected, or in conflict.
        (source, id) = (before.source, before.id)
        if random.chance(50) { name = before.name }
      case 4:  // Another packet under a name that is known.
        (source, name) = (before.source, before.name)
      default: break
      }
    }
    let manner = random.below(12)
    if manner == 9 { name = FileName(ours: "flat\(serial).request.json") }
    if manner == 10 { name = FileName(ours: "a\(serial).zip") }
    if manner < 9 { used.append((source, id, what, record, name)) }
    let form: PacketForm = manner == 9 || manner == 10 ? .flat : .folder
    let at: Int
    if let known = entries.firstIndex(where: { $0.source == source && $0.name == name }) {
      at = known
    } else {
      entries.append(Model.Entry(source: source, name: name, form: form, current: nil))
      at = entries.count - 1
    }
    var acts = acts(manner, &random, Tree.inbox(source), name, id, what, record)
    if random.chance(70) { acts = acts.flatMap { [$0, .sync(Tree.inbox(source))] } }
    return Producer(entry: at, acts: acts)
  }

  private func acts(
    _ manner: Int, _ random: inout SeededRandom, _ inbox: FilePath, _ name: FileName, _ id: String,
    _ what: What, _ record: [UInt8]
  ) -> [Act] {
    let entry = inbox.appending(name)
    let request = Array("\(id)\n\(what.rawValue)\n".utf8)
    let marker = inbox.appending(FileName(name.bytes + Array(".ready".utf8)) ?? name)
    let hidden = inbox.appending(".making\(serial)")
    let made: [Act] = [
      .put(hidden.appending("b.txt"), record), .put(hidden.appending("request.json"), request),
    ]
    switch manner {
    case 0: return made + [.put(hidden.appending(".ready"), []), .move(hidden, to: entry)]
    case 1: return made + [.move(hidden, to: entry), .put(marker, [])]
    case 2: return made + [.move(hidden, to: entry)]
    case 3, 4:  // A list with digests, right or wrong; the files come after it.
      let digest = Script.digest(manner == 3 ? record : record + [0x2E])
      let list = request + Array("b.txt \(record.count) \(digest.hex)\n".utf8)
      return [.put(entry.appending("request.json"), list), .put(entry.appending("b.txt"), record)]
    case 5:  // Grows while we look.
      return [
        .put(entry.appending("a.txt"), Array("a".utf8)), .put(entry.appending("request.json"), request),
        .put(entry.appending("b.txt"), record), .put(entry.appending("b.txt"), record + Array(" more".utf8)),
      ]
    case 6:  // Half of it, and never the rest.
      return [.put(entry.appending("request.json"), request), .put(entry.appending("b.txt.part"), record)]
    case 7:  // Replaced in place, after it was complete.
      return made + [
        .move(hidden, to: entry), .put(entry.appending("b.txt"), record + Array(" again".utf8)),
        .put(entry.appending("request.json"), request + Array("\n".utf8)),
      ]
    case 8:  // Taken back, or a link among its files.
      if random.chance(50) { return made + [.move(hidden, to: entry), .take(entry)] }
      return made + [.put(hidden.appending("link"), [], .link), .move(hidden, to: entry)]
    case 9:  // The flat form.
      let file = FileName(ours: "flat\(serial).txt")
      let list = request + file.bytes + [0x0A]
      return [.put(inbox.appending(file), record), .put(entry, list)]
    case 10: return [.put(entry, record)]
    default: return [.put(entry, [], .other)]
    }
  }
}
