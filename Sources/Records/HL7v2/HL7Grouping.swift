/// Which unit each segment of a message makes, or is part of: a small machine over the segments in order.
///
/// A unit is a segment with what says nothing without it. Within a message these open units:
///
///     order    ORC with its OBR, RXO, RXE, RXD, RXA…, or one of those alone; it takes RXR, RXC, TQ1, OBX, SPM…
///     specimen SPM before any order (OUL^R22): it takes OBX, SAC and whole orders
///     owner    IN1 with IN2 and IN3, FT1 with PR1 and DG1, PRB, TXA with the document's OBX, and the like
///     entry    the last segment that NTE, PRT, ROL and unknown segments belong to
///
/// MSH, PID, PV1 and the like end them all; an entry that an order or owner does not take ends that one.
struct HL7Grouping {
  enum Place: Equatable {
    /// A new unit within the message (nil) or the named unit.
    case new(parent: Int?)
    /// Part of a unit that is there; `asHead` when its kind is from now on what the unit is called by.
    case joins(Int, asHead: Bool)
  }

  private var order: (unit: Int, detail: HL7SegmentID?)?
  private var owner: (unit: Int, id: HL7SegmentID)?
  private var specimen: Int?
  private var entry: Int?

  /// - Parameter detailFollows: whether an OBR or the like comes next, but for notes and timing.
  mutating func place(
    _ id: HL7SegmentID, _ role: HL7Shape.Role, detailFollows: () -> Bool
  ) -> Place {
    switch role {
    case .head, .batch:
      (order, owner, specimen, entry) = (nil, nil, nil, nil)
      return .new(parent: nil)
    case .order:
      if let order, order.detail == .obr, entry == order.unit, !detailFollows() {
        return .joins(order.unit, asHead: false)
      }
      return opensOrder(nil)
    case .detail:
      guard let order, Self.carriesOn(order.detail, id) else { return opensOrder(id) }
      self.order?.detail = id
      entry = order.unit
      return .joins(order.unit, asHead: true)
    case .piece: return .new(parent: order?.unit ?? entry)
    case .part:
      if let parent = order?.unit ?? specimen ?? accepting(id) { return .new(parent: parent) }
      owner = nil
      return .new(parent: nil)
    case .result: return .new(parent: order?.unit ?? accepting(id) ?? specimen)
    case .specimen:
      if let order, specimen == nil { return .new(parent: order.unit) }
      (order, owner) = (nil, nil)
      return .new(parent: nil)
    case .owner, .item:
      if let parent = accepting(id) { return .new(parent: parent) }
      (order, owner, specimen) = (nil, nil, nil)
      return .new(parent: nil)
    case .follower: return .new(parent: entry ?? order?.unit ?? owner?.unit)
    }
  }

  /// Tells which index the unit got that was called for.
  mutating func opened(_ unit: Int, _ id: HL7SegmentID, _ role: HL7Shape.Role, parent: Int?) {
    switch role {
    case .head, .batch, .follower, .piece: break
    case .order: (order, entry) = ((unit, nil), unit)
    case .detail: (order, entry) = ((unit, id), unit)
    case .specimen:
      if order == nil { specimen = unit }
      entry = unit
    case .owner:
      if parent == nil { owner = (unit, id) }
      entry = unit
    case .part:
      if parent == nil, id == .init("FT1") { owner = (unit, id) }
      entry = unit
    case .result, .item: entry = unit
    }
  }

  private mutating func opensOrder(_ detail: HL7SegmentID?) -> Place {
    (order, owner, entry) = (nil, nil, nil)
    return .new(parent: specimen)
  }

  /// Whether a detail belongs to the order that is open: ORC then OBR, or a prescription then its dispense.
  private static func carriesOn(_ open: HL7SegmentID?, _ id: HL7SegmentID) -> Bool {
    guard let open else { return true }
    let course = [HL7SegmentID("RXO"), HL7SegmentID("RXE"), HL7SegmentID("RXD"), HL7SegmentID("RXA")]
    guard let from = course.firstIndex(of: open) else { return false }
    return course[(from + 1)...].contains(id) || id == HL7SegmentID("RXG")
  }

  private func accepting(_ id: HL7SegmentID) -> Int? {
    guard let owner, let accepted = Self.accepted[owner.id] else { return nil }
    return accepted.contains(id) || owner.id == HL7SegmentID("MFE") && id != owner.id ? owner.unit : nil
  }

  private static let accepted: [HL7SegmentID: Set<HL7SegmentID>] = {
    let lists = [
      "IN1": "IN2 IN3 RF1", "FT1": "PR1 DG1", "PR1": "OBX", "PRB": "OBX PTH", "GOL": "OBX PTH", "PTH": "",
      "RGS": "AIS AIG AIL AIP", "TXA": "OBX", "MFE": "", "PCR": "RXE RXR PRB OBX NK1",
    ]
    var accepted: [HL7SegmentID: Set<HL7SegmentID>] = [:]
    for (owner, ids) in lists {
      accepted[HL7SegmentID(owner)] = Set(ids.split(separator: " ").map { HL7SegmentID(String($0)) })
    }
    return accepted
  }()
}
