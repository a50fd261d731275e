private import CWall
private import Glibc
internal import Values

/// One end of a pair of sockets between two of our own processes: whole messages, with descriptors (unix(7),
/// SOCK_SEQPACKET). The other end's end is the end of it.
package final class MessageSocket: Sendable {
  package struct Message: Sendable {
    package let bytes: [UInt8]
    package let descriptors: [Descriptor]
  }

  private let descriptor: Descriptor

  package init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  /// A pair: one end to keep, the other to hand to a new process.
  package static func pair() throws(HostError) -> (own: MessageSocket, other: Descriptor) {
    let (own, other) = try Descriptor.socketPair(.packet)
    return (MessageSocket(own), other)
  }

  package func send(_ bytes: [UInt8], _ descriptors: [Descriptor] = []) throws(HostError) {
    let numbers = descriptors.map(\.number)
    let count = unsafe bytes.withUnsafeBytes {
      unsafe chartgate_send(descriptor.number, $0.baseAddress, $0.count, numbers, numbers.count)
    }
    try SystemCalls.checked("send to a process of ours", count)
  }

  /// The next message; nil when the other end is gone. One that is longer than the limit is an error.
  ///
  /// - Parameter milliseconds: how long to wait for it, `ETIMEDOUT` after that; nil waits for ever.
  package func receive(limit: Int, milliseconds: Int? = nil) throws(HostError) -> Message? {
    let operation: PlainText = "hear from a process of ours"
    if let milliseconds {
      guard try LocalSocket.wait(descriptor, POLLIN, milliseconds: milliseconds) else {
        throw SystemCalls.failure(operation, ETIMEDOUT)
      }
    }
    var buffer = [UInt8](repeating: 0, count: limit)
    var numbers = [CInt](repeating: -1, count: Int(CHARTGATE_MOST_DESCRIPTORS))
    var received = 0
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe chartgate_receive(descriptor.number, $0.baseAddress, $0.count, &numbers, &received)
    }
    let descriptors = numbers.prefix(received).map { Descriptor($0) }
    if count == -Int(ECONNRESET) { return nil }
    try SystemCalls.checked(operation, count)
    guard count > 0 else { return nil }
    return Message(bytes: Array(buffer[..<count]), descriptors: descriptors)
  }
}

extension Descriptor {
  enum PairKind { case packet, stream }

  /// Two sockets that are connected with each other.
  static func socketPair(_ kind: PairKind) throws(HostError) -> (Descriptor, Descriptor) {
    var numbers: [CInt] = [-1, -1]
    let made = unsafe chartgate_socket_pair(kind == .packet ? 1 : 0, &numbers)
    try SystemCalls.checked("make a pair of sockets", made)
    return (Descriptor(numbers[0]), Descriptor(numbers[1]))
  }

  /// The descriptor that a process was started with by its number.
  package static func inherited(_ number: Int) -> Descriptor { Descriptor(CInt(number)) }
}

extension SystemCalls {
  /// Turns a negative error number, as our C functions give it, into an error.
  @discardableResult
  static func checked(_ operation: PlainText, _ result: some SignedInteger) throws(HostError) -> Int {
    guard result >= 0 else { throw failure(operation, CInt(truncatingIfNeeded: -result)) }
    return Int(result)
  }
}
