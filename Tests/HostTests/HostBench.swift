import Glibc
import Host
import Testing
import Values

import class Foundation.FileHandle
import class Foundation.FileManager
import func Foundation.NSTemporaryDirectory
import struct Foundation.Data
import struct Foundation.URL
import struct Foundation.UUID

/// A host with a folder to try it in, and hands that reach past it, as other processes do.
final class HostBench {
  enum Kind: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case real, simulated
    var testDescription: String { rawValue }
  }

  let host: any Host
  let root: FilePath
  private let kind: Kind

  init(_ kind: Kind) throws {
    self.kind = kind
    switch kind {
    case .real:
      let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
      let path = base + "/chartgate-bench-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      (host, root) = (RealHost(), FilePath(Root(path)))
    case .simulated:
      var disk = SimulatedDisk(journal: .anySubset)
      disk.addRoot(Root("/bench"))
      host = SimulatedHost(disk, now: .init(milliseconds: 1_780_000_000_000), ticks: 1)
      root = FilePath(Root("/bench"))
    }
  }

  deinit {
    guard kind == .real else { return }
    do { try FileManager.default.removeItem(atPath: root.root.path) } catch {
      print("left behind: \(root.root.path)")
    }
  }

  func at(_ name: String) -> FilePath {
    name.split(separator: "/").reduce(root) { $0.appending(String($1)) }
  }
  func make(_ name: String, _ text: String) throws {
    try host.create(at(name), Array(text.utf8), mode: 0o600)
  }
  func text(_ name: String) throws -> String {
    String(decoding: try host.read(at(name), limit: 1 << 20), as: UTF8.self)
  }

  func overwrite(_ name: String, _ text: String) throws {
    if let simulated = host as? SimulatedHost {
      return simulated.outside { $0.put(at(name), Array(text.utf8)) }
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  func addSymbolicLink(_ name: String, to target: String) {
    if let simulated = host as? SimulatedHost {
      simulated.outside { $0.put(at(name), [], kind: .link) }
    } else {
      unsafe symlink(target, path(name))
    }
  }

  func addHardLink(_ name: String, to target: String) {
    if let simulated = host as? SimulatedHost {
      simulated.outside { $0.addLink(to: at(target), at: at(name)) }
    } else {
      unsafe link(path(target), path(name))
    }
  }

  private func path(_ name: String) -> String { root.root.path + "/" + name }
}
