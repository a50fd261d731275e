import Foundation

/// A file of this checkout.
struct RepositoryFile {
  private let url: URL
  /// - Parameter path: from the root of the checkout.
  init(_ path: String) {
    url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
  }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  /// The names in a folder, sorted.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

  /// Whether the file holds just this. With `UPDATE_GOLDEN=1` it is written instead, and the test fails.
  func holds(_ expected: [UInt8]) throws -> Bool {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      let isSame = (try? bytes()) == expected
      if !isSame { try Data(expected).write(to: url) }
      return isSame
    }
    return try bytes() == expected
  }
}
