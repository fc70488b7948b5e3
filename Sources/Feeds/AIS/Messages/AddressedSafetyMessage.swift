/// Addressed safety related message: message 12 (ITU-R M.1371-5, Annex 8, § 3.10).
public struct AddressedSafetyMessage: Hashable, Sendable {
  let payload: AISPayload

  /// Sequence number, 0 to 3.
  public var sequenceNumber: Int { payload.unsigned(38, 2) }

  /// Whom it is for.
  public var destination: UInt32 { payload.identity(40) }

  /// Whether it is sent again.
  public var isRetransmitted: Bool { payload.flag(70) }

  /// What it says.
  public var text: AISText { payload.text(from: 72) }
}
