package import YAML
internal import Host
internal import Policy
internal import Requests
internal import Values

/// Reads chartgate.yaml: a closed set of keys, and every mistake with its line and column.
package enum SettingsReader {
  /// What could be read, and all that is wrong with it; nil when the file is no YAML at all. Settings
  /// without problems are whole.
  package static func read(_ bytes: [UInt8], name: String) -> (
    settings: HouseSettings?, problems: [YAMLProblem]
  ) {
    var settings = HouseSettings()
    let file: YAMLFile
    do {
      file = try YAMLFile(bytes, name: name)
    } catch {
      return (nil, [error])
    }
    var map = YAMLMap(file)
    readSite(&map, into: &settings)
    readFolders(&map, into: &settings)
    readSources(&map, into: &settings)
    readMounts(&map, into: &settings)
    readLimits(&map, into: &settings)
    readMetrics(&map, into: &settings)
    settings.leftOut = Set(map.choices("leaveOut", Terminology.self))
    if settings.leftOut.contains(.labels), let at = map.value("leaveOut") {
      map.report(at.line, at.column, "\"labels\" is what records say of themselves, and cannot be left out")
    }
    if let poll = map.duration("poll", in: 50...60_000) { settings.poll = poll }
    if let keep = map.duration("keep", in: 3_600_000...3650 * 86_400_000) { settings.keep = keep }
    if let deaths = map.number("poisonAfter", in: 1...100) { settings.poisonAfter = deaths }
    if let limit = map.duration("attemptLimit", in: 10_000...86_400_000) { settings.attemptLimit = limit }
    readWall(&map, into: &settings)
    if let floor = map.byteCount("freeFloor", in: 0...1 << 40) { settings.freeFloor = floor }
    if let count = map.number("bundlesPerChannel", in: 0...1_000_000) { settings.bundlesPerChannel = count }
    if let workers = map.number("workers", in: 1...64) { settings.workers = workers }
    if let stuck = map.duration("stuckAfter", in: 60_000...30 * 86_400_000) { settings.stuckAfter = stuck }
    return (settings, map.finish().sorted())
  }

  private static func readSite(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    guard var site = map.map("site") else {
      map.report(map.line, map.column, "the key \"site\" is missing, with name, kind, state and timeZone")
      return
    }
    let name = site.requiredText("name")
    if let value = site.value("name"), !TerminalText.isPlain(name) {
      site.report(value.line, value.column, "\"name\" must be a text without control characters")
    }
    let alsoKnownAs = site.texts("alsoKnownAs")
    let kind = site.choice("kind", Site.Kind.self)
    if !site.has("kind") { _ = site.requiredText("kind") }
    let state = site.requiredText("state")
    if !state.isEmpty, !USState.codes.contains(state), let at = site.value("state") {
      site.report(
        at.line, at.column, "\"state\" must be a US state or territory in two capital letters, as in NY")
    }
    let zone = site.requiredText("timeZone")
    if !zone.isEmpty, !SiteClock.isKnown(zone), let at = site.value("timeZone") {
      let near = SiteClock.nearest(to: zone).map { "; did you mean \"\($0)\"?" } ?? ""
      site.report(
        at.line, at.column,
        "\"timeZone\" must be a zone of the IANA database, as in America/New_York" + near)
    }
    let isTrial = site.flag("trial") ?? false
    settings.fixedDay = site.day("day")
    if let day = site.value("day"), !isTrial {
      site.report(
        day.line, day.column,
        "\"day\" is for trials only: a house that releases records goes by the clock; take it out")
    }
    let problems = site.finish()
    map.take(problems)
    guard problems.isEmpty, let kind else { return }
    settings.site = Site(
      name: name, alsoKnownAs: alsoKnownAs, kind: kind, state: state, timeZone: zone, isTrial: isTrial)
  }

  private static func readFolders(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    guard var folders = map.map("folders") else { return }
    if let state = path("state", &folders) { settings.folders.state = state }
    if let outbox = path("outbox", &folders) { settings.folders.outbox = outbox }
    if let receipts = path("receipts", &folders) { settings.folders.receipts = receipts }
    map.take(folders.finish())
  }

  private static func readSources(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    guard map.has("sources") else { return }
    settings.sources = []
    for var entry in map.maps("sources") {
      let id = entry.requiredText("id")
      if !id.isEmpty, let at = entry.value("id") {
        if !HouseID.isGood(id) {
          entry.report(at.line, at.column, "\"id\" \(HouseID.rule)")
        } else if settings.sources.contains(where: { $0.id == id }) {
          entry.report(at.line, at.column, "there are two sources \"\(id)\"")
        }
      }
      var source = HouseSettings.Source(id: id, inbox: path("inbox", &entry))
      if let settle = entry.duration("settle", in: 100...86_400_000) { source.settle = settle }
      source.believes = Set(entry.choices("believes", Paper.Kind.self))
      map.take(entry.finish())
      if HouseID.isGood(id) { settings.sources.append(source) }
    }
    if settings.sources.isEmpty, let at = map.value("sources"), map.problems.isEmpty {
      map.report(at.line, at.column, "\"sources\" must name at least one source")
    }
  }

  /// A share that nothing of the house lies on would be waited for in vain, and one that is misspelt would not
  /// be waited for.
  private static func readMounts(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    let mounts = map.texts("mounts")
    guard let at = map.value("mounts") else { return }
    let outbox = settings.folders.outbox
    let known =
      settings.sources.map(\.inbox) + [outbox] + Delivery.Channel.allCases.map { "\(outbox)/\($0.rawValue)" }
    settings.mounts = mounts.filter { known.contains($0) }
    if settings.mounts.count < mounts.count {
      map.report(
        at.line, at.column,
        "\"mounts\" names no inbox, outbox or channel of the outbox as this file writes it, as in "
          + "\(outbox)/sftp")
    }
  }

  private static func readLimits(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    guard var limits = map.map("limits") else { return }
    if let size = limits.byteCount("requestSize", in: 1 << 10...1 << 20) {
      settings.limits.requestBytes = size
    }
    if let size = limits.byteCount("recordSize", in: 1 << 10...16 << 30) {
      settings.limits.recordBytes = size
    }
    if let size = limits.byteCount("packetSize", in: 1 << 10...256 << 30) {
      settings.limits.packetBytes = size
    }
    if let count = limits.number("recordsPerPacket", in: 1...100_000) {
      settings.limits.recordsPerPacket = count
    }
    if let depth = limits.number("folderDepth", in: 1...32) { settings.limits.folderDepth = depth }
    if settings.limits.recordBytes > settings.limits.packetBytes {
      limits.report(limits.line, limits.column, "\"recordSize\" is larger than \"packetSize\"")
    }
    map.take(limits.finish())
  }

  /// What a worker may use. A bound that is too small holds every packet; none can be taken away.
  ///
  /// A worker ends before its attempt is given up: the next one of the packet writes into the same folder.
  private static func readWall(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    settings.wall.time = min(settings.wall.time, settings.attemptLimit / 10 * 9)
    guard var wall = map.map("wall") else { return }
    if let size = wall.byteCount("memory", in: 128 << 20...1024 << 30) { settings.wall.memory = size }
    if let time = wall.duration("cpu", in: 1_000...86_400_000) {
      settings.wall.cpuSeconds = Int((time + 999) / 1000)
    }
    if let time = wall.duration("time", in: 1_000...86_400_000), let at = wall.value("time") {
      settings.wall.time = time
      if time >= settings.attemptLimit {
        wall.report(at.line, at.column, "\"time\" must be shorter than attemptLimit")
      }
    }
    if let size = wall.byteCount("output", in: 1 << 20...1024 << 30) { settings.wall.output = size }
    settings.wall.without = Set(wall.choices("without", Wall.Part.self))
    map.take(wall.finish())
  }

  private static func readMetrics(_ map: inout YAMLMap, into settings: inout HouseSettings) {
    guard var metrics = map.map("metrics") else { return }
    settings.metrics.file = path("file", &metrics, "a file")
    settings.metrics.socket = path("socket", &metrics, "a socket")
    if let file = settings.metrics.file, let at = metrics.value("file"), !file.hasSuffix(".prom") {
      metrics.report(
        at.line, at.column, "\"file\" must end in .prom, or node_exporter's textfile collector passes it over"
      )
    }
    map.take(metrics.finish())
  }

  private static func path(_ key: String, _ map: inout YAMLMap, _ kind: String = "a folder") -> String? {
    guard let text = map.text(key), let at = map.value(key) else { return nil }
    guard !text.isEmpty, text != "/", text != ".", !text.utf8.contains(where: { $0 < 0x20 }) else {
      map.report(at.line, at.column, "\"\(key)\" must be \(kind) of its own")
      return nil
    }
    return text
  }
}
