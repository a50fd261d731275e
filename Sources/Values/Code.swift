/// A coded concept as a record gives it: system, code, words.
package struct Code: Hashable, Sendable {
  /// The code system as the record names it: an OID (`2.16.840.1.113883.6.1`), a URI
  /// (`http://loinc.org`) or an HL7 v2 table id (`LN`); nil when the record names none.
  package let system: Sensitive<String>?
  package let code: Sensitive<String>
  package let display: Sensitive<String>?

  package init(system: String?, code: String, display: String? = nil) {
    self.system = system.map { Sensitive($0) }
    self.code = Sensitive(code)
    self.display = display.map { Sensitive($0) }
  }
}
