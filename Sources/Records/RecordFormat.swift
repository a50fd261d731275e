internal import Values

/// How a record is written. It is sniffed from the bytes and compared with what the request says.
package enum RecordFormat: String, Sendable, CaseIterable, Showable {
  case cda
  case fhirJSON = "fhir-json"
  case fhirXML = "fhir-xml"
  case fhirNDJSON = "fhir-ndjson"
  case hl7v2
  case text
  /// XML of a kind that we do not know: held, never passed as opaque.
  case unknownXML = "xml"
  /// PDF, TIFF, DICOM, anything that we cannot look into.
  case opaque

  package var shown: String { rawValue }
}
