/// What is remarkable about a track.
package struct CraftMarks: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A transponder went with this craft and then showed itself elsewhere: one of the two tracks that came of it.
  package static let parted = CraftMarks(rawValue: 1)
  /// Its transponder was suddenly somewhere that no craft reaches in the time.
  package static let leapt = CraftMarks(rawValue: 2)
  /// Its transponder claims a place that a craft with another identity holds.
  package static let disputed = CraftMarks(rawValue: 4)
  /// A person has joined its identity to it.
  package static let heldByHand = CraftMarks(rawValue: 8)
}
