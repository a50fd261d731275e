import Glibc
import Host
import Synchronization
import Worker

/// An end without an answer, or with one that does not count.
enum Death: String, CaseIterable {
  case exits, segfault, trap
  case closesStream = "closes-stream"
  case hangs
  case answersAndHangs = "answers-and-hangs"
  case answersAndFails = "answers-and-fails"
  case spins, eats
  case writesTooMuch = "writes-too-much"

  /// Never set.
  private static let end = Atomic(false)

  func die(_ side: borrowing WorkerSide, _ truth: Reply) throws -> Int32 {
    let framed = Framing.framed(truth.bytes)
    switch self {
    case .exits: return 0
    case .segfault:
      UnsafeMutablePointer<UInt8>(bitPattern: 8)?.pointee = 1
      return 7
    case .trap: preconditionFailure("on purpose")
    case .closesStream:
      close(3)
      while true { sleep(1) }
    case .hangs: while true { sleep(1) }
    case .answersAndHangs:
      try side.channel.write(framed)
      close(3)
      while true { sleep(1) }
    case .answersAndFails:
      try side.channel.write(framed)
      return 9
    case .spins:
      // Read anew each time: an endless loop that does nothing would be optimised away.
      while !Self.end.load(ordering: .sequentiallyConsistent) {}
      return 7
    case .eats:
      var all: [[UInt8]] = []
      while all.count < 1 << 20 {
        all.append([UInt8](repeating: UInt8(truncatingIfNeeded: all.count), count: 1 << 20))
      }
      return Int32(all.count & 1)
    case .writesTooMuch:
      let piece = [UInt8](repeating: 0, count: 1 << 20)
      while true { try side.outputs[0].write(piece) }
    }
  }
}
