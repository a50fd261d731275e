internal import ArgumentParser
internal import Bundles
internal import Configuration
internal import Daemon
internal import Hashing
internal import Host
internal import Ledger
internal import Policy
internal import Values

/// `chartgate withheld`: the redaction report of a release, and the later question what was in it.
struct WithheldCommand: Verb {
  static let words = "withheld"
  static let configuration = CommandConfiguration(
    commandName: "withheld",
    abstract: "Shows what stayed behind of a release and where, and answers whether something was among it.",
    discussion: """
      Example:  chartgate withheld d00000002-1 --house /srv/chartgate
                chartgate withheld d00000002-1 --ask
      With --ask each line of standard input is a question: a name, a drug, a number. The answer is yes when the \
      words stood in a record in that order and do not stand so in what left of it. It comes from digests under \
      the packet's own key, which is made from the house's: nobody outside can ask. Nothing of the question is \
      kept or printed.
      """)

  @Argument(help: "The disclosure's id, as status and the outbox show it.") var disclosure: String
  @Flag(help: "Read questions from standard input, one a line.") var ask = false
  @OptionGroup var house: HouseOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    guard DisclosureName.isOne(disclosure) else {
      throw Failure(.usage, "a disclosure's id is like d00000002-1")
    }
    let host = RealHost()
    let working = try WorkingHouse(try house.read(try house.enter(asRoot: .allowed), host))
    let read = try report(working, host)
    guard ask else { return WithheldAnswer.of(read.report, disclosure: disclosure) }
    guard let version = read.report.version else {
      throw Failure(.failed, "this release keeps no digests: it was made before the house had a key")
    }
    guard version == RemovedText.version else {
      throw Failure(.failed, "its digests are of another version of Chartgate; ask with that one")
    }
    guard let key = try HouseKeyFile(working.folders, host).read() else {
      throw Failure(.configuration, "there is no house.key; put the one back under which this was released")
    }
    var answers: [WithheldAnswer.Reply] = []
    let own = key.packetKey(read.packet)
    guard read.report.keyCheck == nil || read.report.keyCheck == own.check else {
      throw Failure(
        .configuration, "house.key is not the one under which this was released; put that one back")
    }
    while let line = readLine() {
      answers.append(WithheldAnswer.Reply(own.digests(of: RemovedText.asked(line)), read.report))
    }
    return WithheldAnswer.of(answers, disclosure: disclosure)
  }

  private func report(_ working: WorkingHouse, _ host: any Host) throws(Failure) -> RedactionReport.Read {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try host.read(working.folders.inner(disclosure), limit: 1 << 30)
    } catch  where error.kind == .missing {
      throw Failure(.failed, "the house has no release of that id; see: chartgate status")
    } catch {
      throw Failure("the inner manifest could not be read", error)
    }
    try requireUnchanged(bytes, working, host)
    do throws(PacketError) {
      return try RedactionReport.read(bytes, limits: working.house.settings.limits)
    } catch {
      throw Failure(.failed, error.description)
    }
  }

  /// The ledger knows the digest of the manifest as it was written at the release.
  private func requireUnchanged(
    _ manifest: [UInt8], _ working: WorkingHouse, _ host: any Host
  ) throws(Failure) {
    let written: Digest?
    do throws(LedgerError) {
      let packet = DisclosureID(disclosure)?.packet
      let ledger = try LedgerFile.reading(working.house, host)
      written = try packet.flatMap { packet throws(LedgerError) in
        try ledger?.releases(of: packet).first { $0.disclosure.description == disclosure }?.inner
      }
    } catch {
      throw Failure(error)
    }
    guard written == nil || written == .sha256(manifest) else {
      throw Failure(
        .failed,
        "the inner manifest is not the one that was written at the release: somebody changed it; put it "
          + "back from a backup, and find out who")
    }
  }
}

/// A disclosure's id as typed.
private enum DisclosureName {
  /// `d`, digits, `-`, digits: it becomes a file's name.
  static func isOne(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return text.utf8.first == UInt8(ascii: "d") && parts.count == 2
      && parts.allSatisfy { part in
        (1...18).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
