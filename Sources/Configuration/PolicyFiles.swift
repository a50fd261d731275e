package import Stages
package import Values
private import Hashing
internal import Policy
internal import YAML

/// The files of a house that bear on a decision, as they were read: from the same bytes comes the same policy,
/// in whichever process (DESIGN.md §6).
package enum PolicyFiles {
  /// Compiles the files of a house that opened.
  ///
  /// - Parameter files: each with its name below the house's folder, as ``House/files`` has them.
  /// - Returns: nil where one of them has a mistake; who opened the house has told it.
  package static func compile(_ files: [(name: String, bytes: [UInt8])]) -> (
    policy: PolicySet, limits: Limits
  )? {
    guard let settings = files.first(where: { $0.name == HouseFolder.settingsName }) else { return nil }
    let reading = SettingsReader.read(settings.bytes, name: settings.name)
    guard let known = reading.settings, reading.problems.isEmpty,
      case .read(let categories) = CategoryReader.read(
        below(HouseFolder.categoriesName, files), leavingOut: known.leftOut)
    else { return nil }
    var pipelines: [PolicySet.Versioned] = []
    for file in below(HouseFolder.pipelinesName, files) {
      guard
        case .read(let pipeline) = PipelineReader.read(
          file.bytes, name: file.name, categories: categories.names)
      else { return nil }
      pipelines.append(PolicySet.Versioned(pipeline: pipeline, digest: .sha256(file.bytes)))
    }
    return (
      PolicySet(pipelines: pipelines, categories: categories, digest: PolicyDigest.of(files)), known.limits
    )
  }

  private static func below(_ folder: String, _ files: [(name: String, bytes: [UInt8])])
    -> [(name: String, bytes: [UInt8])]
  {
    files.filter { $0.name.utf8.starts(with: "\(folder)/".utf8) }
  }
}
