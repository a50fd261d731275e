internal import Policy
internal import Values

/// One step of a packet's path: a pure function that adds findings and never ends the path, so that all
/// defects are told at once. It throws only when this attempt cannot go on.
protocol Stage: Sendable {
  var name: StageName { get }
  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError)
}

/// The stages' names, in their order.
package enum StageName: String, Sendable, CaseIterable, Showable {
  case request, files, records, pipeline, verify, withhold, redact
  case repeated = "repeat"
  case bundle
  case leakCheck = "leak-check"
  case seal
  package var shown: String { rawValue }
}
