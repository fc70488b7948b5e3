/// The half of labelled data that a pair belongs to, by a hash of its text: learned from, or held back for measuring.
public enum NameHalf: String, Sendable {
  case training = "training"
  case heldBack = "held back"

  /// The half of a pair: the lowest bit of the spread FNV-1a hash of the two names in the order of their bytes, a
  /// tab between them. The same pair falls into the same half whichever name comes first, on every machine.
  public static func of(_ first: String, _ second: String) -> NameHalf {
    let isOrdered = !second.utf8.lexicographicallyPrecedes(first.utf8)
    var hash = NameHash()
    hash.add((isOrdered ? first : second).utf8)
    hash.add(9)
    hash.add((isOrdered ? second : first).utf8)
    return hash.spread & 1 == 0 ? .training : .heldBack
  }
}
