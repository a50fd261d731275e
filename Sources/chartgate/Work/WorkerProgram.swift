internal import Configuration
internal import Worker

/// What this program is when the daemon starts it for its workers. It is no verb: nobody types it.
enum WorkerProgram {
  static let word = "worker-template"

  /// Becomes the template if it was started as one. To be called before anything that makes a thread.
  static func takeOver(_ arguments: [String]) {
    guard arguments == [word] else { return }
    Template.serve { files in
      PolicyFiles.compile(files).map { Template.Compiled(policy: $0.policy, limits: $0.limits) }
    }
  }
}
