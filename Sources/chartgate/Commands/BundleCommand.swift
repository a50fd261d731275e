internal import ArgumentParser
internal import Bundles
internal import Host

/// `chartgate bundle`: what a recipient, or the house, does with a bundle.
struct BundleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Looks into bundles that were released.",
    subcommands: [BundleVerifyCommand.self])
}

/// `chartgate bundle verify`: needs no house; whoever receives a bundle may run it.
struct BundleVerifyCommand: Verb {
  static let words = "bundle verify"
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that a bundle is whole and is what it says of itself.",
    discussion:
      "Example:  chartgate bundle verify d00000001-1.zip\nEnds with 0, or 3 when it does not verify.")

  @Argument(help: "The bundle: a ZIP file.") var file: String
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let path = FilePath(Root(try HouseOptions.absolute(file)))
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try RealHost().read(path, limit: 4 << 30)
    } catch  where error.kind == .missing {
      throw Failure(.failed, "there is no such file; name the bundle's ZIP")
    } catch {
      throw Failure("the bundle could not be read", error)
    }
    return BundleAnswer.of(BundleVerifier.verify(bytes))
  }
}
