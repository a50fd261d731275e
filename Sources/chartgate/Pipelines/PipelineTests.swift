internal import Configuration
internal import Host
internal import Policy
internal import Stages
internal import Values
internal import YAML

/// The tests that stand beside pipelines, and the house in which they are run.
struct PipelineTests {
  /// One test where it stands.
  struct Located {
    let file: String
    /// Of the file, absolute.
    let path: String
    let test: PipelineTest
  }

  let house: House
  /// Of the pipelines.
  private let folder: String
  private let host: any Host

  /// - Parameter house: its folder as typed; nil tests the shipped pipelines in a trial house as init makes it.
  init(of house: String?, _ host: any Host) throws(Failure) {
    self.host = host
    if let house {
      let path = try HouseOptions.absolute(house)
      self.house = try HouseOptions().read(path, host)
      folder = HousePath.text(HouseFolder(path).pipelines)
      return
    }
    let shipped = try InitCommand.policies(host)
    let (example, problems) = ExampleHouse.of(shipped)
    guard let example else { throw Failure(problems) }
    (self.house, folder) = (example, shipped.folder)
  }

  /// - Parameter files: as typed; none: every file of tests beside the pipelines, of which there may be none.
  /// - Throws: every mistake in them at once.
  func read(_ files: [String] = []) throws(Failure) -> [Located] {
    let paths = try files.isEmpty ? beside() : files.map(HouseOptions.absolute)
    var (tests, problems): ([Located], [String]) = ([], [])
    for path in paths {
      let name = files.isEmpty ? path.split(separator: "/").last.map(String.init) ?? path : path
      switch PipelineTestReader.read(try bytes(path), name: name) {
      case .refused(let mistakes): problems += mistakes.map(\.description)
      case .read(let read): tests += read.map { Located(file: name, path: path, test: $0) }
      }
    }
    guard problems.isEmpty else { throw Failure(.configuration, problems) }
    return tests
  }

  /// The packet of a test as the house has it on the test's day; nil and why, when there is none.
  private func packet(of located: Located) throws(Failure) -> Result<(GivenPacket, HouseFacts), Missing> {
    guard let path = HousePath.absolute("../" + located.test.packet, from: located.path),
      let clock = SiteClock(timeZone: house.site.timeZone, fixedDay: located.test.day)
    else { return .failure(Missing(problems: ["its packet is no path from here"])) }
    let given: GivenPacket
    do throws(Failure) {
      given = try GivenPacket(at: path, host: host, limits: house.settings.limits)
    } catch {
      return .failure(Missing(problems: error.problems))
    }
    var facts = house.facts(
      at: clock.moment(at: host.now()), disclosure: "d00000000-1",
      source: house.settings.sources.first?.id ?? "")
    facts.offences = given.offences
    return .success((given, facts))
  }

  /// What is not as the test expects; empty when it passes.
  func failures(of located: Located) throws(Failure) -> [String] {
    switch try packet(of: located) {
    case .failure(let missing): return missing.problems
    case .success((let given, let facts)):
      let limits = house.settings.limits
      do throws(PacketError) {
        let decision = try Deciding.decide(given.packet, facts, house.policy, limits: limits)
        let explained = try Deciding.explain(given.packet, facts, house.policy, limits: limits)
        return PipelineTestJudge.failures(of: located.test, decision, explained, limits: limits)
      } catch {
        throw Failure(.again, error.description)
      }
    }
  }

  /// The dry run of a test's packet; nil when there is none.
  func explained(_ located: Located) throws(Failure) -> Explanation? {
    guard case .success((let given, let facts)) = try packet(of: located) else { return nil }
    do throws(PacketError) {
      return try Deciding.explain(given.packet, facts, house.policy, limits: house.settings.limits)
    } catch {
      throw Failure(.again, error.description)
    }
  }

  private struct Missing: Error {
    let problems: [String]
  }

  private func beside() throws(Failure) -> [String] {
    do throws(HostError) {
      return try host.list(FilePath(Root(folder))).sorted().compactMap { name in
        guard let text = String(validating: name.bytes, as: UTF8.self), text.hasSuffix(".tests.yaml") else {
          return nil
        }
        return folder + "/" + text
      }
    } catch {
      throw Failure("the pipelines' folder could not be read", error)
    }
  }

  private func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(HostError) {
      return try host.read(FilePath(Root(path)), limit: 1 << 20)
    } catch {
      throw Failure("\(path) could not be read", error)
    }
  }
}
