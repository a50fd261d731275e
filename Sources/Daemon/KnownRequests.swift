/// What the last look read of the requests that wait: reading one costs a parse and a check by its schema, and
/// an inbox may hold thousands of packets that are not complete.
///
/// It is believed of a file that has the same inode, size and change time. That may miss a change within one
/// grain of the clock, and therefore decides nothing: what is taken is read anew.
package struct KnownRequests: Sendable {
  private struct Known: Sendable {
    let file: EntryView.File
    let listed: [EntryView.Listed]
  }
  private var known: [EntryKey: Known] = [:]
  package init() {}

  func listed(of entry: EntryView, request: [UInt8]) -> [EntryView.Listed]? {
    guard let known = known[EntryKey(source: entry.source, name: entry.name)],
      entry.files.first(where: { $0.path == request }) == known.file
    else { return nil }
    return known.listed
  }

  mutating func learn(_ entry: EntryView) {
    guard entry.requests.count == 1, let listed = entry.listed,
      let file = entry.files.first(where: { $0.path == entry.requests[0] })
    else { return }
    known[EntryKey(source: entry.source, name: entry.name)] = Known(file: file, listed: listed)
  }

  mutating func forget(_ key: EntryKey) { known[key] = nil }
}
