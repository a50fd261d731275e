internal import Values

extension ClosedRange<Day> {
  /// Whether exporters write it for a time that they do not know: a database's or a runtime's first and last day
  /// (0001-01-01, 1753-01-01, 1900-01-01, 9999-12-31). Nothing was done for a patient on it, and no period has its
  /// bounds from it.
  var isFiller: Bool {
    lowerBound.year < 1850 || lowerBound.year == 9999
      || lowerBound.year == 1900 && lowerBound.month == 1 && lowerBound.dayOfMonth == 1
  }
}
