/// GNSS broadcast binary message: message 17 (ITU-R M.1371-5, Annex 8, § 3.15).
public struct DifferentialCorrections: Hashable, Sendable {
  let payload: AISPayload

  /// Degrees east of the reference station in 1/10 minute.
  public var longitudeTenthMinutes: Int { payload.signed(40, 18) }

  /// Degrees north of the reference station in 1/10 minute.
  public var latitudeTenthMinutes: Int { payload.signed(58, 17) }

  /// How many bits of corrections follow.
  public var dataBitCount: Int { max(0, payload.bitCount - 80) }

  /// The corrections (ITU-R M.823).
  public var data: [UInt8] { payload.bytes(from: 80, bits: dataBitCount) }
}
