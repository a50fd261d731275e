internal import Values
internal import XML

/// Reads the XML form: our own look tells pointer and words, libxml2's with the schema stands behind it.
enum XMLRequest {
  static func read(_ bytes: [UInt8], _ limits: Limits) throws(RequestProblems) -> Request {
    let request: Request
    var problems = ProblemList()
    do throws(XMLError) {
      let document = try XMLDocument(parsing: bytes, limits: limits)
      guard isUnicode(document, bytes) else { throw XMLError(.encoding, line: 1) }
      let root = document.root
      if let root, root.isElement("request"), root.namespace == XMLForm.namespace {
        request = try read(root, limits, &problems)
      } else {
        request = .blank
        problems.add(
          RequestProblem(
            Place(path: "/", line: root?.line),
            "the outermost element is not the request of urn:chartgate:request:1",
            remedy: "begin with <request xmlns=\"urn:chartgate:request:1\">"))
      }
    } catch {
      throw RequestProblems(problem(of: error))
    }
    if let problems = RequestProblems(problems) { throw problems }
    return request
  }

  private static func read(
    _ root: XMLNode, _ limits: Limits, _ problems: inout ProblemList
  ) throws(XMLError) -> Request {
    let (request, found) = FieldReader<XMLForm>.read(Request.self, XMLForm(), root)
    problems.add(found)
    problems.add(
      ListedFiles.problems(of: request, limits) { list, index in
        let listed = root.elements(list).dropFirst(index).first
        return Place(path: ListedFiles.pointer(list, index), line: (listed?.first("path") ?? listed)?.line)
      })
    let told = Set(problems.problems.compactMap(\.place.line))
    for violation in try SchemaCheck.problems(in: root.document) {
      guard let line = violation.place.line, !told.contains(line) else { continue }
      problems.add(violation)
    }
    problems.sortByLine()
    return request
  }

  /// Whether it is UTF-8 or UTF-16, and calls itself by the right one of these if by any.
  private static func isUnicode(_ document: XMLDocument, _ bytes: [UInt8]) -> Bool {
    let isWide =
      bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.prefix(2).contains(0)
    guard let name = document.declaredEncoding?.lowercased() else { return true }
    return isWide ? name.hasPrefix("utf-16") : name == "utf-8"
  }

  private static func problem(of error: XMLError) -> RequestProblem {
    let place = Place(path: "/", line: error.line)
    return switch error.problem {
    // libxml2's unknown, unsupported and wrong encoding.
    case .encoding, .syntax(31), .syntax(32), .syntax(81):
      RequestProblem(place, "a request is read in UTF-8 or UTF-16 only", remedy: "save it as UTF-8")
    case .syntax: RequestProblem(place, error.words, remedy: "mend the XML at this line or right before it")
    case .doctype: RequestProblem(place, error.words, remedy: "take the DOCTYPE out; a request needs none")
    case .attributes, .depth, .nodes, .size:
      RequestProblem(place, error.words, remedy: "write the request as its schema, request-1.xsd, has it")
    case .memory: RequestProblem(place, error.words, remedy: "raise the memory budget of the worker")
    }
  }
}
