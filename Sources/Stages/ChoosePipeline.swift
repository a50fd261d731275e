internal import Policy
internal import Values

/// Derives the legal ground and finds the one pipeline that takes the request on it.
struct ChoosePipeline: Stage {
  var name: StageName { .pipeline }

  func run(_ packet: inout Packet, _ house: HouseFacts, _ policy: PolicySet) throws(PacketError) {
    guard let request = packet.request else { return }
    packet.basis = Basis.derived(from: request)
    // Without a ground there is nothing to choose by; purpose.basis says so.
    guard packet.basis != nil else { return }
    let choice = PipelineChoice.of(policy.pipelines.map(\.pipeline), for: request, on: packet.basis)
    switch choice {
    case .one(let pipeline): packet.pipeline = policy.pipelines.first { $0.pipeline == pipeline }
    case .none, .several: break
    }
    if let finding = choice.finding { packet.findings.append(finding) }
  }
}
