import Foundation

/// What libFuzzer calls with each input: the target that CHARTGATE_FUZZ_TARGET names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  chosen(bytes)
  return 0
}

private let chosen: @Sendable ([UInt8]) -> Void = {
  switch ProcessInfo.processInfo.environment["CHARTGATE_FUZZ_TARGET"] {
  case "zip": fuzzBundle
  case "settings": fuzzHouseFiles
  case let other: fatalError("CHARTGATE_FUZZ_TARGET is zip or settings, not \(other ?? "unset")")
  }
}()

/// An invariant: a trap, so that libFuzzer keeps the input.
func hold(_ condition: Bool, _ claim: StaticString) {
  guard condition else { fatalError("broken: \(claim)") }
}
