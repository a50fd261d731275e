package import Records

/// Gathers ``RemovedText`` of a record part by part: what a part has no longer, and what no other part has either.
package struct RemovedNumbers: Sendable {
  private enum Tag { static let stays: UInt8 = 0, gone: UInt8 = 1 }
  /// As many are kept while it is not known which of them stay elsewhere: the least ones.
  private static let most = 4 * RemovedText.limit
  private var numbers = PhraseTable()
  /// None was let go of because there were too many.
  private(set) var isComplete = true

  package init() {}

  /// - Parameter after: what leaves of the part, read again; nil when nothing does.
  package mutating func add(before: RecordFacts, after: RecordFacts?) {
    var left = PhraseTable()
    if let after { RemovedText.forEach(in: after) { left.insert($0, tag: Tag.stays) } }
    var numbers = PhraseTable()
    swap(&numbers, &self.numbers)
    RemovedText.forEach(in: before) { if left.tag($0) == nil { numbers.insert($0, tag: Tag.gone) } }
    swap(&numbers, &self.numbers)
    if self.numbers.count > 2 * Self.most { keepLeast() }
  }

  /// Takes out what stands in a part that leaves. To be told of every part, once all have been added.
  package mutating func retain(_ after: RecordFacts) {
    var numbers = PhraseTable()
    swap(&numbers, &self.numbers)
    RemovedText.forEach(in: after) { if numbers.tag($0) == Tag.gone { numbers.insert($0, tag: Tag.stays) } }
    swap(&numbers, &self.numbers)
  }

  package var isEmpty: Bool { numbers.count == 0 }

  /// In order.
  var all: [UInt64] {
    var all: [UInt64] = []
    numbers.forEach { number, tag, _ in if tag == Tag.gone { all.append(number) } }
    return all.sorted()
  }

  private mutating func keepLeast() {
    isComplete = false
    var kept = PhraseTable()
    for number in all.prefix(Self.most) { kept.insert(number, tag: Tag.gone) }
    numbers = kept
  }
}
