/// One thing that speaks for or against a piece of evidence belonging to its boat.
public struct GroupingReason: Hashable, Sendable {
  /// What it is, with its numbers.
  public enum Kind: Hashable, Sendable {
    /// The same phone is in another report, received at about this moment of the night's clock.
    case samePhone(as: EvidenceID)
    /// Another phone than those known aboard; a boat has several.
    case otherPhone
    /// The same reference is in another report.
    case sameReference(String, as: EvidenceID)
    /// Another reference than the boat's.
    case otherReference
    /// Its position lies so far from where the boat was carried by its motion since the evidence named.
    case position(metres: Double, deviation: Double, since: EvidenceID, seconds: Double)
    /// It gives no position.
    case noPosition
    /// It says so many aboard, where the other reports say so many.
    case people(said: ClosedRange<Int>, others: ClosedRange<Int>)
    /// It says so many children, where the other reports say so many.
    case children(said: Int, others: ClosedRange<Int>)
    /// It names the colour that another report names, or another one.
    case colour(said: String, others: [String])
    /// It names a departure.
    case departure(said: String, others: [String])
    /// Its moment fits, or does not, a time at sea that the boat can have had.
    case moment
    /// So many were taken off where so many were said to be aboard.
    case lift(people: Int, said: ClosedRange<Int>)
    /// An officer has said so.
    case officer
  }

  /// What it is.
  public var kind: Kind
  /// The logarithm of how much likelier it makes this boat than a boat of its own: above 0 it speaks for, below against.
  public var weight: Double
}
