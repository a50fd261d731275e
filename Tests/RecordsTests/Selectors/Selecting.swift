import Records
import Testing
import Values

extension Selector {
  /// A selector as a pipeline would compile it.
  static func of(
    _ format: Format, _ text: String, _ action: SelectorAction = .redact, allowed: Set<String> = []
  ) throws -> Selector { try Selector(text, for: format, action: action, allowed: allowed) }

  /// `column: message`; nil where it is good.
  static func problem(
    _ format: Format, _ text: String, _ action: SelectorAction = .redact, allowed: Set<String> = []
  ) -> String? {
    do throws(SelectorProblem) {
      _ = try Selector(text, for: format, action: action, allowed: allowed)
      return nil
    } catch {
      return "\(error.column): \(error.message)"
    }
  }
}

extension ReadRecord {
  /// The texts that a path of `redact` marks, in the record's order.
  func marked(_ format: Selector.Format, _ path: String) throws -> [String] {
    let selection = try selected(by: .of(format, path), .redact)
    return selection.redactions.map { String(decoding: facts.arena[$0], as: UTF8.self) }
  }

  /// The record after a rule has been carried out.
  func applying(_ format: Selector.Format, _ path: String, _ action: SelectorAction) throws -> String {
    let selection = try selected(by: .of(format, path, action), action)
    return try edited(
      Cut(units: selection.units, redactions: selection.redactions, values: selection.values))
  }

  /// The address of every place that a path of `redact` marks.
  func addressesMarked(_ format: Selector.Format, _ path: String) throws -> [String] {
    let selection = try selected(by: .of(format, path), .redact)
    return try addresses(of: selection.redactions.map { .text(at: $0.lowerBound) }).map(\.shown)
  }

  func addressesWithheld(_ format: Selector.Format, _ path: String) throws -> [String] {
    let selection = try selected(by: .of(format, path, .withhold), .withhold)
    return try addresses(of: selection.units.sorted().map { .unit($0) }).map(\.shown)
  }
}

/// Every beginning of a text, and the text with one sign taken out or doubled: none may trap.
private func broken(_ text: String) -> [String] {
  let signs = Array(text)
  var all: [String] = []
  for at in signs.indices {
    all.append(String(signs[..<at]))
    all.append(String(signs[..<at] + signs[(at + 1)...]))
    all.append(String(signs[...at] + signs[at...]))
    for sign in "([.'\"`\\-=*#+@5a:/|" { all.append(String(signs[..<at] + [sign] + signs[(at + 1)...])) }
  }
  return all
}

extension ReadRecord {
  /// Selects by every broken form of a selector: some are read, others refused with a column inside of them, and
  /// nothing is selected that the record does not have.
  func selectByBroken(_ format: Selector.Format, _ text: String) throws {
    var (read, refused) = (0, 0)
    for text in broken(text) {
      do throws(SelectorProblem) {
        let selector = try Selector(text, for: format, action: .redact, allowed: [])
        read += 1
        let selection = Result { () throws(PacketError) in try selected(by: selector, .redact) }
        guard case .success(let selection) = selection else { continue }
        #expect(selection.units.allSatisfy(facts.units.indices.contains))
        #expect(selection.redactions.allSatisfy { $0.clamped(to: facts.arena.indices) == $0 })
      } catch {
        refused += 1
        #expect((1...text.utf8.count + 1).contains(error.column), "\(text): \(error.message)")
      }
    }
    #expect(read > 0 && refused > 0)
  }
}
