import CFuzzer
import FuzzTargets
import Glibc

/// Hands libFuzzer the target that the environment names: FUZZ_TARGET=ais foreland-fuzz [libFuzzer's own arguments]
let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
if name == "list" {
  for target in FuzzTarget.all { print(target.name) }
  exit(0)
}
guard let chosen = FuzzTarget.named(name) else {
  print("foreland-fuzz: FUZZ_TARGET is one of \((FuzzTarget.all + [.canary]).map(\.name).joined(separator: ", "))")
  exit(2)
}
Chosen.run = chosen.run

/// Where the function without a context finds the target that was chosen.
enum Chosen {
  // Set once, before libFuzzer begins, and read from its one thread.
  nonisolated(unsafe) static var run: @Sendable (UnsafeRawBufferPointer) -> Void = { _ in }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func takeInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Chosen.run(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

var argumentCount = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&argumentCount, &arguments, takeInput))
