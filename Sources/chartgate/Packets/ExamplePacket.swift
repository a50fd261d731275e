internal import Configuration
internal import Hashing
internal import Policy
internal import Records
internal import Requests
internal import Values

/// The packet that lies in a new trial house, to see one go through: a clinic asks for a progress note.
enum ExamplePacket {
  private static let note = """
    ALDER FALLS MEDICAL CENTER
    PROGRESS NOTE

    Patient: Sample, Avery
    Date of birth: 1980-04-12
    MRN: 100042
    Date of service: 2026-01-14

    SUBJECTIVE
    Returns for follow-up of knee pain after a fall on ice in December. Pain is better, 2 of 10 on
    stairs, none at rest. Takes ibuprofen 400 mg about twice a week.

    OBJECTIVE
    Blood pressure 124/78, pulse 68. Right knee: no swelling, full range of motion, ligaments stable.

    ASSESSMENT AND PLAN
    Contusion of the right knee, resolving. Continue exercises. Return in six weeks if not well.

    """

  /// - Parameter moment: the site's, at which the request is received.
  static func files(_ site: Site, at moment: SiteMoment) throws(Failure) -> [ShippedPolicies.File] {
    let bytes = Array(note.utf8)
    let facts: RecordFacts
    do throws(PacketError) {
      facts = try RecordReader.read(bytes, number: 1, limits: .standard).facts
    } catch {
      throw Failure(.failed, "the example could not be made: \(error)")
    }
    var wishes = PacketWishes(day: moment.today, received: moment.instant)
    (wishes.id, wishes.basis, wishes.isSample) = ("example-1", .treatment, true)
    (wishes.site, wishes.recipients) = (site, ExampleHouse.recipients)
    let record = PacketDraft.File(
      path: "progress-note.txt", byteCount: bytes.count, digest: .sha256(bytes), facts: facts)
    let draft = try PacketDraft([record], wishes)
    return [
      ShippedPolicies.File(name: record.path, bytes: bytes),
      ShippedPolicies.File(name: "request.json", bytes: RequestWriter.json(draft.request)),
    ]
  }
}
