/// Words that say how somebody stands to the patient, and that it is no provider of care: a member of a care team, an
/// author who is written `Mary Doe (mother)`. HL7 v3 RoleCode's personal relationships, as people write them.
enum RelationWords {
  private static let words: Set<String> = [
    "aunt", "boyfriend", "brother", "caregiver", "caretaker", "cousin", "dad", "daughter",
    "father", "fiance", "fiancee", "friend", "girlfriend", "grandchild", "granddaughter", "grandfather",
    "grandmother", "grandparent", "grandson", "guardian", "husband", "kin", "mom", "mother", "neighbor",
    "neighbour", "nephew", "niece", "parent", "partner", "relative", "roommate", "sibling", "sister", "son",
    "spouse", "stepfather", "stepmother", "uncle", "widow", "widower", "wife",
  ]
  private static let notOfPeople: Set<String> = ["practice", "medicine", "physician", "doctor", "nurse"]

  /// Whether a text has such a word, and none of a profession: `Partner, family medicine` is no relative.
  static func areIn(_ text: some Sequence<UInt8>) -> Bool {
    var found = false
    var word = ""
    for byte in Array(text.prefix(200)) + [0x20] {
      if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
        word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
        continue
      }
      if notOfPeople.contains(word) { return false }
      if words.contains(word) { found = true }
      word = ""
    }
    return found
  }
}
