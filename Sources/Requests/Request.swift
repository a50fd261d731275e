package import Values

/// Who asks for which records of which patient, for whom, why, by what right (DESIGN.md §3, RULES.md §2).
/// Field names are those of the JSON and XML forms. Every field but `id` may be missing: whether a missing
/// one matters is for the rules to say.
package struct Request: Sendable, Equatable {
  /// Unique within its source; patient data.
  package var id: Sensitive<String>
  package var received: Instant?
  /// The desk marked the whole request as a sample: only a trial house takes it.
  package var sample = false
  package var patient: Patient?
  package var requester: Requester?
  package var purpose: Purpose?
  /// One of purposes.yaml's bases, if stated; else it is derived.
  package var basis: String?
  package var recipient: RequestedRecipient?
  package var authorization: Authorization?
  package var legal: LegalProcess?
  package var evidence: [Evidence] = []
  package var scope: Scope?
  package var delivery: Delivery?
  package var records: [ListedRecord] = []
  /// Every paper in the packet: authorization, legal process, proofs. Checked by digest, never released.
  package var papers: [Paper] = []
  /// Whose transcription of the papers this is.
  package var transcribed: Transcription?

  package init(id: String) { self.id = Sensitive(id) }
}

package struct PersonName: Sendable, Equatable {
  package var family: Sensitive<String>
  package var given: [Sensitive<String>]
  package init(family: String, given: [String]) {
    self.family = Sensitive(family)
    self.given = given.map { Sensitive($0) }
  }
}

package struct Identifier: Sendable, Equatable {
  /// OID or URI of who gave it.
  package var system: String?
  package var value: Sensitive<String>
  package init(system: String?, value: String) {
    self.system = system
    self.value = Sensitive(value)
  }
}

package struct Address: Sendable, Equatable {
  package var lines: [Sensitive<String>] = []
  package var city: Sensitive<String>?
  package var state: String?
  package var postalCode: Sensitive<String>?
  package var country: String?
  package init() {}
}

package struct Patient: Sendable, Equatable {
  package var identifiers: [Identifier] = []
  package var names: [PersonName] = []
  package var otherNames: [PersonName] = []
  package var birthDate: Sensitive<Day>?
  package var deathDate: Sensitive<Day>?
  package var addresses: [Address] = []
  package var phones: [Sensitive<String>] = []
  package var emails: [Sensitive<String>] = []
  /// 45 CFR 164.522(b): the channel or address that the patient asked to be used.
  package var contactPreference: Sensitive<String>?
  /// 45 CFR 164.522(a): references to restrictions; what they say comes from the house's own file.
  package var restrictions: [String] = []
  package init() {}
}

package struct Requester: Sendable, Equatable {
  /// RULES.md §2 `requester.kind`.
  package var kind: RequesterKind?
  package var name: Sensitive<String>?
  package var organization: Sensitive<String>?
  package var authority: Authority?
  package var identity: IdentityProof?
  package init() {}
}

package enum RequesterKind: String, Sendable, CaseIterable {
  case patient
  case personalRepresentative = "personal-representative"
  case provider, payer, attorney, court
  case publicHealth = "public-health"
  case research, employer, family
  case lawEnforcement = "law-enforcement"
  case oversight, hhs, coroner
  case organProcurement = "organ-procurement"
  case correctional, military
  case workersComp = "workers-comp"
  case school
  case governmentBenefits = "government-benefits"
  case lifeInsurer = "life-insurer"
  case businessAssociate = "business-associate"
  case marketing
  case victimService = "victim-service"
  case other
}

package struct Authority: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case `self`, parent, guardian
    case agentHealthcare = "agent-healthcare"
    case agentFinancial = "agent-financial"
    case executor, administrator
    case nextOfKin = "next-of-kin"
    case counsel, official, none
  }
  package var kind: Kind?
  /// Path of the paper in the packet.
  package var document: Sensitive<String>?
  package var digest: Digest?
  /// Does it reach health decisions?
  package var healthDecisions: Bool?
  package var validFrom: Day?
  package var validTo: Day?
  package init() {}
}

package struct IdentityProof: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    case photoID = "photo-id"
    case signatureMatch = "signature-match"
    case notarized
    case portalLogin = "portal-login"
    case knownToStaff = "known-to-staff"
    case callback, letterhead, badge
    case inNetwork = "in-network"
  }
  package var method: Method?
  package var checkedBy: Sensitive<String>?
  package var checkedOn: Day?
  package init() {}
}

package struct Purpose: Sendable, Equatable {
  /// HL7 PurposeOfUse code as given; the rules check it.
  package var code: String?
  package var words: Sensitive<String>?
  package init() {}
}

package struct RequestedRecipient: Sendable, Equatable {
  /// An id of the house's directory, `patient`, or nil with name and address given.
  package var id: String?
  package var name: Sensitive<String>?
  package var address: Address?
  package var directAddress: Sensitive<String>?
  package init() {}
}

/// 45 CFR 164.508(c); 42 CFR 2.31. What the request says that the paper says.
package struct Authorization: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case hipaa, part2, both, psychotherapy
    case sudCounseling = "sud-counseling"
    case research, marketing, sale
  }
  package enum SignedAs: String, Sendable, CaseIterable { case patient, representative }

  package struct Expiry: Sendable, Equatable {
    package var date: Day?
    package var event: Sensitive<String>?
    package var eventOccurred: Bool?
    package init() {}
  }
  package struct Signature: Sendable, Equatable {
    package var on: Day?
    package var by: Sensitive<String>?
    package var `as`: SignedAs?
    package var authorityDescription: Sensitive<String>?
    package init() {}
  }
  /// Whether the paper holds each statement of 164.508(c)(2); nil when the desk did not say.
  package struct Statements: Sendable, Equatable {
    package var revocation: Bool?
    package var conditioning: Bool?
    package var redisclosure: Bool?
    package var remuneration: Bool?
    package init() {}
  }
  package struct Revocation: Sendable, Equatable {
    package var on: Day?
    package var reliance: Bool?
    package init() {}
  }

  package var document: Sensitive<String>?
  package var digest: Digest?
  package var discloser: [Sensitive<String>] = []
  package var recipient: [Sensitive<String>] = []
  package var description: Sensitive<String>?
  package var purpose: Sensitive<String>?
  package var expires: Expiry?
  package var signed: Signature?
  package var statements: Statements?
  /// Category names as in the category files: `HIV`, `SUD`, `MH`…
  package var categories: [String] = []
  package var revoked: Revocation?
  package var combinedWith: [String] = []
  package var conditionedOn: Sensitive<String>?
  package var kind: Kind?
  package init() {}
}

/// 45 CFR 164.512(e), (f); 42 CFR 2.61-2.67.
package struct LegalProcess: Sendable, Equatable {
  package enum Instrument: String, Sendable, CaseIterable {
    case courtOrder = "court-order"
    case warrant
    case grandJurySubpoena = "grand-jury-subpoena"
    case judicialSubpoena = "judicial-subpoena"
    case attorneySubpoena = "attorney-subpoena"
    case administrativeRequest = "administrative-request"
    case discovery, none
  }
  package struct Assurance: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
      case notice
      case protectiveOrder = "protective-order"
    }
    package enum Objections: String, Sendable, CaseIterable { case none, resolved, pending }
    package var kind: Kind?
    package var statement: Bool?
    package var documents: [Sensitive<String>] = []
    package var objectionPeriodEnds: Day?
    package var objections: Objections?
    package init() {}
  }
  package struct Part2Order: Sendable, Equatable {
    package var section: String?
    package var findings: Bool?
    package var subpoena: Bool?
    package init() {}
  }
  package struct Covers: Sendable, Equatable {
    package var text: Sensitive<String>?
    package var scope: Scope?
    package init() {}
  }
  package var instrument: Instrument?
  package var document: Sensitive<String>?
  package var digest: Digest?
  package var issuer: Sensitive<String>?
  package var signedBy: Sensitive<String>?
  package var court: Sensitive<String>?
  package var caseNumber: Sensitive<String>?
  package var issuedOn: Day?
  package var returnOn: Day?
  package var covers: Covers?
  package var assurance: Assurance?
  package var threePart: Bool?
  package var part2Order: Part2Order?
  package init() {}
}

package struct Evidence: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case waiverIRB = "waiver-irb"
    case dataUseAgreement = "data-use-agreement"
    case baa, qsoa
    case deathCertificate = "death-certificate"
    case attestation
    case statuteCitation = "statute-citation"
    case letter, representation
  }
  package var kind: Kind?
  package var document: Sensitive<String>?
  package var digest: Digest?
  package var issuedOn: Day?
  package init() {}
}

package struct Scope: Sendable, Equatable {
  package struct Period: Sendable, Equatable {
    package var from: Day?
    package var to: Day?
    package init() {}
  }
  package var period: Period?
  /// LOINC document type codes.
  package var documentTypes: [String] = []
  /// FHIR resource types.
  package var resourceTypes: [String] = []
  package var encounters: [Sensitive<String>] = []
  package var categories: [String] = []
  /// All records are asked for.
  package var whole: Bool?
  package var justification: Sensitive<String>?
  package init() {}
}

package struct Delivery: Sendable, Equatable {
  package enum Channel: String, Sendable, CaseIterable {
    case portal, sftp, direct
    case encryptedEmail = "encrypted-email"
    case mail, fax
  }
  package struct Fee: Sendable, Equatable {
    package var cents: Int?
    package var basis: String?
    package init() {}
  }
  package var channel: Channel?
  package var form: String?
  package var format: String?
  package var due: Day?
  package var fee: Fee?
  package var unencryptedAcceptedOn: Day?
  package init() {}
}

/// A record as the request lists it; what it says is compared with the bytes.
package struct ListedRecord: Sendable, Equatable {
  package enum Part2: String, Sendable, CaseIterable { case `true`, `false`, unknown }
  /// Path within the packet, as bytes of the name; patient data.
  package var path: Sensitive<String>
  package var mediaType: String?
  /// LOINC document type.
  package var documentType: String?
  package var serviceDate: Day?
  package var sha256: Digest?
  package var size: Int?
  package var part2: Part2?
  package var sourceOrg: Sensitive<String>?
  package init(path: String) { self.path = Sensitive(path) }
}

package struct Paper: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case authorization
    case legalProcess = "legal-process"
    case authority, evidence, assurance, other
  }
  package var path: Sensitive<String>
  package var kind: Kind?
  package var mediaType: String?
  package var sha256: Digest?
  package var size: Int?
  package init(path: String) { self.path = Sensitive(path) }
}

package struct Transcription: Sendable, Equatable {
  package var by: Sensitive<String>?
  package var on: Day?
  package init() {}
}
