import JSON
import Values
import XML

/// The JSON parser, as one text and as lines, and every question that can be asked of its nodes.
func fuzzJSON(_ bytes: [UInt8]) {
  do throws(PacketError) { check(try JSONDocument(bytes, limits: .standard, skipsMark: true)) } catch {}
  do throws(PacketError) {
    let lines = try JSONLines(bytes, limits: .standard, skipsMark: true)
    check(lines.document)
    var end = 0
    for line in lines.lines {
      hold(line.bytes.lowerBound >= end && line.bytes.upperBound <= bytes.count, "lines lie in order")
      hold(line.root < lines.document.count, "a line has a value")
      end = line.bytes.upperBound
    }
  } catch {}
}

private func check(_ document: JSONDocument) {
  let bounds = 0...document.bytes.count
  for node in 0..<document.count {
    let range = document.range(node)
    hold(bounds.contains(range.lowerBound) && bounds.contains(range.upperBound), "a value lies in the text")
    let end = document.subtreeEnd(node)
    hold(end > node && end <= document.count, "a subtree ends after its value")
    for child in document.children(node) {
      hold(child > node && child < end, "a child lies in its parent's subtree")
      hold(range.contains(document.range(child).lowerBound), "a child lies in its parent's text")
    }
    if let text = document.text(node) {
      hold(String(validating: text, as: UTF8.self) != nil, "text is UTF-8")
    }
    if let text = document.keyText(node) {
      hold(String(validating: text, as: UTF8.self) != nil, "a key is UTF-8")
    }
  }
}

/// What the flat tree takes, libxml2's own tree takes with the same nodes; and what that one writes is the
/// same document. (The flat tree is the stricter one: it refuses a prefix that is not bound.) What our own scanner
/// takes of it, it sees as libxml2 does.
func fuzzXML(_ bytes: [UInt8]) {
  let tree: XMLTree
  do throws(XMLError) {
    tree = try XMLTree(parsing: bytes, limits: .standard, names: [], spaces: [])
  } catch {
    return
  }
  for node in tree.nodes where node.kind == .text || node.kind == .comment {
    hold(Int(node.start) + Int(node.count) <= tree.text.count, "text lies in the tree's text")
  }
  if let placed = XMLPlacedTree(rescanning: bytes, names: [], spaces: []) {
    hold(placed.tree.fingerprint == tree.fingerprint, "the scanner takes nothing but what it sees as libxml2")
    for node in placed.tree.nodes.indices {
      hold(placed.isWhole(node), "a node stands where the scanner says")
      let parent = Int(placed.tree.nodes[node].parent)
      guard parent >= 0 else { continue }
      let content = placed.tag(of: parent)?.content
      hold(content?.contains(placed.place(of: node).lowerBound) ?? false, "a child stands within its parent")
    }
  }
  do throws(XMLError) {
    let document = try XMLDocument(parsing: bytes)
    hold(tree.nodes.count == document.nodesInOrder.count, "both trees have the same nodes")
    let again = try XMLDocument(parsing: document.serialized())
    let canonical: [UInt8]
    do throws(XMLError) { canonical = try document.canonical() } catch {
      // C14N has no form for a namespace whose name is a relative URI.
      return
    }
    hold(try canonical == again.canonical(), "what is serialized is the same document")
  } catch {
    fatalError("broken: what parsed once parses: \(error.problem)")
  }
}
