import Ledger

extension LinkBatch {
  /// The keys of the map. Numbers are never reused.
  private enum Field {
    static let version: Int64 = 0
    static let centre: Int64 = 1
    static let through: Int64 = 2
    static let waiting: Int64 = 3
    static let milliseconds: Int64 = 4
    static let exercise: Int64 = 5
    static let note: Int64 = 6
    static let consistency: Int64 = 7
    static let items: Int64 = 8
    static let count = 9
  }

  /// How many values an item is made of.
  private static let itemCount = 5

  /// The batch as it is sent: a CBOR map in deterministic encoding (RFC 8949, section 4.2.1).
  package func encoded() -> [UInt8] {
    var writer = CBORWriter(reservingBytes: 512 + items.reduce(0) { $0 + $1.disclosure.sealed.count + 1_024 })
    writer.map(Field.count)
    writer.pair(Field.version, Self.version)
    writer.integer(Field.centre)
    writer.text(centre)
    writer.pair(Field.through, through)
    writer.pair(Field.waiting, waiting)
    writer.pair(Field.milliseconds, milliseconds)
    writer.pair(Field.exercise, exercise ? 1 : 0)
    writer.integer(Field.note)
    writer.text(note)
    writer.integer(Field.consistency)
    writer.hashes(consistency)
    writer.integer(Field.items)
    writer.array(items.count)
    for item in items {
      writer.array(Self.itemCount)
      writer.byteString(item.disclosure.sealed)
      writer.array(item.disclosure.partKeys.count)
      for key in item.disclosure.partKeys { writer.byteString(key ?? []) }
      writer.text(item.centre)
      writer.text(item.actorName)
      writer.hashes(item.path)
    }
    return writer.bytes
  }

  /// Reads a batch as it came.
  ///
  /// - Throws: `LinkFault` with `large` or `garbled`, and what is wrong where.
  package init(decoding bytes: [UInt8], limits: LinkLimits = LinkLimits()) throws(LinkFault) {
    guard bytes.count <= limits.batchBytes else {
      throw LinkFault(.large, "\(bytes.count) bytes; the limit batchBytes is \(limits.batchBytes)")
    }
    do {
      self = try bytes.withUnsafeBytes { bytes in
        var reader = BatchReader(reader: CBORReader(bytes), limits: limits)
        return try reader.batch()
      }
    } catch let fault as LinkFault {
      throw fault
    } catch {
      throw LinkFault(.garbled, "\(error)")
    }
  }

  /// Reads within the limits; every count is held against its limit before anything is reserved for it.
  private struct BatchReader {
    var reader: CBORReader
    let limits: LinkLimits

    mutating func batch() throws -> LinkBatch {
      guard try reader.map() == Field.count else { throw LinkFault(.garbled, "not as many fields as a batch has") }
      guard try number(Field.version) == LinkBatch.version else {
        throw LinkFault(.garbled, "a version of the form that this desk does not read")
      }
      var batch = LinkBatch(
        centre: try code(Field.centre), through: try count(Field.through), waiting: try count(Field.waiting),
        milliseconds: try number(Field.milliseconds), exercise: false)
      let exercise = try number(Field.exercise)
      guard exercise == 0 || exercise == 1 else { throw LinkFault(.garbled, "the exercise is neither on nor off") }
      batch.exercise = exercise == 1
      try field(Field.note)
      batch.note = try text(limits.noteBytes, "noteBytes")
      try field(Field.consistency)
      batch.consistency = try hashes()
      try field(Field.items)
      let items = try reader.array()
      guard items <= limits.entriesInBatch else { throw exceeded("entriesInBatch", limits.entriesInBatch) }
      for _ in 0..<items { batch.items.append(try item()) }
      guard reader.isAtEnd else { throw LinkFault(.garbled, "goes on after its end") }
      return batch
    }

    private mutating func item() throws -> Item {
      guard try reader.array() == LinkBatch.itemCount else { throw LinkFault(.garbled, "an entry lacks something") }
      let sealed = [UInt8](try reader.byteString())
      let keyCount = try reader.array()
      guard keyCount <= limits.partsInEntry else { throw exceeded("partsInEntry", limits.partsInEntry) }
      var keys: [[UInt8]?] = []
      for _ in 0..<keyCount {
        let key = [UInt8](try reader.byteString())
        guard key.isEmpty || key.count == EntryDisclosure.keyByteCount else {
          throw LinkFault(.garbled, "a key of \(key.count) bytes")
        }
        keys.append(key.isEmpty ? nil : key)
      }
      return Item(
        disclosure: EntryDisclosure(sealed: sealed, partKeys: keys), centre: try code(),
        actorName: try text(limits.nameBytes, "nameBytes"), path: try hashes())
    }

    private mutating func field(_ wanted: Int64) throws {
      guard try reader.integer() == wanted else { throw LinkFault(.garbled, "field \(wanted) is not in its place") }
    }

    private mutating func number(_ wanted: Int64) throws -> Int64 {
      try field(wanted)
      return try reader.integer()
    }

    private mutating func count(_ wanted: Int64) throws -> Int64 {
      let value = try number(wanted)
      guard value >= 0 else { throw LinkFault(.garbled, "field \(wanted) is negative") }
      return value
    }

    private mutating func code(_ wanted: Int64) throws -> String {
      try field(wanted)
      return try code()
    }

    private mutating func code() throws -> String {
      let code = try text(limits.nameBytes, "nameBytes")
      guard Partner.isCode(code) else { throw LinkFault(.garbled, "a code of a centre that is none") }
      return code
    }

    private mutating func text(_ limit: Int, _ name: String) throws -> String {
      let bytes = try reader.text()
      guard bytes.count <= limit else { throw exceeded(name, limit) }
      guard let text = String(validating: bytes, as: UTF8.self) else { throw LinkFault(.garbled, "not UTF-8") }
      guard !text.utf8.contains(0) else { throw LinkFault(.garbled, "a text with a zero byte") }
      return text
    }

    private mutating func hashes() throws -> [TreeHash] {
      let count = try reader.array()
      guard count <= limits.hashesInProof else { throw exceeded("hashesInProof", limits.hashesInProof) }
      var hashes: [TreeHash] = []
      for _ in 0..<count {
        guard let hash = TreeHash(try reader.byteString()) else {
          throw LinkFault(.garbled, "a hash of another length")
        }
        hashes.append(hash)
      }
      return hashes
    }

    private func exceeded(_ name: String, _ limit: Int) -> LinkFault {
      LinkFault(.large, "more than the limit \(name), which is \(limit)")
    }
  }
}

extension CBORWriter {
  fileprivate mutating func pair(_ field: Int64, _ value: Int64) {
    integer(field)
    integer(value)
  }

  fileprivate mutating func hashes(_ hashes: [TreeHash]) {
    array(hashes.count)
    for hash in hashes { byteString(hash) }
  }
}
