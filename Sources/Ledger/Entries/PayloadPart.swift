/// One part of an entry's payload before it is sealed: bytes, and whom they are about.
///
/// A part is sealed under a key of its own, which is wrapped once for each subject. It can be read as long as the key
/// of at least one of its subjects is kept. What may have to be erased for one person alone therefore belongs in a part
/// that names that person alone.
public struct PayloadPart: Hashable, Sendable {
  /// The name by which the part is found again, such as `"text"`.
  public var name: String

  /// Opaque identifiers of those whom the bytes are about; empty means nobody, and the centre's own key is used.
  public var subjects: [String]

  /// What is sealed; the ledger never looks inside.
  public var bytes: [UInt8]

  /// Makes a part of bytes about subjects, by default about nobody.
  public init(name: String, subjects: [String] = [], bytes: [UInt8]) {
    self.name = name
    self.subjects = subjects
    self.bytes = bytes
  }
}
