internal import Values

/// The sections of C-CDA (HL7 C-CDA R2.1, volume 2, and its companion guide) by their LOINC codes.
enum CDASections {
  static let loinc = "2.16.840.1.113883.6.1"
  private static let dicom = "1.2.840.10008.2.16.4"

  /// The LOINC code of a section that we know, or DICOM's where LOINC has none; others are the policy's to judge
  /// (DESIGN.md §4.9).
  static func known(_ code: String, of system: String) -> String? {
    switch system {
    case loinc: known.contains(code) || neutralTitles[code] != nil ? code : nil
    case dicom: ofDICOM[code]
    default: nil
    }
  }

  /// Sections of a Diagnostic Imaging Report by their DICOM codes (C-CDA R2.1, DIRSectionTypeCodes).
  private static let ofDICOM: [String: String] = [
    "121060": "11329-0", "121062": "55115-0", "121064": "55111-9", "121066": "55114-3", "121068": "18834-2",
    "121070": "18782-3", "121072": "19005-8", "121074": "18783-1", "121076": "55110-1", "121078": "55107-7",
    "121109": "18785-6", "121110": "55108-5", "121111": "55112-7", "121113": "55109-3", "121180": "55113-5",
    // The catalog of images: studies, series and objects by their numbers.
    "121181": "121181",
  ]

  /// What an emptied section is called in place of its own title, if that title tells nothing: nearly every
  /// document has these sections, so that an empty one says no more than that something was left out.
  static func neutralTitle(_ code: String) -> StaticText? { neutralTitles[code] }

  private static let neutralTitles: [String: StaticText] = [
    "11450-4": StaticText("Problems"), "10160-0": StaticText("Medications"),
    "30954-2": StaticText("Results"), "48765-2": StaticText("Allergies"),
    "47519-4": StaticText("Procedures"), "46240-8": StaticText("Encounters"),
    "8716-3": StaticText("Vital Signs"), "11369-6": StaticText("Immunizations"),
    "29762-2": StaticText("Social History"), "18776-5": StaticText("Plan of Treatment"),
    "51848-0": StaticText("Assessment"), "51847-2": StaticText("Assessment and Plan"),
    "10157-6": StaticText("Family History"), "11348-0": StaticText("Past Medical History"),
    "11329-0": StaticText("Medical History"), "10164-2": StaticText("History of Present Illness"),
    "47420-5": StaticText("Functional Status"), "29299-5": StaticText("Reason for Visit"),
    "46239-0": StaticText("Chief Complaint and Reason for Visit"),
    "10154-3": StaticText("Chief Complaint"), "42349-1": StaticText("Reason for Referral"),
    "10187-3": StaticText("Review of Systems"), "29545-1": StaticText("Physical Examination"),
    "8648-8": StaticText("Hospital Course"), "11535-2": StaticText("Discharge Diagnosis"),
    "10183-2": StaticText("Discharge Medications"), "75311-1": StaticText("Discharge Medications"),
    "46241-6": StaticText("Admission Diagnosis"), "42346-7": StaticText("Admission Medications"),
    "29549-3": StaticText("Medications Administered"), "69730-0": StaticText("Instructions"),
    "8653-8": StaticText("Discharge Instructions"), "48768-6": StaticText("Payers"),
    "46264-8": StaticText("Medical Equipment"), "61146-7": StaticText("Goals"),
    "75310-3": StaticText("Health Concerns"), "34109-9": StaticText("Notes"),
    "85847-2": StaticText("Care Team"),
  ]

  /// Known, but an empty place would tell: that there was an operation, a mental status, a directive.
  private static let known: Set<String> = [
    "10190-7", "42348-3", "10210-3", "42344-2", "42347-5", "18841-7", "11493-4", "10184-0", "11383-7",
    "62385-8", "62387-6", "61144-2", "59768-2", "59769-0", "59770-8", "59771-6", "59772-4", "59773-2",
    "59774-0", "59775-7", "59776-5", "29554-3", "55109-3", "10216-0", "10218-6", "10219-4", "10223-6",
    "11537-8", "61149-1", "61150-9", "18782-3", "48764-5", "8709-8", "11488-4", "28570-0", "34117-2",
    "11506-3", "18842-5", "34746-8", "55752-0", "10155-0", "8671-0", "29553-5", "46239-8", "56447-6",
    "10207-9", "55115-0", "42345-9", "59284-0", "83910-0", "80791-7", "61147-5", "81337-8", "55111-9",
    "55114-3", "18834-2", "19005-8", "18783-1", "55110-1", "55107-7", "18785-6", "55108-5", "55112-7",
    "55113-5",
  ]
}
