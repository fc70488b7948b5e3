extension SealedEntry {
  /// Reads stored bytes.
  ///
  /// - Throws: `CBORError` when they are not exactly what `encoded()` writes.
  init(decoding bytes: [UInt8]) throws {
    self = try bytes.withUnsafeBytes { try SealedEntry(EntryScan($0)) }
  }

  private init(_ scan: EntryScan) throws(CBORError) {
    previous = scan.previous
    envelope = try Envelope(scan)
    var reader = scan.parts
    var parts: [SealedPart] = []
    for _ in 0..<(try reader.array()) { parts.append(try reader.part()) }
    self.parts = parts
  }
}

extension Envelope {
  fileprivate init(_ scan: EntryScan) throws(CBORError) {
    sequence = scan.sequence
    recordedMilliseconds = scan.recordedMilliseconds
    clockStepped = scan.clockStepped
    aboutMilliseconds = scan.aboutMilliseconds
    kind = try String(checking: scan.kind)
    aggregate = try String(checking: scan.aggregate)
    version = scan.version
    actor = try String(checking: scan.actor)
    agency = try String(checking: scan.agency)
    purpose = try String(checking: scan.purpose)
    marking = try String(checking: scan.marking)
    var reader = scan.subjects
    subjects = try reader.texts()
    if let key = scan.idempotencyKey { idempotencyKey = try String(checking: key) }
  }
}

extension CBORReader {
  fileprivate mutating func texts() throws(CBORError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try array()) { texts.append(try String(checking: text())) }
    return texts
  }

  fileprivate mutating func part() throws(CBORError) -> SealedPart {
    try expectArray(4)
    let name = try String(checking: text())
    let subjects = try texts()
    var keys: [SealedPart.WrappedKey] = []
    for _ in 0..<(try array()) {
      try expectArray(2)
      keys.append(SealedPart.WrappedKey(keyID: try integer(), bytes: [UInt8](try byteString())))
    }
    return SealedPart(name: name, subjects: subjects, wrappedKeys: keys, box: [UInt8](try byteString()))
  }
}

extension String {
  fileprivate init(checking bytes: UnsafeRawBufferPointer) throws(CBORError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CBORError(.notUTF8, 0) }
    self = text
  }
}
