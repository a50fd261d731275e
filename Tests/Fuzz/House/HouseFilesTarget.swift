import Configuration
import YAML

/// chartgate.yaml and recipients.yaml: settings, or problems at a place.
func fuzzHouseFiles(_ bytes: [UInt8]) {
  let settings = SettingsReader.read(bytes, name: "chartgate.yaml")
  hold(settings.settings != nil || !settings.problems.isEmpty, "refused settings say why")
  for problem in settings.problems { hold(problem.line >= 1 && problem.column >= 1, "a problem has a place") }
  _ = RecipientsReader.read(bytes, name: "recipients.yaml", categories: ["HIV", "SUD", "MH"])
}
