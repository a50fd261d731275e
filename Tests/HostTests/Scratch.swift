import Foundation
import Host

/// A folder of its own for each test, in memory where there is such a place.
struct Scratch: ~Copyable {
  let path: String
  let host = RealHost()

  init() throws {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = base + "/chartgate-host-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
  }

  var root: FilePath { FilePath(Root(path)) }
  func at(_ name: String) -> FilePath {
    name.split(separator: "/").reduce(root) { $0.appending(String($1)) }
  }
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }
  func text(_ name: String) throws -> String {
    String(decoding: try host.read(at(name), limit: 1 << 20), as: UTF8.self)
  }
}
