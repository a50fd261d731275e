internal import Host
internal import Values

/// What the daemon asks of a template. Descriptors travel beside the message.
enum TemplateRequest: Equatable {
  /// Compile the policy: the configuration's files in sealed memory, and the digest that they must have.
  case policy(Digest)
  /// Make a worker. With it: its stream, then, for one that decides, the folder to read and the files to write.
  case work(Wall.Limits, Set<Wall.Part>, decides: Bool)
  /// Say how a worker ended, and forget it.
  case ended(process: Int)
  /// Let a process within the wall try what it must not be able to do.
  case probe(Int, Set<Wall.Part>)
  /// Go.
  case end

  static let limit = 256

  var bytes: [UInt8] {
    var frame = FrameWriter()
    switch self {
    case .policy(let digest):
      frame.byte(1)
      frame.digest(digest)
    case .work(let limits, let parts, let decides):
      frame.byte(2)
      frame.optional(limits.memory) { $0.number($1) }
      frame.number(limits.cpuSeconds)
      frame.number(limits.output)
      frame.parts(parts)
      frame.flag(decides)
    case .ended(let process):
      frame.byte(3)
      frame.number(process)
    case .probe(let number, let parts):
      frame.byte(4)
      frame.number(number)
      frame.parts(parts)
    case .end: frame.byte(5)
    }
    return frame.bytes
  }

  init(_ bytes: [UInt8]) throws(FrameError) {
    var frame = FrameReader(bytes)
    switch try frame.byte() {
    case 1: self = .policy(try frame.digest())
    case 2:
      let memory = try frame.optional { frame throws(FrameError) in try frame.number(in: 0...Int.max) }
      let cpu = try frame.number(in: 1...Int(Int32.max))
      let output = try frame.number(in: 0...Int.max)
      self = .work(
        Wall.Limits(memory: memory, cpuSeconds: cpu, output: output), try frame.parts(),
        decides: try frame.flag())
    case 3: self = .ended(process: try frame.number(in: 2...Int(Int32.max)))
    case 4: self = .probe(try frame.number(in: 0...1_000), try frame.parts())
    case 5: self = .end
    default: throw .value
    }
    try frame.finish()
  }
}

/// What a template says. It never saw a packet: it is believed.
enum TemplateReply: Equatable {
  /// The policy is compiled, and has the digest that it should.
  case ready
  /// It cannot be compiled, or is another one.
  case refused
  /// A worker was made. With it: a handle of its process.
  case worker(process: Int)
  /// The system did not let a worker be made: an error number.
  case failed(Int)
  /// nil: it still runs.
  case ended(ProcessEnd?)

  static let limit = 256

  var bytes: [UInt8] {
    var frame = FrameWriter()
    switch self {
    case .ready: frame.byte(1)
    case .refused: frame.byte(2)
    case .worker(let process):
      frame.byte(3)
      frame.number(process)
    case .failed(let code):
      frame.byte(4)
      frame.number(code)
    case .ended(let end):
      frame.byte(5)
      frame.optional(end) { frame, end in
        frame.optional(end.exitCode) { $0.number($1) }
        frame.optional(end.signal) { $0.number($1) }
        frame.number(end.cpuMilliseconds)
        frame.number(end.peakKilobytes)
      }
    }
    return frame.bytes
  }

  init(_ bytes: [UInt8]) throws(FrameError) {
    var frame = FrameReader(bytes)
    let any = Int.min...Int.max
    switch try frame.byte() {
    case 1: self = .ready
    case 2: self = .refused
    case 3: self = .worker(process: try frame.number(in: 2...Int(Int32.max)))
    case 4: self = .failed(try frame.number(in: any))
    case 5:
      self = .ended(
        try frame.optional { frame throws(FrameError) in
          ProcessEnd(
            exitCode: try frame.optional { frame throws(FrameError) in try frame.number(in: any) },
            signal: try frame.optional { frame throws(FrameError) in try frame.number(in: any) },
            cpuMilliseconds: try frame.number(in: any), peakKilobytes: try frame.number(in: any))
        })
    default: throw .value
    }
    try frame.finish()
  }
}

extension FrameWriter {
  mutating func parts(_ parts: Set<Wall.Part>) {
    for part in Wall.Part.allCases { flag(parts.contains(part)) }
  }
}

extension FrameReader {
  mutating func parts() throws(FrameError) -> Set<Wall.Part> {
    var parts: Set<Wall.Part> = []
    for part in Wall.Part.allCases where try flag() { parts.insert(part) }
    return parts
  }
}

/// The configuration's files, as they lie in sealed memory.
enum PolicyFrame {
  static let limit = 256 << 20

  static func bytes(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var frame = FrameWriter()
    frame.list(files) { frame, file in
      frame.text(file.name)
      frame.block(file.bytes)
    }
    return frame.bytes
  }

  static func files(_ bytes: [UInt8]) throws(FrameError) -> [(name: String, bytes: [UInt8])] {
    var frame = FrameReader(bytes)
    let files = try frame.list(limit: 100_000) { frame throws(FrameError) in
      (name: try frame.text(limit: 4096), bytes: try frame.block(limit: limit))
    }
    try frame.finish()
    return files
  }
}
