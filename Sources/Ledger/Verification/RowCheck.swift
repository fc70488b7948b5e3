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
    guard var rest = row.texts?[...] else { return "text" }
    let fields = [
      ("kind", scan.kind), ("aggregate", scan.aggregate), ("actor", scan.actor), ("agency", scan.agency),
      ("purpose", scan.purpose), ("marking", scan.marking),
    ]
    for (name, field) in fields {
      guard rest.count > field.count, rest.prefix(field.count).isSame(as: field),
        rest[rest.startIndex + field.count] == 0
      else { return name }
      rest = rest.dropFirst(field.count + 1)
    }
    let mark = rest.popFirst()
    switch scan.idempotencyKey {
    case nil: return mark == nil ? nil : "command"
    case let key?: return mark == ScannedRow.idempotencyKeyMark && rest.isSame(as: key) ? nil : "command"
    }
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    count == other.count && UnsafeRawBufferPointer(rebasing: self).elementsEqual(other)
  }
}
