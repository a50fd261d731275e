import Testing
import chartgate

struct TableTests {
  @Test func `columns are aligned, numbers to the right, and no line ends in spaces`() {
    var table = Table(["packet", "state", "why"], numbers: ["packet"])
    table.add(["7", "held", "patient.match"])
    table.add(["1204", "released"])
    #expect(
      table.text == """
        packet  state     why
             7  held      patient.match
          1204  released

        """)
  }

  @Test func `accents count as one place`() {
    var table = Table(["a", "b"])
    table.add(["é", "x"])
    table.add(["ee", "y"])
    #expect(table.text == "a   b\né   x\nee  y\n")
  }
}
