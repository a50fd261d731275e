internal import Values

/// What must hold of all files that a request lists, beyond each one by itself.
enum ListedFiles {
  /// - Parameter place: where the path of the record or paper of that number stands; the number is from 0.
  static func problems(
    of request: Request, _ limits: Limits, place: (_ list: StaticString, _ index: Int) -> Place
  ) -> ProblemList {
    var problems = ProblemList()
    if request.records.count > limits.recordsPerPacket {
      problems.add(
        RequestProblem(
          place("records", limits.recordsPerPacket),
          "more than \(limits.recordsPerPacket) records are listed",
          remedy: "split the request"))
    }
    // By bytes: names that differ only in their Unicode form are different files.
    var seen: Set<[UInt8]> = []
    func see(_ path: Sensitive<String>, _ list: StaticString, _ index: Int) {
      let bytes = path.reveal(.match) { Array($0.utf8) }
      guard !seen.insert(bytes).inserted, !bytes.isEmpty, !problems.isFull else { return }
      problems.add(
        RequestProblem(
          place(list, index), "a file is listed twice", remedy: "list each file once, as a record or a paper")
      )
    }
    for (index, record) in request.records.enumerated() { see(record.path, "records", index) }
    for (index, paper) in request.papers.enumerated() { see(paper.path, "papers", index) }
    return problems
  }

  static func pointer(_ list: StaticString, _ index: Int) -> PlainText {
    "/\(PlainText(stringLiteral: list))/\(index)/path"
  }
}
