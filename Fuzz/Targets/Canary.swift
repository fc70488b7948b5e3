extension FuzzTarget {
  /// A target with a fault put there on purpose: a fuzzer that does not find it within seconds finds nothing anywhere.
  public static let canary = FuzzTarget(name: "canary") { bytes in
    // A branch a byte, so that the fuzzer is rewarded for each; a loop over them would be one place to it.
    guard bytes.count > 3, bytes[0] == UInt8(ascii: "!") else { return }
    guard bytes[1] == UInt8(ascii: "A") else { return }
    guard bytes[2] == UInt8(ascii: "I") else { return }
    demand(bytes[3] != UInt8(ascii: "S"), "the canary sang, as it must")
  }
}
