internal import JSON
package import Values

/// A cut of a record of lines, decided over all of its parts: what goes from one takes along what points to it from
/// another, until nothing more follows. Then each part can be written by itself, as often as somebody asks.
package struct FHIRLinesCut: Sendable {
  /// A part as it leaves.
  package struct Part: Sendable {
    package let bytes: [UInt8]
    /// The record's own units that went although nobody asked for them.
    package let alsoWithheld: [Int]
    /// Resources that stay.
    package let lineCount: Int
    /// Not a byte of it changed.
    package let isWhole: Bool
  }

  private let record: FHIRLinesParts
  private let cuts: [Cut]
  private var outside = FHIROutside()
  /// By part, what went from it that others hold.
  private var parts: [[FHIRPointer: Int]]
  /// Parts in which something goes.
  private var isTouched: [Bool]

  /// - Throws: a hold when the cut names what the record does not have, or cannot be done surely.
  package init(_ record: FHIRLinesParts, _ cut: Cut) throws(PacketError) {
    self.record = record
    cuts = try Self.split(cut, record)
    outside.held = record.held
    parts = Array(repeating: [:], count: cuts.count)
    isTouched = cuts.map { !$0.isEmpty }
    try settle()
  }

  /// The part of a number as it leaves.
  package func part(_ number: Int) throws(PacketError) -> Part {
    let part = record.parts[number]
    guard isTouched[number] else {
      return Part(
        bytes: try record.bytes(of: part), alsoWithheld: [], lineCount: part.lineCount, isWhole: true)
    }
    let decision = try decision(number)
    let contents = decision.contents
    return Part(
      bytes: try FHIRCutter.bytes(of: decision),
      alsoWithheld: decision.alsoWithheld.map { part.whole(unit: $0) },
      lineCount: contents.lines.count { !decision.closure.isGone($0.root) },
      isWhole: !decision.closure.isChanged)
  }

  // MARK: What follows

  private mutating func settle() throws(PacketError) {
    var waiting = isTouched
    while waiting.contains(true) {
      var told: Set<UInt32> = []
      for number in waiting.indices where waiting[number] {
        told.formUnion(try follow(number))
      }
      waiting = record.parts.map { !told.isEmpty && $0.concerns(told) }
      for number in waiting.indices where waiting[number] { isTouched[number] = true }
    }
  }

  /// Lets go of what must go from a part by what is known by now; gives what others must hear of.
  private mutating func follow(_ number: Int) throws(PacketError) -> Set<UInt32> {
    let departure = try decision(number).closure.departure
    var told: Set<UInt32> = []
    for (pointer, isPatient) in departure.gone {
      let known = outside.gone[pointer]
      if known == nil || isPatient && known == false {
        outside.gone[pointer] = isPatient
        told.insert(pointer.short)
      }
    }
    for (pointer, count) in departure.parts where count != parts[number][pointer] {
      outside.parts[pointer, default: 0] += count - (parts[number][pointer] ?? 0)
      told.insert(pointer.short)
    }
    parts[number] = departure.parts
    return told
  }

  private func decision(_ number: Int) throws(PacketError) -> FHIRCutDecision {
    var own = outside
    own.own = parts[number]
    return try FHIRCutDecision(cuts[number], try record.skimmed(record.parts[number]), outside: own)
  }

  // MARK: Each part's own

  private static func split(_ cut: Cut, _ record: FHIRLinesParts) throws(PacketError) -> [Cut] {
    var cuts = Array(repeating: Cut(), count: record.parts.count)
    let parts = record.parts
    func part(where isAfter: (FHIRLinesPart) -> Bool) throws(PacketError) -> Int {
      let next = FHIRContents.firstIndex(parts.count) { isAfter(parts[$0]) }
      guard next > 0 else { throw Self.stray(record.number) }
      return next - 1
    }
    for unit in cut.units {
      let number = try part { $0.unitsBefore >= unit }
      guard unit > 0, let own = parts[number].own(unit: unit) else { throw stray(record.number) }
      cuts[number].units.insert(own)
    }
    for range in cut.redactions where !range.isEmpty {
      let number = try part { $0.arenaBefore > range.lowerBound }
      guard let own = parts[number].own(range) else { throw stray(record.number) }
      cuts[number].redactions.append(own)
    }
    for value in cut.values {
      let number = try part { $0.nodesBefore > value }
      guard let own = parts[number].own(value: value) else { throw stray(record.number) }
      cuts[number].values.insert(own)
    }
    return cuts
  }

  private static func stray(_ number: Int) -> PacketError {
    FHIRProblem.cut(Place(record: number), "the cut names what is not there")
  }
}
