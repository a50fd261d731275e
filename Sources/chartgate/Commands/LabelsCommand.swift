internal import ArgumentParser
internal import Configuration
internal import Host
internal import Policy
internal import Stages

/// `chartgate labels`: the specially protected categories and what speaks of them.
struct LabelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels", abstract: "Tells what speaks of a specially protected category.",
    subcommands: [LabelsLookupCommand.self])
}

/// `chartgate labels lookup`: which category a code or word belongs to, and why.
struct LabelsLookupCommand: Verb {
  static let words = "labels lookup"
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "Says which category a code, label or word belongs to, and why.",
    discussion: """
      Example:  chartgate labels lookup F11.20
      Without --house the shipped categories are asked. It says how sure a sign is: certain and likely ones are \
      withheld by themselves, weak ones only beside another. Ends with 0, also when nothing is known.
      """)

  @Argument(help: "A code of any terminology, a security label, or words.") var text: String
  @Option(help: "The house whose categories are asked.") var house: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let host = RealHost()
    let categories: CategorySet
    if let house {
      categories = try HouseOptions().read(try HouseOptions.absolute(house), host).policy.categories
    } else {
      let (example, problems) = ExampleHouse.of(try InitCommand.policies(host))
      guard let example else { throw Failure(problems) }
      categories = example.policy.categories
    }
    return LabelsAnswer.of(categories.lookup(text), leftOut: categories.leftOut)
  }
}
