import Hashing
import Policy
import Records
import Requests
import Testing
import Values
import chartgate

@Suite("packet new")
struct PacketDraftTests {
  static let day = Day("2026-03-02") ?? { preconditionFailure("a day") }()
  static let received = Instant("2026-03-02T17:00:00Z") ?? { preconditionFailure("an instant") }()

  static func facts(
    _ family: String?, _ given: String = "Jane", born: String = "1970-01-02", mrn: String = "77",
    format: RecordFormat = .text, days: ClosedRange<Day>? = nil, type: String? = nil
  ) -> RecordFacts {
    var facts = RecordFacts(format: format, byteCount: 5)
    if let family {
      var identity = PatientIdentity(place: Place(line: 1), unit: 0)
      identity.names = [.init(family: family, given: [given])]
      identity.birthDate = Day(born).map { Sensitive($0) }
      identity.identifiers = [.init(system: "urn:mrn", value: mrn)]
      facts.identities = [identity]
    }
    facts.serviceDays = days
    if let type { facts.documentTypes = [Code(system: "http://loinc.org", code: type)] }
    return facts
  }

  static func file(_ path: String, _ facts: RecordFacts?) -> PacketDraft.File {
    PacketDraft.File(path: path, byteCount: 5, digest: .sha256(Array(path.utf8)), facts: facts)
  }

  static func wishes(_ change: (inout PacketWishes) -> Void = { _ in }) -> PacketWishes {
    var wishes = PacketWishes(day: day, received: received)
    change(&wishes)
    return wishes
  }

  static let trial = Site(
    name: "Trial Hospital", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
  static let law = Recipient(id: "example-law", name: "Example Law", kinds: [.attorney], channel: .portal)

  @Test func `a request lists every file with digest, size, media type, document type and day`() throws {
    let days = try #require(Day("2026-01-05"))...(try #require(Day("2026-02-06")))
    let draft = try PacketDraft(
      [Self.file("a/note.txt", Self.facts("Roe", days: days, type: "11506-3")), Self.file("b.bin", nil)],
      Self.wishes())
    let record = try #require(draft.request.records.first)
    #expect(record.path.reveal(.match) == "a/note.txt" && record.size == 5)
    #expect(record.sha256 == .sha256(Array("a/note.txt".utf8)))
    #expect(record.mediaType == "text/plain" && record.documentType == "11506-3")
    #expect(record.serviceDate == Day("2026-02-06"))
    #expect(draft.request.scope?.period?.from == Day("2026-01-05"))
    #expect(draft.request.records.count == 2 && draft.unsure == [2])
    #expect(draft.request.received == Self.received && !draft.request.sample && draft.papers.isEmpty)
  }

  @Test func `the patient is the records' own, with every number that they state`() throws {
    let draft = try PacketDraft(
      [
        Self.file("a", Self.facts(nil)), Self.file("b", Self.facts("Roe")),
        Self.file("c", Self.facts("ROE", mrn: "77")),
      ], Self.wishes())
    let patient = try #require(draft.request.patient)
    #expect(patient.names.map { $0.family.reveal(.match) } == ["Roe", "ROE"])
    #expect(patient.identifiers.map { $0.value.reveal(.match) } == ["77"])
    #expect(patient.birthDate?.reveal(.match) == Day("1970-01-02"))
    #expect(draft.unsure == [1])
  }

  @Test func `records of two people make no packet, unless it is said whose it is`() throws {
    let files = [
      Self.file("a", Self.facts("Roe")),
      Self.file("b\u{1B}", Self.facts("Doe", "John", born: "1980-01-01", mrn: "8")),
    ]
    let failure = #expect(throws: Failure.self) { try PacketDraft(files, Self.wishes()) }
    #expect(failure?.status == .failed)
    #expect(failure?.problems.first?.hasPrefix("b\\u{001B}: of another patient") == true)
    let draft = try PacketDraft(files, Self.wishes(), patientFrom: "b\u{1B}")
    #expect(draft.request.patient?.names.map { $0.family.reveal(.match) } == ["Doe"])
  }

  @Test func `a sample's authorization is whole, lies beside the records and names house and recipient`()
    throws
  {
    let draft = try PacketDraft(
      [Self.file("a", Self.facts("Roe"))],
      Self.wishes {
        $0.isSample = true
        ($0.basis, $0.categories) = (.authorization, ["HIV"])
        ($0.site, $0.recipients) = (Self.trial, [Self.law])
      })
    #expect(draft.request.sample && draft.request.basis == "authorization")
    let form = try #require(draft.request.authorization)
    let paper = try #require(draft.papers.first)
    #expect(
      paper.name == "authorization.txt" && String(decoding: paper.bytes, as: UTF8.self).contains("SAMPLE"))
    #expect(form.digest == .sha256(paper.bytes) && draft.request.papers.first?.sha256 == form.digest)
    #expect(form.discloser.map { $0.reveal(.match) } == ["Trial Hospital"])
    #expect(form.recipient.map { $0.reveal(.match) } == ["Example Law"])
    #expect(form.signed?.by?.reveal(.match) == "Jane Roe" && form.signed?.on == Day("2026-02-23"))
    #expect(form.expires?.date == Day("2026-08-29") && form.categories == ["HIV"])
    #expect(Basis.derived(from: draft.request) == .authorization)
  }

  @Test(arguments: [Basis.access, .treatment, .payment, .authorization])
  func `what is usual on a basis leads to that basis`(_ basis: Basis) throws {
    let draft = try PacketDraft(
      [Self.file("a", Self.facts("Roe"))],
      Self.wishes {
        ($0.isSample, $0.basis, $0.site) = (true, basis, Self.trial)
        $0.recipients = [
          Self.law, Recipient(id: "lakeside-heart", name: "V", kinds: [.provider], channel: .direct),
          Recipient(id: "prairie-mutual", name: "I", kinds: [.payer], channel: .sftp),
        ]
      })
    #expect(Basis.derived(from: draft.request) == basis)
  }

  @Test func `what does not go together is told at once`() {
    let failure = #expect(throws: Failure.self) {
      try PacketDraft(
        [Self.file("a", Self.facts("Roe"))],
        Self.wishes {
          ($0.purpose, $0.isSample, $0.recipient) = ("TRAET", true, "exmple-law")
          ($0.site, $0.recipients) = (Self.trial, [Self.law])
          ($0.categories, $0.knownCategories) = (["HVI", "SUD"], ["HIV", "SUD"])
        }, patientFrom: "zzz")
    }
    #expect(
      failure?.problems == [
        "--purpose is no HL7 PurposeOfUse code; did you mean TREAT?",
        "--categories: the house defines none that is called HVI; did you mean HIV?",
        "--recipient exmple-law is not in the house's recipients.yaml; did you mean example-law?",
        "--patient-from names no file of the folder; give its path as it lies there",
      ])
    #expect(failure?.status == .usage)
  }

  @Test func `a sample is not made for a house that would reject it`() {
    var site = Self.trial
    site.isTrial = false
    let failure = #expect(throws: Failure.self) {
      try PacketDraft(
        [Self.file("a", Self.facts("Roe"))], Self.wishes { ($0.isSample, $0.site) = (true, site) })
    }
    #expect(
      failure?.problems == [
        "--sample is for trial houses, and this one would reject it; name one with --house"
      ])
  }
}
