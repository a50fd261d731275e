/// A document read with the place of each of its parts among its bytes, so that it can be edited there.
///
/// libxml2 tells no places that hold everywhere. So this is a scanner of our own, of what libxml2 has taken
/// already: it refuses nothing and proves nothing, and gives up where it does not know better (another encoding
/// than UTF-8, an empty CDATA section). Whether it saw the same as libxml2 is for the caller to compare, by
/// ``XMLTree/fingerprint``. Nodes have no lines.
///
/// Text that stands in the bytes as it reads is not copied: ``XMLTree/text`` is the bytes themselves, and after
/// them what had to be decoded.
package struct XMLPlacedTree: Sendable {
  package let tree: XMLTree
  package let bytes: [UInt8]
  private let places: [XMLScanner.Place]

  /// - Parameters:
  ///   - bytes: what ``XMLTree/init(parsing:limits:names:spaces:)`` took.
  ///   - names: local names whose index is their number in this list.
  ///   - spaces: namespaces likewise.
  package init?(rescanning bytes: [UInt8], names: [String], spaces: [String]) {
    guard bytes.count < Int(Int32.max), let start = XMLScanner.start(of: bytes.span) else { return nil }
    var scanner = XMLScanner(byteCount: bytes.count, names: names, spaces: spaces)
    guard scanner.scan(bytes.span, from: start) else { return nil }
    places = scanner.places
    tree = scanner.finish(bytes)
    self.bytes = bytes
  }

  /// A node's own bytes; an element's with its tags and all within.
  package func place(of node: Int) -> Range<Int> {
    let place = places[node]
    return Int(place.start)..<max(Int(place.start), Int(place.end))
  }

  /// Whether a node's bytes look like one: a tag at both ends, or none at all.
  package func isWhole(_ node: Int) -> Bool {
    let place = place(of: node)
    guard !place.isEmpty, place.upperBound <= bytes.count else { return false }
    let isMarkup = bytes[place.lowerBound] == UInt8(ascii: "<")
    guard isMarkup || tree.nodes[node].kind == .text else { return false }
    return !isMarkup || bytes[place.upperBound - 1] == UInt8(ascii: ">")
  }

  /// Where the text of a text node stands, and in what form.
  package func text(of node: Int) -> (place: Range<Int>, form: XMLRawText) {
    let place = place(of: node)
    let opening = Array("<![CDATA[".utf8)
    guard place.count >= opening.count + 3, bytes[place].starts(with: opening) else { return (place, .text) }
    return (place.lowerBound + opening.count..<place.upperBound - 3, .verbatim)
  }

  package func tag(of element: Int) -> XMLTag? { XMLTag(bytes.span, place(of: element)) }
}
