/// An entry as it is stored and hashed.
///
/// The stored bytes are a CBOR map in deterministic encoding with the keys of `Field`. Its leaf hash goes into the
/// tree, and into the next entry as `previous`.
package struct SealedEntry: Hashable, Sendable {
  /// The version of the stored form that this code writes, and the latest that it reads.
  package static let formatVersion: Int64 = 1

  /// The keys of the map. Numbers are never reused.
  enum Field {
    static let formatVersion: Int64 = 0
    static let sequence: Int64 = 1
    static let previous: Int64 = 2
    static let recordedMilliseconds: Int64 = 3
    static let aboutMilliseconds: Int64 = 4
    static let kind: Int64 = 5
    static let aggregate: Int64 = 6
    static let version: Int64 = 7
    static let actor: Int64 = 8
    static let agency: Int64 = 9
    static let purpose: Int64 = 10
    static let marking: Int64 = 11
    static let subjects: Int64 = 12
    static let parts: Int64 = 13
    static let idempotencyKey: Int64 = 14
    static let clockStepped: Int64 = 15
    /// How many fields every entry has.
    static let requiredCount = 14
  }

  package var envelope: Envelope

  /// The leaf hash of the entry before this one; for the first entry, the hash of the ledger's origin.
  package var previous: TreeHash

  package var parts: [SealedPart]

  /// The stored bytes.
  package func encoded() -> [UInt8] {
    let payloadBytes = parts.reduce(0) { $0 + $1.box.count + 64 * $1.wrappedKeys.count }
    var writer = CBORWriter(reservingBytes: 320 + payloadBytes)
    let optionalCount = (envelope.idempotencyKey == nil ? 0 : 1) + (envelope.clockStepped ? 1 : 0)
    writer.map(Field.requiredCount + optionalCount)
    writer.pair(Field.formatVersion, Self.formatVersion)
    writer.pair(Field.sequence, envelope.sequence)
    writer.integer(Field.previous)
    writer.byteString(previous)
    writer.pair(Field.recordedMilliseconds, envelope.recordedMilliseconds)
    writer.pair(Field.aboutMilliseconds, envelope.aboutMilliseconds)
    writer.pair(Field.kind, envelope.kind)
    writer.pair(Field.aggregate, envelope.aggregate)
    writer.pair(Field.version, envelope.version)
    writer.pair(Field.actor, envelope.actor)
    writer.pair(Field.agency, envelope.agency)
    writer.pair(Field.purpose, envelope.purpose)
    writer.pair(Field.marking, envelope.marking)
    writer.integer(Field.subjects)
    writer.texts(envelope.subjects)
    writer.integer(Field.parts)
    writer.array(parts.count)
    for part in parts { writer.part(part) }
    if let key = envelope.idempotencyKey { writer.pair(Field.idempotencyKey, key) }
    if envelope.clockStepped {
      writer.integer(Field.clockStepped)
      writer.yes()
    }
    return writer.bytes
  }
}

extension CBORWriter {
  fileprivate mutating func pair(_ field: Int64, _ value: Int64) {
    integer(field)
    integer(value)
  }

  fileprivate mutating func pair(_ field: Int64, _ value: String) {
    integer(field)
    text(value)
  }

  /// A part is an array: name, subjects, wrapped keys as pairs of number and bytes, box.
  fileprivate mutating func part(_ part: SealedPart) {
    array(4)
    text(part.name)
    texts(part.subjects)
    array(part.wrappedKeys.count)
    for key in part.wrappedKeys {
      array(2)
      integer(key.keyID)
      byteString(key.bytes)
    }
    byteString(part.box)
  }
}
