import Daemon
import Ledger
import Testing

struct EventLogTests {
  @Test func `a line is a name and fields`() {
    let event = Event.packetClaimed(PacketNumber(12), source: "er", files: 3, bytes: 90)
    #expect(EventLog.line(event) == "packet.claimed packet=12 source=er files=3 bytes=90")
  }

  @Test func `a repeated fault is said once, then counted`() {
    let told = (1...1000).filter { count in
      let fault = Event.Fault(count: count, retryMilliseconds: 5)
      return EventLog.line(.sourceUnreachable(source: "er", code: 2, fault)) != nil
    }
    #expect(told == [1, 10, 100, 1000])
  }
}
