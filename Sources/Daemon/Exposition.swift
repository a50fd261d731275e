/// Metrics as text, in Prometheus's exposition format 0.0.4
/// (prometheus.io/docs/instrumenting/exposition_formats).
package struct Exposition: Sendable {
  package enum Kind: String, Sendable { case counter, gauge, histogram }

  /// One sample: what is added to the family's name, its labels, its value.
  package struct Sample: Sendable {
    let ending: String
    let labels: [(name: String, value: String)]
    let value: String

    package init(_ labels: [(name: String, value: String)] = [], ending: String = "", text value: String) {
      (self.ending, self.labels, self.value) = (ending, labels, value)
    }
    package init(_ labels: [(name: String, value: String)], _ value: Int) {
      self.init(labels, text: String(value))
    }
  }

  package static let contentType = "text/plain; version=0.0.4; charset=utf-8"
  package private(set) var text = ""

  package init() {}

  /// Adds a family; one without samples is left out.
  package mutating func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
    guard !samples.isEmpty else { return }
    text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
    for sample in samples {
      text += name + sample.ending
      if !sample.labels.isEmpty {
        let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
        text += "{" + labels.joined(separator: ",") + "}"
      }
      text += " \(sample.value)\n"
    }
  }

  package mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
    add(name, kind, help, [Sample(text: String(value))])
  }

  /// A number of seconds out of milliseconds, without a floating point number's noise.
  package static func seconds(_ milliseconds: Int64) -> String {
    let (whole, part) = (milliseconds / 1000, abs(milliseconds % 1000))
    guard part > 0 else { return String(whole) }
    let digits = String(part)
    let sign = milliseconds < 0 && whole == 0 ? "-" : ""
    return "\(sign)\(whole).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\"" where quotes: out += "\\\""
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
