internal import Hashing
package import Values

/// What goes into a bundle; only a release is made into one. No category, rule, place or count of what was
/// withheld is in it, so none can leave (DESIGN.md §4.7).
package struct BundleContent: Sendable {
  package var disclosure: String
  package var instant: Instant
  package var siteName: String
  package var isTrial: Bool
  /// Words for the purpose, of the HL7 code.
  package var purpose: String
  /// An id of the directory, or `patient`.
  package var recipient: String
  package var records: [BundledRecord]
  package var notices: [Notice]
  package var software: String

  package init(
    disclosure: String, instant: Instant, siteName: String, isTrial: Bool, purpose: String, recipient: String,
    records: [BundledRecord], notices: [Notice], software: String
  ) {
    (self.disclosure, self.instant, self.siteName, self.isTrial) = (disclosure, instant, siteName, isTrial)
    (self.purpose, self.recipient, self.records) = (purpose, recipient, records)
    (self.notices, self.software) = (notices, software)
  }
}

/// A text that the law prescribes or that goes with a release (notices.yaml).
package struct Notice: Sendable, Equatable {
  package var id: String
  package var text: String
  package init(id: String, text: String) { (self.id, self.text) = (id, text) }

  /// On each released record that is not whole (45 CFR 164.502(b); 42 CFR 2.13(c)): it names nothing.
  package static let neutralSentence =
    "Some information was left out because the law or the request does not allow us to send it."

  /// 45 CFR 164.508(c)(2)(iii): on a release by authorization.
  package static let redisclosure = Notice(
    id: "redisclosure-general",
    text:
      "Once received, these records may be passed on by the recipient and may then no longer be protected by "
      + "federal privacy rules.")

  /// 10 NYCRR 63.5(b), the legal text itself: with HIV-related information from a New York site.
  package static let newYorkHIV = Notice(
    id: "ny-hiv",
    text:
      "This information has been disclosed to you from confidential records which are protected by State law. "
      + "State law prohibits you from making any further disclosure of this information without the specific "
      + "written consent of the person to whom it pertains, or as otherwise permitted by law. Any unauthorized "
      + "further disclosure in violation of State law may result in a fine or jail sentence or both. A general "
      + "authorization for the release of medical or other information is not, except in limited circumstances "
      + "set forth in this Part, sufficient authorization for further disclosure. Disclosure of confidential HIV "
      + "information that occurs as the result of a general authorization for the release of medical or other "
      + "information will be in violation of the State law and may result in a fine or a jail sentence or both."
  )

  /// 42 CFR 2.32(a)(2), the legal text itself.
  package static let part2Short = Notice(
    id: "part2-short", text: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
}

/// A record as it leaves.
package struct BundledRecord: Sendable {
  /// Its number in the bundle, from 1, without gaps: the request's numbers would tell what is missing.
  package var number: Int
  /// `xml`, `json`, `ndjson`, `hl7`, `txt`, `pdf`, `bin`.
  package var fileExtension: String
  package var mediaType: String
  /// LOINC code of the document's type, if it is known.
  package var documentType: String?
  package var serviceDays: ClosedRange<Day>?
  package var isWhole: Bool
  package var content: any ByteSource
  /// Of all bytes of the content.
  package var digest: Digest

  package init(
    number: Int, fileExtension: String, mediaType: String, documentType: String?,
    serviceDays: ClosedRange<Day>?, isWhole: Bool, content: any ByteSource, digest: Digest
  ) {
    (self.number, self.fileExtension, self.mediaType) = (number, fileExtension, mediaType)
    (self.documentType, self.serviceDays, self.isWhole) = (documentType, serviceDays, isWhole)
    (self.content, self.digest) = (content, digest)
  }

  package init(
    number: Int, fileExtension: String, mediaType: String, documentType: String?,
    serviceDays: ClosedRange<Day>?, isWhole: Bool, bytes: [UInt8]
  ) {
    self.init(
      number: number, fileExtension: fileExtension, mediaType: mediaType, documentType: documentType,
      serviceDays: serviceDays, isWhole: isWhole, content: MemorySource(bytes), digest: .sha256(bytes))
  }

  /// A name of ours: `003-progress-note.xml`.
  package var name: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(padded)-\(DocumentTypeNames.slug(documentType)).\(fileExtension)"
  }
}
