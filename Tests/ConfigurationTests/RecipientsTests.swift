import Configuration
import Policy
import Testing
import Values
import YAML

@Suite("recipients.yaml")
struct RecipientsTests {
  private func read(_ text: String) -> [String] {
    RecipientsReader.read(Array(text.utf8), name: "recipients.yaml", categories: ["HIV", "SUD"]).problems.map(
      \.description)
  }

  @Test func `a recipient is read with its days and what it may receive`() throws {
    let text = """
      recipients:
        - {id: acme, name: Acme, kinds: [payer], channel: sftp, validTo: 2026-12-31, mayReceive: [HIV]}
        - {id: law, name: Law, kinds: [attorney], channel: mail}

      """
    let reading = RecipientsReader.read(
      Array(text.utf8), name: "recipients.yaml", categories: ["HIV", "SUD"])
    #expect(reading.problems.isEmpty)
    #expect(reading.recipients.map(\.id) == ["acme", "law"])
    #expect(reading.recipients.map(\.validTo) == [Day("2026-12-31"), nil])
    #expect(reading.recipients.map(\.mayReceive) == [["HIV"], nil])
  }

  @Test func `a house without recipients says so`() {
    #expect(read("recipients: []\n").isEmpty)
    #expect(
      read("recipient: []\n") == [
        "recipients.yaml:1:1: the key \"recipients\" is missing; a house without any says []",
        "recipients.yaml:1:1: unknown key \"recipient\"; did you mean \"recipients\"?",
      ])
  }

  struct Mistake: CustomTestStringConvertible {
    let testDescription: String
    let entry: String
    let says: String
    init(_ entry: String, _ says: String) { (testDescription, self.entry, self.says) = (entry, entry, says) }
  }
  static let mistakes = [
    Mistake("{name: A, kinds: [payer], channel: sftp}", "1:14: the key \"id\" is missing"),
    Mistake(
      "{id: ../x, name: A, kinds: [payer], channel: sftp}",
      "1:19: \"id\" must be 1 to 40 lower-case letters, digits and hyphens, beginning with a letter"),
    Mistake(
      "{id: patient, name: A, kinds: [payer], channel: sftp}",
      "1:19: \"patient\" is kept for the house's own use; take another id"),
    Mistake(
      "{id: a, name: A, kinds: [payr], channel: sftp}",
      "1:38: unknown value \"payr\" of \"kinds\"; did you mean \"payer\"?"),
    Mistake("{id: a, name: A, kinds: [], channel: sftp}", "1:38: \"kinds\" must name at least one kind"),
    Mistake("{id: a, name: A, channel: sftp}", "1:14: the key \"kinds\" is missing: what this recipient is"),
    Mistake("{id: a, name: A, kinds: [payer]}", "1:14: the key \"channel\" is missing"),
    Mistake(
      "{id: a, name: A, kinds: [payer], channel: sftp, mayReceive: [HVI]}",
      "1:74: unknown category \"HVI\"; did you mean \"HIV\"?"),
    Mistake(
      "{id: a, name: A, kinds: [payer], channel: sftp, validTo: 31.12.2026}",
      "1:71: \"validTo\" must be a day: YYYY-MM-DD"),
    Mistake(
      "{id: a, name: A, kinds: [payer], channel: sftp, validFrom: 2026-02-01, validTo: 2026-01-01}",
      "1:94: \"validTo\" lies before \"validFrom\""),
  ]
  @Test(arguments: mistakes) func `a mistake is told with its place`(_ mistake: Mistake) {
    #expect(read("recipients: [\(mistake.entry)]\n") == ["recipients.yaml:" + mistake.says])
  }

  @Test func `two recipients never share an id`() {
    let entry = "{id: a, name: A, kinds: [payer], channel: sftp}"
    #expect(
      read("recipients: [\(entry),\n  \(entry)]\n") == ["recipients.yaml:2:8: there are two recipients \"a\""]
    )
  }
}
