/// The bounds on everything that is parsed or unpacked, one value, passed in and checked before memory
/// is taken. Sizes in bytes.
package struct Limits: Sendable, Equatable {
  package var requestBytes = 1 << 20
  package var recordBytes = 256 << 20
  /// A record of FHIR NDJSON that is longer is read part by part, and never lies in memory whole.
  package var wholeLinesBytes = 16 << 20
  /// About how many bytes such a part has: whole lines, be one ever so long.
  package var partBytes = 2 << 20
  package var lines = 20_000_000
  package var recordsPerPacket = 5_000
  package var packetBytes = 4 << 30
  package var folderDepth = 8
  /// Nesting of XML elements and of JSON arrays and objects.
  package var depth = 200
  package var xmlNodes = 20_000_000
  /// Attributes of one element: libxml2 needs quadratic time in them (FAULTS.md, trap 13).
  package var xmlAttributes = 1_000
  package var xmlTextBytes = 10_000_000
  package var jsonValues = 50_000_000
  package var hl7Segments = 1_000_000
  /// Components with text in one HL7 v2 record.
  package var hl7Values = 20_000_000
  package var textLines = 2_000_000
  package var messages = 200_000
  /// Layers of base64 and the like that are seen through.
  package var decodeDepth = 3

  package init() {}
  package static let standard = Limits()
}
