/// What made a bundle, as its papers say it.
package enum Software {
  package static let version = "chartgate 0.1.0"
}
