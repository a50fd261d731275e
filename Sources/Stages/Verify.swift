internal import Policy
internal import Values

/// Every rule of law and house over the request, the papers and what the records say.
struct Verify: Stage {
  var name: StageName { .verify }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let facts = packet.facts(house) else { return }
    packet.findings += Verification.findings(facts)
  }
}
