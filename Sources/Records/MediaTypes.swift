extension RecordFormat {
  /// Whether a media type as stated in a request fits this format. Types that tell nothing fit all.
  package func agrees(withMediaType type: String) -> Bool {
    let bare = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    if ["application/octet-stream", "binary/octet-stream"].contains(bare) { return true }
    return mediaTypes.contains(bare) || (self == .opaque && !Self.readable.contains(bare))
  }

  /// The first one is what Chartgate itself writes.
  package var mediaTypes: [String] {
    switch self {
    case .cda:
      [
        "application/cda+xml", "application/xml", "text/xml", "application/hl7-cda+xml",
        "application/hl7-sda+xml",
      ]
    case .fhirJSON: ["application/fhir+json", "application/json", "text/json", "application/json+fhir"]
    case .fhirXML: ["application/fhir+xml", "application/xml", "text/xml", "application/xml+fhir"]
    case .fhirNDJSON:
      ["application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "application/json"]
    case .hl7v2:
      [
        "x-application/hl7-v2+er7", "application/hl7-v2", "application/hl7-v2+er7", "text/plain",
        "text/hl7v2",
      ]
    case .text: ["text/plain", "text/markdown"]
    case .unknownXML: ["application/xml", "text/xml"]
    case .opaque:
      ["application/pdf", "image/tiff", "image/jpeg", "image/png", "application/dicom", "application/rtf"]
    }
  }

  private static let readable = Set(
    RecordFormat.allCases.filter { $0 != .opaque }.flatMap(\.mediaTypes))
}
