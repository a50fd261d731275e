import Daemon
import Host
import Ledger
import Values

/// What must hold was broken.
package struct Violation: Error, CustomStringConvertible, Sendable {
  package let rule: String
  package let what: String
  init(_ rule: String, _ what: String) { (self.rule, self.what) = (rule, what) }
  package var description: String { "\(rule): \(what)" }
}

/// What the world outside of the daemon knows: what was dropped, what was taken from the outbox, how often
/// the power went. It knows nothing of the daemon's code, and judges by disk and ledger alone.
struct Model: Sendable {
  /// One name in one inbox.
  struct Entry: Sendable {
    let source: Int
    let name: FileName
    let form: PacketForm
    /// What its producer left there last; nil when nothing, or when a power cut took what was not synced.
    var current: Version?
    /// How often the producer made it so.
    var made: [Content: Int] = [:]
    /// Whether the producer synced what it did.
    var isSafe = true

    var path: FilePath { Tree.inbox(source).appending(name) }
  }

  struct Content: Hashable, Sendable {
    let fingerprint: Digest
    let offences: Int
  }

  struct Taken: Sendable {
    var count: Int
    var bundle: [UInt8]
  }

  var entries: [Entry] = []
  /// Every version that lay in an inbox.
  var versions: [Content: Version] = [:]
  /// Markers that were put beside nothing: their packet had been taken already.
  var looseMarkers: Set<FilePath> = []
  var powerCuts = 0
  /// Requests of flat packets that a power cut found not synced: the files beside them may outlast them.
  var tornRequests: Set<[UInt8]> = []
  /// By disclosure id.
  var taken: [String: Taken] = [:]

  init() {}

  // MARK: What happens outside

  /// The producer of an entry did something.
  mutating func touched(_ index: Int, on disk: SimulatedDisk) {
    let entry = entries[index]
    guard let version = Version.seen(on: disk, entry.path, entry.form) else {
      entries[index].current = nil
      return
    }
    entries[index].current = version
    saw(version, at: index)
  }

  private mutating func saw(_ version: Version, at index: Int) {
    entries[index].made[version.content, default: 0] += 1
    versions[version.content] = version
  }

  /// The power went: what was not synced may be gone, torn, or back.
  mutating func powerWent(_ disk: SimulatedDisk, _ ledger: LedgerState) {
    powerCuts += 1
    for index in entries.indices where !entries[index].isSafe {
      let entry = entries[index]
      tornRequests.insert(entry.name.bytes)
      for packet in ledger.packets.values where packet.entryName == entry.name.bytes {
        // What was being removed may be torn, and is put back where it cannot be told from a new file.
        let hidden = entry.path.parent.appending(".claimed-\(packet.number)")
        if let seen = Version.seen(on: disk, hidden, entry.form, as: entry.name) { saw(seen, at: index) }
      }
      let seen = Version.seen(on: disk, entry.path, entry.form)
      if seen == nil, let marker = FileName(entry.name.bytes + Array(".ready".utf8)) {
        looseMarkers.insert(entry.path.parent.appending(marker))
      }
      let isClaimed = entry.current.map { !claims(of: entry, $0, ledger).isEmpty } ?? false
      if let seen, entry.current.map({ !$0.isSame(seen) }) ?? true {
        // The remains of what was claimed are no new packet, though they may be taken for one.
        if isClaimed { saw(seen, at: index) } else { touched(index, on: disk) }
      } else if let seen {
        // Its change time may be any: it may be taken for new.
        saw(seen, at: index)
      } else if !isClaimed {
        entries[index].current = nil
      }
      if seen != nil || entries[index].current == nil { entries[index].isSafe = true }
    }
  }

  /// The transfer job acts on a bundle that it sees.
  mutating func take(_ id: String, on disk: SimulatedDisk) throws(Violation) {
    guard let bundle = disk.bytes(Tree.recipient.appending(id + ".zip")) else { return }
    if let before = taken[id] {
      guard before.bundle == bundle else { throw Violation("once", "\(id) was taken with other bytes") }
      guard before.count <= powerCuts else {
        throw Violation(
          "once", "\(id) was taken \(before.count + 1) times, the power went \(powerCuts) times")
      }
    }
    taken[id] = Taken(count: (taken[id]?.count ?? 0) + 1, bundle: bundle)
  }

  // MARK: At every moment

  /// Nothing in an outbox that was not intended, nothing in part.
  func checkOutbox(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    let names = disk.names(in: Tree.recipient)
    guard !names.isEmpty else { return }
    for name in names {
      let text = String(decoding: name.bytes, as: UTF8.self)
      let dot = text.firstIndex(of: ".") ?? text.startIndex
      guard let id = DisclosureID(String(text[..<dot])), let release = ledger.releases[id],
        let file = release.files.first(where: { $0.name == text })
      else { throw Violation("intent", "\(text) lies in the outbox and the ledger does not know it") }
      guard ledger.disclosures[id] != nil else {
        throw Violation("intent", "\(text) left before its intent was committed")
      }
      guard let bytes = disk.bytes(Tree.recipient.appending(name)), Script.digest(bytes) == file.digest else {
        throw Violation("whole", "\(text) is not what the ledger says")
      }
      guard text.hasSuffix(".zip"), taken[id.description] == nil else { continue }
      for file in release.files where disk.kind(Tree.recipient.appending(file.name)) == nil {
        throw Violation("whole", "\(text) is there and \(file.name) is not")
      }
    }
  }

  /// Nothing that was dropped is lost: it is untouched in the inbox, or claimed.
  func checkLoss(_ disk: SimulatedDisk, _ ledger: LedgerState) throws(Violation) {
    for entry in entries {
      guard let current = entry.current, !current.files.isEmpty || current.offences > 0,
        claims(of: entry, current, ledger).isEmpty
      else { continue }
      guard places(of: entry, ledger).contains(where: { isThere(current, at: $0, of: entry, disk) }) else {
        throw Violation("lost", "\(shown(entry)) is neither whole in its inbox nor claimed")
      }
    }
  }

  private func isThere(_ version: Version, at path: FilePath, of entry: Entry, _ disk: SimulatedDisk) -> Bool
  {
    Version.seen(on: disk, path, entry.form, as: entry.name).map { $0.isSame(version) } ?? false
  }

  /// Where an entry may lie: hidden while it is removed, or put back beside another that took its name.
  func places(of entry: Entry, _ ledger: LedgerState) -> [FilePath] {
    let inbox = entry.path.parent
    return [entry.path]
      + ledger.packets.values.filter { $0.entryName == entry.name.bytes }.flatMap {
        [inbox.appending(".claimed-\($0.number)"), inbox.appending("late-\($0.number)")]
      }
  }

  func claims(of entry: Entry, _ version: Version, _ ledger: LedgerState) -> [PacketEntry] {
    ledger.packets.values.filter { packet in
      packet.fingerprint == version.fingerprint && packet.offences == version.offences
        && packet.source == Tree.sources[entry.source]
        && (packet.entryName == entry.name.bytes
          || places(of: entry, ledger).contains { $0.names.last?.bytes == packet.entryName })
    }
  }

  func shown(_ entry: Entry) -> String {
    Tree.sources[entry.source] + "/" + String(decoding: entry.name.bytes, as: UTF8.self)
  }
}
