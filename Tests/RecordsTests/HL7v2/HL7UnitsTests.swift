import Records
import Testing
import Values

struct HL7UnitsTests {
  /// The tree as `type(children)`.
  private func tree(_ record: HL7Record, _ unit: Int = 1) -> String {
    let children = record.facts.units.indices.filter { record.facts.units[$0].parent == unit }.map {
      tree(record, $0)
    }
    let own = record.facts.units[unit].type ?? "?"
    return children.isEmpty ? own : "\(own)(\(children.joined(separator: " ")))"
  }

  @Test func `an order holds its results, and a result its notes`() throws {
    let record = try HL7Sample.read(HL7Sample.results)
    #expect(tree(record) == "MSH(MSH PID PV1 OBR(OBX(NTE) OBX OBX) OBR(OBX SPM))")
    #expect(record.facts.units[record.units("OBR")[0]].kind == .group)
  }

  @Test(arguments: [
    (["ORC|1", "RXO|1", "RXR|1", "RXE|1", "RXC|1", "ORC|1", "RXO|2"], "RXE(RXR RXC) RXO"),
    (["ORC|1", "RXA|1", "RXR|1", "OBX|1", "NTE|1"], "RXA(RXR OBX(NTE))"),
    (["OBR|1", "OBX|1", "OBR|2", "OBX|1"], "OBR(OBX) OBR(OBX)"),
    (
      ["SPM|1", "OBX|1", "OBR|1", "ORC|1", "TQ1|1", "OBX|1", "SPM|2", "OBR|1"],
      "SPM(OBX OBR(TQ1 OBX)) SPM(OBR)"
    ),
    (["IN1|1", "IN2|1", "IN3|1", "IN1|2", "GT1|1", "NK1|1"], "IN1(IN2 IN3) IN1 GT1 NK1"),
    (["DG1|1", "NTE|1", "AL1|1", "PR1|1", "ROL|1"], "DG1(NTE) AL1 PR1(ROL)"),
    (["FT1|1", "PR1|1", "DG1|1", "FT1|2"], "FT1(PR1 DG1) FT1"),
    (["TXA|1", "OBX|1", "OBX|2"], "TXA(OBX OBX)"),
    (["RGS|1", "AIS|1", "NTE|1", "AIP|1"], "RGS(AIS(NTE) AIP)"),
    (["NTE|1", "PV1|1", "NTE|1"], "NTE PV1 NTE"), (["OBX|1", "ZBX|1"], "OBX(?)"),
    (["ORC|1", "DG1|1"], "ORC(DG1)"),
  ]) func `what goes together is one group`(segments: [String], expected: String) throws {
    let record = try HL7Sample.read(HL7Sample.lines([HL7Sample.header, HL7Sample.patient] + segments))
    #expect(tree(record) == "MSH(MSH PID \(expected))")
  }

  @Test func `a second PID ends the groups before it`() throws {
    let record = try HL7Sample.read(HL7Sample.message("OBR|1", "PID|2||9", "OBX|1"))
    #expect(tree(record) == "MSH(MSH PID OBR PID OBX)" && record.facts.identities.count == 2)
  }
}
