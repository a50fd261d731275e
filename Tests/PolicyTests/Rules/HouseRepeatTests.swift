import Policy
import Testing
import Values

struct HouseRepeatTests {
  @Test func `house.repeat: records that this recipient got within 90 days are asked about`() {
    #expect(Draft.treatment.verdict(of: "house.repeat") == nil)
    #expect(Draft.treatment.with { $0.house.wasSentBefore = true }.verdict(of: "house.repeat") == .hold)
  }
}
