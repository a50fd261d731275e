internal import Policy
internal import Values

/// Scope and withholding: every rule over all records, before anything is edited (DESIGN.md §6, "plan").
struct Withhold: Stage {
  var name: StageName { .withhold }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard var facts = packet.facts(house), packet.pipeline != nil else { return }
    facts = try SiteSelections.added(to: facts, &packet)
    let plan = try WithholdingPlan.plan(facts, categories: policy.categories)
    packet.plan = plan
    packet.findings += plan.findings
    guard !plan.records.isEmpty, plan.records.allSatisfy(\.isWithheldWhole) else { return }
    packet.findings.append(
      .of(
        "house.empty", "nothing is left to send",
        remedy: "decide: deny with a letter, or ask for a wider scope",
        pipeline: packet.pipeline?.pipeline))
  }
}
