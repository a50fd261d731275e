/// An order in which every source gets its turn: one of each, then the next of each. A source that floods does not
/// starve the others, and within a source, and within a turn, the most urgent goes first.
enum Turns {
  /// - Parameters:
  ///   - place: an item's source and the day by which it is urgent; of equal days the order given stays.
  static func order<Item>(_ items: [Item], by place: (Item) -> (source: String, day: Int)) -> [Item] {
    var queues: [String: [(item: Item, day: Int, at: Int)]] = [:]
    for (at, item) in items.enumerated() {
      let (source, day) = place(item)
      queues[source, default: []].append((item, day, at))
    }
    var turns: [(item: Item, turn: Int, day: Int, source: String)] = []
    turns.reserveCapacity(items.count)
    for (source, queue) in queues {
      let sorted = queue.sorted { ($0.day, $0.at) < ($1.day, $1.at) }
      for (turn, entry) in sorted.enumerated() { turns.append((entry.item, turn, entry.day, source)) }
    }
    return turns.sorted { ($0.turn, $0.day, $0.source) < ($1.turn, $1.day, $1.source) }.map(\.item)
  }
}
