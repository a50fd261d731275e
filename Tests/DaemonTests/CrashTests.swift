import Daemon
import Ledger
import Testing
import Values

/// FAULTS.md C01–C03 and I01: the fault comes at the 1st, 2nd, … n-th step that changes the world, until the
/// path is done without it. Then a new process finds what was left, and the outcome is always the same.
@Suite("A crash or a fault at any step changes no outcome and no byte")
struct CrashTests {
  static let kinds = Faults.Kind.allCases
  static let deaths: [Faults.Kind] = [.deathBefore, .deathAfter]
  static let packets = ["release", "hold", "reject"]

  @Test(arguments: packets, kinds)
  func `one packet`(_ what: String, _ kind: Faults.Kind) throws {
    let expected = try Self.expected { try $0.drop("x", what) }
    try Self.everyStep(kind) { house, faults in
      try house.drop("x", what)
      try Self.run(house, faults)
      #expect(try house.outcome() == expected)
    }
  }

  @Test(arguments: deaths)
  func `a correction of a rejected packet`(_ kind: Faults.Kind) throws {
    let expected = try Self.expected { house in
      try house.drop("x", "reject")
      var engine = house.engine()
      _ = try engine.runHere()
      try house.drop("x", "release")
    }
    #expect(expected.states == ["2 released", "1 closed"])
    try Self.everyStep(kind) { house, faults in
      try house.drop("x", "reject")
      var engine = house.engine()
      _ = try engine.runHere()
      try house.drop("x", "release")
      try Self.run(house, faults)
      #expect(try house.outcome() == expected)
    }
  }

  @Test(arguments: deaths)
  func `a repeat is taken once and changes nothing`(_ kind: Faults.Kind) throws {
    try Self.everyStep(kind) { house, faults in
      try house.drop("x", "hold")
      var engine = house.engine()
      _ = try engine.runHere()
      try house.drop("y", "hold")
      try Self.run(house, faults)
      #expect(try house.outcome().states == ["2 closed", "1 held"])
      #expect(house.files("in").isEmpty)
    }
  }

  @Test(arguments: deaths)
  func `an authorization that was revoked before delivery holds the packet`(_ kind: Faults.Kind) throws {
    try Self.everyStep(kind) { house, faults in
      try house.drop("x", "release")
      house.revoke(TestHouse.form)
      try Self.run(house, faults)
      let outcome = try house.outcome()
      #expect(outcome.states == ["1 rejected"] || outcome.states == ["1 held"])
      #expect(outcome.outbox.isEmpty)
      #expect(outcome.delivered == 0)
    }
  }

  /// A crash within the recovery from a crash.
  @Test func `recovery may be cut short too`() throws {
    let expected = try Self.expected { try $0.drop("x", "release") }
    for first in stride(from: 3, through: 60, by: 5) {
      for second in stride(from: 1, through: 20, by: 3) {
        let house = try TestHouse()
        try house.drop("x", "release")
        for at in [first, second] {
          let faults = Faults(.deathAfter, at: at)
          var engine = house.engine(faults)
          _ = try engine.runHere()
        }
        try Self.run(house, Faults())
        #expect(try house.outcome() == expected, "deaths at \(first) and \(second)")
      }
    }
  }

  /// Runs with faults, then as often as a new process finds something, then once more, which finds nothing.
  private static func run(_ house: TestHouse, _ faults: Faults) throws {
    var engine = house.engine(faults)
    _ = try engine.runHere()
    var next = house.engine()
    _ = try next.runHere()
    var last = house.engine()
    #expect(try last.runHere() == 0)
  }

  private static func expected(_ drop: (TestHouse) throws -> Void) throws -> TestHouse.Outcome {
    let house = try TestHouse()
    try drop(house)
    try run(house, Faults())
    return try house.outcome()
  }

  private static func everyStep(_ kind: Faults.Kind, _ body: (TestHouse, Faults) throws -> Void) throws {
    var at = 1
    while at < 200 {
      let faults = Faults(kind, at: at)
      try body(try TestHouse(), faults)
      if faults.count < at { break }
      at += 1
    }
    #expect(at > 10 && at < 200)
  }
}
