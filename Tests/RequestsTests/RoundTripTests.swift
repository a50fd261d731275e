import Requests
import Testing
import Values

struct RoundTripTests {
  static func written(_ request: Request, _ name: RequestName) -> [UInt8] {
    switch name {
    case .xml: RequestWriter.xml(request)
    case .json: RequestWriter.json(request)
    }
  }

  @Test(arguments: RequestName.allCases, [100, 60, 20])
  func `what was written is read as the same request`(_ name: RequestName, share: Int) throws {
    for seed in 0..<UInt64(60) {
      let request = Filler.request(seed: seed, share: share)
      let read = try RequestReader.read(Self.written(request, name), name: name, limits: .standard)
      // Strings are equal when their Unicode forms differ; the bytes must be the same too.
      #expect(read == request && RequestWriter.json(read) == RequestWriter.json(request), "seed \(seed)")
    }
  }

  @Test func `a full request leaves no field out`() {
    // Some seeds, since `sample` is written only when it is true.
    let text = (0..<8).map { seed in
      String(decoding: RequestWriter.json(Filler.request(seed: seed)), as: UTF8.self)
    }.joined()
    for group in FieldLister.groups(of: Request.self) {
      for field in group.fields {
        let isThere = text.contains("\"\(field.name)\": ")
        #expect(isThere, "\(field.name)")
      }
    }
  }

  @Test(arguments: 0..<25) func `every word of every closed set is read in both forms`(_ word: Int) throws {
    let request = Filler.request(seed: 7, word: word)
    for name in RequestName.allCases {
      #expect(try RequestReader.read(Self.written(request, name), name: name, limits: .standard) == request)
    }
  }

  @Test func `no closed set has more words than are tried`() {
    for group in FieldLister.groups(of: Request.self) {
      for field in group.fields {
        if case .value(.word(let words)) = field.content { #expect((2...25).contains(words.count)) }
      }
    }
    #expect(RequesterKind.allCases.count <= 25)
  }

  @Test func `UTF-16 is read in XML`() throws {
    let request = Filler.request(seed: 3)
    let text = String(decoding: RequestWriter.xml(request), as: UTF8.self)
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    for isLittle in [true, false] {
      let bytes = [0xFEFF as UInt16] + Array(text.utf16)
      let wide = bytes.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isLittle ? pair.reversed() : pair
      }
      #expect(try RequestReader.read(wide, name: .xml, limits: .standard) == request)
    }
  }
}
