import Synchronization
import Testing
import Threads

@Suite("Work side by side")
struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 3, 1000]) func `each number has its turn once, and all are over at the end`(
    _ count: Int
  ) {
    let seen = Mutex<[Int]>([])
    SideBySide.forEach(count) { number in seen.withLock { $0.append(number) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test func `calls within calls end`() {
    let sum = Mutex(0)
    SideBySide.forEach(8) { _ in
      SideBySide.forEach(8) { number in sum.withLock { $0 += number } }
    }
    #expect(sum.withLock { $0 } == 8 * 28)
  }
}
