public import Geodesy

/// What an AIS message says as the transmission of a distress device (ITU-R M.1371-5, Annex 9).
///
/// One message is one claim. Whether it is true is for people; that it was made is never kept from them.
public struct DistressDevice: Hashable, Sendable {
  /// Which sort of device sends, by the first three digits of its identity (ITU-R M.585-9, Annex 2).
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A search and rescue transmitter, mostly of a life raft: 970.
    case searchAndRescueTransmitter = "AIS-SART"
    /// A device for a person overboard: 972.
    case personOverboard = "MOB"
    /// An emergency beacon with AIS: 974.
    case positionIndicatingBeacon = "EPIRB-AIS"
    /// An identity of a ship or another station, which reports the status of a distress device nonetheless.
    case otherStation = "other"

    /// The sort of device that an identity belongs to; nil for all other identities.
    public init?(mmsi: UInt32) {
      switch mmsi / 1_000_000 {
      case 970: self = .searchAndRescueTransmitter
      case 972: self = .personOverboard
      case 974: self = .positionIndicatingBeacon
      default: return nil
      }
    }
  }

  /// Whether the device cries for help.
  public enum State: String, Hashable, Sendable {
    /// It does.
    case active
    /// It is being tested.
    case test
    /// The message does not say; to be treated as active until it does.
    case unclear
  }

  /// What the state was read from.
  public enum Evidence: Hashable, Sendable {
    /// The navigational status of a position report: 14 active, 15 test.
    case navigationalStatus(Int)
    /// The words of a safety message, such as `SART ACTIVE`.
    case text(String)
    /// Only the identity; the message carries neither.
    case identityAlone

    /// The evidence in words.
    public var words: String {
      switch self {
      case .navigationalStatus(14): "navigational status 14 (distress device active)"
      case .navigationalStatus(15): "navigational status 15 (distress device under test)"
      case .navigationalStatus(let status): "navigational status \(status), which a distress device does not send"
      case .text(let text): "safety text \"\(text)\""
      case .identityAlone: "the identity of a distress device"
      }
    }
  }

  /// Which sort of device it is.
  public let kind: Kind
  /// Its identity.
  public let mmsi: UInt32
  /// Whether it cries for help.
  public let state: State
  /// What the state was read from.
  public let evidence: Evidence
  /// Where it is; nil when the message does not say.
  public let position: Position?
  /// Course over ground in degrees from true north.
  public let courseDegrees: Double?
  /// Speed over ground in knots.
  public let speedKnots: Double?

  /// Reads a message; nil when no distress device sent it.
  ///
  /// Status 15 of an ordinary identity is the default and says nothing. Status 14 of one is handed on as `unclear`: it is
  /// most often a wrong setting, and may be a device without an identity of its own.
  public init?(_ message: AISMessage) {
    let isReport = 1...3 ~= message.type
    let status = isReport ? PositionReport(payload: message.payload).navigationalStatus : nil
    let known = Kind(mmsi: message.mmsi)
    guard let kind = known ?? (status == Self.activeStatus ? .otherStation : nil) else { return nil }
    let summary = message.summary
    self.kind = kind
    mmsi = message.mmsi
    position = summary.position
    courseDegrees = summary.courseDegrees
    speedKnots = summary.speedKnots
    if let status {
      evidence = .navigationalStatus(status)
      state = known == nil ? .unclear : Self.state(ofStatus: status)
    } else if let text = summary.text {
      evidence = .text(text)
      state = Self.state(ofText: text)
    } else {
      evidence = .identityAlone
      state = .unclear
    }
  }

  private static let activeStatus = 14
  private static let testStatus = 15

  private static func state(ofStatus status: Int) -> State {
    switch status {
    case activeStatus: .active
    case testStatus: .test
    default: .unclear
    }
  }

  /// `SART ACTIVE`, `MOB TEST` and so on; a text that says both is a cry for help.
  private static func state(ofText text: String) -> State {
    let words = text.uppercased().split { !$0.isLetter }
    if words.contains("ACTIVE") { return .active }
    return words.contains("TEST") ? .test : .unclear
  }
}
