internal import Host
internal import Values

/// The private copy of a packet's file, opened whenever it is read: a packet of five thousand files does
/// not hold five thousand descriptors.
struct PrivateCopy: ByteSource {
  let host: any Host
  let path: FilePath
  let byteCount: Int

  func copy<Sink: ByteSink>(_ range: Range<Int>, to sink: inout Sink) throws(PacketError) {
    let file: any ByteSource
    do throws(HostError) {
      file = try host.open(path)
    } catch {
      throw PacketError(error)
    }
    guard file.byteCount == byteCount, range.lowerBound >= 0, range.upperBound <= byteCount else {
      throw PacketError(
        "tech.integrity", .hold, at: Place(bytes: range), "a file of the packet is not as long as it was",
        remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
    }
    try file.copy(range, to: &sink)
  }
}

extension PacketError {
  /// What the operating system did not do to a packet's files: a passing fault is tried again, any other
  /// holds the packet.
  init(_ error: HostError) {
    self =
      switch error.kind {
      case .transient:
        PacketError(
          "house.io", .retry, "\(error.operation): error \(error.code)",
          remedy: "look at the volume; it is tried again by itself")
      case .missing, .exists, .unsafe, .permanent:
        PacketError(
          "tech.integrity", .hold, "\(error.operation): error \(error.code) in a folder of ours",
          remedy: "look at the disk; then put the packet back on the path with: chartgate retry")
      }
  }
}
