/// A key made for one packet alone: whoever holds it can learn nothing of another packet, and cannot come
/// back to the house's own key (DESIGN.md §5).
package struct PacketKey: Sendable, Equatable {
  package static let byteCount = 32
  package let bytes: Sensitive<[UInt8]>

  /// nil unless there are exactly 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = Sensitive(bytes)
  }
}
