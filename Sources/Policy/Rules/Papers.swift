internal import Requests
internal import Values

extension Case {
  /// Whether a paper lies in the packet: the request names it with its digest, the packet's list has the same
  /// digest at that name, and a paper of the packet has it. Without the list's digest another file's could
  /// stand for it.
  func holds(_ document: Sensitive<String>?, _ digest: Digest?, as kinds: Set<Paper.Kind>) -> Bool {
    guard let document, let digest, papers.contains(digest) else { return false }
    let listed = request.papers.filter { $0.path == document }
    return !listed.isEmpty
      && listed.allSatisfy { $0.sha256 == digest && ($0.kind.map { kinds.contains($0) } ?? true) }
  }

  /// Whether a paper that is named by its path alone lies in the packet: the packet's list gives its digest.
  func holds(_ document: Sensitive<String>) -> Bool {
    request.papers.contains { paper in
      paper.path == document && paper.sha256.map { papers.contains($0) } ?? false
    }
  }

  func holds(_ evidence: Evidence) -> Bool {
    holds(evidence.document, evidence.digest, as: [.evidence, .other])
  }
}
