package import Values

/// Why a value cannot be taken; whoever asked for it knows the place.
package struct Unfit: Error, Equatable {
  package let problem: PlainText
  package let remedy: PlainText

  package init(_ problem: PlainText, remedy: PlainText) { (self.problem, self.remedy) = (problem, remedy) }
}
