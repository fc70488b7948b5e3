/// A track that is no more.
package struct EndedCraft: Hashable, Sendable {
  /// Its number.
  package let number: Int
  /// The track that it turned out to be; nil when it was given up.
  package let mergedInto: Int?
  /// When, on the tracker's clock.
  package let seconds: Double
}
