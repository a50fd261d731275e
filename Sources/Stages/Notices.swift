internal import Bundles
internal import Policy
internal import Requests
internal import Values

/// The texts that the law sends along with a release (RULES.md, rules/notices.yaml).
enum Notices {
  /// - Parameter released: protected categories of which something leaves.
  static func due(
    basis: Basis, authorization: Authorization?, released: Set<String>, site: Site
  ) -> [Notice] {
    guard basis == .authorization, let authorization else { return [] }
    var notices: [Notice] = [.redisclosure]
    let substances: Set<String> = ["SUD", "ETHUD", "OPIOIDUD", "ETH"]
    if !released.isDisjoint(with: substances), [.part2, .both].contains(authorization.kind) {
      notices += [.part2Short, consent(authorization)]
    }
    if site.state == "NY", released.contains("HIV") { notices.append(.newYorkHIV) }
    return notices
  }

  /// 42 CFR 2.32(b): a copy of the consent or a clear account of its scope goes with the records.
  private static func consent(_ form: Authorization) -> Notice {
    let parts = [
      form.signed?.on.map { "signed on \($0)" },
      form.description.map { "for: \($0.reveal(.release))" },
      form.purpose.map { "purpose: \($0.reveal(.release))" },
      form.recipient.isEmpty
        ? nil : "recipient: " + form.recipient.map { $0.reveal(.release) }.joined(separator: ", "),
      form.expires?.date.map { "good through \($0)" },
      form.expires?.event.map { "good until: \($0.reveal(.release))" },
    ].compactMap(\.self)
    return Notice(
      id: "part2-consent-copy",
      text: "The consent on which these records are released: " + parts.joined(separator: "; ") + ".")
  }
}
