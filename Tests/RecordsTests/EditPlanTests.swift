import Records
import Testing
import Values

struct EditPlanTests {
  @Test func `only the named bytes change`() throws {
    var plan = EditPlan()
    plan.replace(4..<8, with: .mark)
    plan.remove(0..<1)
    #expect(try plan.applied(to: Array("xabcJANEdef".utf8), record: 1) == Array("abc[withheld]def".utf8))
  }

  @Test func `a removal takes along what lies inside of it`() throws {
    var plan = EditPlan()
    plan.replace(2..<4, with: .mark)
    plan.remove(1..<6)
    plan.remove(5..<7)
    #expect(try plan.applied(to: Array("0123456789".utf8), record: 1) == Array("0789".utf8))
  }

  @Test func `redactions that overlap hold the packet and name the bytes`() {
    var plan = EditPlan()
    plan.replace(0..<4, with: .mark)
    plan.replace(3..<5, with: .mark)
    let error = #expect(throws: PacketError.self) { try plan.applied(to: Array("12345".utf8), record: 2) }
    #expect(error?.rule == "edit.overlap" && error?.place == Place(record: 2, bytes: 3..<5))
  }

  @Test func `an edit beyond the end holds the packet`() {
    var plan = EditPlan()
    plan.remove(3..<9)
    #expect(throws: PacketError.self) { try plan.applied(to: Array("12345".utf8), record: 1) }
  }

  @Test(arguments: 0..<50) func `a plan without edits gives the same bytes`(seed: UInt8) throws {
    let bytes = (0..<Int(seed)).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ Int(seed)) }
    #expect(try EditPlan().applied(to: bytes, record: 1) == bytes)
  }
}
