import Configuration
import Foundation
import Hashing
import Host
import Policy
import Stages
import Values
import Worker

/// What the wall costs (Scripts/bench-wall): each packet of a folder decided in this process and by a worker, in turn.
///
///     bench-wall CHARTGATE PIPELINES PACKETS [PASSES]
///
/// Prints a line for each packet: its name and bytes, then milliseconds from question to answer, the median of the
/// passes, in this process and by a worker. A worker writes its release to a file; this process keeps it in memory.
@main
struct BenchWall {
  private let workforce: Workforce
  private let policy: PolicySet
  private let limits: Limits

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else {
      print("bench-wall CHARTGATE PIPELINES PACKETS [PASSES]")
      exit(64)
    }
    let passes = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 20
    let bench = try BenchWall(program: arguments[1], pipelines: URL(filePath: arguments[2]))
    let packets = URL(filePath: arguments[3])
    for name in try FileManager.default.contentsOfDirectory(atPath: packets.path(percentEncoded: false))
      .sorted()
    where name.first?.isNumber ?? false {
      let packet = try WalledPacket(packets.appending(path: name))
      defer { packet.remove() }
      var here: [Double] = []
      var walled: [Double] = []
      for _ in 0..<passes {
        here.append(try milliseconds { try bench.decideHere(packet) })
        walled.append(try milliseconds { try bench.decideWalled(packet) })
        packet.clear()
      }
      print(
        name, packet.byteCount,
        String(format: "%.2f %.2f", here.sorted()[passes / 2], walled.sorted()[passes / 2]))
    }
  }

  private init(program: String, pipelines: URL) throws {
    let files = try HouseFiles.trial(pipelines)
    guard let compiled = PolicyFiles.compile(files) else { throw Refused() }
    (policy, limits) = (compiled.policy, compiled.limits)
    var settings = WorkforceSettings(arguments: ["worker-template"])
    settings.program = program
    workforce = try Workforce(
      settings, files: files, digest: policy.digest, pipelines: Set(policy.pipelines.map(\.pipeline.name)),
      limits: limits)
  }

  struct Refused: Error {}

  private func decideHere(_ packet: WalledPacket) throws {
    _ = try Deciding.decide(packet.claimed, packet.facts, policy, limits: limits)
  }

  private func decideWalled(_ packet: WalledPacket) throws {
    _ = try workforce.decide(
      packet.claimed, packet.facts, in: packet.folder.appending("1"), copies: packet.copies,
      writing: packet.folder.appending("1").appending("release"))
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
  }
}
