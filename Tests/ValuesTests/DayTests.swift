import Testing
import Values

struct DayTests {
  @Test(arguments: ["2024-02-29", "0001-01-01", "9999-12-31", "1970-01-01", "2026-11-24"])
  func `a day survives the way through its number`(_ text: String) throws {
    let day = try #require(Day(text))
    #expect(Day(daysSinceEpoch: day.daysSinceEpoch) == day)
    #expect(day.description == text)
  }

  @Test(arguments: ["2023-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-01", "2026-01-01Z", ""])
  func `what is no day is none`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `an instant with an offset is the same as in UTC`() throws {
    let local = try #require(Instant("2026-03-02T10:15:00.250+01:00"))
    #expect(local.description == "2026-03-02T09:15:00.250Z")
    #expect(Instant("2026-03-02T09:15:00.250Z") == local)
    #expect(Instant("2026-03-02T09:15:00") == nil)
  }

  @Test func `a sensitive value prints nothing of itself`() {
    let secret = Sensitive("Jane Roe")
    #expect(String(describing: secret) == "<sensitive>")
    #expect(String(reflecting: secret) == "<sensitive>")
    var dumped = ""
    dump(["patient": secret], to: &dumped)
    #expect(!dumped.contains("Jane"))
  }
}
