import Stages
import Synchronization
import Testing

@Suite("Two lists beside each other")
struct AlignmentTests {
  /// Counts how often any two were compared.
  struct Counted: Hashable, Sendable {
    static let comparisons = Mutex(0)
    let text: String
    static func == (a: Self, b: Self) -> Bool {
      comparisons.withLock { $0 += 1 }
      return a.text == b.text
    }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private static func kept(_ old: [String], _ new: [String]) -> (old: [String], new: [String]) {
    let alignment = Alignment(old, new)
    return (
      old.indices.filter { !alignment.gone.contains($0) }.map { old[$0] },
      new.indices.filter { !alignment.came.contains($0) }.map { new[$0] }
    )
  }

  @Test(arguments: [
    ("a b c", "a c", "a c"), ("a b c", "a x c", "a c"), ("", "a", ""), ("a b", "a b", "a b"),
    ("a a a", "a", "a"),
    ("a b c d", "c d a b", "a b"),
  ])
  func `what stayed is what both have in order`(old: String, new: String, kept: String) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map { String($0) } }
    #expect(Self.kept(words(old), words(new)).old.count == words(kept).count)
  }

  @Test(arguments: 0..<40) func `what stayed is the same on both sides`(seed: Int) {
    var state = UInt64(seed + 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let kinds = [2, 40, 3000][seed % 3]
    let old = (0..<1500).map { _ in "\(next(kinds))" }
    let new = old.compactMap { next(4) == 0 ? (next(2) == 0 ? nil : "[withheld]") : $0 }
    let kept = Self.kept(old, new)
    #expect(kept.old == kept.new)
  }

  @Test func `a long part that went is found whole`() {
    let old = (0..<4000).map { "line \($0)" }
    let alignment = Alignment(old, Array(old[..<100] + old[3000...]))
    #expect(alignment.gone == Set(100..<3000))
    #expect(alignment.came.isEmpty)
  }

  @Test(arguments: [true, false])
  func `lists of which everything was masked are not compared each with each`(isNumbered: Bool) {
    let count = 4000
    func list(_ text: String) -> [Counted] {
      (0..<count).flatMap {
        [Counted(text: isNumbered ? "\($0)" : "TX"), Counted(text: text), Counted(text: "F")]
      }
    }
    Counted.comparisons.withLock { $0 = 0 }
    let alignment = Alignment(list("Zamboano"), list("[withheld]"))
    #expect(alignment.gone == Set((0..<count).map { $0 * 3 + 1 }))
    #expect(Counted.comparisons.withLock { $0 } < count * 3 * 1000)
  }
}
