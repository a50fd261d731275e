import Foundation
import Values

/// A record's file, read at an offset.
struct RecordFile: ByteSource {
  let byteCount: Int
  private let path: String

  init(_ path: String) throws {
    self.path = path
    byteCount = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  func bytes() throws(PacketError) -> [UInt8] {
    var sink = MemorySink(reserving: byteCount)
    try copyAll(to: &sink)
    return sink.bytes
  }

  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      try handle.seek(toOffset: UInt64(range.lowerBound))
      var left = range.count
      while left > 0, let data = try handle.read(upToCount: min(left, 1 << 20)), !data.isEmpty {
        let piece = [UInt8](data)
        try sink.write(piece.span)
        left -= piece.count
      }
      guard left == 0 else { throw CocoaError(.fileReadUnknown) }
    } catch let error as PacketError {
      throw error
    } catch {
      throw PacketError("house.io", .retry, "the record could not be read", remedy: "look at it")
    }
  }
}

/// Takes everything and keeps nothing.
struct NoSink: ByteSink {
  mutating func write(_ bytes: Span<UInt8>) throws(PacketError) {}
}
