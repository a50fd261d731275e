package import Configuration
internal import JSON
internal import Policy
internal import Stages
internal import Values

/// What `chartgate check` says: every problem, then one line on the house.
package enum CheckAnswer {
  package static func of(_ problems: [HouseProblem], _ house: Configuration.House?) -> Answer {
    let errors = problems.filter { $0.severity == .error }
    var text = problems.map { $0.description + "\n" }.joined()
    if let house, errors.isEmpty {
      text +=
        "\(house.site.isTrial ? "TRIAL house " : "")ok: \(count(house.settings.sources.count, "source")), "
        + "\(count(house.policy.pipelines.count, "pipeline")), \(count(house.policy.categories.categories.count, "category", "categories")), "
        + "\(count(house.recipients.count, "recipient"))\n"
    } else {
      text += "\(count(errors.count, "error")); the house does not open\n"
    }
    return Answer(
      text,
      [
        .init("trial", .bool(house?.site.isTrial ?? false)),
        .init("policy", house.map { .string($0.policy.digest.hex) } ?? .null),
        .init("problems", .array(problems.map(json))),
      ], status: errors.isEmpty ? .done : .configuration)
  }

  private static func json(_ problem: HouseProblem) -> JSONValue {
    [
      "severity": .string(problem.severity.rawValue), "place": .string(problem.place),
      "problem": .string(problem.problem), "run": problem.command.map { .string($0) } ?? .null,
    ]
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
