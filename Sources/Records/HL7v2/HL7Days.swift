/// Which fields tell when something happened (HL7 v2.5.1, chapters 3, 4, 6, 7, 9, 10, 12).
///
/// Left out are days of birth, how long a plan of insurance, a name or a licence holds, and what is expected.
enum HL7Days {
  struct Field: Sendable {
    let number: Int
    var weight: DayWeight = []
    /// It is the message's own: when it was sent does not count beside it.
    var isOfMessage = false
  }

  static let fields: [String: [Field]] = {
    var fields: [String: [Field]] = [:]
    for (id, numbers) in messages { fields[id] = numbers.map { Field(number: $0, isOfMessage: true) } }
    for (id, numbers) in entries { fields[id, default: []] += numbers.map { Field(number: $0) } }
    for (id, numbers) in planned {
      fields[id, default: []] += numbers.map { Field(number: $0, weight: .plan) }
    }
    for (id, numbers) in spare {
      fields[id, default: []] += numbers.map { Field(number: $0, weight: .spare) }
    }
    return fields
  }()

  private static let messages = [
    "PV1": [44, 45], "OBR": [7, 8], "OBX": [14], "TXA": [4], "DG1": [5], "PR1": [5], "RXA": [3, 4],
    "RXD": [3], "RXG": [3], "FT1": [4], "SPM": [17], "EVN": [6], "ACC": [1],
  ]

  /// What a list of the patient's says of one line: an allergy, a problem, a goal, a pathway, a disability, a phase of
  /// a study, a consent, a transfusion.
  private static let entries = [
    "AL1": [6], "IAM": [11, 13], "PRB": [7, 9, 16], "GOL": [7], "PTH": [4], "DB1": [5, 6], "CSP": [2, 3],
    "CON": [13, 14], "BTX": [16, 17],
  ]

  /// When an order or an appointment is to be.
  private static let planned = [
    "ORC": [15], "TQ1": [7, 8], "AIS": [4], "AIG": [8], "AIL": [6], "AIP": [6],
  ]

  /// When it was ordered, received, entered or reported.
  private static let spare = [
    "ORC": [9], "OBR": [14, 22], "OBX": [19], "RXE": [32], "RXA": [22], "PRB": [2], "GOL": [2],
    "DG1": [19], "SPM": [18], "TXA": [6],
  ]
}
