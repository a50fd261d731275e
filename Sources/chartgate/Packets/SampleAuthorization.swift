internal import Requests
internal import Values

/// A complete authorization that nobody signed, for trials: the paper, and what a desk would transcribe of it
/// (45 CFR 164.508(c)).
struct SampleAuthorization {
  static let fileName = "authorization.txt"

  let patient: Sensitive<String>
  let discloser: String
  let recipient: String
  let categories: [String]
  let signed: Day
  let expires: Day

  private static let description = "all records of this packet, of any date"
  private static let purpose = "a trial of the release of records"

  /// The paper.
  var text: String {
    let named = categories.isEmpty ? "none" : categories.joined(separator: ", ")
    return """
      SAMPLE - NOT AN AUTHORIZATION - FOR TRIALS OF CHARTGATE ONLY

      AUTHORIZATION TO RELEASE HEALTH INFORMATION (45 CFR 164.508)

      Patient:            \(patient.reveal(.release))
      May release:        \(discloser)
      May receive:        \(recipient)
      What:               \(Self.description)
      Specially protected information that may be released: \(named)
      Why:                \(Self.purpose)
      Ends on:            \(expires)

      I may revoke this authorization in writing at any time, except where it was already relied on.
      My treatment, payment, enrollment or eligibility do not depend on my signing it.
      Whoever receives these records may pass them on, and they may then no longer be protected.

      Signed (SAMPLE):    \(patient.reveal(.release)), \(signed)

      """
  }

  /// - Parameter digest: the paper's.
  func transcribed(digest: Digest) -> Authorization {
    var form = Authorization()
    form.document = Sensitive(Self.fileName)
    form.digest = digest
    form.discloser = [Sensitive(discloser)]
    form.recipient = [Sensitive(recipient)]
    form.description = Sensitive(Self.description)
    form.purpose = Sensitive(Self.purpose)
    var expiry = Authorization.Expiry()
    expiry.date = expires
    form.expires = expiry
    var signature = Authorization.Signature()
    (signature.on, signature.by, signature.as) = (signed, patient, .patient)
    form.signed = signature
    var statements = Authorization.Statements()
    (statements.revocation, statements.conditioning, statements.redisclosure) = (true, true, true)
    form.statements = statements
    form.categories = categories
    form.kind = .hipaa
    return form
  }
}
