import Records
import Values

/// A selector of each format is compiled from the input, or refused at a column within it; one that compiles is
/// evaluated on a record of its format, and what it selects can be cut.
func fuzzSelector(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  for (format, record) in selectorRecords {
    for action in SelectorAction.allCases {
      do throws(SelectorProblem) {
        let selector = try Selector(text, for: format, action: action, allowed: ["ZPI", "Shelf"])
        select(selector, action, record)
      } catch {
        hold(error.column >= 1 && error.column <= Selector.longestColumn, "a problem has a column")
      }
    }
  }
}

private func select(_ selector: Selector, _ action: SelectorAction, _ record: any ReadRecord) {
  do throws(PacketError) {
    let selection = try record.selected(by: selector, action)
    let units = record.facts.units.indices
    hold(selection.units.allSatisfy { units.contains($0) }, "a unit is there")
    for range in selection.redactions {
      guard let run = record.facts.run(at: range.lowerBound) else {
        fatalError("broken: a mark is in a text")
      }
      hold(range.upperBound <= record.facts.runs[run].range.upperBound, "a mark is within one text")
    }
    let parts: [CutPart] =
      selection.units.map { .unit($0) } + selection.redactions.map { .text(at: $0.lowerBound) }
    hold(try record.addresses(of: parts).count == parts.count, "each part has an address")
    _ = try record.cutting(
      Cut(units: selection.units, redactions: selection.redactions, values: selection.values))
  } catch {
    hold(error.outcome == .hold, "what cannot be done surely holds")
  }
}

private let selectorRecords: [(Selector.Format, any ReadRecord)] = [
  (
    .fhir,
    #"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p","active":true,"name":[{"family":"Roe","given":["Jane"]}],"_birthDate":{"extension":[{"url":"u","valueString":"x"}]},"photo":[{"data":"AAAA"}]}},{"resource":{"resourceType":"Observation","id":"o","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/p"},"valueQuantity":{"value":1.50}}}]}"#
  ),
  (
    .cda,
    #"<ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2" extension="x"/><component><structuredBody><component><section><code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>P</title><text><list><item>a</item><item>b</item></list></text><entry><act classCode="ACT" moodCode="EVN"><code code="1" displayName="d"/></act></entry></section></component></structuredBody></component></ClinicalDocument>"#
  ),
  (
    .hl7v2,
    "MSH|^~\\&|A|B|||20260301||ORU^R01|1|P|2.5.1\rPID|1||1^^^H~2||R^J\rOBR|1|||C^B^LN\rOBX|1|ST|X||a&b^c~d\\T\\\rZPI|1|s\r"
  ),
  (.text, "Patient: Roe, Jane\n\nEmployee no: 48213 and AB-12\n"),
].map { format, text in
  do throws(PacketError) {
    return (format, try RecordReader.read(Array(text.utf8), number: 1, limits: .standard))
  } catch {
    fatalError("broken: a record of ours reads: \(error.rule)")
  }
}
