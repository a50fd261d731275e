package import Host
private import Hashing
package import Policy
package import Stages
internal import Values
internal import YAML

/// Reads a house's folder: configuration, recipients, pipelines and categories, each through Host. It goes
/// on after a mistake, so that all of them are told at once; a house is what is left when there are none.
package struct HouseLoader {
  /// nil unless every file was read without a mistake.
  package private(set) var house: House?
  package private(set) var settings = HouseSettings()
  package private(set) var recipients: [Recipient] = []
  package private(set) var pipelines: [PolicySet.Versioned] = []
  package private(set) var problems: [HouseProblem] = []
  package let folder: HouseFolder
  /// Whether chartgate.yaml was there and could be read at all.
  package private(set) var hasSettings = false

  private let host: any Host
  private var categories: CategorySet?
  private var files: [(name: String, bytes: [UInt8])] = []

  /// - Parameter path: the house's folder, absolute.
  package init(_ path: String, host: any Host) {
    (folder, self.host) = (HouseFolder(path), host)
    load()
  }

  private mutating func load() {
    guard let bytes = read(folder.settings, HouseFolder.settingsName, isNeeded: true) else { return }
    let reading = SettingsReader.read(bytes, name: HouseFolder.settingsName)
    if let read = reading.settings { (settings, hasSettings) = (read, true) }
    take(reading.problems)
    loadCategories()
    loadPipelines()
    loadRecipients()
    guard problems.isEmpty, let site = settings.site, let categories,
      let clock = SiteClock(timeZone: site.timeZone, fixedDay: settings.fixedDay)
    else { return }
    house = House(
      root: folder.root, settings: settings, site: site, clock: clock, recipients: recipients,
      policy: PolicySet(pipelines: pipelines, categories: categories, digest: PolicyDigest.of(files)),
      files: files)
  }

  private mutating func loadCategories() {
    let files = yamlFiles(in: folder.categories, HouseFolder.categoriesName)
    switch CategoryReader.read(files, leavingOut: settings.leftOut) {
    case .read(let set): categories = set
    case .refused(let mistakes): take(mistakes)
    }
  }

  private mutating func loadPipelines() {
    // Without categories each name of one would be told as a mistake of its own.
    guard let known = categories?.names else { return }
    for file in yamlFiles(in: folder.pipelines, HouseFolder.pipelinesName) {
      switch PipelineReader.read(file.bytes, name: file.name, categories: known) {
      case .refused(let mistakes): take(mistakes)
      case .read(let pipeline):
        if pipelines.contains(where: { $0.pipeline.name == pipeline.name }) {
          problems.append(
            HouseProblem(.error, file.name, "there are two pipelines named \"\(pipeline.name)\""))
        }
        pipelines.append(PolicySet.Versioned(pipeline: pipeline, digest: .sha256(file.bytes)))
      }
    }
  }

  private mutating func loadRecipients() {
    guard let known = categories?.names,
      let bytes = read(folder.recipients, HouseFolder.recipientsName, isNeeded: false)
    else { return }
    let reading = RecipientsReader.read(bytes, name: HouseFolder.recipientsName, categories: known)
    recipients = reading.recipients
    take(reading.problems)
  }

  /// Every `.yaml` file of a folder in order of name, tests apart. Anything else is a mistake, since a policy
  /// that is passed over in silence is not in force.
  private mutating func yamlFiles(in path: FilePath, _ name: String) -> [(name: String, bytes: [UInt8])] {
    let names: [FileName]
    do {
      names = try host.list(path).sorted()
    } catch  where error.kind == .missing {
      problems.append(
        HouseProblem(
          .error, name, "there is no such folder", command: "mkdir -m 0750 \(shellPath(path))"))
      return []
    } catch {
      problems.append(
        HouseProblem(
          .error, name, "the folder cannot be read (error \(error.code))",
          command: "chmod u+rx \(shellPath(path))"))
      return []
    }
    var found: [(name: String, bytes: [UInt8])] = []
    for file in names where file.bytes.first != UInt8(ascii: ".") {
      let shown = "\(name)/\(TerminalText.escaped(file.bytes))"
      guard let text = String(validating: file.bytes, as: UTF8.self), text.hasSuffix(".yaml") else {
        if isPassedOver(file) { continue }
        problems.append(
          HouseProblem(.error, shown, "only .yaml files may lie here; rename it or take it away"))
        continue
      }
      if text.hasSuffix(".tests.yaml") { continue }
      if let bytes = read(path.appending(file), shown, isNeeded: true) { found.append((shown, bytes)) }
    }
    return found
  }

  /// A pipeline's tests and a note for people may stand beside it.
  private func isPassedOver(_ file: FileName) -> Bool {
    [".tests", ".md"].contains { file.bytes.reversed().starts(with: $0.utf8.reversed()) }
  }

  private mutating func read(_ path: FilePath, _ name: String, isNeeded: Bool) -> [UInt8]? {
    do {
      let bytes = try host.read(path, limit: 1 << 20)
      files.append((name, bytes))
      return bytes
    } catch  where error.kind == .missing {
      guard isNeeded else { return nil }
      problems.append(
        HouseProblem(
          .error, name, "there is no such file; this folder is no house",
          command: "chartgate init \(shellPath(FilePath(folder.root)))"))
    } catch  where error.kind == .unsafe {
      problems.append(HouseProblem(.error, name, "is no plain file, or larger than 1 MiB"))
    } catch {
      problems.append(
        HouseProblem(
          .error, name, "cannot be read (error \(error.code))", command: "chmod u+r \(shellPath(path))"))
    }
    return nil
  }

  private func shellPath(_ path: FilePath) -> String { HousePath.quoted(HousePath.text(path)) }

  private mutating func take(_ mistakes: [YAMLProblem]) { problems += mistakes.map { HouseProblem($0) } }
}
