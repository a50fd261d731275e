import Host
import Testing
import Values

@Suite("What every host does, the real one and the simulated one alike")
struct HostSuite {
  static let kinds = HostBench.Kind.allCases

  @Test(arguments: kinds) func `a new file holds its bytes and nothing else`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.make("a", "abc")
    let status = try bench.host.status(bench.at("a"))
    #expect(status.kind == .file && status.byteCount == 3 && status.links == 1 && status.mode == 0o600)
    #expect(try bench.text("a") == "abc")
    #expect(try bench.host.list(bench.root) == [FileName(ours: "a")])
  }

  @Test(arguments: kinds) func `a name that is taken is not taken over`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.make("a", "1")
    try bench.make("b", "2")
    #expect(Self.kind { try bench.make("a", "3") } == .exists)
    #expect(Self.kind { try bench.host.makeFolder(bench.at("a"), mode: 0o700) } == .exists)
    #expect(Self.kind { try bench.host.rename(bench.at("a"), to: bench.at("b")) } == .exists)
    let copy = Self.kind {
      _ = try bench.host.claimCopy(bench.at("a"), to: bench.at("b"), limit: 9, mode: 0o600)
    }
    #expect(copy == .exists)
    #expect(try bench.text("a") == "1")
    #expect(try bench.text("b") == "2")
  }

  @Test(arguments: kinds) func `what is not there is missing`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    let gone = bench.at("gone")
    #expect(Self.kind { _ = try bench.host.list(gone) } == .missing)
    #expect(Self.kind { _ = try bench.host.status(gone) } == .missing)
    #expect(Self.kind { _ = try bench.host.open(gone) } == .missing)
    #expect(Self.kind { _ = try bench.host.read(gone, limit: 9) } == .missing)
    #expect(Self.kind { try bench.host.removeFile(gone) } == .missing)
    #expect(Self.kind { try bench.host.rename(gone, to: bench.at("b")) } == .missing)
    #expect(Self.kind { try bench.host.sync(gone) } == .missing)
    #expect(Self.kind { try bench.make("gone/a", "1") } == .missing)
    #expect(Self.kind { try bench.host.makeFolder(bench.at("gone/b"), mode: 0o700) } == .missing)
    let copy = Self.kind { _ = try bench.host.claimCopy(gone, to: bench.at("b"), limit: 9, mode: 0o600) }
    #expect(copy == .missing)
    #expect(try bench.host.list(bench.root).isEmpty)
    #expect(try bench.host.statusIfThere(gone) == nil)
    #expect(try !bench.host.renameIfThere(gone, to: bench.at("b")))
    try bench.host.removeTree(gone)
    try bench.host.removeIfThere(gone)
  }

  @Test(arguments: kinds) func `a file is no folder, and a folder no file`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.make("file", "x")
    try bench.host.makeFolder(bench.at("folder"), mode: 0o700)
    #expect(Self.kind { _ = try bench.host.list(bench.at("file")) } == .unsafe)
    #expect(Self.kind { try bench.host.sync(bench.at("file")) } == .unsafe)
    #expect(Self.kind { _ = try bench.host.status(bench.at("file/a")) } == .unsafe)
    #expect(Self.kind { try bench.make("file/a", "1") } == .unsafe)
    #expect(Self.kind { _ = try bench.host.open(bench.at("folder")) } == .unsafe)
    #expect(Self.kind { _ = try bench.host.read(bench.at("folder"), limit: 9) } == .unsafe)
    #expect(Self.kind { try bench.host.removeFile(bench.at("folder")) } == .unsafe)
  }

  @Test(arguments: kinds) func `links are shown and never followed`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.host.makeFolder(bench.at("folder"), mode: 0o700)
    try bench.make("folder/secret", "x")
    bench.addSymbolicLink("link", to: "folder/secret")
    bench.addSymbolicLink("alias", to: "folder")
    #expect(try bench.host.status(bench.at("link")).kind == .link)
    for path in ["link", "alias"] {
      #expect(Self.kind { _ = try bench.host.open(bench.at(path)) } == .unsafe)
      #expect(Self.kind { _ = try bench.host.read(bench.at(path), limit: 9) } == .unsafe)
      let copy = Self.kind {
        _ = try bench.host.claimCopy(bench.at(path), to: bench.at("copy"), limit: 9, mode: 0o600)
      }
      #expect(copy == .unsafe)
    }
    #expect(Self.kind { _ = try bench.host.list(bench.at("alias")) } == .unsafe)
    #expect(Self.kind { _ = try bench.host.status(bench.at("alias/secret")) } == .unsafe)
    try bench.host.removeFile(bench.at("link"))
    try bench.host.removeTree(bench.at("alias"))
    #expect(try bench.text("folder/secret") == "x")
  }

  @Test(arguments: kinds) func `a file with two names is not copied or opened`(_ kind: HostBench.Kind) throws
  {
    let bench = try HostBench(kind)
    try bench.make("one", "x")
    bench.addHardLink("two", to: "one")
    #expect(try bench.host.status(bench.at("one")).links == 2)
    #expect(Self.kind { _ = try bench.host.open(bench.at("two")) } == .unsafe)
    let copy = Self.kind {
      _ = try bench.host.claimCopy(bench.at("two"), to: bench.at("copy"), limit: 9, mode: 0o600)
    }
    #expect(copy == .unsafe)
    #expect(try !bench.host.exists(bench.at("copy")))
    #expect(try bench.text("two") == "x")
  }

  @Test(arguments: kinds) func `a file that lost its other name is a plain one`(_ kind: HostBench.Kind) throws
  {
    let bench = try HostBench(kind)
    try bench.make("one", "x")
    bench.addHardLink("two", to: "one")
    try bench.host.removeFile(bench.at("two"))
    #expect(try bench.host.status(bench.at("one")).links == 1)
  }

  @Test(arguments: kinds) func `a copy tells digest, size and which file it is of`(_ kind: HostBench.Kind)
    throws
  {
    let bench = try HostBench(kind)
    try bench.make("a", "abc")
    let status = try bench.host.status(bench.at("a"))
    let copy = try bench.host.claimCopy(bench.at("a"), to: bench.at("b"), limit: 3, mode: 0o640)
    #expect(copy.digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(copy.byteCount == 3 && copy.inode == status.inode && copy.changed == status.changed)
    #expect(try bench.host.status(bench.at("b")).mode == 0o640)
    #expect(try bench.text("b") == "abc")
  }

  @Test(arguments: kinds) func `what is larger than the limit is left alone`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.make("a", "abcd")
    #expect(Self.kind { _ = try bench.host.read(bench.at("a"), limit: 3) } == .unsafe)
    let copy = Self.kind {
      _ = try bench.host.claimCopy(bench.at("a"), to: bench.at("b"), limit: 3, mode: 0o600)
    }
    #expect(copy == .unsafe)
    #expect(try !bench.host.exists(bench.at("b")))
  }

  @Test(arguments: kinds) func `a file is read by ranges`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.make("a", "abcdef")
    let source = try bench.host.open(bench.at("a"))
    var sink = MemorySink()
    try source.copy(2..<4, to: &sink)
    #expect(source.byteCount == 6)
    #expect(sink.bytes == Array("cd".utf8))
  }

  @Test(arguments: kinds) func `a rename keeps the file and changes its change time`(_ kind: HostBench.Kind)
    throws
  {
    let bench = try HostBench(kind)
    try bench.host.makeFolder(bench.at("folder"), mode: 0o700)
    try bench.make("a", "x")
    let before = try bench.host.status(bench.at("a"))
    try Self.untilTheClockMoves(bench)
    try bench.host.rename(bench.at("a"), to: bench.at("folder/b"))
    let after = try bench.host.status(bench.at("folder/b"))
    #expect(after.inode == before.inode && after.changed != before.changed)
    #expect(try !bench.host.exists(bench.at("a")))
  }

  @Test(arguments: kinds) func `a folder's rename leaves what is in it as it was`(_ kind: HostBench.Kind)
    throws
  {
    let bench = try HostBench(kind)
    try bench.host.makeFolder(bench.at("a"), mode: 0o700)
    try bench.make("a/file", "x")
    let before = try bench.host.status(bench.at("a/file"))
    try Self.untilTheClockMoves(bench)
    try bench.host.rename(bench.at("a"), to: bench.at("b"))
    #expect(try bench.host.status(bench.at("b/file")) == before)
  }

  @Test(arguments: kinds) func `writing in place changes the change time and not the file`(
    _ kind: HostBench.Kind
  ) throws {
    let bench = try HostBench(kind)
    try bench.make("a", "one")
    let before = try bench.host.status(bench.at("a"))
    try Self.untilTheClockMoves(bench)
    try bench.overwrite("a", "two")
    let after = try bench.host.status(bench.at("a"))
    #expect(after.inode == before.inode && after.changed != before.changed && after.byteCount == 3)
  }

  @Test(arguments: kinds) func `a tree goes with all that is in it`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    try bench.host.makeFolder(bench.at("tree"), mode: 0o700)
    try bench.host.makeFolder(bench.at("tree/inner"), mode: 0o700)
    try bench.make("tree/inner/file", "x")
    try bench.make("kept", "x")
    bench.addSymbolicLink("tree/link", to: "../kept")
    try bench.host.removeTree(bench.at("tree"))
    #expect(try bench.host.list(bench.root) == [FileName(ours: "kept")])
    try bench.host.removeTree(bench.at("kept"))
    #expect(try bench.host.list(bench.root).isEmpty)
  }

  @Test(arguments: kinds) func `a durable write replaces the old file and leaves no other name`(
    _ kind: HostBench.Kind
  ) throws {
    let bench = try HostBench(kind)
    try bench.host.writeDurably(bench.at("a"), Array("1".utf8))
    try bench.host.writeDurably(bench.at("a"), Array("2".utf8))
    #expect(try bench.text("a") == "2")
    #expect(try bench.host.list(bench.root).count == 1)
  }

  @Test(arguments: kinds) func `names are bytes, and twins are two`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    let names = try [[0x66, 0xFF, 0x0A], [0x63, 0xC3, 0xA9], [0x63, 0x65, 0xCC, 0x81]].map {
      try #require(FileName($0))
    }
    for name in names { try bench.host.create(bench.root.appending(name), [1], mode: 0o600) }
    #expect(try bench.host.list(bench.root).sorted() == names.sorted())
  }

  @Test(arguments: kinds) func `there is room, and the clocks go forward`(_ kind: HostBench.Kind) throws {
    let bench = try HostBench(kind)
    #expect(try bench.host.freeBytes(bench.root) > 0)
    #expect(bench.host.ticks() > 0 && bench.host.now() > Instant(milliseconds: 1_700_000_000_000))
  }

  private static func kind(_ body: () throws -> Void) -> HostError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? HostError)?.kind
    }
  }

  /// A kernel's change times have a grain of some milliseconds.
  private static func untilTheClockMoves(_ bench: HostBench) throws {
    guard bench.host is RealHost else { return }
    try bench.make("probe", "x")
    let start = try bench.host.status(bench.at("probe")).changed
    var now = start
    while now == start {
      try bench.host.removeFile(bench.at("probe"))
      try bench.make("probe", "x")
      now = try bench.host.status(bench.at("probe")).changed
    }
    try bench.host.removeFile(bench.at("probe"))
  }
}
