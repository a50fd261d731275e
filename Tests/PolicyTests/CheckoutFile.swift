import Foundation

/// A file of this checkout, by its path from the root.
enum CheckoutFile {
  static func bytes(_ path: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: url(path).path) else {
      preconditionFailure("the checkout has no \(path)")
    }
    return [UInt8](data)
  }

  /// The names in a folder, sorted.
  static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(folder).path).sorted()
  }

  private static func url(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
  }
}
