internal import Configuration
internal import Daemon
internal import Hashing
internal import Host
internal import Ledger
internal import Policy
internal import Requests
internal import Stages
internal import Values
internal import Worker

/// A house at work: what the configuration says, as the daemon takes it. The one place where the two meet.
struct WorkingHouse {
  let house: Configuration.House
  let folders: WorkingFolders
  let ledgerPath: String

  /// - Throws: with 78 where a folder is no path; the check has said so already.
  init(_ house: Configuration.House) throws(Failure) {
    let folder = HouseFolder(house.root.path)
    guard let folders = WorkingFolders(folder, house.settings), let ledger = folder.ledger(house.settings)
    else { throw Failure(.configuration, "a folder of chartgate.yaml is no path; run: chartgate check") }
    self.house = house
    self.folders = folders
    ledgerPath = HousePath.text(ledger)
  }

  /// The house's own ledger, made if it is not there.
  func ledger() throws(Failure) -> any Ledger {
    do throws(HostError) {
      try ThisProcess.prepareForWork()
    } catch {
      throw Failure(
        .configuration,
        "this process may open fewer than \(ThisProcess.leastDescriptors) files; raise LimitNOFILE= of the unit, or "
          + "ulimit -n")
    }
    do throws(LedgerError) {
      return try GRDBLedger(path: ledgerPath)
    } catch {
      throw Failure(error)
    }
  }

  /// An engine over a ledger, whose questions of a packet are answered behind the wall. The tree's lock is the
  /// caller's to hold.
  ///
  /// - Parameter key: the house's; an engine that begins no attempt needs none.
  func engine(
    _ ledger: any Ledger, _ host: any Host, key: HouseKey? = nil, times: StageTimes? = nil,
    tell: @escaping @Sendable (Event) -> Void
  ) throws(Failure) -> Engine {
    var parts = Engine.Parts(
      host: host, ledger: ledger, folders: folders, house: try walled(times: times),
      tell: tell)
    if let key { parts.packetKey = { key.packetKey($0.value) } }
    parts.settings = self.settings
    return Engine(parts)
  }

  /// What the configuration says of how the engine works; a reload may change it.
  var settings: Engine.Settings {
    let settings = house.settings
    var brain = Brain(slots: settings.workers)
    (brain.poisonAfter, brain.keep) = (settings.poisonAfter, settings.keep)
    brain.attemptLimit = settings.attemptLimit * 1_000_000
    brain.backpressure.freeFloor = settings.freeFloor
    brain.backpressure.bundlesPerChannel = settings.bundlesPerChannel
    return Engine.Settings(
      sources: folders.sources, outboxMounts: folders.outboxMounts, brain: brain, limits: settings.limits,
      stuckAfter: settings.stuckAfter * 1_000_000)
  }

  /// What a running daemon cannot change: where it works, and how it shows itself.
  ///
  /// - Throws: with 78, so that a reload is refused and says so.
  func requireSamePlaces(as old: WorkingHouse) throws(Failure) {
    let (new, was) = (house.settings, old.house.settings)
    var changed: [String] = []
    if new.folders != was.folders { changed.append("folders") }
    if new.poll != was.poll { changed.append("poll") }
    if new.metrics != was.metrics { changed.append("metrics") }
    guard changed.isEmpty else {
      throw Failure(
        .configuration,
        "\(changed.joined(separator: ", ")) of chartgate.yaml changed, which takes a restart of the daemon")
    }
  }

  func lock() throws(Failure) -> TreeLock {
    do throws(TreeLock.Failure) {
      return try TreeLock(folders.lock)
    } catch {
      switch error {
      case .held: throw Failure(.again, error.description)
      case .host(let host): throw Failure("the tree's lock could not be taken", host)
      }
    }
  }

  var options: Service.Options {
    var options = Service.Options()
    (options.pollMilliseconds, options.version) = (Int(house.settings.poll), Version.current)
    func file(_ text: String?) -> FilePath? {
      text.flatMap { HousePath.resolve($0, in: house.root) }.flatMap { FilePath(file: HousePath.text($0)) }
    }
    options.metricsFile = file(house.settings.metrics.file)
    options.metricsSocket = file(house.settings.metrics.socket)
    return options
  }
}

extension WorkingHouse {
  /// What the daemon is lent: facts, day, and the two questions, each answered by a worker of its own. The
  /// template of the workers goes when the last who has work of it in hand lets go of it.
  ///
  /// - Parameter times: what measures the stages; nil measures nothing.
  /// - Throws: with 78 where the kernel lacks a part of the wall, or a worker could get through it.
  func walled(times: StageTimes? = nil) throws(Failure) -> Daemon.House {
    let workforce = try workforce()
    let folders = folders
    return Daemon.House(
      house,
      read: { bytes, name throws(HostError) in try workforce.read(bytes, name: name) },
      decide: { packet, facts throws(PacketError) in
        let number = PacketNumber(packet.number)
        return try workforce.decide(
          packet, facts, in: folders.packet(number, in: .work),
          copies: packet.files.indices.map { WorkingFolders.copyName($0) }, writing: folders.release(number)
        ) { times?.add($0, $1) }
      })
  }

  private func workforce() throws(Failure) -> Workforce {
    let wall = house.settings.wall
    var settings = WorkforceSettings(arguments: [WorkerProgram.word])
    (settings.memory, settings.cpuSeconds) = (wall.memory, wall.cpuSeconds)
    (settings.milliseconds, settings.output) = (Int(wall.time), wall.output)
    settings.without = wall.without
    do throws(WorkforceFailure) {
      let workforce = try Workforce(
        settings, files: house.files, digest: house.policy.digest,
        pipelines: Set(house.policy.pipelines.map(\.pipeline.name)), limits: house.settings.limits)
      for part in workforce.missing.map(\.rawValue).sorted() {
        Output.talk(
          "chartgate: warning: this kernel has no \(part); workers run without it, as chartgate.yaml allows")
      }
      return workforce
    } catch {
      switch error {
      case .host(let host): throw Failure("workers cannot be started", host)
      case .lacks: throw Failure(.configuration, error.description)
      case .holds, .policy: throw Failure(.failed, error.description)
      }
    }
  }
}

extension Daemon.House {
  /// The house's facts and day, and whoever answers the two questions.
  init(_ house: Configuration.House, read: @escaping Read, decide: @escaping Decide) {
    let clock = house.clock
    var believes: [String: Set<Paper.Kind>] = [:]
    for source in house.settings.sources { believes[source.id] = source.believes }
    self.init(
      site: house.site, recipients: house.recipients, believes: believes, policy: house.policy.digest,
      today: { clock.moment(at: $0).today }, utcOffset: { clock.moment(at: $0).utcOffset }, read: read,
      decide: decide)
  }
}
