/// Binary broadcast message: message 8 (ITU-R M.1371-5, Annex 8, § 3.6).
public struct BroadcastBinaryMessage: Hashable, Sendable {
  let payload: AISPayload

  /// Designated area code of the application.
  public var areaCode: Int { payload.unsigned(40, 10) }

  /// Function identifier of the application.
  public var functionIdentifier: Int { payload.unsigned(50, 6) }

  /// How many bits of data follow.
  public var dataBitCount: Int { max(0, payload.bitCount - 56) }

  /// The data.
  public var data: [UInt8] { payload.bytes(from: 56, bits: dataBitCount) }

  /// The data as an application that is known here; nil for others.
  public var application: ApplicationMessage? {
    ApplicationMessage(areaCode, functionIdentifier, payload, isAddressed: false)
  }
}
