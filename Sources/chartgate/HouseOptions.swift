internal import ArgumentParser
internal import Configuration
internal import Host
internal import Values

/// Which house, and as whom: the same for every verb that works on one.
struct HouseOptions: ParsableArguments {
  @Option(help: "The house's folder. (default: .)")
  var house: String?

  @Option(help: "Change to this user before anything is opened; needed when started as root.")
  var user: String?

  /// Becomes the user, if one is named, and tells where the house is.
  ///
  /// - Parameter folder: the folder, where the verb takes it as an argument too.
  func enter(_ folder: String? = nil, asRoot: RootAccess) throws(Failure) -> String {
    if let user { try Self.become(user) }
    if asRoot == .refused, ThisProcess.effectiveUserID == 0 {
      throw Failure(
        .usage,
        "root may not do this: every file that it makes would be root's; add --user NAME (the house's user)")
    }
    if let folder, let house, folder != house {
      throw Failure(.usage, "two houses are named, \(folder) and \(house); name one")
    }
    return try Self.absolute(folder ?? house ?? ".")
  }

  /// The house, opened and without an error; as whom the daemon would run.
  func open(_ path: String, _ host: any Host) throws(Failure) -> Configuration.House {
    let loading = HouseLoader(path, host: host)
    let check = HouseCheck(loading, host: host, user: ThisProcess.effectiveUserID, now: host.now())
    guard check.errors.isEmpty, let house = loading.house else { throw Failure(check.errors) }
    for warning in check.warnings { Output.talk("chartgate: \(warning)") }
    return house
  }

  /// The house for a verb that only reads: its files must be good, its folders are not looked at.
  func read(_ path: String, _ host: any Host) throws(Failure) -> Configuration.House {
    let loading = HouseLoader(path, host: host)
    guard let house = loading.house else { throw Failure(loading.problems) }
    return house
  }

  /// A path as typed, made absolute.
  static func absolute(_ path: String) throws(Failure) -> String {
    guard let here = ProgramPlace.workingFolder, let path = HousePath.absolute(path, from: here) else {
      throw Failure(.usage, "\(TerminalText.escaped(path)) is no path from here")
    }
    return path
  }

  private static func become(_ name: String) throws(Failure) {
    do throws(HostError) {
      try ThisProcess.become(user: name)
    } catch  where error.kind == .missing {
      throw Failure(.usage, "--user: there is no user of that name here")
    } catch {
      throw Failure(
        .failed, "--user: could not change to that user (error \(error.code)); start as root, or as that user"
      )
    }
  }
}

/// Whether a verb may be run by root. What opens the ledger may not: its files would be root's, and the
/// daemon could not write them.
enum RootAccess { case allowed, refused }
