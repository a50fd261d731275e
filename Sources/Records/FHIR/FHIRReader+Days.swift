internal import JSON
internal import Values

/// Days of service: which elements tell them, ``FHIRDays`` says.
extension FHIRReader {
  /// A date, or words that stand in a date's stead.
  mutating func readDay(_ node: Int, _ element: FHIRElement, _ holder: FHIRFrame, _ bytes: Span<UInt8>) {
    guard element.day != 0, holder.days != FHIRDays.noRow, !document.isEscaped(node) else { return }
    // Those of a Period are read with it; an Appointment has them itself.
    if element.name == .start || element.name == .end, holder.role != .resource { return }
    let meaning = FHIRDays.shared.meaning(of: element, in: holder.days)
    let days: ClosedRange<Day>?
    switch meaning.kind {
    case .day: days = Self.days(Array(document.bytes[document.content(node).prefix(10)]))
    case .words: days = Self.days(words: document.bytes[document.content(node)])
    case .none, .period, .timing: return
    }
    guard let days, !days.isFiller else { return }
    spareDays.add(SpanOfDays(days), meaning.weight, to: holder.unit, of: &contents.facts)
  }

  mutating func readPeriod(_ node: Int, _ frame: FHIRFrame) {
    guard frame.element.day != 0, frame.days != FHIRDays.noRow else { return }
    let meaning = FHIRDays.shared.meaning(of: frame.element, in: frame.days)
    guard meaning.kind == .period,
      let span = SpanOfDays(from: limit("start", of: node), to: limit("end", of: node))
    else { return }
    spareDays.add(span, meaning.weight, to: frame.unit, of: &contents.facts)
  }

  private func limit(_ name: String, of period: Int) -> ClosedRange<Day>? {
    guard let node = document.member(period, name), document.kind(node) == .string, !document.isEscaped(node)
    else { return nil }
    let days = Self.days(Array(document.bytes[document.content(node).prefix(10)]))
    return days.map(\.isFiller) ?? true ? nil : days
  }

  /// R4, Datatypes: dateTime, which may end after the year or the month.
  private static func days(_ text: [UInt8]) -> ClosedRange<Day>? {
    func number(_ digits: ArraySlice<UInt8>) -> Int? {
      var value = 0
      for digit in digits {
        guard digit >= 0x30, digit <= 0x39 else { return nil }
        value = value * 10 + Int(digit - 0x30)
      }
      return value
    }
    guard text.count >= 4, let year = number(text[0..<4]) else { return nil }
    guard text.count >= 7, text[4] == UInt8(ascii: "-"), let month = number(text[5..<7]) else {
      return Day.days(ofYear: year)
    }
    guard text.count == 10, text[7] == UInt8(ascii: "-"), let day = number(text[8..<10]) else {
      return Day.days(ofYear: year, month: month)
    }
    return Day(year: year, month: month, day: day).map { $0...$0 }
  }

  /// A string as people fill it: a whole date as they write it, or a year or a month as FHIR does.
  private static func days(words: ArraySlice<UInt8>) -> ClosedRange<Day>? {
    if let day = TextDate.read(words) { return day...day }
    let text = Array(words.prefix(8))
    let isMonth = text.count == 7 && text[4] == UInt8(ascii: "-")
    return text.count == 4 || isMonth ? days(text) : nil
  }
}
