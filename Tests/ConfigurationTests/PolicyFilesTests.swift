import Configuration
import Policy
import Stages
import Testing
import Values

@Suite("What a worker compiles from the house's files is what the house has in force")
struct PolicyFilesTests {
  @Test func `pipelines, categories, limits and what is left out are the same`() throws {
    let scratch = try Scratch()
    #expect(scratch.make() == nil)
    try scratch.append("chartgate.yaml", "leaveOut: [cpt, snomed]\nlimits: {recordsPerPacket: 17}\n")
    let house = try #require(scratch.load().house)
    let compiled = try #require(PolicyFiles.compile(house.files))
    #expect(compiled.policy.digest == house.policy.digest)
    #expect(compiled.policy.pipelines.map(\.pipeline) == house.policy.pipelines.map(\.pipeline))
    #expect(compiled.policy.pipelines.map(\.digest) == house.policy.pipelines.map(\.digest))
    #expect(compiled.policy.categories.names == house.policy.categories.names)
    #expect(compiled.policy.categories.leftOut == house.policy.categories.leftOut)
    #expect(compiled.policy.categories.leftOut.isSuperset(of: [.cpt, .snomed]))
    #expect(compiled.limits == house.settings.limits && compiled.limits.recordsPerPacket == 17)
  }
}
