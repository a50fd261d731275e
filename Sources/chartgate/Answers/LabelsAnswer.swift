internal import JSON
package import Policy

/// What `chartgate labels lookup` says: one line for each reason, the surest first.
package enum LabelsAnswer {
  package static func of(_ meanings: [CategoryMeaning], leftOut: Set<Terminology>) -> Answer {
    let sorted = meanings.sorted { a, b in
      (b.certainty, a.category, kind(a)) < (a.certainty, b.category, kind(b))
    }
    var table = Table(["CATEGORY", "CERTAINTY", "AS", "WORDS", "SOURCE"])
    for meaning in sorted {
      table.add([
        meaning.category, meaning.certainty.rawValue, kind(meaning), words(meaning), source(meaning),
      ])
    }
    let names = leftOut.map(\.rawValue).sorted()
    var text = sorted.isEmpty ? "no category knows it\n" : table.text
    for law in Set(sorted.map { "\($0.category): \($0.title); \($0.law.joined(separator: "; "))" }).sorted() {
      text += law + "\n"
    }
    if !names.isEmpty { text += "left out by this house: \(names.joined(separator: ", "))\n" }
    return Answer(
      text,
      [
        .init("meanings", .array(sorted.map(document))),
        .init("leftOut", .array(names.map { .string($0) })),
      ])
  }

  private static func document(_ meaning: CategoryMeaning) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("category", .string(meaning.category)), .init("title", .string(meaning.title)),
      .init("as", .string(kind(meaning))), .init("words", .string(meaning.words)),
      .init("certainty", .string(meaning.certainty.rawValue)), .init("confirmed", .bool(meaning.isConfirmed)),
      .init("law", .array(meaning.law.map { .string($0) })),
    ]
    if let source = meaning.source {
      members.append(
        .init(
          "source",
          ["id": .string(source.id), "name": .string(source.name), "licence": .string(source.licence)]))
    }
    if case .term(let expansion, let ambiguity, let actsNear) = meaning.kind {
      if let expansion { members.append(.init("expands", .string(expansion))) }
      if let ambiguity { members.append(.init("ambiguous", .string(ambiguity))) }
      members.append(.init("actsNear", .bool(actsNear)))
    }
    return .object(members)
  }

  private static func kind(_ meaning: CategoryMeaning) -> String {
    switch meaning.kind {
    case .code(let terminology): terminology.rawValue
    case .label: "label"
    case .term: "word"
    case .pattern: "pattern"
    }
  }

  private static func words(_ meaning: CategoryMeaning) -> String {
    guard case .term(let expansion, let ambiguity, let actsNear) = meaning.kind else { return meaning.words }
    var text = meaning.words
    if let expansion { text += ", \(expansion)" }
    if let ambiguity { text += " (or: \(ambiguity))" }
    return actsNear ? text + ", only near another sign" : text
  }

  private static func source(_ meaning: CategoryMeaning) -> String {
    guard let source = meaning.source else { return "the category's own" }
    return meaning.isConfirmed
      ? "\(source.id): \(source.name)" : "\(source.id), not confirmed: \(source.name)"
  }
}
