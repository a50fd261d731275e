import JSON
import Records
import Values

/// A resource of FHIR JSON as FHIR XML, by the rules of R4 (JSON: the two representations) and without the
/// code under test: so that each sample is there twice.
struct FHIRXMLSample {
  private let document: JSONDocument
  private var out = ""

  static func xml(of json: String) throws -> String {
    var sample = FHIRXMLSample(try JSONDocument(Array(json.utf8), limits: .standard))
    sample.resource(0, isRoot: true)
    return sample.out
  }

  private init(_ document: JSONDocument) { self.document = document }

  private func name(_ node: Int) -> String {
    String(decoding: document.keyText(node) ?? [], as: UTF8.self)
  }

  /// In the order of the JSON, but for a `meta` before all else, where a cut puts it: XML has it after `id`.
  private func members(_ object: Int) -> [Int] {
    let all = Array(document.children(object))
    guard let meta = all.first, name(meta) == "meta" else { return all }
    let first = [document.member(object, "id"), meta].compactMap { $0 }
    return first + all.filter { !first.contains($0) }
  }

  private mutating func resource(_ node: Int, isRoot: Bool) {
    let type = document.member(node, "resourceType").flatMap { document.string($0) } ?? "Unsaid"
    out += "<\(type)"
    if isRoot { out += #" xmlns="http://hl7.org/fhir""# }
    out += ">"
    for member in members(node) where name(member) != "resourceType" { write(member, of: node) }
    out += "</\(type)>"
  }

  private mutating func write(_ member: Int, of object: Int) {
    let name = name(member)
    if name.hasPrefix("_") {
      let own = String(name.dropFirst())
      guard document.member(object, own) == nil else { return }
      if document.kind(member) == .array {
        for one in document.children(member) { element(own, value: nil, companion: one) }
      } else {
        element(own, value: nil, companion: member)
      }
      return
    }
    let companion = document.member(object, "_" + name)
    guard document.kind(member) == .array else { return element(name, value: member, companion: companion) }
    let companions = companion.map { Array(document.children($0)) } ?? []
    for (index, one) in document.children(member).enumerated() {
      element(name, value: one, companion: companions.indices.contains(index) ? companions[index] : nil)
    }
  }

  private mutating func element(_ name: String, value: Int?, companion: Int?) {
    let isThere = [value, companion].contains { $0.map { document.kind($0) != .null } ?? false }
    guard isThere else { return }
    if let value, document.kind(value) == .object {
      if document.member(value, "resourceType") != nil {
        out += "<\(name)>"
        resource(value, isRoot: false)
        out += "</\(name)>"
      } else {
        object(name, value, value: nil)
      }
    } else if name == "div", let value {
      out += document.string(value) ?? ""
    } else {
      object(name, companion, value: value)
    }
  }

  /// An element with the members of an object, and a value of its own.
  private mutating func object(_ name: String, _ node: Int?, value: Int?) {
    out += "<\(name)"
    let isExtension = name == "extension" || name == "modifierExtension"
    if let node, document.kind(node) == .object {
      if let id = document.member(node, "id") { attribute("id", id) }
      if isExtension, let url = document.member(node, "url") { attribute("url", url) }
    }
    if let value, document.kind(value) != .null { attribute("value", value) }
    out += ">"
    if let node, document.kind(node) == .object {
      for member in document.children(node) {
        let own = self.name(member)
        if own != "id", !(isExtension && own == "url") { write(member, of: node) }
      }
    }
    out += "</\(name)>"
  }

  private mutating func attribute(_ name: String, _ node: Int) {
    let text =
      document.string(node) ?? String(decoding: document.bytes[document.range(node)], as: UTF8.self)
    out += " \(name)=\"\(Self.escaped(text))\""
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\n", with: "&#10;").replacing("\t", with: "&#9;").replacing("\r", with: "&#13;")
  }
}

/// What facts say, places and bytes left out, so that two formats of one resource can be compared.
struct FHIRShownFacts: Equatable {
  let units: [String]
  let runs: [String]
  let identities: [String]
  let rest: [String]

  init(_ facts: RecordFacts) {
    units = facts.units.map { unit in
      "\(unit.kind) in \(unit.parent ?? -1) \(unit.place.path?.shown ?? "-") \(unit.type ?? "-") \(unit.isKnown) "
        + "\(unit.codes.map(\.shown)) \(unit.labels.map(\.shown)) \(unit.days)"
    }
    runs = facts.runs.map {
      "\($0.unit) \($0.kind) \(String(decoding: facts.arena[$0.range], as: UTF8.self))"
    }
    identities = (facts.identities + facts.mentions).map { "\($0.unit) \($0.shown)" }
    rest =
      facts.documentTypes.map(\.shown) + ["\(String(describing: facts.serviceDays))"]
      + facts.findings.map {
        "\($0.rule.shown.replacing("fhir.xml", with: "fhir.json")) \($0.problem) \($0.place?.path?.shown ?? "-")"
      }
  }
}
