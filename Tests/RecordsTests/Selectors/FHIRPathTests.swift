import Records
import Testing
import Values

@Suite("the FHIRPath subset of site rules")
struct FHIRPathTests {
  static let bundle = #"""
    {"resourceType":"Bundle","type":"collection","entry":[
     {"fullUrl":"urn:uuid:0b5e1a9e-2222-4a4e-9c1c-0d5f3c1a2b01","resource":{"resourceType":"Patient","id":"p1","active":true,
      "name":[{"use":"official","family":"Roe","given":["Jane","Ann"]},{"use":"maiden","family":"Doe"}],
      "birthDate":"1980-02-03","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"1980-02-03T14:35:45-05:00"}]},
      "identifier":[{"system":"urn:emp","value":"E-100234"},{"system":"urn:mrn","value":"4711"}],
      "deceasedBoolean":false,
      "photo":[{"contentType":"image/png","title":"portrait","data":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"}],
      "communication":[{"language":{"text":"French"},"preferred":true}],
      "managingOrganization":{"reference":"#org"},
      "contained":[{"resourceType":"Organization","id":"org","name":"Alder Clinic"}],
      "extension":[{"url":"urn:site:shelf","valueString":"B-12"}]}},
     {"resource":{"resourceType":"Observation","id":"o1","status":"final",
      "code":{"coding":[{"system":"http://loinc.org","code":"5195-3"},{"system":"urn:local","code":"HBS"}],"text":"surface antigen"},
      "subject":{"reference":"urn:uuid:0b5e1a9e-2222-4a4e-9c1c-0d5f3c1a2b01"},"valueQuantity":{"value":1.50,"unit":"mg"},
      "component":[{"code":{"text":"one"},"valueString":"reactive"},{"code":{"text":"two"},"valueInteger":3}]}},
     {"resource":{"resourceType":"Observation","id":"o2","status":"final","code":{"text":"pulse"},
      "subject":{"reference":"Patient/p1"},"valueString":"80"}}]}
    """#

  static func record(_ text: String = bundle) throws -> any ReadRecord {
    try RecordReader.read(bytes(text), number: 1, limits: .standard)
  }

  @Test(arguments: [
    ("Patient.birthDate", ["1980-02-03"]),
    ("Patient.name.given", ["Jane", "Ann"]),
    ("Patient.name[1].family", ["Doe"]),
    ("Patient.name.first().given[1]", ["Ann"]),
    ("Patient.name.last().family", ["Doe"]),
    ("Patient.name.where(use = 'maiden').family", ["Doe"]),
    ("Patient.name.where(use != 'maiden').family", ["Roe"]),
    ("Patient.name.where((use = 'maiden').not()).family", ["Roe"]),
    ("Patient.name.where(given.exists()).family", ["Roe"]),
    ("Patient.name.where(given.empty()).family", ["Doe"]),
    ("Patient.name.where(use = 'maiden' or family = 'Roe').family", ["Roe", "Doe"]),
    ("Patient.name.where(use = 'maiden' and family = 'Roe').family", []),
    ("Patient.name.where(given = 'Ann').family", ["Roe"]),
    ("Patient.name.given.where($this = 'Ann')", ["Ann"]),
    ("Patient.identifier.where(system = 'urn:emp').value", ["E-100234"]),
    ("Patient.where(active).birthDate", ["1980-02-03"]),
    ("Patient.where(active = false).birthDate", []),
    ("Patient.where(deceased = false).birthDate", ["1980-02-03"]),
    ("Patient.extension('urn:site:shelf').value", ["B-12"]),
    ("Patient.extension('urn:site:shelf').value.ofType(string)", ["B-12"]),
    (
      "Patient.birthDate.extension('http://hl7.org/fhir/StructureDefinition/patient-birthTime').value",
      ["1980-02-03T14:35:45-05:00"]
    ),
    ("Observation.value.ofType(Quantity).unit", ["mg"]),
    ("Observation.value.ofType(Quantity).where(value = 1.5).unit", ["mg"]),
    ("Observation.value.ofType(string)", ["80"]),
    ("Observation.value", ["1.50", "mg", "80"]),
    ("Observation.where(code.coding.code = 'HBS').component.value", ["reactive", "3"]),
    ("Observation.where(component.exists(code.text = 'two')).code.text", ["surface antigen"]),
    ("Observation.where(subject.resolve().ofType(Patient).birthDate = '1980-02-03').value.unit", ["mg"]),
    ("Patient.managingOrganization.resolve().ofType(Organization).name", ["Alder Clinic"]),
    ("Bundle.entry.resource.ofType(Patient).birthDate", ["1980-02-03"]),
    ("Bundle.entry[2].resource.code.text", ["pulse"]),
    ("Condition.code", []),
  ])
  func `a path marks what it names:`(_ path: String, _ texts: [String]) throws {
    #expect(try Self.record().marked(.fhir, path) == texts)
  }

  @Test(arguments: [
    ("Patint.photo", "1: FHIR R4 has no resource type \"Patint\"; did you mean \"Patient\"?"),
    ("Patient.foto", "9: FHIR R4 has no element \"foto\" of Patient; did you mean \"photo\"?"),
    ("Patient.name.gvien", "14: FHIR R4 has no element \"gvien\" of HumanName; did you mean \"given\"?"),
    ("Observation.valueQuantity", "13: \"valueQuantity\" is JSON's; write value.ofType(Quantity)"),
    ("Observation.value.ofType(Attachment)", "19: this is never a Attachment: it is"),
    ("Observation.value.ofType(Quantty)", "19: FHIR R4 has no type \"Quantty\"; did you mean \"Quantity\"?"),
    ("Patient.where(active = 'yes')", "22: boolean is never equal to string, so that this cannot match"),
    ("Patient.where(name = 'Roe')", "20: HumanName is never equal to string, so that this cannot match"),
    ("Patient.where(birthDate = 1980)", "25: date is never equal to decimal, so that this cannot match"),
    ("Patient.where(name)", "15: a test is true or false, and this is HumanName; write .exists() after it?"),
    (
      "Patient.where(gender = 'male' and gender = 'female')",
      "42: one value cannot be equal to two, so that this cannot match"
    ),
    (
      "Patient.name.where(use = 'official').where(use = 'usual')",
      "48: one value cannot be equal to two, so that this cannot match"
    ),
    (
      "Patient.name.where(use = 'old').first().where((use = 'usual'))", "52: one value cannot be equal to two"
    ),
    ("Patient.name.where(use != 'old' and use = 'old')", "41: a value is not equal and unequal to one"),
    ("Patient.where(name.empty() and name.exists())", "32: nothing is so and not so"),
    ("Patient.where(gender.empty()).where(gender = 'male')", "44: nothing is so and not so"),
    ("Patient.where(active and active.not())", "26: nothing is so and not so"),
    ("Patient.name.where(false)", "20: false is never true"),
    ("Patient.name.where('a' = 'b')", "24: this is never true"),
    (
      "Patient.name.where(use = 'offical')",
      "26: FHIR R4 has no code \"offical\" for this; did you mean \"official\"?"
    ),
    ("Patient.gender.where($this = 'F')", "30: FHIR R4 has no code \"F\" for this"),
    (
      "Observation.where(status != 'finale')",
      "29: FHIR R4 has no code \"finale\" for this; did you mean \"final\"?"
    ),
    ("Observation.value.ofType(Quantity).where(comparator = '=')", "55: FHIR R4 has no code \"=\" for this"),
    ("Patient.birthDate[1]", "18: what stands there is one, and [1] cannot match; places count from 0"),
    ("Patient.name[0][1]", "16: what stands there is one"),
    ("Patient.name.first()[1]", "21: what stands there is one"),
    ("Patient[1].name", "8: what stands there is one"),
    ("Patient.extension('')", "9: no extension has an empty URL"),
    ("Patient.active = true", "16: a rule selects places and no truth; put the test into where(…)"),
    ("Patient.name.exists()", "14: a rule selects places and no truth; put the test into where(…)"),
    ("Patient.name.resolve()", "14: resolve() is of a Reference, and this is HumanName"),
    ("Patient.name.wher(use = 'x')", "14: no function \"wher\" in the subset; did you mean \"where\"?"),
    ("Patient.name | Patient.photo", "14: \"|\" is not in the subset of FHIRPath that site rules have"),
    ("Patient.name.where(use = 'x'", "29: \")\" is missing after where(…"),
    ("Patient.name.where(use = 'x", "26: the quote is not closed"),
    ("Patient.name[x]", "14: an index is a whole number, from 0"),
    ("Patient..name", "9: a name is missing after \".\""),
    ("", "1: a path begins with a resource type, such as Patient"),
    ("Patient.where(birthDate > '2000')", "25: \">\" is not in the subset"),
    ("Patient.where($that.active)", "15: of the $ words only $this is in the subset"),
    ("Patient.name.given.family", "20: FHIR R4 has no element \"family\" of string"),
  ])
  func `a path that cannot match is refused, with its column:`(_ path: String, _ problem: String) throws {
    let found = try #require(Selector.problem(.fhir, path))
    #expect(found.hasPrefix(problem), "\(found)")
  }

  @Test(arguments: [
    "Patient.name.where(use = 'old' or use = 'maiden').given[3]", "Patient.name.first().first().given[3]",
    "Patient.name.where(given = 'A' and given = 'B')", "Patient.name.where(use != 'old' and use != 'usual')",
    "Patient.where(name.empty()).where(photo.exists()).gender", "Patient.name[1].given[2]",
    "Observation.where(status = 'final').component.where(code.coding.code = 'x').value",
    "Observation.value.ofType(Quantity).where(comparator = '<')",
    "Observation.code.coding.where(code = 'any')",
    "Bundle.entry.resource.where(status = 'final')",
    "Patient.telecom.where(use = 'home').where(system = 'phone')",
    "Patient.name.where((use = 'old').not()).where(use = 'usual')",
  ])
  func `what can match is taken:`(_ path: String) { #expect(Selector.problem(.fhir, path) == nil) }

  @Test func `a type that the pipeline lets pass is not checked`() throws {
    #expect(Selector.problem(.fhir, "Shelf.place.where(row = 3)", allowed: ["Shelf"]) == nil)
    #expect(Selector.problem(.fhir, "Shelf.place") != nil)
  }

  @Test func `deep and long paths are refused and do not overflow`() {
    let deep =
      "Patient" + String(repeating: ".where(name", count: 30) + String(repeating: ".exists())", count: 30)
    #expect(Selector.problem(.fhir, deep)?.contains("nested too deep") ?? false)
    #expect(
      Selector.problem(.fhir, "Patient" + String(repeating: ".name", count: 400))?.hasPrefix("1001") ?? false)
  }

  @Test(arguments: [
    "Patient.name.where((use = 'maiden').not() and given.exists($this != `x`)).family[0]",
    "Observation.value.ofType(Quantity).where(value = 1.5 or unit = 'm\\'g').extension('urn:x')",
  ])
  func `a broken path is refused or read, and never traps`(_ path: String) throws {
    try Self.record().selectByBroken(.fhir, path)
  }

  @Test func `a path that takes quadratic time in the record holds it`() throws {
    let many = (0..<1500).map { #"{"url":"urn:\#($0)","valueString":"v"}"# }.joined(separator: ",")
    let record = try Self.record(#"{"resourceType":"Patient","id":"p","extension":[\#(many)]}"#)
    let selector = try Selector.of(
      .fhir, "Patient.where(extension.url != extension.url and extension.url = extension.value).active")
    let error = #expect(throws: PacketError.self) { try record.selected(by: selector, .redact) }
    #expect(error?.rule == "site.limit" && error?.outcome == .hold)
  }

  @Test func `a redacted element is masked as FHIR masks, its truths too`() throws {
    let edited = try Self.record().applying(.fhir, "Patient.communication", .redact)
    #expect(!edited.contains("French") && !edited.contains(#""preferred":true"#))
    #expect(edited.contains(#""_preferred":{"extension":"#) && edited.contains("1980-02-03"))
    let alive = try Self.record().applying(.fhir, "Patient.deceased", .redact)
    #expect(!alive.contains(#""deceasedBoolean":false"#) && alive.contains("_deceasedBoolean"))
  }

  @Test func `data that cannot be marked goes with its attachment`() throws {
    let edited = try Self.record().applying(.fhir, "Patient.photo", .redact)
    #expect(!edited.contains("iVBOR") && !edited.contains("portrait") && edited.contains("1980-02-03"))
  }

  @Test func `what names a resource cannot be marked alone, so the resource goes`() throws {
    let selection = try Self.record().selected(by: .of(.fhir, "Observation.id"), .redact)
    #expect(selection.units.count == 2 && selection.redactions.isEmpty)
  }

  @Test func `withhold takes the part that holds what is named`() throws {
    let edited = try Self.record().applying(
      .fhir, "Observation.where(code.coding.code = '5195-3')", .withhold)
    #expect(!edited.contains("surface antigen") && edited.contains("pulse"))
    let part = try Self.record().applying(
      .fhir, "Observation.component.where(code.text = 'one').value", .withhold)
    #expect(!part.contains("reactive") && part.contains("surface antigen"))
  }

  @Test func `each line of NDJSON is looked at`() throws {
    let lines = (1...3).map { #"{"resourceType":"Patient","id":"p\#($0)","birthDate":"198\#($0)-01-01"}"# }
    let record = try Self.record(lines.joined(separator: "\n"))
    #expect(try record.marked(.fhir, "Patient.birthDate") == ["1981-01-01", "1982-01-01", "1983-01-01"])
    #expect(try record.addressesMarked(.fhir, "Patient.birthDate")[1] == "record 1, /birthDate, line 2")
  }

  @Test func `addresses are JSON pointers, and no name that FHIR does not have is in them`() throws {
    let record = try Self.record()
    #expect(
      try record.addressesMarked(.fhir, "Patient.name.family") == [
        "record 1, /entry/0/resource/name/0/family", "record 1, /entry/0/resource/name/1/family",
      ])
    #expect(
      try record.addressesWithheld(.fhir, "Observation.component.where(code.text = 'two')") == [
        "record 1, /entry/1/resource/component/1"
      ])
    let strange = try Self.record(
      #"{"resourceType":"Patient","id":"p","Jane Roe":1,"contact":[{"Jane":{"text":"her sister"}}]}"#)
    #expect(try strange.addressesMarked(.fhir, "Patient.contact").last == "record 1, /contact/0/{1}/text")
  }
}
