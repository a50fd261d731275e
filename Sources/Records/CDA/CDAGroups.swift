/// Indices of things by the number of what they belong to, each group in order: two arrays, however many groups.
struct CDAGroups {
  private var starts: [Int32]
  private var members: [Int32]

  /// - Parameters:
  ///   - count: how many groups; keys are below it.
  ///   - keys: the group of each thing; a negative one is of none.
  init(count: Int, _ keys: [Int32]) {
    starts = [Int32](repeating: 0, count: count + 1)
    for key in keys where key >= 0 { starts[Int(key) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    members = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    for (index, key) in keys.enumerated() where key >= 0 {
      members[Int(next[Int(key)])] = Int32(truncatingIfNeeded: index)
      next[Int(key)] += 1
    }
  }

  subscript(group: Int) -> ArraySlice<Int32> { members[Int(starts[group])..<Int(starts[group + 1])] }

  /// How many things are of these groups.
  func count(in groups: Range<Int>) -> Int { Int(starts[groups.upperBound] - starts[groups.lowerBound]) }
}
