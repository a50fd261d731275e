internal import Values

/// What producers, transfer jobs and people do to the disk: other processes, which no fault of ours touches.
extension SimulatedDisk {
  /// Makes folders and a file at a path; over a file that is there, it is written in place.
  package mutating func put(_ path: FilePath, _ bytes: [UInt8], kind: FileKind = .file) {
    var folder = FilePath(path.root)
    for name in path.names.dropLast() {
      let next = folder.appending(name)
      if node(next) == nil, let parent = node(folder) {
        link(newNode(.folder, mode: 0o755), in: parent, as: name)
      }
      folder = next
    }
    if let old = node(path) { return replace(bytes, of: old) }
    guard let name = path.names.last, let parent = node(folder) else { return }
    let made = newNode(kind, mode: 0o644)
    if kind == .file { append(bytes, to: made) }
    link(made, in: parent, as: name)
  }

  package mutating func makeFolder(_ path: FilePath) {
    guard node(path) == nil, let name = path.names.last, let parent = node(path.parent) else { return }
    link(newNode(.folder, mode: 0o755), in: parent, as: name)
  }

  /// Gives a file another name; it then has two links.
  package mutating func addLink(to path: FilePath, at other: FilePath) {
    guard let node = node(path), let name = other.names.last, let parent = self.node(other.parent) else {
      return
    }
    setLinks(self[node].links + 1, of: node)
    link(node, in: parent, as: name)
  }

  /// Takes a file, or a folder with all in it, away.
  package mutating func take(_ path: FilePath) {
    guard let name = path.names.last, let parent = node(path.parent) else { return }
    unlink(name, in: parent)
  }

  package mutating func move(_ from: FilePath, to: FilePath) {
    guard let old = from.names.last, let new = to.names.last, let source = node(from.parent),
      let target = node(to.parent)
    else { return }
    rename(old, in: source, to: target, as: new)
  }

  /// Syncs a file, or a folder and all below it.
  package mutating func sync(_ path: FilePath) {
    guard let top = node(path) else { return }
    var open = [top]
    while let next = open.popLast() {
      switch self[next].kind {
      case .folder:
        syncFolder(next)
        open += self[next].entries.all.map(\.node)
      case .file: syncFile(next)
      case .link, .other: continue
      }
    }
  }

  /// Names in a folder, in order; none when it is no folder.
  package func names(in folder: FilePath) -> [FileName] {
    node(folder).map { self[$0].entries.all.map(\.name) } ?? []
  }

  package func kind(_ path: FilePath) -> FileKind? { node(path).map { self[$0].kind } }

  /// A file's bytes; nil when there is no file.
  package func bytes(_ path: FilePath) -> [UInt8]? {
    guard let node = node(path), self[node].kind == .file else { return nil }
    return self[node].bytes
  }

  /// Everything below a folder that is no folder: path within it, bytes.
  package func files(below folder: FilePath) -> [(path: [FileName], bytes: [UInt8])] {
    guard let top = node(folder) else { return [] }
    var found: [(path: [FileName], bytes: [UInt8])] = []
    var open: [(node: Int, names: [FileName])] = [(top, [])]
    while let next = open.popLast() {
      for (name, child) in self[next.node].entries.all {
        if self[child].kind == .folder {
          open.append((child, next.names + [name]))
        } else {
          found.append((next.names + [name], self[child].bytes))
        }
      }
    }
    return found
  }
}
