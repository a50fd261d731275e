import Foundation
import Testing

/// The house's floors, lowest first: a target imports only what stands below it (DESIGN.md §5).
private let layers = [
  "CLibXML2", "CZlib", "CSystemCalls", "CWall", "Threads", "Values", "Hashing", "XML", "JSON", "YAML",
  "Requests",
  "Records",
  "Policy", "Bundles", "Stages", "Host", "Ledger", "Configuration", "Worker", "Daemon", "chartgate",
]

/// What each target may import from outside, and why. Anything else is refused.
private let foreign: [String: [String: String]] = [
  "Hashing": ["Crypto": "SHA-256"],
  "XML": ["Glibc": "free(3) for what libxml2 allocated"],
  "YAML": ["Yams": "the YAML parser"],
  "Threads": ["Glibc": "threads", "Synchronization": "the next number"],
  "Stages": ["Synchronization": "Mutex"],
  "Host": [
    "Glibc": "the system calls", "Dispatch": "threads for work that waits on disks",
    "Synchronization": "Mutex",
  ],
  "Ledger": ["GRDB": "SQLite", "Foundation": "GRDB's blobs are Data", "Synchronization": "Mutex"],
  "Configuration": ["Foundation": "time zones"],
  "Worker": ["Synchronization": "Mutex"],
  "Daemon": [
    "Dispatch": "threads for work that waits on disks", "Logging": "EventLog.swift only",
    "ServiceLifecycle": "a bounded stop", "UnixSignals": "signals as a sequence", "Synchronization": "Mutex",
  ],
  "chartgate": [
    "ArgumentParser": "the command line", "Foundation": "the edge", "Glibc": "signals, exit codes, write(2)",
    "Synchronization": "Mutex",
  ],
]

private struct SourceFile: CustomTestStringConvertible {
  let target: String
  let path: String
  let lines: [String]
  var testDescription: String { path }

  /// Modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 2, !line.hasPrefix(" "), !line.hasPrefix("/"),
        at + 1 < words.count
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
      let module = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return module.split(separator: ".").first.map(String.init)
    }
  }

  /// Lines of code that hold a text, comments apart.
  func lines(holding text: String) -> [String] {
    lines.filter { $0.contains(text) && !$0.drop(while: { $0 == " " }).hasPrefix("//") }
  }
}

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private let sources: [SourceFile] = {
  let folder = root.appending(path: "Sources")
  let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
  return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { name in
    let text = FileManager.default.contents(atPath: folder.appending(path: name).path(percentEncoded: false))
    return SourceFile(
      target: String(name.prefix { $0 != "/" }), path: name,
      lines: String(decoding: text ?? Data(), as: UTF8.self).components(separatedBy: "\n"))
  }
}()

@Suite("DESIGN.md §5: imports go downward only, and only where they are listed")
struct LayersTests {
  @Test func `every target has its floor`() {
    #expect(sources.count > 50)
    #expect(Set(sources.map(\.target)).subtracting(layers) == [])
  }

  @Test(arguments: sources) fileprivate func `a file imports what stands below its target`(_ file: SourceFile)
    throws
  {
    let floor = try #require(layers.firstIndex(of: file.target))
    for module in file.imports {
      if let below = layers.firstIndex(of: module) {
        #expect(below < floor, "\(file.path) imports \(module), which stands above it")
      } else {
        #expect(
          foreign[file.target]?[module] != nil,
          "\(file.path) imports \(module); say why in LayersTests, or do without"
        )
      }
    }
  }

  @Test func `what a target imports is what Package.swift says it depends on`() throws {
    let package = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let flat = package.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for target in Set(sources.map(\.target)) {
      let start = try #require(
        flat.range(of: "name: \"\(target)\", dependencies: [") ?? flat.range(of: "name: \"\(target)\")"))
      let rest = flat[start.upperBound...]
      let declared = rest.prefix { $0 != "]" }
      for module in Set(sources.filter { $0.target == target }.flatMap(\.imports))
      where layers.contains(module) {
        #expect(declared.contains("\"\(module)\""), "\(target) imports \(module) without declaring it")
      }
    }
  }

  /// Wrappers of libxml2, zlib, SQLite's file and the system calls; nothing else is unsafe.
  static let mayBeUnsafe = [
    "XML/", "Bundles/Deflate.swift", "Bundles/DeflateStream.swift", "Threads/", "Host/",
    "Hashing/SHA256Hasher.swift",
    "chartgate/Answers/Output.swift", "Daemon/Service.swift",
  ]

  @Test(arguments: sources) fileprivate func `unsafe stands in the wrappers only`(_ file: SourceFile) {
    guard !Self.mayBeUnsafe.contains(where: { file.path.hasPrefix($0) }) else { return }
    #expect(file.lines(holding: "unsafe ").filter { !$0.contains(".unsafe ") } == [])
  }

  @Test(arguments: sources) fileprivate func `one file writes the log`(_ file: SourceFile) {
    guard file.path != "Daemon/EventLog.swift" else { return }
    #expect(!file.imports.contains("Logging"))
  }
}
