internal import JSON
internal import Values

/// Reads the JSON form.
enum JSONRequest {
  static func read(_ bytes: [UInt8], _ limits: Limits) throws(RequestProblems) -> Request {
    guard isUTF8(bytes) else {
      throw RequestProblems(
        RequestProblem(
          Place(path: "/"), "the JSON form is read in UTF-8 without a byte order mark (RFC 8259 §8.1)",
          remedy: "save it as UTF-8"))
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes, limits: limits)
    } catch {
      throw RequestProblems(
        RequestProblem(error.place ?? Place(path: "/"), error.problem, remedy: error.remedy))
    }
    var (request, problems) = FieldReader<JSONForm>.read(Request.self, JSONForm(document: document), 0)
    problems.add(
      ListedFiles.problems(of: request, limits) { list, index in Place(path: ListedFiles.pointer(list, index))
      })
    // The reader names twins of known keys; whatever else the parser marked must not pass either.
    if problems.problems.isEmpty, let twin = document.duplicateKeys.first {
      problems.add(
        RequestProblem(
          Place(bytes: twin), "the key is given more than once", remedy: "keep the one that is right"))
    }
    if let problems = RequestProblems(problems) { throw problems }
    return request
  }

  /// Whether it may be UTF-8; the parser checks every byte. UTF-16 and UTF-32 show in the first bytes: a
  /// JSON text begins with an ASCII character.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    !bytes.prefix(2).contains(where: { $0 == 0 || $0 >= 0xFE }) && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}
