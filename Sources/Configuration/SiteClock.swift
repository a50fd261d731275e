private import Foundation
package import Values

/// What the site's calendar says at a moment.
package struct SiteMoment: Sendable, Equatable {
  package let today: Day
  /// The site's distance from UTC, seconds.
  package let utcOffset: Int
  package let instant: Instant
}

/// The site's clock: turns instants into its days. The only place that knows time zones.
package struct SiteClock: Sendable {
  private let zone: TimeZone
  private let fixedDay: Day?

  /// nil when there is no such zone in the IANA database.
  package init?(timeZone: String, fixedDay: Day? = nil) {
    guard Self.isKnown(timeZone), let zone = TimeZone(identifier: timeZone) else { return nil }
    (self.zone, self.fixedDay) = (zone, fixedDay)
  }

  /// Today at the site. A trial house with a fixed day is always at noon of it, so that a trial gives the
  /// same bytes on any day.
  package func moment(at now: Instant) -> SiteMoment {
    guard let fixedDay else {
      // Between 1970 and the end of 9999, whatever the machine's clock says.
      let inRange = Instant(milliseconds: min(max(now.milliseconds, 86_400_000), 253_402_000_000_000))
      let offset = offset(at: inRange)
      let shifted = Instant(milliseconds: inRange.milliseconds + Int64(offset) * 1000)
      return SiteMoment(today: shifted.utcDay ?? Self.firstDay, utcOffset: offset, instant: inRange)
    }
    let noon = Int64(fixedDay.daysSinceEpoch) * 86_400_000 + 43_200_000
    let offset = offset(at: Instant(milliseconds: noon))
    return SiteMoment(
      today: fixedDay, utcOffset: offset, instant: Instant(milliseconds: noon - Int64(offset) * 1000))
  }

  private static let firstDay: Day = {
    guard let day = Day(daysSinceEpoch: 0) else { preconditionFailure("1970-01-01 is a day") }
    return day
  }()

  private func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }

  /// Only names of the IANA database: `GMT+3` and abbreviations mean different things to different readers.
  package static func isKnown(_ name: String) -> Bool { known.contains(name) }

  /// The zone that a misspelt name most probably means.
  package static func nearest(to name: String) -> String? { Nearest.word(to: name, of: known.sorted()) }

  private static let known = Set(TimeZone.knownTimeZoneIdentifiers).union(["UTC", "Etc/UTC"])
}
