package import Values

/// A file into which a bundle is written once, from its beginning, and from which it is read again.
package protocol BundleFile: Sendable {
  var sink: any PatchedSink { get }
  /// What was written so far.
  func written() throws(PacketError) -> any ByteSource
}
