/// Targets made by a vessel traffic service: area code 1, function 17 (IMO SN.1/Circ.289).
public struct SyntheticTargets: Hashable, Sendable {
  let payload: AISPayload

  /// The most targets that a message carries.
  public static let maximumTargets = 4

  /// One target.
  public struct Target: Hashable, Sendable {
    let payload: AISPayload
    let start: Int

    /// What the identifier is: 0 MMSI, 1 IMO number, 2 call sign, 3 other.
    public var identifierKind: Int { payload.unsigned(start, 2) }
    /// The identifier as a number, for kinds 0 and 1.
    public var identifierNumber: UInt32 { UInt32(truncatingIfNeeded: payload.wide(start + 2, 42)) }
    /// The identifier as text, for kinds 2 and 3.
    public var identifierText: AISText { payload.text(start + 2, characters: 7) }
    /// Degrees north in 1/1,000 minute.
    public var latitudeThousandthMinutes: Int { payload.signed(start + 48, 24) }
    /// Degrees east in 1/1,000 minute.
    public var longitudeThousandthMinutes: Int { payload.signed(start + 72, 25) }
    /// Course over ground; 360 is not available.
    public var courseDegrees: Int { payload.unsigned(start + 97, 9) }
    /// The UTC second of the position; 60 is not available.
    public var utcSecond: Int { payload.unsigned(start + 106, 6) }
    /// Speed over ground; 255 is not available.
    public var speedKnots: Int { payload.unsigned(start + 112, 10) }
  }

  /// How many whole targets the message carries.
  public var count: Int { min(Self.maximumTargets, max(0, payload.bitCount - 56) / 122) }

  /// The target at an index below `count`.
  public subscript(index: Int) -> Target { Target(payload: payload, start: 56 + 122 * index) }
}
