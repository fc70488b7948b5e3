/// A checkpoint as the store keeps it.
package struct StoredCheckpoint: Hashable, Sendable {
  package var size: Int64
  package var note: String

  package init(size: Int64, note: String) {
    self.size = size
    self.note = note
  }
}
