extension NameComparer: NameComparing {
  /// The probability that two names are of one bearer, among pairs half of which are.
  public func likeness(_ left: String, _ right: String) -> Double { score(left, right) }

  /// The consonant classes of the words that name, in any order: the same for one name in two scripts, unless a word is left out.
  public func key(_ name: String) -> UInt64? {
    let masks = PreparedName(name).tokens.filter { $0.kind == .core && $0.soundMask != 0 }.map(\.soundMask).sorted()
    guard !masks.isEmpty else { return nil }
    var hash = NameHash()
    for mask in masks { for shift in stride(from: UInt32(0), to: 32, by: 8) { hash.add(UInt8(mask >> shift & 0xff)) } }
    return hash.spread
  }
}
