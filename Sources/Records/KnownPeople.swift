internal import Values

/// The people whom a record names at places that are theirs (a next of kin's name, a guarantor's address, a
/// doctor's number): who they are to the patient, and where each part of what is known of them stands. Values are
/// kept nowhere but in the arena. Policy decides whose are redacted, and seeks those everywhere else.
package struct KnownPeople: Sendable {
  /// What somebody is to the patient. One person can be several.
  package struct Roles: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let patient = Roles(rawValue: 1)
    /// A relative, a member of the household, whoever is to be called (45 CFR 164.514(b)(2)(i)).
    package static let relative = Roles(rawValue: 2)
    /// Who pays for the patient, or by whose policy the patient is insured.
    package static let guarantor = Roles(rawValue: 4)
    /// Who told something and is no provider of care (45 CFR 164.524(a)(2)(v)).
    package static let informant = Roles(rawValue: 8)
    package static let provider = Roles(rawValue: 16)
  }

  package struct Part: Sendable {
    package enum What: UInt8, Sendable {
      case family, given
      /// A name that is written as one text.
      case wholeName
      /// What somebody or something that acted is called: a doctor's name as well as that of a ward.
      case display
      /// What stands before or behind a name: Mrs., Jr., PhD.
      case title
      case street
      /// A town, a county, a postal code.
      case town
      /// A telephone or fax number, an email or web address.
      case contact
      case number
      /// Whom the person works for.
      case employer
      case birthDate
    }
    package var what: What
    /// Parts of one name have one number; so have the lines of one address.
    package var group: Int { Int(own) }
    /// Where it lies in the arena, within one run.
    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

    private let own: UInt16
    private let start: UInt32
    private let count: UInt32

    init(_ what: What, group: Int, _ range: Range<Int>) {
      (self.what, own) = (what, UInt16(clamping: group))
      (start, count) = (UInt32(clamping: range.lowerBound), UInt32(clamping: range.count))
    }
  }

  package struct Person: Sendable {
    package var roles: Roles
    fileprivate var parts: Range<Int>
  }

  package private(set) var all: [Person] = []
  private var allParts: [Part] = []
  private var group = 0

  package init() {}

  package func parts(of person: Person) -> ArraySlice<Part> { allParts[person.parts] }

  // MARK: As they are read

  /// Begins a person, whose parts come next.
  package mutating func begin(_ roles: Roles) {
    end()
    group = 0
    all.append(Person(roles: roles, parts: allParts.count..<allParts.count))
  }

  /// Begins another name or address of the person.
  package mutating func beginGroup() { group += 1 }

  /// A part of the person begun last, within one run; an empty one is none.
  package mutating func add(_ what: Part.What, _ range: Range<Int>?) {
    guard let range, !range.isEmpty, range.lowerBound >= 0, let last = all.indices.last else { return }
    allParts.append(Part(what, group: group, range))
    all[last].parts = all[last].parts.lowerBound..<allParts.count
  }

  /// Ends the list: somebody of whom nothing is known is nobody.
  package mutating func end() {
    if let last = all.last, last.parts.isEmpty { all.removeLast() }
  }
}
