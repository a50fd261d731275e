import Records
import Values

/// What the tests of formats ask of a record that was read.
extension ReadRecord {
  /// The text of every run, in order.
  var texts: [String] { facts.runs.map { String(decoding: facts.arena[$0.range], as: UTF8.self) } }

  /// The units of a kind of segment, resource or section.
  func units(_ type: String) -> [Int] { facts.units.indices.filter { facts.units[$0].type == type } }

  /// Where a text lies in the arena; the first time.
  func range(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    for run in facts.runs where run.range.count >= wanted.count {
      for start in run.range.lowerBound...run.range.upperBound - wanted.count
      where Array(facts.arena[start..<start + wanted.count]) == wanted {
        return start..<start + wanted.count
      }
    }
    return nil
  }

  func edited(_ cut: Cut) throws -> String { String(decoding: try cutting(cut).bytes, as: UTF8.self) }

  /// The record without these units.
  func without(_ units: Int...) throws -> String { try edited(Cut(units: Set(units))) }
}

extension Code {
  /// `system|code|display`, for comparing.
  var shown: String {
    "\(system?.reveal(.match) ?? "")|\(code.reveal(.match))|\(display?.reveal(.match) ?? "")"
  }
}

extension PatientIdentity {
  /// `family given… birth system=value…`, for comparing.
  var shown: String {
    let names = names.map { name in
      ([name.family?.reveal(.match) ?? "?"] + name.given.map { $0.reveal(.match) }).joined(separator: " ")
    }
    let numbers = identifiers.map { "\($0.system ?? "-")=\($0.value.reveal(.match))" }
    return (names + [birthDate.map { "\($0.reveal(.match))" } ?? "-"] + numbers).joined(separator: "; ")
  }
}

/// The same numbers from the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
