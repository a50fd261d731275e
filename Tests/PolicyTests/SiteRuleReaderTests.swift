import Policy
import Records
import Testing
import Values
import YAML

@Suite("site rules in a pipeline's file")
struct SiteRuleReaderTests {
  static let good = """
    name: p
    title: P
    version: 3
    takes: {bases: [treatment]}
    withhold: [HIV]
    allowUnknown: [ZPI]
    siteRules:
      - id: site.no-photos
        why: 45 CFR 164.502(b)
        in: fhir
        path: Patient.photo
        do: redact
      - id: site.badges
        why: house policy 12
        in: text
        path: "Badge: #####"
        do: redact
      - id: site.shelf
        why: house policy 12
        in: hl7v2
        path: ZPI
        do: withhold

    """

  static func problems(_ text: String) -> [String] {
    switch PipelineReader.read(Array(text.utf8), name: "p.yaml", categories: ["HIV"]) {
    case .read: []
    case .refused(let problems): problems.map(\.description)
    }
  }

  @Test func `good rules are read as they stand`() throws {
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(Self.good.utf8), name: "p.yaml", categories: ["HIV"])
    else {
      Issue.record("refused: \(Self.problems(Self.good))")
      return
    }
    #expect(pipeline.siteRules.map(\.id) == ["site.no-photos", "site.badges", "site.shelf"])
    #expect(pipeline.siteRules.map(\.action) == [.redact, .redact, .withhold])
    #expect(pipeline.siteRules[0].source == "45 CFR 164.502(b)")
  }

  @Test(arguments: [
    ("id: site.no-photos", "id: no-photos", "p.yaml:8:9: \"id\" is site. and words in kebab-case"),
    ("id: site.no-photos", "id: site.NoPhotos", "p.yaml:8:9: \"id\" is site. and words in kebab-case"),
    ("id: site.badges", "id: site.no-photos", "p.yaml:13:5: two site rules are called \"site.no-photos\""),
    ("why: 45", "wy: 45", "p.yaml:9:5: unknown key \"wy\"; did you mean \"why\"?"),
    ("    why: 45 CFR 164.502(b)\n", "", "p.yaml:8:5: the key \"why\" is missing"),
    ("in: fhir", "in: fihr", "p.yaml:10:9: unknown value \"fihr\" of \"in\"; did you mean \"fhir\"?"),
    ("do: redact", "do: remove", "p.yaml:12:9: unknown value \"remove\" of \"do\""),
    ("    do: redact\n", "", "p.yaml:8:5: the key \"do\" is missing"),
    (
      "Patient.photo", "Patient.foto",
      "p.yaml:11:19: \"path\", column 9: FHIR R4 has no element \"foto\" of Patient; did you mean \"photo\"?"
    ),
    ("path: ZPI", "path: ZPX", "p.yaml:21:11: \"path\", column 1: no segment \"ZPX\" is known"),
    ("\"Badge: #####\"", "\"Badge+\"", "p.yaml:16:11: \"path\", column 6: \"+\" stands after # or @"),
    (
      "[treatment]", "[treatment, access]",
      "p.yaml:8:3: the patient's own access is cut by no rule of the site (45 CFR 164.524(a)(1))"
    ),
  ])
  func `one mistake, its place and its remedy:`(_ from: String, _ to: String, _ problem: String) {
    let problems = Self.problems(Self.good.replacing(from, with: to, maxReplacements: 1))
    #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
  }

  @Test func `an empty list is a mistake`() {
    let text = String(Self.good.prefix { $0 != "-" }).replacing("siteRules:\n", with: "siteRules: []\n")
    #expect(Self.problems(text) == ["p.yaml:7:12: \"siteRules\" is empty: leave it out"])
  }

  @Test func `each rule is a line that may never have acted`() throws {
    let set = try ShippedCategories.set()
    guard
      case .read(let pipeline) = PipelineReader.read(
        Array(Self.good.utf8), name: "p.yaml", categories: set.names)
    else {
      Issue.record("refused")
      return
    }
    let site = Site(name: "A", kind: .hospital, state: "NY", timeZone: "America/New_York", isTrial: true)
    var use = PipelineUse([pipeline], set, site: site)
    use.add(
      [Finding("site.badges", source: "", .withhold, lift: .notApplicable, "found", remedy: "nothing to do")],
      in: "p", from: .packet)
    let dead = use.lines.filter { $0.key == "siteRules" && $0.isDead }.map(\.entry)
    #expect(dead == ["site.no-photos", "site.shelf"])
  }

  @Test func `a test may name a site's rule`() {
    let tests = PipelineTestReaderTests.good.replacing(
      "rules: [auth.defect.expired]", with: "rules: [site.badges]")
    #expect(PipelineTestReaderTests.problems(tests).isEmpty)
  }
}
