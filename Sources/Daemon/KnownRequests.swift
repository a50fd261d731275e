internal import Values

/// What the last look read of the requests that wait: reading one costs a parse and a check by its schema, and
/// an inbox may hold thousands of packets that are not complete.
///
/// Memory does not grow with what waits: beyond a number of listed files nothing more is learnt, and what is not
/// known is read at each of its looks, which are few.
///
/// It is believed of a file that has the same inode, size and change time. That may miss a change within one
/// grain of the clock, and therefore decides nothing: what is taken is read anew.
package struct KnownRequests: Sendable {
  private struct Known: Sendable {
    let file: EntryView.File
    let listed: [EntryView.Listed]
    let due: Day?
  }
  private var known: [EntryKey: Known] = [:]
  private var fileCount = 0
  private let mostFiles: Int

  /// - Parameter mostFiles: listed files that are kept, of all requests together.
  package init(mostFiles: Int = 20_000) { self.mostFiles = mostFiles }

  func facts(of entry: EntryView, request: [UInt8]) -> (listed: [EntryView.Listed], due: Day?)? {
    guard let known = known[EntryKey(source: entry.source, name: entry.name)],
      entry.files.first(where: { $0.path == request }) == known.file
    else { return nil }
    return (known.listed, known.due)
  }

  mutating func learn(_ entry: EntryView) {
    guard entry.requests.count == 1, let listed = entry.listed,
      let file = entry.files.first(where: { $0.path == entry.requests[0] })
    else { return }
    let key = EntryKey(source: entry.source, name: entry.name)
    forget(key)
    guard fileCount + listed.count <= mostFiles else { return }
    fileCount += listed.count
    known[key] = Known(file: file, listed: listed, due: entry.due)
  }

  mutating func forget(_ key: EntryKey) {
    guard let old = known.removeValue(forKey: key) else { return }
    fileCount -= old.listed.count
  }
}
