private import Glibc
package import Values

/// A folder that a process was handed: the files right in it may be read, by name.
package struct HandedFolder: Sendable {
  let descriptor: Descriptor

  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// Opens a folder, to hand it on.
  package static func open(_ path: FilePath) throws(HostError) -> Descriptor {
    try Descriptor.open(path, O_RDONLY | O_DIRECTORY, "open a folder")
  }

  /// A file of the folder, opened whenever it is read: a packet of five thousand files does not hold five
  /// thousand descriptors.
  package func source(_ name: FileName, byteCount: Int) -> any ByteSource {
    HandedSource(folder: descriptor, name: name, byteCount: byteCount)
  }
}

private struct HandedSource: ByteSource {
  let folder: Descriptor
  let name: FileName
  let byteCount: Int

  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    let file: FileSource
    do throws(HostError) {
      let descriptor = Descriptor(
        try SystemCalls.retrying("open a file") {
          unsafe openat(
            folder.number, name.bytes.map { CChar(bitPattern: $0) } + [0],
            O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        })
      let status = try descriptor.status("open a file")
      guard status.kind == .file else { throw HostError("open a file", code: 0, kind: .unsafe) }
      file = FileSource(descriptor: descriptor, byteCount: status.byteCount)
    } catch {
      throw PacketError(
        "house.io", .retry, "a file of the packet could not be opened: error \(error.code)",
        remedy: "look at the volume; it is tried again by itself")
    }
    guard file.byteCount == byteCount, range.lowerBound >= 0, range.upperBound <= byteCount else {
      throw PacketError(
        "tech.integrity", .hold, at: Place(bytes: range), "a file of the packet is not as long as it was",
        remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
    }
    try file.copy(range, to: &sink)
  }
}

/// New files of a folder that are handed to another process to be written, and looked at once it has ended.
package struct HandedFiles: Sendable {
  package let names: [FileName]
  package let descriptors: [Descriptor]
  private let path: FilePath
  private let folder: Descriptor

  /// Makes the folder and empty files in it, readable and writable for their owner alone.
  package init(making folder: FilePath, _ names: [FileName]) throws(HostError) {
    try RealHost().makeFolder(folder, mode: 0o700)
    self.folder = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY, "open a folder")
    path = folder
    var descriptors: [Descriptor] = []
    for name in names {
      descriptors.append(
        try Descriptor.open(
          folder.appending(name), O_RDWR | O_CREAT | O_EXCL, mode: 0o600, "make a file"))
    }
    (self.names, self.descriptors) = (names, descriptors)
  }

  /// How long a file has become.
  package func byteCount(_ index: Int) throws(HostError) -> Int {
    try descriptors[index].status("look at a file").byteCount
  }

  /// The bytes of a file, to be read again.
  package func source(_ index: Int) throws(HostError) -> any ByteSource {
    FileSource(descriptor: descriptors[index], byteCount: try byteCount(index))
  }

  /// Makes the bytes of a file durable.
  package func sync(_ index: Int) throws(HostError) { try descriptors[index].sync() }

  /// Removes the files and their folder; another folder that has come to its name meanwhile is left alone.
  package func remove() throws(HostError) {
    for name in names {
      do throws(HostError) {
        _ = try SystemCalls.retrying("remove") {
          unsafe unlinkat(folder.number, name.bytes.map { CChar(bitPattern: $0) } + [0], 0)
        }
      } catch  where error.kind == .missing {
        continue
      }
    }
    guard let there = try RealHost().statusIfThere(path),
      there.inode == (try folder.status("look at a folder").inode)
    else { return }
    try RealHost().removeTree(path)
  }
}

/// A file that a process was handed to be written once, from its beginning, and to be read again.
package struct HandedSink: PatchedSink, Sendable {
  private let descriptor: Descriptor
  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  package func write(_ bytes: Span<UInt8>) throws(PacketError) {
    do throws(HostError) { try descriptor.write(bytes) } catch { throw Self.failure(error) }
  }

  package func write(_ bytes: [UInt8]) throws(PacketError) { try write(bytes.span) }

  package func patch(_ bytes: [UInt8], at offset: Int) throws(PacketError) {
    do throws(HostError) { try descriptor.write(bytes.span, at: offset) } catch { throw Self.failure(error) }
  }

  /// What was written.
  package func written() throws(PacketError) -> any ByteSource {
    do throws(HostError) {
      return FileSource(
        descriptor: descriptor, byteCount: try descriptor.status("look at a file").byteCount)
    } catch { throw Self.failure(error) }
  }

  private static func failure(_ error: HostError) -> PacketError {
    PacketError(
      "house.io", .retry, "a file of the release could not be written: error \(error.code)",
      remedy: "look at the volume; it is tried again by itself")
  }
}
