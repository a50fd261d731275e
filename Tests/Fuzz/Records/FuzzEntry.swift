import Foundation
import Policy
import Requests

/// What libFuzzer calls with each input: the target that CHARTGATE_FUZZ_TARGET names. A name that is wrong
/// fails at once, or nothing would be tried.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  chosen(bytes)
  return 0
}

/// Runs the target once with nothing, so that what it reads once does not count as the first input's time.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(
  _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  chosen([])
  _ = (ShippedPolicy.categories.names, ShippedPolicy.pipelines.count)
  return 0
}

private let chosen: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["CHARTGATE_FUZZ_TARGET"] ?? ""
  guard let target = targets[name] else {
    fatalError("CHARTGATE_FUZZ_TARGET is none of \(targets.keys.sorted())")
  }
  return target
}()

private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "request-xml": { fuzzRequest($0, .xml) },
  "request-json": { fuzzRequest($0, .json) },
  "json": fuzzJSON,
  "xml": fuzzXML,
  "cda": fuzzCDA,
  "fhir": fuzzFHIR,
  "fhir-xml": fuzzFHIRXML,
  "ndjson": fuzzLines,
  "hl7": fuzzHL7,
  "text": fuzzText,
  "sniff": fuzzSniffed,
  "yaml": fuzzPolicyFiles,
  "plan": fuzzPlan,
  "selector": fuzzSelector,
]

/// An invariant: a trap, so that libFuzzer keeps the input.
func hold(_ condition: Bool, _ claim: StaticString) {
  guard condition else { fatalError("broken: \(claim)") }
}
