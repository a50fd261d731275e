import Configuration
import Foundation
import Host
import Testing
import Values

@Suite("check")
struct HouseCheckTests {
  /// A good house with one thing wrong.
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (Scratch) throws -> Void
    let says: String
    init(_ name: String, says: String, _ make: @escaping @Sendable (Scratch) throws -> Void) {
      (testDescription, self.says, self.make) = (name, says, make)
    }
  }
  static let faults = [
    Fault(
      "a room that is open to others",
      says: "state/hold: is open to others than its owner (mode 0755); run: chmod 0700 HOUSE/state/hold"
    ) { try $0.mode("state/hold", 0o755) },
    Fault(
      "the state folder open to its group",
      says: "state folder: is open to its group (mode 0750); run: chmod 0700 HOUSE/state"
    ) { try $0.mode("state", 0o750) },
    Fault(
      "an inbox that everybody may write",
      says: "inbox of main: is open to others than its owner (mode 0777); run: chmod o-rwx HOUSE/inbox/main"
    ) { try $0.mode("inbox/main", 0o777) },
    Fault(
      "an inbox that its owner may not enter",
      says: "inbox of main: its owner may not use it (mode 0070); run: chmod u+rwx HOUSE/inbox/main"
    ) { try $0.mode("inbox/main", 0o070) },
    Fault(
      "an inbox that is not there",
      says: "inbox of main: there is no such folder; run: mkdir -p -m 0750 HOUSE/inbox/main"
    ) { try $0.remove("inbox/main") },
    Fault("an inbox that is a link", says: "inbox of main: is a link; name the folder itself") {
      try $0.remove("inbox/main")
      try $0.link("inbox/main", to: "/tmp")
    },
    Fault(
      "a channel that is not there",
      says: "outbox channel direct: there is no such folder; run: mkdir -p -m 0750 HOUSE/outbox/direct"
    ) { try $0.remove("outbox/direct") },
    Fault(
      "a configuration that a group may write",
      says: "chartgate.yaml: is open to its group (mode 0660); run: chmod go-w HOUSE/chartgate.yaml"
    ) { try $0.mode("chartgate.yaml", 0o660) },
    Fault(
      "a pipeline that everybody may write",
      says: "pipelines/claims.yaml: is open to others than its owner (mode 0646); run: chmod go-w "
        + "HOUSE/pipelines/claims.yaml"
    ) { try $0.mode("pipelines/claims.yaml", 0o646) },
    Fault(
      "a policy under another ending",
      says: "pipelines/attorney.yml: only .yaml files may lie here; rename it or take it away"
    ) { try $0.write("pipelines/attorney.yml", "name: x\n") },
    Fault(
      "a pipeline with a misspelt key",
      says: "pipelines/claims.yaml:6:1: unknown key \"witholds\"; did you mean \"withhold\"?"
    ) { try $0.append("pipelines/claims.yaml", "witholds: [HIV]\n") },
    Fault(
      "a site rule that can never match",
      says:
        "pipelines/claims.yaml:11:19: \"path\", column 9: FHIR R4 has no element \"foto\" of Patient; did you "
        + "mean \"photo\"?"
    ) {
      try $0.append(
        "pipelines/claims.yaml",
        """
        siteRules:
          - id: site.no-photos
            why: 45 CFR 164.502(b)
            in: fhir
            do: redact
            path: Patient.foto

        """)
    },
    Fault(
      "a category that nothing defines",
      says: "pipelines/claims.yaml:6:12: unknown category \"HVI\"; did you mean \"HIV\"?"
    ) {
      try $0.write(
        "pipelines/claims.yaml",
        Scratch.pipeline.replacingOccurrences(of: "withhold: [HIV]", with: "\nwithhold: [HVI]"))
    },
    Fault("two pipelines of one name", says: "pipelines/more.yaml: there are two pipelines named \"claims\"")
    {
      try $0.write(
        "pipelines/more.yaml", Scratch.pipeline.replacingOccurrences(of: "payment", with: "treatment"))
    },
    Fault(
      "pipelines that overlap",
      says:
        "pipelines: warning: \"claims\" and \"more\" could take the same request, which is then held; make "
        + "their takes disjoint"
    ) {
      try $0.write(
        "pipelines/more.yaml", Scratch.pipeline.replacingOccurrences(of: "name: claims", with: "name: more"))
    },
    Fault("no pipelines", says: "pipelines: warning: there are none: every packet will be held") {
      try $0.remove("pipelines/claims.yaml")
    },
    Fault(
      "inboxes in one another",
      says: "inbox of er: lies in the same place as the inbox of main, or one in the other"
    ) {
      try $0.write(
        "chartgate.yaml",
        "site: {name: A, kind: hospital, state: NY, timeZone: UTC}\nsources:\n  - id: main\n  - {id: er, "
          + "inbox: ./inbox//main}\n")
    },
    Fault(
      "a recipient out of date",
      says: "recipients.yaml: warning: \"a\" ended on 2026-03-01; check it and renew it"
    ) {
      try $0.write(
        "recipients.yaml",
        "recipients: [{id: a, name: A, kinds: [payer], channel: sftp, validTo: 2026-03-01}]\n")
    },
    Fault(
      "a ledger that the daemon may not write",
      says: "state/ledger.sqlite-wal: its owner may not use it (mode 0400); run: chmod u+rw "
        + "HOUSE/state/ledger.sqlite-wal"
    ) {
      try $0.write("state/ledger.sqlite-wal", "")
      try $0.mode("state/ledger.sqlite-wal", 0o400)
    },
    Fault(
      "a name that would move the cursor",
      says: "chartgate.yaml:1:14: \"name\" must be a text without control characters"
    ) {
      try $0.write(
        "chartgate.yaml",
        "site: {name: \"A\\e[31m\", kind: hospital, state: NY, timeZone: UTC}\nsources:\n  - id: main\n")
    },
    Fault(
      "a house below a folder that everybody may write",
      says: "the house's folder: lies below HOUSE-PARENT, in which everybody may write; run: chmod o-w "
        + "HOUSE-PARENT"
    ) { try $0.mode("", 0o777) },
    Fault(
      "an inbox below a folder that everybody may write",
      says: "inbox of main: lies below HOUSE/inbox, in which everybody may write; run: chmod o-w HOUSE/inbox"
    ) { try $0.mode("inbox", 0o777) },
    Fault(
      "an outbox elsewhere, below a folder that everybody may write",
      says: "outbox: lies below HOUSE-PARENT/open, in which everybody may write; run: chmod o-w "
        + "HOUSE-PARENT/open"
    ) { scratch in
      let open = scratch.path + "/open"
      try FileManager.default.createDirectory(atPath: open, withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: scratch.house + "/outbox", toPath: open + "/outbox")
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
      try scratch.append("chartgate.yaml", "folders: {outbox: ../open/outbox}\n")
    },
    Fault(
      "metrics for a folder that is not there",
      says: "metrics.file: warning: its folder is not there: HOUSE/gone"
    ) { try $0.append("chartgate.yaml", "metrics: {file: gone/chartgate.prom}\n") },
    Fault(
      "a share that is not there",
      says:
        "mounts: warning: outbox/direct is not mounted, or has no mark yet; mount it, then lay the mark on it; "
        + "run: touch HOUSE/outbox/direct/.chartgate-mount"
    ) { try $0.append("chartgate.yaml", "mounts: [outbox/direct]\n") },
    Fault(
      "a share on which nothing of the house lies",
      says:
        "chartgate.yaml:61:9: \"mounts\" names no inbox, outbox or channel of the outbox as this file writes it, "
        + "as in outbox/sftp"
    ) { try $0.append("chartgate.yaml", "mounts: [outbox/sfpt]\n") },
  ]
  @Test(arguments: faults) func `what is wrong is told with what mends it`(_ fault: Fault) throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    try fault.make(scratch)
    let says = scratch.check().map { $0.replacingOccurrences(of: scratch.path, with: "HOUSE-PARENT") }
    #expect(says == [fault.says])
  }

  @Test func `everything is told at once, errors first`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    try scratch.mode("state/work", 0o777)
    try scratch.mode("recipients.yaml", 0o666)
    try scratch.append("chartgate.yaml", "workers: many\n")
    try scratch.write(
      "pipelines/more.yaml", Scratch.pipeline.replacingOccurrences(of: "name: claims", with: "name: more"))
    let places = scratch.check().map { String($0.prefix { $0 != ":" }) }
    #expect(places == ["chartgate.yaml", "recipients.yaml", "state/work", "pipelines"])
    #expect(scratch.load().house == nil)
  }

  @Test func `every wrong mode is told in one go, each with what mends it, and mending it is enough`() throws
  {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    try scratch.write("recipients.yaml", Scratch.twoChannels)
    for (path, mode) in [
      ("state", 0o755), ("state/hold", 0o770), ("state/audit", 0o701), ("inbox", 0o777),
      ("inbox/main", 0o777),
      ("outbox", 0o757), ("outbox/sftp", 0o757), ("receipts/fax", 0o751), ("chartgate.yaml", 0o664),
      ("recipients.yaml", 0o646), ("pipelines", 0o775), ("pipelines/claims.yaml", 0o620),
      ("categories", 0o772),
    ] { try scratch.mode(path, mode) }
    let problems = scratch.problems()
    #expect(problems.count >= 13)
    // As the operator would: run each command, then look again.
    for problem in problems { try scratch.run(try #require(problem.command)) }
    #expect(scratch.problems().map(\.description) == [])
  }

  @Test func `a terminology that the house leaves out is a warning each time, and no error`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    try scratch.append("chartgate.yaml", "leaveOut: [snomed]\n")
    let problems = scratch.problems()
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(
      scratch.check().contains {
        $0.contains(
          "chartgate.yaml: warning: codes of snomed are left out: what only they tell of a category is not "
            + "withheld")
      })
  }

  @Test func `a house that belongs to somebody else is told with both users`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    let check = HouseCheck(scratch.load(), host: scratch.host, user: 12_345, now: scratch.host.now())
    let rooms = check.errors.filter { $0.place == "state folder" }
    #expect(rooms.map(\.command) == ["chown 12345 \(scratch.house)/state"])
  }
}
