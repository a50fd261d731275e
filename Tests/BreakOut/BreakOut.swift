import Configuration
import Glibc
import Host
import Policy
import Stages
import Values
import Worker

/// A template whose workers do what a taken-over parser would: they try every way out of the wall, answer lies,
/// die, hang, and use more than they may. Its argument says which, or the packet's facts do. They report what they managed as an answer.
@main
enum BreakOut {
  static func main() {
    let deed = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ""
    Template.serve({ files in
      PolicyFiles.compile(files).map { Template.Compiled(policy: $0.policy, limits: $0.limits) }
    }) { side, compiled in
      do {
        guard let task = try side.task() else { return 3 }
        return try Self.perform(Self.deed(of: task) ?? deed, side, task, compiled)
      } catch {
        return 4
      }
    }
  }

  /// The deed that a packet's facts name among the house's other names.
  private static func deed(of task: WorkerTask) -> String? {
    guard case .decide(_, let facts) = task else { return nil }
    return facts.site.alsoKnownAs.first { $0.hasPrefix("deed:") }.map { String($0.dropFirst(5)) }
  }

  private static func perform(
    _ deed: String, _ side: borrowing WorkerSide, _ task: WorkerTask, _ compiled: Template.Compiled
  ) throws -> Int32 {
    if let out = try WayOut(rawValue: deed)?.isRefused(side) {
      let rule: RuleID = out ? "test.refused" : "test.allowed"
      let told = Reply.failed(PacketError(rule, .hold, "told", remedy: "none"))
      try side.channel.write(Framing.framed(told.bytes))
      return 0
    }
    if let lie = Lie(rawValue: deed) {
      return try lie.tell(side, side.reply(to: task, compiled))
    }
    if let death = Death(rawValue: deed) {
      return try death.die(side, side.reply(to: task, compiled))
    }
    return WorkerSide.reply(side, task, compiled)
  }
}

extension WorkerSide {
  fileprivate static func reply(
    _ side: borrowing WorkerSide, _ task: WorkerTask, _ compiled: Template.Compiled
  ) -> Int32 {
    do {
      try side.channel.write(Framing.framed(side.reply(to: task, compiled).bytes))
      return 0
    } catch {
      return 5
    }
  }
}
