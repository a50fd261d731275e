import Bundles
import Values

/// An input is an archive as it comes, or, where it does not begin like one, what is done to a bundle of
/// ours: three bytes each change one byte of it, the third one's value at the place of the first two.
func fuzzBundle(_ bytes: [UInt8]) {
  if bytes.starts(with: [0x50, 0x4B]) {
    open(bytes)
    return
  }
  var bundle = written
  for change in stride(from: 0, to: bytes.count - 2, by: 3) {
    let at = (Int(bytes[change]) << 8 | Int(bytes[change + 1])) % bundle.count
    bundle[at] = bytes[change + 2]
  }
  open(bundle)
}

/// It opens with entries of the size that they say, or is refused.
private func open(_ bytes: [UInt8]) {
  var limits = Limits()
  limits.recordBytes = 1 << 20
  limits.packetBytes = 8 << 20
  do throws(PacketError) {
    let zip = try ZIPReader(bytes, limits: limits)
    for entry in zip.entries {
      do throws(PacketError) {
        hold(try zip.contents(entry).count == entry.size, "an entry is as large as it says")
      } catch { continue }
    }
  } catch {}
  let opened = BundleVerifier.open(bytes, limits: limits)
  if opened.report.problems.isEmpty {
    hold(opened.report.disclosure != nil, "a bundle without problems has an id")
    hold(
      opened.contents.filter { $0.key.hasPrefix("data/") }.count == opened.report.files.count, "all is listed"
    )
  }
}

/// A bundle with a record that is deflated and one that is stored.
private let written: [UInt8] = {
  let records = [[UInt8](repeating: 0x61, count: 600), Array(0...255)].enumerated().map { index, bytes in
    BundledRecord(
      number: index + 1, fileExtension: "txt", mediaType: "text/plain", documentType: nil, serviceDays: nil,
      isWhole: true, bytes: bytes)
  }
  let content = BundleContent(
    disclosure: "d00000001-1", instant: Instant(milliseconds: 1_772_448_900_000),
    siteName: "Example Hospital",
    isTrial: true, purpose: "TREAT", recipient: "example", records: records, notices: [.redisclosure],
    software: "fuzz")
  var sink = MemorySink()
  do throws(PacketError) { try BundleWriter.write(content, to: &sink) } catch {
    fatalError("broken: a bundle is written: \(error.rule)")
  }
  hold(BundleVerifier.verify(sink.bytes).problems.isEmpty, "a bundle that was written opens")
  return sink.bytes
}()
