/// A place on a drawing; one is the length that an edge would like to have.
public struct LayoutPoint: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double

  /// A place.
  public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  /// How far another place is.
  public func distance(to other: LayoutPoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
