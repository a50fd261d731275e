import Daemon
import Ledger
import Testing
import Values

struct CommandTests {
  @Test(arguments: [Command.status(newest: 5), .retry(PacketNumber(12))])
  func `a command survives its line`(_ command: Command) throws {
    #expect(try Command(Array(command.line.dropLast())) == command)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"do\":\"retry\"}", "{\"do\":\"retry\",\"packet\":-1}",
    "{\"do\":\"retry\",\"packet\":\"1\"}",
    "{\"do\":\"stop\"}", "{\"do\":\"status\",\"as\":\"root\"}",
    "{\"do\":\"retry\",\"packet\":99999999999999999999}",
    "{\"do\":\"status\",\"packet\":{}}", "{\"do\":\"status\"} x",
  ])
  func `what is not known is refused`(_ line: String) {
    #expect(throws: Command.Refusal.self) { _ = try Command(Array(line.utf8)) }
  }
}

struct BackoffTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func `rests grow, stay within bounds and are not all the same`(
    seed: UInt64
  ) {
    var backoff = Backoff(shortest: 1000, longest: 8000, random: SeededGenerator(seed: seed))
    for (index, whole) in [1000, 2000, 4000, 8000, 8000].enumerated() {
      let (count, rest) = backoff.rest(.ledger, now: 0)
      #expect(count == index + 1)
      #expect((Int64(whole) * 3 / 4...Int64(whole) * 5 / 4).contains(rest))
    }
    backoff.clear(.ledger)
    #expect(backoff.rest(.ledger, now: 0).count == 1)
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
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
