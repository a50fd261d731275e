internal import Values

/// Fills the fields of one group from one form, and collects every problem on the way instead of stopping
/// at the first.
struct FieldReader<Form: RequestForm>: FieldVisitor {
  private let form: Form
  private let node: Form.Node
  /// `/patient/names/0`; empty for the request itself.
  private let pointer: PlainText
  private let members: [FormMember<Form.Node>]
  /// For each member the place of its field among the known ones; nil for those that no field took.
  private var ranks: [Int?]
  private var known: [StaticString] = []
  private(set) var problems = ProblemList()

  private init(_ form: Form, _ node: Form.Node, _ pointer: PlainText) {
    (self.form, self.node, self.pointer) = (form, node, pointer)
    members = form.members(of: node)
    ranks = Array(repeating: nil, count: members.count)
    for fault in form.groupFaults(node) { add(fault, at: node, pointer) }
  }

  /// Reads a whole group. What could not be read is left out of it, and stands among the problems.
  static func read<Group: FieldGroup>(
    _ type: Group.Type, _ form: Form, _ node: Form.Node, at pointer: PlainText = ""
  ) -> (group: Group, problems: ProblemList) {
    var reader = FieldReader(form, node, pointer)
    var group = Group.blank
    if reader.problems.problems.isEmpty || !reader.members.isEmpty { group.visit(&reader) }
    reader.finish()
    return (group, reader.problems)
  }

  mutating func one<Value>(
    _ name: StaticString, _ field: inout Value?, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    guard let found = single(name) else { return }
    field = value(found, kind, at: below(name))
  }

  mutating func required<Value>(
    _ name: StaticString, _ field: inout Value, _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    guard let found = single(name) else {
      // Told where it should stand: before the first member that comes after it.
      let next = zip(members, ranks).first { $0.1 == nil }?.0.node ?? node
      problems.add(
        RequestProblem(
          form.place(of: next, below(name)), "a value is missing", remedy: "add the \(form.memberWord)"))
      return
    }
    if let value = value(found, kind, at: below(name)) { field = value }
  }

  mutating func many<Value>(
    _ name: StaticString, _ field: inout [Value], _ kind: FieldKind<Value>, _ about: StaticString
  ) {
    for (index, element) in list(name).enumerated() where !problems.isFull {
      if let value = value(element, kind, at: "\(below(name))/\(index)") { field.append(value) }
    }
  }

  mutating func group<Group: FieldGroup>(
    _ name: StaticString, _ field: inout Group?, _ about: StaticString
  ) {
    guard let found = single(name) else { return }
    let (group, problems) = FieldReader.read(Group.self, form, found, at: below(name))
    field = group
    self.problems.add(problems)
  }

  mutating func groups<Group: FieldGroup>(
    _ name: StaticString, _ field: inout [Group], _ about: StaticString
  ) {
    for (index, element) in list(name).enumerated() where !problems.isFull {
      let (group, problems) = FieldReader.read(Group.self, form, element, at: "\(below(name))/\(index)")
      field.append(group)
      self.problems.add(problems)
    }
  }

  /// Tells what no field took, and in an ordered form what stands before its place.
  private mutating func finish() {
    var highest = 0
    var toldOrder = false
    for (member, rank) in zip(members, ranks) where !problems.isFull {
      guard let rank else {
        let unknown = form.unknownMember(member)
        let near = member.name.flatMap(nearest)
        problems.add(
          RequestProblem(
            form.place(of: member.node, pointer.description.isEmpty ? "/" : pointer),
            near.map { "\(unknown) (nearest: \($0))" } ?? unknown,
            remedy: "correct its name or take it out"))
        continue
      }
      if form.isOrdered, rank < highest, !toldOrder {
        toldOrder = true
        let before = PlainText(stringLiteral: known[highest])
        problems.add(
          RequestProblem(
            form.place(of: member.node, below(known[rank])), "the \(form.memberWord) is out of order",
            remedy: "put it before \(before), in the order of the schema"))
      }
      highest = max(highest, rank)
    }
  }

  private func nearest(to name: String) -> PlainText? {
    guard let word = Nearest.word(to: name, of: known.map(\.description)) else { return nil }
    return known.first { $0.description == word }.map { PlainText(stringLiteral: $0) }
  }

  private func below(_ name: StaticString) -> PlainText { "\(pointer)/\(PlainText(stringLiteral: name))" }

  /// The values of all members of that name, which are known from here on.
  private mutating func take(_ name: StaticString) -> [Form.Node] {
    known.append(name)
    // By bytes: String's == takes some other letters for ASCII ones (the Kelvin sign for K).
    let wanted = name.description.utf8
    var found: [Form.Node] = []
    for (index, member) in members.enumerated() {
      guard ranks[index] == nil, let own = member.name, own.utf8.elementsEqual(wanted) else { continue }
      ranks[index] = known.count - 1
      found.append(member.node)
    }
    return found
  }

  private mutating func single(_ name: StaticString) -> Form.Node? {
    let found = take(name)
    if found.count > 1 { addTwin(found[1], name) }
    return found.first
  }

  private mutating func list(_ name: StaticString) -> [Form.Node] {
    let found = take(name)
    if found.count > 1, !form.listsRepeatNames { addTwin(found[1], name) }
    do {
      return try form.elements(found)
    } catch {
      if let first = found.first { add(error, at: first, below(name)) }
      return []
    }
  }

  private mutating func addTwin(_ node: Form.Node, _ name: StaticString) {
    add(
      Unfit("the \(form.memberWord) is given more than once", remedy: "keep the one that is right"), at: node,
      below(name))
  }

  private mutating func value<Value>(
    _ node: Form.Node, _ kind: FieldKind<Value>, at pointer: PlainText
  ) -> Value? {
    do throws(Unfit) {
      return try kind.read(try form.text(node, kind.shape))
    } catch {
      add(error, at: node, pointer)
      return nil
    }
  }

  private mutating func add(_ fault: Unfit, at node: Form.Node, _ pointer: PlainText) {
    problems.add(
      RequestProblem(
        form.place(of: node, pointer.description.isEmpty ? "/" : pointer), fault.problem, remedy: fault.remedy
      ))
  }
}
