internal import Host

/// Shares of the outbox: the whole of it, or single channels.
package struct OutboxMounts: Sendable, Equatable {
  package var isWhole: Bool
  package var channels: Set<String>

  package init(isWhole: Bool = false, channels: Set<String> = []) {
    (self.isWhole, self.channels) = (isWhole, channels)
  }
}

extension WorkingFolders {
  /// - Throws: `missing` while a share on which a channel lies is not there.
  func requireMounts(of channel: String, _ host: any Host) throws(HostError) {
    if outboxMounts.isWhole { try MountMark.require(in: FilePath(outbox), host) }
    if outboxMounts.channels.contains(channel) { try MountMark.require(in: self.channel(channel), host) }
  }
}

extension SourceFolder {
  /// - Throws: `missing` while the share on which the inbox lies is not there.
  func requireMount(_ host: any Host) throws(HostError) {
    if isMount { try MountMark.require(in: inbox, host) }
  }
}
