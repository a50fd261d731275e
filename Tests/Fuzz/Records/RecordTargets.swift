import Records
import Values

func fuzzCDA(_ bytes: [UInt8]) {
  CutInvariants.check(bytes) { bytes throws(PacketError) in
    try CDARecord(reading: bytes, number: 1, limits: .standard)
  }
}

func fuzzFHIR(_ bytes: [UInt8]) {
  CutInvariants.check(bytes) { bytes throws(PacketError) in
    try FHIRRecord(reading: bytes, number: 1, limits: .standard)
  }
}

func fuzzLines(_ bytes: [UInt8]) {
  CutInvariants.check(bytes) { bytes throws(PacketError) in
    try FHIRLinesRecord(reading: bytes, number: 1, limits: .standard)
  }
}

func fuzzFHIRXML(_ bytes: [UInt8]) {
  CutInvariants.check(bytes) { bytes throws(PacketError) in
    try FHIRXMLRecord(reading: bytes, number: 1, limits: .standard)
  }
}

func fuzzHL7(_ bytes: [UInt8]) {
  CutInvariants.check(bytes) { bytes throws(PacketError) in
    try HL7Record(reading: bytes, number: 1, limits: .standard)
  }
}

/// A text of which little is left may look like another format.
func fuzzText(_ bytes: [UInt8]) {
  CutInvariants.check(bytes, mayHold: true) { bytes throws(PacketError) in
    try TextRecord(reading: bytes, number: 1, limits: .standard)
  }
}

/// By the sniffer: what it says of a record is what reading says.
func fuzzSniffed(_ bytes: [UInt8]) {
  let format = RecordReader.sniff(bytes)
  do throws(PacketError) {
    let record = try RecordReader.read(bytes, number: 1, limits: .standard)
    hold(record.facts.format == format, "a record reads as the format that was sniffed")
  } catch {
    return
  }
  CutInvariants.check(bytes, mayHold: true) { bytes throws(PacketError) in
    try RecordReader.read(bytes, number: 1, limits: .standard)
  }
}
