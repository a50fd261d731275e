package import Host
internal import JSON
internal import Values

/// Hands a command to the daemon of a tree, or does it here when none runs.
package struct ControlClient: Sendable {
  package struct Answer: Sendable {
    /// One clean JSON document.
    package let json: [UInt8]
    /// Nil when it was done.
    package let problem: String?
  }

  private let folders: WorkingFolders
  package init(_ folders: WorkingFolders) { self.folders = folders }

  /// Asks the daemon.
  ///
  /// - Parameter milliseconds: how long its answer may take; it answers between two steps.
  /// - Returns: nil when no daemon listens.
  package func ask(_ command: Command, milliseconds: Int = 60_000) throws(HostError) -> Answer? {
    let connection: LocalConnection
    do throws(HostError) {
      connection = try LocalConnection(to: folders.control)
    } catch  where error.kind == .missing || error.isRefusedConnection {
      return nil
    }
    try connection.write(command.line, milliseconds: 5000)
    return Self.read(try connection.readLine(limit: 16 << 20, milliseconds: milliseconds))
  }

  /// Asks the daemon; with none running, takes the tree's lock and does it with an engine of its own.
  ///
  /// - Throws: ``TreeLock/Failure`` when a process has the lock and does not listen (`chartgate run`);
  ///   what opening the engine throws.
  package func perform(_ command: Command, orHere engine: () throws -> Engine) throws -> Answer {
    if let answer = try ask(command) { return answer }
    let lock = try TreeLock(folders.lock)
    return try withExtendedLifetime(lock) {
      var engine = try engine()
      engine.lookThrough()
      do throws(Command.Refusal) {
        let value = try engine.answer(command, by: .ofThisProcess, process: nil)
        return Answer(json: JSONWriter().bytes(value), problem: nil)
      } catch {
        return Answer(json: JSONWriter().bytes(error.json()), problem: error.description)
      }
    }
  }

  private static func read(_ line: [UInt8]) -> Answer {
    do throws(PacketError) {
      let document = try JSONDocument(line, limits: .standard)
      guard let ok = document.member(0, "ok"), document.kind(ok) == .false else {
        return Answer(json: line, problem: nil)
      }
      let words = ["problem", "remedy"].compactMap { document.member(0, $0).flatMap(document.string) }
      return Answer(json: line, problem: words.joined(separator: "; "))
    } catch {
      return Answer(json: line, problem: "the daemon's answer could not be read")
    }
  }
}
