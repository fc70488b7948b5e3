public import Geodesy

/// A message with when it came and where it puts its aircraft.
public struct ADSBReception: Hashable, Sendable {
  /// When a message came, as its receiver tells it.
  public enum Time: Hashable, Sendable {
    /// Milliseconds since 1970.
    case clock(milliseconds: Int64)
    /// Ticks of the receiver's 12 MHz counter, which begins anywhere.
    case counter(ticks: Int64)
    /// Not told.
    case unknown

    /// Milliseconds from some beginning.
    var milliseconds: Int64? {
      switch self {
      case .clock(let milliseconds): milliseconds
      case .counter(let ticks): ticks / 12_000
      case .unknown: nil
      }
    }
  }

  /// The frame as it came.
  public let frame: ModeSFrame
  /// The 24-bit address of the aircraft.
  public let address: UInt32
  /// Whether the address is one of the aircraft's registry, and not made up by the sender or a ground station.
  public let isRegistryAddress: Bool
  /// When it came.
  public let time: Time
  /// What it says.
  public let content: ADSBContent
  /// The position that it comes to, with its other half or near the last.
  public let position: Position?
}
