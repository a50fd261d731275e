/// Where a packet's folder may lie; all on one mount, so that it moves by one rename.
package enum Room: String, Sendable, CaseIterable {
  case work, hold, rejected, archive
}
