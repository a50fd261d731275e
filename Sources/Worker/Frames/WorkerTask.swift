package import Policy
package import Values

/// What a worker is asked: one frame, over its own stream.
package enum WorkerTask: Sendable {
  case read(bytes: [UInt8], name: [UInt8])
  case decide(Packet, HouseFacts)

  /// A claimed packet as it crosses the wall: the bytes lie in the folder that the worker was handed.
  package struct Packet: Sendable {
    package struct File: Sendable {
      package let path: [UInt8]
      package let digest: Digest
      package let byteCount: Int
      /// Its name in the folder.
      package let copy: [UInt8]
      package init(path: [UInt8], digest: Digest, byteCount: Int, copy: [UInt8]) {
        (self.path, self.digest, self.byteCount, self.copy) = (path, digest, byteCount, copy)
      }
    }
    package let number: Int
    package let fingerprint: Digest
    package let files: [File]
    package init(number: Int, fingerprint: Digest, files: [File]) {
      (self.number, self.fingerprint, self.files) = (number, fingerprint, files)
    }
  }

  /// Bytes that a task may have: the facts of a large house, the paths of a large packet.
  static let taskBytes = 256 << 20
  /// Bytes that an answer may have: the findings and the inner manifest of a large packet.
  static let replyBytes = 128 << 20

  private enum Tag: UInt8 { case read = 1, decide }

  package var bytes: [UInt8] {
    var frame = FrameWriter()
    switch self {
    case .read(let bytes, let name):
      frame.byte(Tag.read.rawValue)
      frame.block(bytes)
      frame.block(name)
    case .decide(let packet, let facts):
      frame.byte(Tag.decide.rawValue)
      frame.number(packet.number)
      frame.digest(packet.fingerprint)
      frame.list(packet.files) { frame, file in
        frame.block(file.path)
        frame.digest(file.digest)
        frame.number(file.byteCount)
        frame.block(file.copy)
      }
      frame.facts(facts)
    }
    return frame.bytes
  }

  package init(_ bytes: [UInt8]) throws(FrameError) {
    var frame = FrameReader(bytes)
    guard let tag = Tag(rawValue: try frame.byte()) else { throw .value }
    switch tag {
    case .read:
      self = .read(bytes: try frame.block(limit: Self.taskBytes), name: try frame.block(limit: 4096))
    case .decide:
      let number = try frame.number(in: 0...Int.max)
      let fingerprint = try frame.digest()
      let files = try frame.list(limit: 10_000_000) { frame throws(FrameError) in
        Packet.File(
          path: try frame.block(limit: 1 << 16), digest: try frame.digest(),
          byteCount: try frame.number(in: 0...Int.max), copy: try frame.block(limit: 255))
      }
      self = .decide(
        Packet(number: number, fingerprint: fingerprint, files: files), try frame.facts())
    }
    try frame.finish()
  }
}

/// A frame on a stream: four bytes of length, big end first, then the frame.
package enum Framing {
  static let prefix = 4

  package static func framed(_ bytes: [UInt8]) -> [UInt8] {
    var frame = FrameWriter()
    frame.block(bytes)
    return frame.bytes
  }

  /// The length that a prefix claims.
  static func length(_ prefix: [UInt8]) -> Int { prefix.reduce(0) { $0 << 8 | Int($1) } }
}
