import Policy

/// The pipelines that come with the program.
enum ShippedPipelines {
  static let names = ["authorization", "continuity-of-care", "insurance-claim", "legal", "patient-access"]

  /// The files of categories that come with the program, by name.
  static let categories: Set<String> = [
    "COGN", "DVD", "ETHUD", "GDIS", "HIV", "MH", "OPIOIDUD", "PREGNANT", "PSYTHPN", "SCA", "SDV", "SEX",
    "STD", "SUD",
  ]

  static func reading(_ name: String) -> PipelineReader.Reading {
    PipelineReader.read(
      CheckoutFile.bytes("Pipelines/\(name).yaml"), name: "\(name).yaml", categories: categories)
  }

  static func pipeline(_ name: String) -> Pipeline {
    switch reading(name) {
    case .read(let pipeline): return pipeline
    case .refused(let problems): preconditionFailure("\(problems)")
    }
  }
}
