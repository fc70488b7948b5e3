/// How two identifiers of a kind are alike, and what that is worth.
public struct IdentifierComparison: Sendable, Equatable {
  /// How they are alike.
  public enum Verdict: String, Sendable {
    case same
    /// They differ only in characters that are taken for each other.
    case confused
    /// One character more, less or other, or two neighbours that changed places.
    case slip
    /// The shorter stands at the end of the longer, as when a country code was left out.
    case ending
    case different
  }

  /// How they are alike.
  public let verdict: Verdict
  /// The log₂ likelihood ratio: above 0 for one bearer, below for two.
  public let bits: Double
  /// The comparison as a sentence.
  public let words: String

  /// Compares two identifiers; those of different kinds say nothing, 0 bits.
  public init(_ first: IdentifierReading, _ second: IdentifierReading) {
    guard first.kind == second.kind else {
      (verdict, bits, words) = (
        .different, 0, "a \(first.kind.rawValue) and a \(second.kind.rawValue) say nothing of each other"
      )
      return
    }
    let (verdict, places) = Self.verdict(Array(first.canonical), Array(second.canonical))
    self.verdict = verdict
    let worth = IdentifierWorth.of(first.kind)
    let bothHold = first.check == .holds && second.check == .holds
    let oneFails = first.check == .fails || second.check == .fails
    switch verdict {
    case .same:
      bits = first.check == .fails ? worth.agreeBits / 2 : worth.agreeBits
      words = first.check == .fails ? "the same, and its check digit fails in both" : "the same"
    case .confused, .slip:
      let what = verdict == .confused ? "\(places) characters that are taken for each other" : "one slip"
      // A slip breaks a check digit: where both hold, these are two identifiers.
      bits =
        bothHold
        ? worth.differBits
        : max(0, worth.agreeBits - (verdict == .confused ? 4 * Double(places) : 9) + (oneFails ? 3 : 0))
      words =
        bothHold
        ? "they differ by \(what), but both check digits hold: two identifiers"
        : "they differ by \(what)" + (oneFails ? ", and a check digit fails as it would then" : "")
    case .ending:
      bits = worth.agreeBits * 0.6
      words = "one is the end of the other"
    case .different:
      bits = worth.differBits
      words = "different"
    }
  }

  private static func verdict(_ first: [Character], _ second: [Character]) -> (Verdict, Int) {
    if first == second { return (.same, 0) }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    if short.count == long.count {
      let places = short.indices.filter { short[$0] != long[$0] }
      if places.allSatisfy({ OpticalConfusion.confuses(short[$0], long[$0]) }), places.count <= 3 {
        return (.confused, places.count)
      }
      if places.count == 1 { return (.slip, 1) }
      if places.count == 2, places[1] == places[0] + 1, short[places[0]] == long[places[1]],
        short[places[1]] == long[places[0]]
      {
        return (.slip, 1)
      }
      return (.different, 0)
    }
    if short.count >= 7, long.suffix(short.count) == short[...] { return (.ending, 0) }
    if long.count == short.count + 1, short.count >= 6,
      long.indices.contains(where: { short[..<$0] == long[..<$0] && short[$0...] == long[($0 + 1)...] })
    {
      return (.slip, 1)
    }
    return (.different, 0)
  }
}

/// What agreement and difference in an identifier are worth, in bits: agreement by how rare it is by chance and how
/// often one bearer keeps it, difference by how many one bearer has. They are starting values, written down by
/// judgement; linkage learns its own.
enum IdentifierWorth {
  static func of(_ kind: IdentifierKind) -> (agreeBits: Double, differBits: Double) {
    switch kind {
    case .phone: (20, -1.5)
    case .document: (22, -2)
    case .iban, .account: (22, -1)
    case .imo: (22, -9)
    case .mmsi: (20, -4)
    case .hull: (22, -8)
    case .engine: (18, -5)
    case .plate: (16, -3)
    case .imei: (24, -2)
    case .free: (14, -1)
    }
  }
}
