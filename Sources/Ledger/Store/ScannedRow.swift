/// A row as it lies in the store, for comparison with what its sealed bytes say. Valid only during the scan.
package struct ScannedRow {
  package var sequence: Int64
  package var recordedMilliseconds: Int64?
  package var aboutMilliseconds: Int64?
  package var version: Int64?

  /// The columns kind, aggregate, actor, agency, purpose and marking, each followed by a zero byte, and then the
  /// idempotency key if there is one, preceded by `idempotencyKeyMark`. Nil when one of the columns is null.
  package var texts: UnsafeRawBufferPointer?
  package var leaf: UnsafeRawBufferPointer?
  package var sealed: UnsafeRawBufferPointer?

  package static let idempotencyKeyMark = UInt8(ascii: "=")
}
