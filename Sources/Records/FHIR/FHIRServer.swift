internal import JSON

/// The server that a resource's URL stands on (FHIR R4, RESTful API: Service Base URL), as it is compared: the
/// scheme aside, and the case of the host.
struct FHIRServer: Hashable {
  private let name: [UInt8]

  /// nil for what names no server: a relative reference, a URN, a fragment.
  init?(of url: [UInt8]) {
    guard case .literal(let whole, let tail?) = ReferenceText(url), tail.startIndex > whole.startIndex else {
      return nil
    }
    let base = whole[..<(tail.startIndex - 1)]
    guard let colon = base.firstIndex(of: UInt8(ascii: ":")),
      base[colon...].starts(with: "://".utf8), colon > base.startIndex
    else { return nil }
    var isHost = true
    var name: [UInt8] = []
    for byte in base[(colon + 3)...] {
      if byte == UInt8(ascii: "/") { isHost = false }
      name.append(isHost && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    while name.last == UInt8(ascii: "/") { name.removeLast() }
    guard !name.isEmpty else { return nil }
    self.name = name
  }
}

/// Which Patient a reference means, servers told apart: an id counts on its own server only (FHIR R4, Bundle:
/// Resolving references in Bundles). Two patients of two servers may both be `Patient/17`.
///
/// Where the Patient's entry names no server, all that points to them must agree on one.
struct FHIRPatientServers {
  private let resources: [FHIRContents.Resource]
  private let document: JSONDocument
  private var known: [Int: FHIRServer] = [:]
  /// Of the resource that was asked for last: its references come one after another.
  private var last: (resource: Int, server: FHIRServer?) = (-1, nil)

  init(_ contents: FHIRContents) {
    (resources, document) = (contents.resources, contents.document)
    for (index, resource) in resources.enumerated() where resource.type == .patient {
      known[index] = server(ofEntry: resource)
    }
  }

  /// The server on which a reference looks for its target; nil where it tells none.
  mutating func server(of reference: FHIRContents.Reference, _ text: [UInt8]) -> FHIRServer? {
    guard reference.kind == .literal, case .literal(let whole, let tail?) = ReferenceText(text) else {
      return nil
    }
    guard tail.count == whole.count else { return FHIRServer(of: text) }
    if last.resource != reference.resource { last = (reference.resource, server(around: reference.resource)) }
    return last.server
  }

  /// Whether a reference that looks there may mean this Patient.
  mutating func mayMean(_ patient: Int, on server: FHIRServer?) -> Bool {
    guard let server, resources.indices.contains(patient), !resources[patient].isContained else {
      return true
    }
    guard let own = known[patient] else {
      known[patient] = server
      return true
    }
    return own == server
  }

  /// Of a contained resource, that of the one around it.
  private func server(around index: Int) -> FHIRServer? {
    guard resources.indices.contains(index) else { return nil }
    let resource = resources[index]
    guard resource.isContained else { return server(ofEntry: resource) }
    return resource.holder.flatMap { resources.indices.contains($0) ? server(ofEntry: resources[$0]) : nil }
  }

  /// Only a fullUrl that ends in the resource's own type is a place on a server.
  private func server(ofEntry resource: FHIRContents.Resource) -> FHIRServer? {
    guard let url = resource.fullUrl.flatMap({ document.text($0) }),
      let type = resource.typeName.flatMap({ document.text($0) }),
      case .literal(_, let tail?) = ReferenceText(url),
      ReferenceText.parts(of: tail)?.type.elementsEqual(type) ?? false
    else { return nil }
    return FHIRServer(of: url)
  }
}
