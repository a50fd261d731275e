package import Policy
internal import Stages
internal import Hashing
internal import Host
internal import Values
internal import YAML

/// A trial house in memory, as `chartgate init --trial` makes it, over given policies: where pipelines are
/// tested without a house.
package enum ExampleHouse {
  /// The site that a trial house has unless it is told another: that of the samples.
  package static let site = Site(
    name: "Alder Falls Medical Center", kind: .hospital, state: "NY", timeZone: "America/New_York",
    isTrial: true)

  /// The recipients that a trial house's recipients.yaml has.
  package static let recipients = RecipientsReader.read(
    Array(HouseTemplate.trialRecipients.utf8), name: HouseFolder.recipientsName, categories: []
  ).recipients

  /// - Returns: no house where there are problems.
  package static func of(_ policies: ShippedPolicies) -> (house: House?, problems: [HouseProblem]) {
    var problems: [HouseProblem] = []
    let settings = SettingsReader.read(
      Array(HouseTemplate.settings(site, fixedDay: nil).utf8), name: HouseFolder.settingsName)
    problems += settings.problems.map { HouseProblem($0) }
    let files = policies.categories.map { ("\(HouseFolder.categoriesName)/\($0.name)", $0.bytes) }
    let categories: CategorySet
    switch CategoryReader.read(files) {
    case .read(let set): categories = set
    case .refused(let mistakes): return (nil, mistakes.map { HouseProblem($0) })
    }
    var pipelines: [PolicySet.Versioned] = []
    for file in policies.pipelines {
      switch PipelineReader.read(file.bytes, name: file.name, categories: categories.names) {
      case .read(let pipeline):
        pipelines.append(PolicySet.Versioned(pipeline: pipeline, digest: .sha256(file.bytes)))
      case .refused(let mistakes): problems += mistakes.map { HouseProblem($0) }
      }
    }
    let recipients = RecipientsReader.read(
      Array(HouseTemplate.trialRecipients.utf8), name: HouseFolder.recipientsName,
      categories: categories.names)
    problems += recipients.problems.map { HouseProblem($0) }
    guard problems.isEmpty, let known = settings.settings, let clock = SiteClock(timeZone: site.timeZone)
    else {
      return (nil, problems)
    }
    let digest = PolicyDigest.of(policies.pipelines.map { ($0.name, $0.bytes) } + files)
    let house = House(
      root: Root("/"), settings: known, site: site, clock: clock, recipients: recipients.recipients,
      policy: PolicySet(pipelines: pipelines, categories: categories, digest: digest), files: [])
    return (house, [])
  }
}
