/// Finds names that come twice in an object, in time linear in its bytes whatever the names are.
///
/// Names are compared by the bytes of their text, escapes undone: `"a"` and `"\u0061"` are twins, the two
/// Unicode forms of `é` are not. Few names are compared each with each; many go through a table that is
/// keyed by Swift's randomly seeded SipHash, so that nobody can choose names that collide.
struct NameTable {
  private static let fewNames = 12
  private var members: [Int] = []
  private var slots: [(hash: Int, member: Int)] = []

  /// Calls `found` with the place, without quotes, of every name that came before in this object.
  mutating func findTwins(
    of object: Int, _ nodes: [JSONNode], _ bytes: Span<UInt8>, found: (Range<Int>) -> Void
  ) {
    members.removeAll(keepingCapacity: true)
    var child = object + 1
    let end = Int(nodes[object].subtreeEnd)
    while child < end {
      members.append(child)
      child = Int(nodes[child].subtreeEnd)
    }
    if members.count <= Self.fewNames {
      for later in members.indices.dropFirst() {
        for earlier in 0..<later where sameName(nodes[members[earlier]], nodes[members[later]], bytes) {
          found(nodes[members[later]].keyRange)
          break
        }
      }
    } else {
      compareByHash(nodes, bytes, found: found)
    }
  }

  private mutating func compareByHash(
    _ nodes: [JSONNode], _ bytes: Span<UInt8>, found: (Range<Int>) -> Void
  ) {
    var capacity = 32
    while capacity < members.count * 2 { capacity *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement((hash: 0, member: -1), count: capacity))
    for member in members {
      let hash = hash(of: nodes[member], bytes)
      var slot = hash & (capacity - 1)
      var isTwin = false
      while slots[slot].member >= 0 {
        if slots[slot].hash == hash, sameName(nodes[slots[slot].member], nodes[member], bytes) {
          isTwin = true
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if isTwin { found(nodes[member].keyRange) } else { slots[slot] = (hash, member) }
    }
  }

  private func sameName(_ a: JSONNode, _ b: JSONNode, _ bytes: Span<UInt8>) -> Bool {
    if a.keyIsEscaped || b.keyIsEscaped {
      var (left, right) = (JSONCursor(a.keyRange), JSONCursor(b.keyRange))
      while true {
        let byte = left.next(in: bytes)
        guard byte == right.next(in: bytes) else { return false }
        if byte == nil { return true }
      }
    }
    guard a.keyEnd &- a.keyStart == b.keyEnd &- b.keyStart else { return false }
    var (left, right) = (Int(a.keyStart), Int(b.keyStart))
    let end = Int(a.keyEnd)
    while left < end {
      guard bytes[left] == bytes[right] else { return false }
      left &+= 1
      right &+= 1
    }
    return true
  }

  private func hash(of node: JSONNode, _ bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 1
    var filled = 0
    var cursor = JSONCursor(node.keyRange)
    while let byte = cursor.next(in: bytes) {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 7 {
        hasher.combine(word)
        (word, filled) = (1, 0)
      }
    }
    hasher.combine(word)
    return hasher.finalize()
  }
}

extension JSONNode {
  /// The name without its quotes; empty at 0 for what is not a member.
  var keyRange: Range<Int> { Int(keyStart)..<max(Int(keyStart), Int(keyEnd)) }
}
