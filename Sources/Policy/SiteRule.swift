package import Records
package import Values

/// A rule of the site's own: what its selector names stays behind, besides all that the pipeline withholds. It
/// can only take away; nothing leaves because of it.
package struct SiteRule: Sendable, Equatable {
  /// `site.…`, of the site's own choosing.
  package let id: RuleID
  /// The law or house policy behind it, as `explain` and the inner manifest cite it.
  package let source: String
  package let selector: Selector
  package let action: SelectorAction

  static let prefix = "site."

  /// Whether an id could be a site rule's: `site.`, then words in kebab-case, parted by full stops.
  package static func isID(_ id: RuleID) -> Bool {
    let text = id.description
    guard text.hasPrefix(prefix), text.utf8.count > prefix.utf8.count else { return false }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      word in
      word.first.map(isSmall) ?? false && word.last != UInt8(ascii: "-")
        && word.allSatisfy { isSmall($0) || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
