/// A row as it lies in the store, for comparison with what its sealed bytes say. Valid only during the scan.
package struct ScannedRow {
  package var sequence: Int64
  package var recordedMilliseconds: Int64?
  package var aboutMilliseconds: Int64?
  package var version: Int64?
  package var kind: UnsafeRawBufferPointer?
  package var aggregate: UnsafeRawBufferPointer?
  package var actor: UnsafeRawBufferPointer?
  package var agency: UnsafeRawBufferPointer?
  package var purpose: UnsafeRawBufferPointer?
  package var marking: UnsafeRawBufferPointer?
  /// The idempotency key; nil when there is none.
  package var command: UnsafeRawBufferPointer?
  package var leaf: UnsafeRawBufferPointer?
  package var sealed: UnsafeRawBufferPointer?
}
