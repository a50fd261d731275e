import Policy
import Requests
import Testing
import Values

@Suite("House rule: the same records to the same recipient within 90 days are asked about again")
struct HouseRepeatTests {
  private static func verdict(sent: UInt8, to recipient: String, releasing: UInt8) -> Verdict? {
    guard let before = Digest(bytes: Array(repeating: sent, count: 32)) else { return nil }
    var draft = Draft.treatment
    draft.house.sentBefore = [Disclosed(records: before, recipient: recipient)]
    var judged = draft.asCase
    judged.releasing = Digest(bytes: Array(repeating: releasing, count: 32))
    return Verification.findingsOfRelease(judged).filter { $0.rule == "house.repeat" }.map(\.verdict).max()
  }

  private static var recipient: String { Draft.treatment.request.recipient?.id ?? "patient" }

  @Test func `house.repeat holds what this recipient got within 90 days`() {
    #expect(Self.verdict(sent: 1, to: Self.recipient, releasing: 1) == .hold)
  }

  @Test func `other records, or another recipient, are no repeat`() {
    #expect(Self.verdict(sent: 1, to: Self.recipient, releasing: 2) == nil)
    #expect(Self.verdict(sent: 1, to: "someone-else", releasing: 1) == nil)
  }
}
