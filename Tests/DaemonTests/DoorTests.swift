import Foundation
import Testing

@Suite("DESIGN.md §5: Host is the only door to the operating system")
struct DoorTests {
  /// What no file of the daemon may name, and why.
  static let forbidden = [
    "import Glibc": "system calls are Host's", "import Foundation": "it opens files and reads clocks",
    "import Dispatch": "threads are Host's", "FileManager": "files are Host's",
    "FileHandle": "files are Host's",
    "Date()": "the clock is Host's", "ContinuousClock": "the clock is Host's",
    "UnsafePointer": "pointers are Host's",
    "import CSystemCalls": "system calls are Host's", "try?": "an error is not nothing",
    "try!": "it would trap", "fatalError": "it would trap",
  ]

  @Test func `no file of the daemon names another door`() throws {
    for (name, text) in try Self.sources() {
      for (word, reason) in Self.forbidden where text.contains(word) {
        Issue.record("\(name) names \(word): \(reason)")
      }
    }
  }

  @Test func `one file imports swift-log`() throws {
    let names = try Self.sources().filter { $0.text.contains("import Logging") }.map(\.name)
    #expect(names == ["EventLog.swift"])
  }

  static func sources() throws -> [(name: String, text: String)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Daemon")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".swift")
    }
    try #require(names.count > 10)
    return try names.sorted().map {
      ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
    }
  }
}
