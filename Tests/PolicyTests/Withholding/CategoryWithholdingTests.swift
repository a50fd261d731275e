import Policy
import Records
import Requests
import Testing
import Values

@Suite("RULES.md §9: a protected category leaves only where form or law opens it")
struct CategoryWithholdingTests {
  /// Unit 1 an HIV test, unit 2 a blood pressure.
  static let lab: RecordFacts = {
    var builder = FactsBuilder()
    builder.unit(codes: [.loinc("7917-8", "HIV 1 Ab [Presence] in Serum")])
    builder.unit(codes: [.loinc("8480-6", "Systolic blood pressure")])
    return builder.facts
  }()

  @Test func `an entry of a category that the form does not name is withheld, and nothing else`() throws {
    let plan = try SampleCase(Self.lab).plan()
    #expect(plan.units() == [1])
    #expect(plan.rules() == ["cat.hiv"])
    #expect(plan.record(1)?.isWithheldWhole == false)
  }

  @Test func `a form that names it opens it`() throws {
    let plan = try SampleCase(Self.lab).form { $0.categories = ["HIV"] }.plan()
    #expect(plan.units().isEmpty)
    #expect(plan.released == ["HIV"])
  }

  @Test func `a form that names another does not`() throws {
    #expect(try SampleCase(Self.lab).form { $0.categories = ["MH"] }.plan().units() == [1])
  }

  @Test func `each name that the category's file lists opens it`() throws {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("F32.9", "Major depressive disorder, single episode")])
    let sample = SampleCase(builder.facts)
    #expect(try sample.plan().units() == [1])
    #expect(try sample.form { $0.categories = ["BH"] }.plan().units().isEmpty)
  }

  @Test
  func `the patient's own access is cut by no category but psychotherapy notes (45 CFR 164.524(a)(1)(i))`()
    throws
  {
    var builder = FactsBuilder()
    builder.unit(codes: [.icd10("B20")])
    builder.unit(codes: [.icd10("F11.20")])
    builder.unit(codes: [.loinc("47042-7")])
    let plan = try SampleCase(builder.facts).with { $0.basis = .access }.plan()
    #expect(plan.units() == [3])
    #expect(plan.rules() == ["cat.psychotherapy", "access.exclude.psych"])
  }

  @Test func `psychotherapy notes are withheld whatever the pipeline says, save on a form of their own`()
    throws
  {
    var builder = FactsBuilder()
    builder.unit(codes: [.loinc("47042-7")])
    let sample = SampleCase(builder.facts).with { $0.pipeline = "withhold: []" }
    #expect(try sample.plan().rules() == ["cat.psychotherapy", "auth.psych.required"])
    #expect(try sample.form { $0.categories = ["PSYTHPN"] }.plan().units() == [1])
    let own = sample.form { ($0.categories, $0.kind) = (["PSYTHPN"], .psychotherapy) }
    #expect(try own.plan().units().isEmpty)
    #expect(try own.form { $0.combinedWith = ["chart"] }.plan().units() == [1])
  }

  @Test func `a form for psychotherapy notes opens no other record`() throws {
    let own = SampleCase(Self.lab).form { ($0.categories, $0.kind) = (["PSYTHPN"], .psychotherapy) }
    #expect(try own.plan().record(1)?.isWithheldWhole == true)
  }

  @Test func `a recipient gets no category that its entry of the directory does not list`() throws {
    let sample = SampleCase(Self.lab).form { $0.categories = ["HIV"] }.with {
      $0.recipients = [
        Recipient(id: "firm", name: "Firm", kinds: [.attorney], channel: .sftp, mayReceive: ["MH"])
      ]
      $0.request.recipient = RequestedRecipient()
      $0.request.recipient?.id = "firm"
    }
    #expect(try sample.plan().units() == [1])
  }

  @Test func `a pipeline may lower a category to its floor, and then it leaves`() throws {
    let sample = SampleCase(Self.lab).with { $0.pipeline = "withhold: [HIV]\nverdicts: {cat.hiv: note}" }
    #expect(try sample.plan().units().isEmpty)
  }

  @Test func `38 USC 7332: a VA site withholds HIV whatever the pipeline says`() throws {
    let sample = SampleCase(Self.lab).with {
      $0.pipeline = "withhold: []"
      $0.site.kind = .va
    }
    #expect(try sample.plan().rules() == ["cat.va"])
  }

  @Test func `the smallest part that can be taken out goes`() throws {
    var builder = FactsBuilder(.cda)
    let section = builder.unit(.section)
    let entry = builder.unit(.entry, in: section, isRemovable: false, codes: [.icd10("B20")])
    #expect(entry == 2)
    builder.unit(.section)
    #expect(try SampleCase(builder.facts).plan().units() == [section])
  }

  @Test func `a code that no part can be taken out for takes the whole record`() throws {
    var builder = FactsBuilder(.cda)
    builder.unit(.header, isRemovable: false, codes: [.icd10("B20")])
    let plan = try SampleCase(builder.facts).plan()
    #expect(plan.record(1)?.isWithheldWhole == true)
    #expect(plan.units() == [0])
  }

  @Test func `a document type of the category takes the whole record`() throws {
    var builder = FactsBuilder(.cda)
    builder.unit(.section)
    builder.change { $0.documentTypes = [.loinc("47042-7")] }
    #expect(try SampleCase(builder.facts).plan().record(1)?.isWithheldWhole == true)
  }

  @Test func `a record that could not be read stays behind`() throws {
    let facts = try SampleCase(Self.lab).facts()
    let unread = Case(
      request: facts.request, records: [RecordCase(number: 1, listed: ListedRecord(path: "r1"), facts: nil)],
      papers: facts.papers, house: facts.house, basis: facts.basis, pipeline: facts.pipeline)
    let plan = try WithholdingPlan.plan(unread, categories: try ShippedCategories.set())
    #expect(plan.record(1)?.isWithheldWhole == true)
  }

  @Test func `an attachment that cannot be looked into stays behind, and holds nothing up`() throws {
    var builder = FactsBuilder()
    builder.unit(.attachment, isKnown: false)
    builder.unit(.entry)
    let plan = try SampleCase(builder.facts).plan()
    #expect(plan.units() == [1])
    #expect(plan.verdict("house.opaque-part") == .withhold)
  }

  @Test func `an attachment that is wholly decoded text is searched like any other part`() throws {
    var builder = FactsBuilder()
    builder.unit(.attachment)
    #expect(try SampleCase(builder.facts).plan().units() == [])
  }

  @Test func `a part that the format does not know stays behind unless the pipeline names it`() throws {
    var builder = FactsBuilder(.hl7v2)
    builder.unit(.segment, isKnown: false, codes: [Code(system: nil, code: "ZPI")])
    let sample = SampleCase(builder.facts)
    #expect(try sample.plan().rules() == ["house.unknown-part"])
    #expect(try sample.with { $0.pipeline = "withhold: []\nallowUnknown: [ZPI]" }.plan().units().isEmpty)
  }

  @Suite("cat.label: labels are believed")
  struct Labels {
    @Test(arguments: ["R", "V", "TBOO", "HIV", "LOCAL-SECRET"]) func `a labelled part goes`(_ label: String)
      throws
    {
      var builder = FactsBuilder()
      builder.unit(labels: [label], "nothing of note")
      #expect(try SampleCase(builder.facts).plan().units() == [1])
    }

    @Test(arguments: ["N", "M", "L", "U", "NORDSCLCD"]) func `others say nothing`(_ label: String) throws {
      var builder = FactsBuilder()
      builder.unit(labels: [label], "nothing of note")
      #expect(try SampleCase(builder.facts).plan().units().isEmpty)
    }

    @Test func `a restricted part leaves when what the form opens explains its label`() throws {
      var builder = FactsBuilder()
      builder.unit(codes: [.icd10("B20")], labels: ["R"])
      builder.unit(labels: ["R"])
      #expect(try SampleCase(builder.facts).form { $0.categories = ["HIV"] }.plan().units() == [2])
    }

    @Test func `a labelled record goes whole`() throws {
      var builder = FactsBuilder(.cda)
      builder.change { $0.units[0].labels = [Code(system: "2.16.840.1.113883.5.25", code: "V")] }
      #expect(try SampleCase(builder.facts).plan().record(1)?.isWithheldWhole == true)
    }
  }

  @Suite("weak signs act only beside another one")
  struct Weak {
    static let cd4 = Code.loinc("24467-3", "CD4 cells [#/volume] in Blood")

    @Test func `a weak code alone, with its own name, is noted`() throws {
      var builder = FactsBuilder()
      builder.unit(codes: [Self.cd4])
      let plan = try SampleCase(builder.facts).plan()
      #expect(plan.units().isEmpty)
      #expect(plan.findings.map(\.verdict) == [.note])
    }

    @Test func `beside a sure one it goes`() throws {
      var builder = FactsBuilder()
      builder.unit(codes: [Self.cd4])
      builder.unit(codes: [.icd10("B20")])
      #expect(try SampleCase(builder.facts).plan().units() == [1, 2])
    }

    @Test func `a weak code and its translation are one sign`() throws {
      var builder = FactsBuilder()
      builder.unit(codes: [Self.cd4, .loinc("8123-2", "CD4 cells/100 cells in Blood")])
      builder.unit(.narrative, "CD4 cells in blood")
      let plan = try SampleCase(builder.facts).plan()
      #expect(plan.units().isEmpty)
      #expect(plan.findings.map(\.verdict) == [.note])
    }

    @Test func `beside another weak one it goes`() throws {
      var builder = FactsBuilder()
      builder.unit(codes: [Self.cd4])
      builder.unit(codes: [.icd10("C46.9", "Kaposi's sarcoma, unspecified")])
      #expect(try SampleCase(builder.facts).plan().units() == [1, 2])
    }

    @Test func `a weak term alone is shown to a person, or noted where the pipeline says so`() throws {
      var builder = FactsBuilder()
      builder.unit(.paragraph, "KS on the left leg")
      let sample = SampleCase(builder.facts)
      #expect(try sample.plan().verdict("cat.term-only") == .hold)
      #expect(try sample.plan().units().isEmpty)
      let lowered = sample.with { $0.pipeline = "withhold: [HIV]\nverdicts: {cat.term-only: note}" }
      #expect(try lowered.plan().verdict("cat.term-only") == .note)
    }

    @Test func `in another record of the packet it goes when the first one's withheld part had it`() throws {
      var first = FactsBuilder()
      first.unit(codes: [.icd10("B20")], "KS on the left leg")
      var second = FactsBuilder(.text)
      second.unit(.paragraph, "follow up of KS")
      second.unit(.paragraph, "blood pressure")
      let plan = try SampleCase(first.facts, second.facts).plan()
      #expect(plan.units(2) == [1])
    }
  }
}
