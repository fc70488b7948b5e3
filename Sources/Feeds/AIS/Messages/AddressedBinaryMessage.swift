/// Addressed binary message: message 6 (ITU-R M.1371-5, Annex 8, § 3.4).
public struct AddressedBinaryMessage: Hashable, Sendable {
  let payload: AISPayload

  /// Sequence number, 0 to 3.
  public var sequenceNumber: Int { payload.unsigned(38, 2) }

  /// Whom it is for.
  public var destination: UInt32 { payload.identity(40) }

  /// Whether it is sent again.
  public var isRetransmitted: Bool { payload.flag(70) }

  /// Designated area code of the application.
  public var areaCode: Int { payload.unsigned(72, 10) }

  /// Function identifier of the application.
  public var functionIdentifier: Int { payload.unsigned(82, 6) }

  /// How many bits of data follow.
  public var dataBitCount: Int { max(0, payload.bitCount - 88) }

  /// The data.
  public var data: [UInt8] { payload.bytes(from: 88, bits: dataBitCount) }

  /// The data as an application that is known here; nil for others.
  public var application: ApplicationMessage? {
    ApplicationMessage(areaCode, functionIdentifier, payload, isAddressed: true)
  }
}
