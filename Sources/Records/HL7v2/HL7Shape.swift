internal import Values

/// What is known of one kind of segment: its fields, and its part in a message's structure. A class, for every
/// segment of every message asks for one of these few.
final class HL7Shape: Sendable {
  /// A segment's part in the structure of messages (HL7 v2.5.1 chapters 3, 4, 7, 9-12), as far as it matters
  /// for what goes together.
  enum Role: Sendable {
    /// Whose and which message it is: MSH, PID, PV1…; it ends every group.
    case head
    /// ORC: opens an order, or joins the one before it.
    case order
    /// OBR, RXO, RXA…: what is ordered or done; opens an order or joins the open one.
    case detail
    /// RXR, RXC, TQ1…: says nothing without its order.
    case piece
    /// Belongs to the open order, and stands alone where there is none.
    case part
    case result
    case specimen
    /// IN1, FT1, PRB, TXA…: followed by segments that are its own.
    case owner
    /// An entry of its own: AL1, NK1, DG1…
    case item
    /// NTE, PRT, ROL…: belongs to what stands before it.
    case follower
    /// FHS, BHS, BTS, FTS.
    case batch
  }

  let id: String
  let role: Role
  /// The letters of ``HL7SegmentTable``, from field 1.
  let fields: [UInt8]
  /// Whether field 1 numbers the segment among its like (data type SI).
  let hasSetID: Bool
  /// Whether ``HL7Reader`` reads more out of it than text and codes.
  let hasMeaning: Bool
  /// Fields that tell days of service.
  let days: [HL7Days.Field]
  /// Whom its fields name.
  let people: [HL7PeopleTable.Person]

  static let unknown = HL7Shape("segment", .follower, [])

  private init(_ id: String, _ role: Role, _ fields: [UInt8]) {
    (self.id, self.role, self.fields) = (id, role, fields)
    days = HL7Days.fields[id] ?? []
    people = HL7PeopleTable.people(id, fields)
    hasSetID = Self.numbered.contains(id)
    hasMeaning = ["MSH", "EVN", "PID", "MRG", "PV1", "ARV", "TXA", "ORC", "DG1", "OBR", "DSC", "ADD"]
      .contains(id)
  }

  /// The shape of a known segment.
  static func named(_ key: HL7SegmentID) -> HL7Shape? { all[key] }

  private static let all: [HL7SegmentID: HL7Shape] = {
    var shapes: [HL7SegmentID: HL7Shape] = [:]
    for row in HL7SegmentTable.rows {
      let id = row.id.description
      let shape = HL7Shape(id, roles[id] ?? .item, Array(row.fields.description.utf8))
      shapes[HL7SegmentID(id)] = shape
    }
    return shapes
  }()

  private static let roles: [String: Role] = {
    let lists: [(Role, String)] = [
      (.head, "MSH MSA ERR SFT UAC EVN PID PD1 PV1 PV2 MRG MFI QRD QRF QPD QAK RCP"),
      (.order, "ORC"),
      (.detail, "OBR RXO RXE RXD RXA RXG ODS ODT RQD"),
      (.piece, "RXR RXC TQ1 TQ2"),
      (
        .part,
        "SAC INV DEV IPC IPR CDO CTI BLG DG1 FT1 CTD RXV NDS SHP PAC CSR CSP CSS DSP RQ1 DON BPO BPX BTX"
      ),
      (.result, "OBX"),
      (.specimen, "SPM"),
      (.owner, "IN1 PR1 PRB GOL PTH RGS TXA MFE PCR"),
      (.follower, "NTE PRT ROL VAR TCD SID ADD DSC CON AUT"),
      (.batch, "FHS BHS BTS FTS"),
    ]
    var roles: [String: Role] = [:]
    for (role, ids) in lists {
      for id in ids.split(separator: " ") { roles[String(id)] = role }
    }
    return roles
  }()

  /// Segments whose field 1 has the data type SI in v2.3 to v2.8.2.
  private static let numbered = Set(
    """
    AFF AIG AIL AIP AIS AL1 ARV BPO BPX BTX BUI CDO CER CM0 CM1 CM2 CON DB1 DG1 DSP EDU FT1 GT1 IAM ILT IN1 \
    IN3 IVT LAN MCP NK1 NTE OBR OBX ORG PAC PCE PID PKG PR1 PV1 PYE REL RGS RQD RXV SGH SGT SPM TQ1 TQ2 TXA UB1 \
    UB2 VND
    """.split(separator: " ").map { String($0) })
}

/// A segment's three characters, as one number.
struct HL7SegmentID: Hashable, Sendable {
  let packed: UInt32

  init(_ a: UInt8, _ b: UInt8, _ c: UInt8) { packed = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c) }

  init(_ text: String) { packed = text.utf8.reduce(0) { $0 << 8 | UInt32($1) } & 0xFF_FFFF }

  static let msh = HL7SegmentID("MSH")
  static let pid = HL7SegmentID("PID")
  static let obr = HL7SegmentID("OBR")
  static let fhs = HL7SegmentID("FHS")
  static let bhs = HL7SegmentID("BHS")
  static let bts = HL7SegmentID("BTS")
  static let fts = HL7SegmentID("FTS")
}
