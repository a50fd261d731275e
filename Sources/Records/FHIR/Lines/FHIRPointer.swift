internal import JSON

/// What a reference and the resource that it points to have in common, as one number: by it the parts of a record
/// tell each other what went, and it weighs as little in a record of a gigabyte as it can.
///
/// Numbers are Swift's own hashes, which are seeded anew in each process, so that nobody can choose names of which
/// two have one. If two had one all the same, more would go than must, or a part would stay that no other holds.
struct FHIRPointer: Hashable {
  let number: Int

  private init(_ domain: UInt8, _ bytes: some Sequence<UInt8>) {
    var hasher = Hasher()
    hasher.combine(domain)
    ReferenceKey(copying: bytes).hash(into: &hasher)
    number = hasher.finalize()
  }

  /// By the `Type/id` at its end, or the whole of it; nil for what points into its own resource or to a type.
  init?(_ text: ReferenceText) {
    guard let key = text.keys.last else { return nil }
    self.init(1, key)
  }

  init(type: some Sequence<UInt8>) { self.init(2, type) }

  /// - Parameter identifier: system and value.
  init(identifier: ReferenceKey) { self.init(3, identifier.bytes) }

  /// What may point to a resource. Contained ones are pointed to only from where they are.
  static func of(_ resource: FHIRContents.Resource, _ document: JSONDocument) -> Set<FHIRPointer> {
    guard !resource.isContained else { return [] }
    return Set(
      FHIRReferenceIndex.keys(of: resource, document).compactMap { FHIRPointer(ReferenceText($0)) })
  }

  /// Where a reference points to.
  static func of(_ reference: FHIRContents.Reference, _ document: JSONDocument) -> FHIRPointer? {
    guard reference.kind != .logical, reference.kind != .words else { return nil }
    return document.text(reference.target).flatMap { FHIRPointer(ReferenceText($0)) }
  }
}

/// What went from one part of a record, as far as it concerns the others.
struct FHIRDeparture: Equatable {
  /// Resources, types of which one went, identifiers of resources that went; true where it was the patient.
  var gone: [FHIRPointer: Bool] = [:]
  /// How many references that have something as their part went, by where they point to.
  var parts: [FHIRPointer: Int] = [:]
}

/// What is known of a record beside one of its parts.
struct FHIROutside {
  /// What went, as in ``FHIRDeparture``.
  var gone: [FHIRPointer: Bool] = [:]
  var parts: [FHIRPointer: Int] = [:]
  /// Those of `parts` that went from the part itself.
  var own: [FHIRPointer: Int] = [:]
  /// How many references of the whole record have something as their part.
  var held: [FHIRPointer: Int] = [:]

  static let nothing = FHIROutside()
}
