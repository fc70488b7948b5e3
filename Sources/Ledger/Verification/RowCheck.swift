import Foundation

/// Compares a stored row with what its sealed bytes say.
struct RowCheck {
  /// The hash of the stored bytes; nil when there are none.
  var leaf: TreeHash?
  /// The hash that the column `leaf` holds.
  var storedLeaf: TreeHash?
  /// The hash that the entry names as that of the one before it.
  var previous: TreeHash?
  /// What is wrong with the row by itself.
  var complaint: String?

  init(_ row: ScannedRow) {
    storedLeaf = row.leaf.flatMap { TreeHash($0) }
    guard let sealed = row.sealed else {
      complaint = "has no sealed bytes"
      return
    }
    leaf = TreeHash.leaf(sealed)
    guard leaf == storedLeaf else {
      complaint = "has sealed bytes that do not give its leaf hash: one or the other was altered"
      return
    }
    do throws(CBORError) {
      let scan = try EntryScan(sealed)
      previous = scan.previous
      complaint = Self.difference(row, scan).map { "has another \($0) in its column than in its sealed bytes" }
    } catch {
      complaint = "has sealed bytes that are no entry: they have \(error)"
    }
  }

  /// The name of the first column that differs.
  private static func difference(_ row: ScannedRow, _ scan: EntryScan) -> String? {
    if row.sequence != scan.sequence { return "sequence" }
    if row.recordedMilliseconds != scan.recordedMilliseconds { return "recorded" }
    if row.aboutMilliseconds != scan.aboutMilliseconds { return "about" }
    if row.version != scan.version { return "version" }
    if differs(row.kind, scan.kind) { return "kind" }
    if differs(row.aggregate, scan.aggregate) { return "aggregate" }
    if differs(row.actor, scan.actor) { return "actor" }
    if differs(row.agency, scan.agency) { return "agency" }
    if differs(row.purpose, scan.purpose) { return "purpose" }
    if differs(row.marking, scan.marking) { return "marking" }
    if differs(row.command, scan.idempotencyKey) { return "command" }
    return nil
  }

  private static func differs(_ column: UnsafeRawBufferPointer?, _ field: UnsafeRawBufferPointer?) -> Bool {
    guard let column, let field else { return column != nil || field != nil }
    guard column.count == field.count else { return true }
    guard let left = column.baseAddress, let right = field.baseAddress else { return false }
    return memcmp(left, right, column.count) != 0
  }
}
