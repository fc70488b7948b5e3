/// Single slot binary message: message 25 (ITU-R M.1371-5, Annex 8, § 3.23).
public struct SingleSlotBinaryMessage: Hashable, Sendable {
  let payload: AISPayload

  /// Whether it is for one station.
  public var isAddressed: Bool { payload.flag(38) }

  /// Whether it carries an application identifier.
  public var isStructured: Bool { payload.flag(39) }

  /// Whom it is for; 0 for all.
  public var destination: UInt32 { isAddressed ? payload.identity(40) : 0 }

  /// Area code and function identifier; 0 for none.
  public var applicationIdentifier: Int { isStructured ? payload.unsigned(isAddressed ? 70 : 40, 16) : 0 }

  /// Where the data begin in the payload.
  public var dataStart: Int { 40 + (isAddressed ? 30 : 0) + (isStructured ? 16 : 0) }

  /// How many bits of data follow.
  public var dataBitCount: Int { max(0, payload.bitCount - dataStart) }

  /// The data.
  public var data: [UInt8] { payload.bytes(from: dataStart, bits: dataBitCount) }
}
