import Configuration
import Foundation
import Host
import Policy
import Requests
import Values

/// A house of its own in a scratch folder, taken away when the test lets go of it.
final class Scratch {
  let path: String
  let host = RealHost()

  init() throws {
    path = NSTemporaryDirectory() + "chartgate-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try mode("", 0o700)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  var house: String { path + "/house" }

  static let site = Site(
    name: "St. \"Elsewhere\"", alsoKnownAs: ["any hospital"], kind: .hospital, state: "NY",
    timeZone: "America/New_York", isTrial: true)
  static let category = """
    category: HIV
    version: 1
    title: HIV
    label: {system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: HIV}
    default: withhold
    confidentiality: R
    releasedBy: [HIV]

    """
  static let pipeline = """
    name: claims
    title: Claims
    version: 1
    takes: {bases: [payment]}
    withhold: [HIV]

    """

  func make(fixedDay: Day? = Day("2026-03-02")) -> NewHouse.Refusal? {
    NewHouse(
      site: Self.site, fixedDay: fixedDay,
      policies: ShippedPolicies(
        folder: "/",
        pipelines: [.init(name: "claims.yaml", bytes: Array(Self.pipeline.utf8))],
        categories: [
          .init(name: "hiv.yaml", bytes: Array(Self.category.utf8)),
          .init(name: "sources.yaml", bytes: Array("version: 1\nsources: []\n".utf8)),
        ])
    ).make(at: house, host: host)
  }

  func load() -> HouseLoader { HouseLoader(house, host: host) }

  func check() -> [String] {
    HouseCheck(load(), host: host, user: ThisProcess.effectiveUserID, now: host.now()).problems.map {
      $0.description.replacingOccurrences(of: house, with: "HOUSE")
    }
  }

  func problems() -> [HouseProblem] {
    HouseCheck(load(), host: host, user: ThisProcess.effectiveUserID, now: host.now()).problems
  }

  /// Runs a mending command as the operator would.
  func run(_ command: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", command]
    try shell.run()
    shell.waitUntilExit()
  }

  /// Recipients behind two channels.
  static let twoChannels = """
    recipients:
      - {id: a, name: A, kinds: [payer], channel: sftp}
      - {id: b, name: B, kinds: [payer], channel: fax}

    """

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: house + "/" + name))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: house + "/" + name)
  }

  func append(_ name: String, _ text: String) throws {
    try write(name, try String(contentsOfFile: house + "/" + name, encoding: .utf8) + text)
  }

  func mode(_ name: String, _ mode: Int) throws {
    let target = name.isEmpty ? path : house + "/" + name
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: house + "/" + name) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: house + "/" + name, withDestinationPath: target)
  }
}
