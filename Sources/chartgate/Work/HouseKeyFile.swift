internal import Configuration
internal import Daemon
internal import Hashing
internal import Host
internal import Ledger
internal import Values

/// Where the house's own key lies: a credential that the service manager hands over (`house.key` in
/// CREDENTIALS_DIRECTORY, systemd.exec(5)), else `house.key` in the state folder, which the first process that
/// works on the house makes.
struct HouseKeyFile {
  private let path: FilePath
  private let host: any Host

  init(_ folders: WorkingFolders, _ host: any Host) throws(Failure) {
    self.host = host
    let own = FilePath(folders.state).appending(HouseFolder.keyName)
    guard let credentials = ThisProcess.environment("CREDENTIALS_DIRECTORY") else {
      path = own
      return
    }
    let handed = FilePath(Root(credentials)).appending(HouseFolder.keyName)
    do throws(HostError) {
      path = try host.exists(handed) ? handed : own
    } catch {
      throw Failure("the house's key could not be looked at", error)
    }
  }

  /// The key; nil when none was made yet.
  func read() throws(Failure) -> HouseKey? {
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try host.read(path, limit: 4096)
    } catch  where error.kind == .missing {
      return nil
    } catch {
      throw Failure("the house's key could not be read", error)
    }
    guard let key = HouseKey(bytes) else {
      throw Failure(
        .configuration,
        "house.key is not \(HouseKey.byteCount) bytes; put the right one back (a new one cannot answer what was "
          + "asked of the old)")
    }
    return key
  }

  /// The key, made of the system's randomness where there is none. The tree's lock is the caller's to hold.
  ///
  /// - Throws: with 78 when it is gone from a house that has worked: what was released under it could not be asked
  ///   about any more, and nobody would notice.
  func readOrMake(_ ledger: any Ledger) throws(Failure) -> HouseKey {
    if let key = try read() { return key }
    let isNew: Bool
    do throws(LedgerError) {
      isNew = try ledger.newest(1).isEmpty
    } catch {
      throw Failure(error)
    }
    guard isNew else {
      throw Failure(
        .configuration,
        "house.key is gone, and this house has worked with it: put it back from your backup; where it is lost, "
          + "make a new one, which cannot answer 'withheld --ask' for old releases: "
          + "head -c \(HouseKey.byteCount) /dev/urandom > state/house.key; chmod 600 state/house.key")
    }
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<HouseKey.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    do throws(HostError) {
      try host.writeDurably(path, bytes, mode: 0o600)
    } catch {
      throw Failure("the house's key could not be made", error)
    }
    guard let key = HouseKey(bytes) else { throw Failure(.failed, "the house's key could not be made") }
    return key
  }
}
