internal import Stages
internal import Values

/// `read`'s answer as it crosses the wall.
extension FrameWriter {
  mutating func requestFacts(_ facts: RequestFacts) {
    optional(facts.id) { frame, id in frame.text(id.reveal(.match)) }
    optional(facts.due) { $0.day($1) }
    optional(facts.listed) { frame, files in
      frame.list(files) { frame, file in
        frame.block(file.path)
        frame.optional(file.byteCount) { $0.number($1) }
        frame.optional(file.digest) { $0.digest($1) }
      }
    }
  }
}

extension FrameReader {
  /// - Parameter limits: a request cannot say more than its own bytes hold.
  mutating func requestFacts(_ limits: Limits) throws(FrameError) -> RequestFacts {
    let most = limits.requestBytes
    return RequestFacts(
      id: try optional { frame throws(FrameError) in Sensitive(try frame.text(limit: most)) },
      due: try optional { frame throws(FrameError) in try frame.day() },
      listed: try optional { frame throws(FrameError) in
        try frame.list(limit: most) { frame throws(FrameError) in
          RequestFacts.Listed(
            path: try frame.block(limit: most),
            byteCount: try frame.optional { frame throws(FrameError) in
              try frame.number(in: Int.min...Int.max)
            },
            digest: try frame.optional { frame throws(FrameError) in try frame.digest() })
        }
      })
  }
}
