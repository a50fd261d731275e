internal import Requests
package import Values

/// The first question that a worker answers (DESIGN.md §5): bytes of a request to the few facts that intake
/// and claim need. What cannot be read says nothing; `decide` tells why.
package enum RequestReading {
  /// - Parameter name: the file's name as bytes.
  package static func read(_ bytes: [UInt8], name: [UInt8], limits: Limits = .standard) -> RequestFacts {
    let unread = RequestFacts(id: nil, due: nil, listed: nil)
    guard let form = RequestName(fileName: name) else { return unread }
    let request: Request
    do throws(RequestProblems) {
      request = try RequestReader.read(bytes, name: form, limits: limits)
    } catch {
      return unread
    }
    let records = request.records.map {
      RequestFacts.Listed(
        path: $0.path.reveal(.match) { Array($0.utf8) }, byteCount: $0.size, digest: $0.sha256)
    }
    let papers = request.papers.map {
      RequestFacts.Listed(
        path: $0.path.reveal(.match) { Array($0.utf8) }, byteCount: $0.size, digest: $0.sha256)
    }
    return RequestFacts(id: request.id, due: request.delivery?.due, listed: records + papers)
  }
}
