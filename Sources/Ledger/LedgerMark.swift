internal import Host
internal import Synchronization
internal import Values

/// How far the ledger had come, in a small file beside it (`ledger.sqlite-mark`): so that a ledger that was
/// deleted, lost its `-wal`, or was exchanged for an older copy is found at the start, and never taken for the
/// newest (FAULTS.md L02, L05). SQLite itself cannot tell: what is left is a good database (trap 17).
///
/// It is written after each commit, by one write. So it is never ahead of a ledger that is whole: after a kill it
/// is at most one commit behind; after a power cut it may be behind, or torn and then made anew. It is synced
/// before anything may leave: a backup from before that is never taken for the newest.
final class LedgerMark: Sendable {
  struct Value: Equatable {
    /// Of the ledger, from the day on which it was made.
    let identity: String
    /// Of its last event.
    let sequence: Int
  }

  private let file: SmallFile
  private let identity: String
  private let highest: Mutex<Int>

  private init(_ file: SmallFile, _ value: Value) {
    (self.file, identity) = (file, value.identity)
    highest = Mutex(value.sequence)
  }

  static func path(_ ledger: FilePath) -> FilePath? { ledger.adding("-mark") }

  /// What a mark says; nil when there is none, or a torn one.
  static func value(_ ledger: FilePath, _ host: RealHost) throws(HostError) -> Value? {
    guard let path = path(ledger), try host.exists(path) else { return nil }
    return parse(try host.read(path, limit: 4096))
  }

  /// Opens the mark of a ledger that stands where `value` says.
  static func open(_ ledger: FilePath, _ value: Value) throws(HostError) -> LedgerMark {
    guard let path = path(ledger) else { throw HostError("mark the ledger", code: 0, kind: .permanent) }
    let mark = LedgerMark(try SmallFile(path), value)
    try mark.file.overwrite(line(value))
    return mark
  }

  /// Notes how far the ledger came. What cannot be noted is given up: the commit stands, and the mark is then
  /// behind, which is no fault.
  func note(_ sequence: Int) {
    do throws(HostError) {
      try write(sequence)
    } catch {
      return
    }
  }

  /// Notes it so that a power cut does not undo it: what is begun next cannot be undone either.
  func noteDurably(_ sequence: Int) throws(HostError) {
    try write(sequence)
    try file.sync()
  }

  private func write(_ sequence: Int) throws(HostError) {
    try highest.withLock { highest throws(HostError) in
      guard sequence > highest else { return }
      highest = sequence
      try file.overwrite(Self.line(Value(identity: identity, sequence: sequence)))
    }
  }

  // MARK: Its one line, always of the same length

  private static let word = "chartgate-ledger"

  private static func line(_ value: Value) -> [UInt8] {
    let digits = String(value.sequence)
    let padded = String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits
    let text = "\(word) \(value.identity) \(padded)"
    return Array("\(text) \(check(text))\n".utf8)
  }

  private static func parse(_ bytes: [UInt8]) -> Value? {
    let parts = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self).split(separator: " ")
    guard parts.count == 4, parts[0] == word, let sequence = Int(parts[2]), sequence >= 0,
      check("\(word) \(parts[1]) \(parts[2])") == parts[3]
    else { return nil }
    return Value(identity: String(parts[1]), sequence: sequence)
  }

  /// FNV-1a over 64 bits: against tearing, not against anybody.
  private static func check(_ text: String) -> String {
    let sum = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
  }
}
