internal import Policy
internal import Values

/// RULES.md house.repeat: whether the same records went to the same recipient lately is judged when it is known
/// which records would leave.
struct CheckRepeat: Stage {
  var name: StageName { .repeated }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard var facts = packet.facts(house), !packet.released.isEmpty else { return }
    facts.releasing = packet.releasing
    packet.findings += Verification.findingsOfRelease(facts)
  }
}
