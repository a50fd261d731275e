import Host
import Values

/// The real host, and who asked it to list and to look.
struct CountingHost: Host {
  let host = RealHost()
  let count: @Sendable (String, FilePath) -> Void

  init(_ count: @escaping @Sendable (String, FilePath) -> Void) { self.count = count }

  func list(_ folder: FilePath) throws(HostError) -> [FileName] {
    count("list", folder)
    return try host.list(folder)
  }
  func status(_ path: FilePath) throws(HostError) -> FileStatus {
    count("status", path)
    return try host.status(path)
  }
  func open(_ path: FilePath) throws(HostError) -> any ByteSource { try host.open(path) }
  func read(_ path: FilePath, limit: Int) throws(HostError) -> [UInt8] { try host.read(path, limit: limit) }
  func claimCopy(_ path: FilePath, to copy: FilePath, limit: Int, mode: UInt32) throws(HostError)
    -> CopiedFile
  {
    try host.claimCopy(path, to: copy, limit: limit, mode: mode)
  }
  func create(_ path: FilePath, _ bytes: [UInt8], mode: UInt32) throws(HostError) {
    try host.create(path, bytes, mode: mode)
  }
  func makeFolder(_ path: FilePath, mode: UInt32) throws(HostError) {
    try host.makeFolder(path, mode: mode)
  }
  func rename(_ from: FilePath, to: FilePath) throws(HostError) { try host.rename(from, to: to) }
  func removeFile(_ path: FilePath) throws(HostError) { try host.removeFile(path) }
  func removeTree(_ path: FilePath) throws(HostError) { try host.removeTree(path) }
  func sync(_ folder: FilePath) throws(HostError) { try host.sync(folder) }
  func freeBytes(_ folder: FilePath) throws(HostError) -> Int { try host.freeBytes(folder) }
  func now() -> Instant { host.now() }
  func ticks() -> Int64 { host.ticks() }
}
