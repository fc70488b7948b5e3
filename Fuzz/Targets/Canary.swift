extension FuzzTarget {
  /// A target with a fault put there on purpose: a fuzzer that does not find it within seconds finds nothing anywhere.
  public static let canary = FuzzTarget(name: "canary") { bytes in
    let word = Array("!AIS".utf8)
    var matched = 0
    // A comparison a byte, so that the fuzzer is rewarded for each.
    while matched < word.count, matched < bytes.count, bytes[matched] == word[matched] { matched += 1 }
    demand(matched < word.count, "the canary sang, as it must")
  }
}
