internal import Host
internal import Synchronization

/// Answers `GET /metrics` over a unix socket of its own (`curl --unix-socket PATH http://localhost/metrics`), so
/// that who gathers metrics need not be who may give commands. It shows what the engine last wrote and never asks
/// it: a hung daemon still answers, with a `last_pass_time` that stands still.
///
/// Bounded: a request of 8 KiB, two seconds, one connection after the other, and nothing is read but the first
/// line.
struct MetricsServer: Sendable {
  static let requestLimit = 8192
  static let milliseconds = 2000

  let listener: LocalListener
  /// What to remove at the end; nil for a socket that the service manager opened.
  let path: FilePath?
  let page: MetricsPage
  /// Rings when it is to end.
  let bell: Bell

  func run(isStopping: @Sendable () -> Bool) {
    while !isStopping() {
      guard let connection = listener.next(unless: bell) else { continue }
      serve(connection)
    }
    guard let path else { return }
    do throws(HostError) {
      try RealHost().removeIfThere(path)
    } catch {
      return
    }
  }

  private func serve(_ connection: LocalConnection) {
    do throws(HostError) {
      let head = try connection.read(
        upTo: Array("\r\n\r\n".utf8), limit: Self.requestLimit, milliseconds: Self.milliseconds)
      try connection.write(Self.answer(head, page.text), milliseconds: Self.milliseconds)
    } catch {
      // Who goes away, or is too slow, gets no answer.
      return
    }
  }

  /// The answer to a request's head (RFC 9112); the connection ends with it.
  static func answer(_ head: [UInt8], _ text: String) -> [UInt8] {
    let line = String(decoding: head.prefix { $0 != 0x0D }, as: UTF8.self).split(separator: " ")
    guard line.count == 3, line[2].hasPrefix("HTTP/1.") else { return response("400 Bad Request", "") }
    guard line[0] == "GET" || line[0] == "HEAD" else {
      return response("405 Method Not Allowed", "", more: "Allow: GET, HEAD\r\n")
    }
    guard line[1] == "/metrics" else { return response("404 Not Found", "see /metrics\n") }
    return response("200 OK", text, isHead: line[0] == "HEAD")
  }

  private static func response(_ status: String, _ text: String, more: String = "", isHead: Bool = false)
    -> [UInt8]
  {
    let body = Array(text.utf8)
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: \(Exposition.contentType)\r\nContent-Length: \(body.count)\r\n"
      + more + "Connection: close\r\n\r\n"
    return Array(head.utf8) + (isHead ? [] : body)
  }
}

/// The metrics as the engine last wrote them.
final class MetricsPage: Sendable {
  private let held = Mutex("")
  var text: String { held.withLock { $0 } }
  func write(_ text: String) { held.withLock { $0 = text } }
}
