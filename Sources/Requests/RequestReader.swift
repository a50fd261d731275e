package import Values

/// Reads a request in either form.
///
/// It is all or nothing: a request of which one field cannot be read surely is none, since a rule could
/// turn on that very field.
package enum RequestReader {
  /// - Throws: all problems at once, each with its place; none holds a byte of the request.
  package static func read(
    _ bytes: [UInt8], name: RequestName, limits: Limits
  ) throws(RequestProblems) -> Request {
    guard bytes.count <= limits.requestBytes else {
      throw RequestProblems(
        RequestProblem(
          Place(path: "/"), "the request is larger than \(limits.requestBytes) bytes",
          remedy: "keep records and papers in files of their own"))
    }
    switch name {
    case .xml: return try XMLRequest.read(bytes, limits)
    case .json: return try JSONRequest.read(bytes, limits)
    }
  }
}
