import Dispatch
import Foundation
import Glibc
import Host
import Synchronization
import Testing
import Values

struct RealHostTests {
  @Test func `a link is seen as one and never followed`() throws {
    let scratch = try Scratch()
    try scratch.write("secret", "x")
    unsafe symlink(scratch.path + "/secret", scratch.path + "/link")
    #expect(try scratch.host.status(scratch.at("link")).kind == .link)
    let read = #expect(throws: HostError.self) { try scratch.host.read(scratch.at("link"), limit: 10) }
    #expect(read?.kind == .unsafe)
    let copy = #expect(throws: HostError.self) {
      try scratch.host.claimCopy(scratch.at("link"), to: scratch.at("copy"), limit: 10, mode: 0o600)
    }
    #expect(copy?.kind == .unsafe)
  }

  @Test func `no folder on the way may be a link`() throws {
    let scratch = try Scratch()
    try scratch.host.makeFolder(scratch.at("real"), mode: 0o700)
    try scratch.write("real/file", "x")
    unsafe symlink("real", scratch.path + "/alias")
    #expect(throws: HostError.self) { try scratch.host.read(scratch.at("alias/file"), limit: 10) }
  }

  @Test func `a pipe, a hard link and a folder are no files to copy`() throws {
    let scratch = try Scratch()
    unsafe mkfifo(scratch.path + "/pipe", 0o600)
    try scratch.write("one", "x")
    unsafe link(scratch.path + "/one", scratch.path + "/two")
    try scratch.host.makeFolder(scratch.at("folder"), mode: 0o700)
    for name in ["pipe", "two", "folder"] {
      let error = #expect(throws: HostError.self) {
        try scratch.host.claimCopy(scratch.at(name), to: scratch.at("copy"), limit: 10, mode: 0o600)
      }
      #expect(error?.kind == .unsafe)
      #expect(try !scratch.host.exists(scratch.at("copy")))
    }
  }

  @Test func `a rename never replaces what is there`() throws {
    let scratch = try Scratch()
    try scratch.write("a", "1")
    try scratch.write("b", "2")
    let error = #expect(throws: HostError.self) {
      try scratch.host.rename(scratch.at("a"), to: scratch.at("b"))
    }
    #expect(error?.kind == .exists)
    #expect(try scratch.text("b") == "2")
  }

  @Test func `removing a tree removes links and not what they point to`() throws {
    let scratch = try Scratch()
    try scratch.write("kept", "x")
    try scratch.host.makeFolder(scratch.at("tree"), mode: 0o700)
    try scratch.host.makeFolder(scratch.at("tree/inner"), mode: 0o700)
    try scratch.write("tree/inner/file", "x")
    unsafe symlink(scratch.path + "/kept", scratch.path + "/tree/inner/link")
    try scratch.host.removeTree(scratch.at("tree"))
    try scratch.host.removeTree(scratch.at("tree"))
    #expect(try scratch.host.list(scratch.root) == [FileName(ours: "kept")])
  }

  @Test func `a copy tells the digest, and its mode is the one asked for`() throws {
    let scratch = try Scratch()
    try scratch.write("a", "abc")
    let copy = try scratch.host.claimCopy(scratch.at("a"), to: scratch.at("b"), limit: 10, mode: 0o640)
    #expect(copy.digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(copy.byteCount == 3)
    #expect(try scratch.host.status(scratch.at("b")).mode == 0o640)
  }

  @Test func `a file that grows while it is copied leaves no copy`() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/growing"
    try Data(repeating: 7, count: 32 << 20).write(to: URL(fileURLWithPath: path))
    let (source, copy) = (scratch.at("growing"), scratch.at("copy"))
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_APPEND)
    let (stop, writer) = (Stop(), DispatchGroup())
    DispatchQueue.global().async(group: writer) {
      while !stop.isSet { _ = unsafe Glibc.write(descriptor, "x", 1) }
    }
    while try scratch.host.status(source).byteCount == 32 << 20 {}
    let error = #expect(throws: HostError.self) {
      try scratch.host.claimCopy(source, to: copy, limit: 1 << 30, mode: 0o600)
    }
    stop.set()
    writer.wait()
    close(descriptor)
    #expect(error?.kind == .unsafe)
    #expect(try !scratch.host.exists(copy))
  }

  @Test func `a file larger than the limit is not read`() throws {
    let scratch = try Scratch()
    try scratch.write("a", "abcd")
    #expect(throws: HostError.self) { try scratch.host.read(scratch.at("a"), limit: 3) }
    #expect(try scratch.host.read(scratch.at("a"), limit: 4).count == 4)
  }

  @Test func `a folder gets its mode whatever the umask`() throws {
    let scratch = try Scratch()
    let old = umask(0o077)
    defer { umask(old) }
    try scratch.host.makeFolder(scratch.at("open"), mode: 0o750)
    #expect(try scratch.host.status(scratch.at("open")).mode == 0o750)
  }

  @Test(arguments: ["", ".", "..", "a/b", "a\0b", String(repeating: "n", count: 256)])
  func `what is no name makes no path`(_ name: String) {
    #expect(FileName(Array(name.utf8)) == nil)
  }

  @Test func `names that are not text come back as they are`() throws {
    let scratch = try Scratch()
    let name = try #require(FileName([0x66, 0xFF, 0x0A]))
    try scratch.host.create(scratch.root.appending(name), [1], mode: 0o600)
    #expect(try scratch.host.list(scratch.root) == [name])
  }
}

private final class Stop: Sendable {
  private let flag = Atomic(false)
  var isSet: Bool { flag.load(ordering: .acquiring) }
  func set() { flag.store(true, ordering: .releasing) }
}
