package import Ledger

/// One thing to do. Each may be done again after a crash at any point of it.
package enum Action: Sendable, Equatable {
  /// Remove a half-made copy that the ledger does not know.
  case sweep(PacketNumber)
  /// Give the copy of a packet whose claim is committed its name.
  case settle(PacketNumber)
  /// Remove the folder of a closed packet.
  case drop(PacketNumber, from: Room)
  /// Remove the inbox entry of a packet whose claim is committed.
  case clear(source: String, PacketNumber)
  /// Move a packet's folder to where its state says it lies.
  case move(PacketNumber, from: Room, to: Room)
  /// Stage, intend and publish a release, from whatever point it stands at.
  case deliver(PacketNumber, DisclosureID)
  /// Close a packet whose bundle was kept long enough.
  case close(PacketNumber, Change.CloseReason)
  /// Set a packet aside that killed its worker, or the daemon, too often.
  case poison(PacketNumber)
  /// Read and decide. `died` says that the attempt before ended without a word.
  case attempt(PacketNumber, died: Bool)
  case claim(EntryKey, Readiness.How)
  /// Give an attempt up that had its time: its packet counts a death, its slot is free.
  case giveUp(PacketNumber)
}

extension Action {
  /// The packet that it is about; nil for a claim, which has no number yet.
  var packet: PacketNumber? {
    switch self {
    case .sweep(let packet), .settle(let packet), .clear(_, let packet), .drop(let packet, _),
      .move(let packet, _, _), .deliver(let packet, _), .close(let packet, _), .poison(let packet),
      .attempt(let packet, _), .giveUp(let packet):
      packet
    case .claim: nil
    }
  }

  /// What rests when it fails.
  var subject: Backoff.Subject {
    if case .claim(let entry, _) = self { return .entry(entry) }
    if case .clear(_, let packet) = self { return .removal(packet) }
    return packet.map { .packet($0) } ?? .folders
  }

  var step: Event.Step {
    switch self {
    case .sweep, .clear, .drop: .removal
    case .settle, .claim: .claim
    case .move: .move
    case .deliver: .delivery
    case .close: .closing
    case .poison, .attempt, .giveUp: .attempt
    }
  }
}
