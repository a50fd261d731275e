internal import JSON
internal import Values

/// What must be known of all lines of a record to read one of them: its Patients, and who else it says people are.
/// It is small, whatever the record's length, so that lines can be read a few at a time.
struct FHIRSurroundings: Sendable {
  /// A Patient resource, and the line that it stands on.
  struct StatedPatient: Sendable {
    let identity: PatientIdentity
    let line: Int?
  }

  private(set) var patients: [StatedPatient] = []
  private var patientsOf: [ReferenceKey: [Int]] = [:]
  /// Types of resources that are people.
  private var types: [ReferenceKey: FHIRResourceType] = [:]
  /// What an Account, a Coverage or a claim points to as who pays or holds the policy.
  private var payers: Set<ReferenceKey> = []
  /// By what stands behind it in a URL, the server on which a Patient was looked for first.
  private var serverOf: [ReferenceKey: FHIRServer] = [:]

  /// So many people may a record name that it must know of them all.
  static let most = 500_000
  var count: Int { patients.count + types.count + payers.count + serverOf.count }

  init() {}

  init(_ contents: FHIRContents) { add(contents) }

  /// Takes in the lines of a part; its parts come in the record's order.
  mutating func add(_ contents: FHIRContents) {
    for resource in contents.resources where !resource.isContained {
      guard let type = resource.type, FHIRContents.roles(of: type) != nil else { continue }
      let keys = FHIRReferenceIndex.keys(of: resource, contents.document)
      for key in keys { types[ReferenceKey(copying: key)] = type }
      guard type == .patient else { continue }
      for key in keys { patientsOf[ReferenceKey(copying: key), default: []].append(patients.count) }
      patients.append(
        StatedPatient(
          identity: contents.patientIdentity(resource),
          line: contents.lineNumber(at: contents.document.range(resource.node).lowerBound)))
    }
    for reference in contents.references where reference.kind == .literal && contents.holdsMoney(reference) {
      guard let text = contents.document.text(reference.target) else { continue }
      for key in ReferenceText(text).keys { payers.insert(ReferenceKey(copying: key)) }
    }
    for reference in contents.references where reference.kind == .literal && contents.isOfPatient(reference) {
      guard let text = contents.document.text(reference.target), let (key, server) = Self.server(of: text),
        serverOf[key] == nil
      else { continue }
      serverOf[ReferenceKey(copying: key.bytes)] = server
    }
  }

  private static func server(of text: [UInt8]) -> (key: ReferenceKey, server: FHIRServer)? {
    guard case .literal(_, let tail?) = ReferenceText(text), let server = FHIRServer(of: text) else {
      return nil
    }
    return (ReferenceKey(bytes: tail), server)
  }

  /// Whether a reference to a Patient looks where all others look: an id counts on its own server only (FHIR R4,
  /// Bundle: Resolving references in Bundles), and a line names none.
  func isOnOneServer(_ text: [UInt8]) -> Bool {
    guard let (key, server) = Self.server(of: text), let first = serverOf[key] else { return true }
    return first == server
  }

  /// The Patients that a literal reference may point to, the last one first.
  func patients(at text: ReferenceText) -> [StatedPatient] {
    var found: [Int] = []
    for key in text.keys {
      for at in (patientsOf[ReferenceKey(bytes: key)] ?? []).reversed() where !found.contains(at) {
        found.append(at)
      }
    }
    return found.map { patients[$0] }
  }

  /// The type of the person that a literal reference may point to.
  func type(at text: ReferenceText) -> FHIRResourceType? {
    text.keys.lazy.compactMap { types[ReferenceKey(bytes: $0)] }.first
  }

  /// Whether a resource is one that pays or holds a policy.
  func pays(_ keys: [[UInt8]]) -> Bool { keys.contains { payers.contains(ReferenceKey(bytes: $0[...])) } }
}
