internal import ArgumentParser
internal import Configuration
internal import Host
internal import JSON
internal import Policy
internal import Requests
internal import Stages
internal import Values

/// `chartgate packet`: packets before they are dropped.
struct PacketCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet", abstract: "Makes packets of records that lie in a folder.",
    subcommands: [PacketNewCommand.self])
}

/// `chartgate packet new`: for integrators and trials.
struct PacketNewCommand: Verb {
  /// In which form the request is written.
  enum Form: String, CaseIterable, Sendable, ExpressibleByArgument { case json, xml }

  static let words = "packet new"
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a request that fits the files lying in a folder.",
    discussion: """
      Example:  chartgate packet new records --sample --basis authorization --recipient halvorsen-pike \
      --categories HIV,SUD --house trial
      Patient, document types and days are read from the records; digests and sizes from their bytes.
      """)

  @Argument(help: "The folder that holds the records.") var folder: String
  @Flag(help: "Mark it as a sample, with all that its basis asks for; only trial houses take it.")
  var sample = false
  @Option(help: "The legal ground, as in: access, treatment, payment, authorization.") var basis: String?
  @Option(help: "HL7 PurposeOfUse code, as in: PATRQT, TREAT, HPAYMT, HLEGAL.") var purpose: String?
  @Option(help: "Who asks, as in: patient, provider, payer, attorney.") var requesterKind: String?
  @Option(help: "An id of the house's recipients.yaml, or patient.") var recipient: String?
  @Option(help: "Protected categories that are asked for, as in: HIV,SUD.") var categories: String?
  @Option(help: "json or xml.") var form = Form.json
  @Option(help: "The request's id. (default: made of the records' digests)") var id: String?
  @Option(help: "The day on which it was received, YYYY-MM-DD. (default: the house's today)") var day: String?
  @Option(help: "The record whose patient it is, where records disagree.") var patientFrom: String?
  @Option(help: "The house that it is for: its site, recipients and day.") var house: String?
  @OptionGroup var output: OutputOptions

  func answer() async throws(Failure) -> Answer {
    let host = RealHost()
    let path = try HouseOptions.absolute(folder)
    let wishes = try self.wishes(host)
    let found = try PacketFolder(path, host: host, limits: .standard)
    for note in found.notes { Output.talk("chartgate: \(note); it is listed, and will be held") }
    let draft = try PacketDraft(found.files, wishes, patientFrom: patientFrom)
    for number in draft.unsure {
      let name = TerminalText.escaped(found.files[number - 1].path)
      Output.talk("chartgate: \(name): does not say surely whose it is; it will be held")
    }
    let request = form == .json ? RequestWriter.json(draft.request) : RequestWriter.xml(draft.request)
    let name = "request.\(form.rawValue)"
    do throws(RequestProblems) {
      _ = try RequestReader.read(request, name: form == .json ? .json : .xml, limits: .standard)
    } catch {
      throw Failure(.usage, error.all.map { "the request would not be read: \($0)" })
    }
    do throws(HostError) {
      let root = FilePath(Root(path))
      for paper in draft.papers { try host.create(root.appending(paper.name), paper.bytes, mode: 0o640) }
      // The request is written last, and whole: it is what makes a folder a packet.
      try host.writeDurably(root.appending(name), request, mode: 0o640)
    } catch {
      throw Failure("the request could not be written", error)
    }
    return Answer(
      "\(name) written: \(found.files.count) records, \(draft.papers.count) papers\n",
      [
        .init("request", .string(path + "/" + name)), .init("sample", .bool(draft.request.sample)),
        .init("records", .integer(Int64(found.files.count))),
        .init("papers", .array(draft.papers.map { .string($0.name) })),
        .init("unsure", .array(draft.unsure.map { .integer(Int64($0)) })),
      ])
  }

  private func wishes(_ host: any Host) throws(Failure) -> PacketWishes {
    var problems: [String] = []
    let basis = choice("--basis", self.basis, Basis.self, &problems)
    let kind = choice("--requester-kind", requesterKind, RequesterKind.self, &problems)
    let fixed = day.flatMap { Day($0) }
    if day != nil, fixed == nil { problems.append("--day must be a day: YYYY-MM-DD") }
    guard problems.isEmpty else { throw Failure(.usage, problems) }
    let opened = try house.map { path throws(Failure) in
      try HouseOptions().read(HouseOptions.absolute(path), host)
    }
    let zone = opened?.site.timeZone ?? "UTC"
    guard let clock = SiteClock(timeZone: zone, fixedDay: fixed ?? opened?.settings.fixedDay) else {
      throw Failure(.failed, "the house's time zone is not known here")
    }
    let moment = clock.moment(at: host.now())
    var wishes = PacketWishes(day: moment.today, received: moment.instant)
    (wishes.id, wishes.basis, wishes.purpose, wishes.requesterKind) = (id, basis, purpose, kind)
    (wishes.recipient, wishes.isSample) = (recipient, sample)
    wishes.categories = categories.map { $0.split(separator: ",").map(String.init) } ?? []
    (wishes.site, wishes.recipients) = (opened?.site, opened?.recipients ?? [])
    wishes.knownCategories = opened?.policy.categories.names ?? []
    return wishes
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: String, _ text: String?, _ type: Choice.Type, _ problems: inout [String]
  ) -> Choice? {
    guard let text else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let near = Nearest.word(to: text, of: Choice.allCases.map(\.rawValue))
    problems.append(
      "\(option): no such word"
        + (near.map { "; did you mean \($0)?" }
          ?? "; known are: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"))
    return nil
  }
}
