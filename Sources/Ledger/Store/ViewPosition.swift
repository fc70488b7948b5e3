/// How far a version of a view has been folded.
package struct ViewPosition: Hashable, Sendable {
  package var name: String
  package var version: Int

  /// The sequence of the last entry that the view holds.
  package var sequence: Int64

  package init(name: String, version: Int, sequence: Int64) {
    self.name = name
    self.version = version
    self.sequence = sequence
  }
}
