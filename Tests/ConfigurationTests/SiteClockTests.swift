import Configuration
import Testing
import Values

struct SiteClockTests {
  @Test(arguments: [
    ("America/New_York", "2026-03-03T04:59:59Z", "2026-03-02", -18_000),
    ("America/New_York", "2026-03-03T05:00:00Z", "2026-03-03", -18_000),
    ("America/New_York", "2026-07-01T03:59:59Z", "2026-06-30", -14_400),
    ("America/New_York", "2026-07-01T04:00:00Z", "2026-07-01", -14_400),
    ("Pacific/Honolulu", "2026-01-01T09:59:00Z", "2025-12-31", -36_000),
    ("Pacific/Guam", "2026-01-01T14:00:00Z", "2026-01-02", 36_000),
  ])
  func `a day begins at the site's midnight`(_ zone: String, _ instant: String, _ day: String, _ offset: Int)
    throws
  {
    let clock = try #require(SiteClock(timeZone: zone))
    let moment = clock.moment(at: try #require(Instant(instant)))
    #expect(moment.today == Day(day) && moment.utcOffset == offset)
  }

  @Test func `a fixed day is always at noon of it`() throws {
    let clock = try #require(SiteClock(timeZone: "America/Chicago", fixedDay: Day("2026-03-02")))
    let moment = clock.moment(at: try #require(Instant("2031-01-01T00:00:00Z")))
    #expect(moment.today == Day("2026-03-02") && moment.instant == Instant("2026-03-02T18:00:00Z"))
  }

  @Test(arguments: ["GMT+3", "EST5", "America/Atlantis", "", "../etc/passwd"])
  func `only zones of the IANA database are known`(_ name: String) {
    #expect(SiteClock(timeZone: name) == nil)
  }
}
