/// Assigned mode command: message 16 (ITU-R M.1371-5, Annex 8, § 3.14).
public struct AssignmentCommand: Hashable, Sendable {
  let payload: AISPayload

  /// Who is commanded first.
  public var destination1: UInt32 { payload.identity(40) }

  /// Slot offset or reports in ten minutes of the first.
  public var offset1: Int { payload.unsigned(70, 12) }

  /// Slot increment of the first.
  public var increment1: Int { payload.unsigned(82, 10) }

  /// Whether a second station is commanded.
  public var hasSecond: Bool { payload.bitCount >= 144 }

  /// Who is commanded second; 0 for none.
  public var destination2: UInt32 { hasSecond ? payload.identity(92) : 0 }

  /// Slot offset or reports in ten minutes of the second.
  public var offset2: Int { hasSecond ? payload.unsigned(122, 12) : 0 }

  /// Slot increment of the second.
  public var increment2: Int { hasSecond ? payload.unsigned(134, 10) : 0 }
}
