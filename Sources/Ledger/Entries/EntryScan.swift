/// The fields of a stored entry as stretches of its bytes: what verification compares without making strings of them.
///
/// A scan is valid only as long as the bytes that it was made of.
struct EntryScan {
  let sequence: Int64
  let previous: TreeHash
  let recordedMilliseconds: Int64
  let aboutMilliseconds: Int64
  let kind: UnsafeRawBufferPointer
  let aggregate: UnsafeRawBufferPointer
  let version: Int64
  let actor: UnsafeRawBufferPointer
  let agency: UnsafeRawBufferPointer
  let purpose: UnsafeRawBufferPointer
  let marking: UnsafeRawBufferPointer
  /// Stands before the array of subjects.
  let subjects: CBORReader
  /// Stands before the array of parts.
  let parts: CBORReader
  let idempotencyKey: UnsafeRawBufferPointer?
  let clockStepped: Bool

  /// Reads bytes from their first to their last, and refuses whatever `SealedEntry.encoded()` would not write.
  init(_ bytes: UnsafeRawBufferPointer) throws(CBORError) {
    var reader = CBORReader(bytes)
    let count = try reader.map()
    guard count >= SealedEntry.Field.requiredCount else { throw CBORError(.missingField, 0) }
    let format = try reader.integerField(SealedEntry.Field.formatVersion)
    guard format == SealedEntry.formatVersion else { throw CBORError(.unknownField, reader.offset) }
    sequence = try reader.integerField(SealedEntry.Field.sequence)
    try reader.field(SealedEntry.Field.previous)
    guard let hash = TreeHash(try reader.byteString()) else { throw CBORError(.wrongLength, reader.offset) }
    previous = hash
    recordedMilliseconds = try reader.integerField(SealedEntry.Field.recordedMilliseconds)
    aboutMilliseconds = try reader.integerField(SealedEntry.Field.aboutMilliseconds)
    kind = try reader.textField(SealedEntry.Field.kind)
    aggregate = try reader.textField(SealedEntry.Field.aggregate)
    version = try reader.integerField(SealedEntry.Field.version)
    actor = try reader.textField(SealedEntry.Field.actor)
    agency = try reader.textField(SealedEntry.Field.agency)
    purpose = try reader.textField(SealedEntry.Field.purpose)
    marking = try reader.textField(SealedEntry.Field.marking)
    try reader.field(SealedEntry.Field.subjects)
    subjects = reader
    for _ in 0..<(try reader.array()) { _ = try reader.text() }
    try reader.field(SealedEntry.Field.parts)
    parts = reader
    for _ in 0..<(try reader.array()) { try reader.skipPart() }
    var remaining = count - SealedEntry.Field.requiredCount
    var key: UnsafeRawBufferPointer?
    if remaining > 0, reader.isAtField(SealedEntry.Field.idempotencyKey) {
      key = try reader.textField(SealedEntry.Field.idempotencyKey)
      remaining -= 1
    }
    idempotencyKey = key
    if remaining > 0 {
      try reader.field(SealedEntry.Field.clockStepped)
      try reader.yes()
      remaining -= 1
      clockStepped = true
    } else {
      clockStepped = false
    }
    guard remaining == 0 else { throw CBORError(.unknownField, reader.offset) }
    guard reader.isAtEnd else { throw CBORError(.trailingBytes, reader.offset) }
  }
}

extension CBORReader {
  fileprivate mutating func field(_ wanted: Int64) throws(CBORError) {
    let start = offset
    guard try integer() == wanted else { throw CBORError(.unknownField, start) }
  }

  /// Fields below 24 are a single byte.
  fileprivate func isAtField(_ wanted: Int64) -> Bool {
    offset < bytes.count && Int64(bytes[offset]) == wanted
  }

  fileprivate mutating func integerField(_ wanted: Int64) throws(CBORError) -> Int64 {
    try field(wanted)
    return try integer()
  }

  fileprivate mutating func textField(_ wanted: Int64) throws(CBORError) -> UnsafeRawBufferPointer {
    try field(wanted)
    return try text()
  }

  fileprivate mutating func skipPart() throws(CBORError) {
    try expectArray(4)
    _ = try text()
    for _ in 0..<(try array()) { _ = try text() }
    for _ in 0..<(try array()) {
      try expectArray(2)
      _ = try integer()
      _ = try byteString()
    }
    _ = try byteString()
  }

  mutating func expectArray(_ wanted: Int) throws(CBORError) {
    let start = offset
    guard try array() == wanted else { throw CBORError(.wrongLength, start) }
  }
}
