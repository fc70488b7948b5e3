/// The labels of the Traffic Light Protocol, version 2.0, narrowest first.
///
/// Source: FIRST, "Traffic Light Protocol (TLP)", August 2022.
public enum TrafficLight: String, CaseIterable, Codable, Sendable {
  /// For the eyes of the recipients only.
  case red = "TLP:RED"
  /// Within the recipient's organisation.
  case amberStrict = "TLP:AMBER+STRICT"
  /// Within the recipient's organisation and its clients.
  case amber = "TLP:AMBER"
  /// Within the community.
  case green = "TLP:GREEN"
  /// For everyone.
  case clear = "TLP:CLEAR"

  /// Reads a label in either case, with or without `TLP:`; the former WHITE reads as CLEAR; nil for all else.
  public init?(text: String) {
    guard text.utf8.count <= 64 else { return nil }
    var name = text.uppercased().filter { !$0.isWhitespace }
    if name.hasPrefix("TLP:") { name.removeFirst(4) }
    if name == "WHITE" { name = "CLEAR" }
    self.init(rawValue: "TLP:" + name)
  }

  /// The marking that protects at least as well, with what is lost.
  ///
  /// - Parameter recipient: the agency that received it, to which AMBER and AMBER+STRICT are held.
  public func marking(recipient: String) -> Conversion<Marking> {
    switch self {
    case .red:
      Conversion(
        value: Marking(
          classification: .official, sensitive: true, agencies: .only([recipient]), handling: [.recipientsOnly]),
        losses: [])
    case .amberStrict:
      Conversion(
        value: Marking(
          classification: .official, sensitive: true, agencies: .only([recipient]),
          handling: [.organisationalUseOnly]),
        losses: [])
    case .amber:
      Conversion(
        value: Marking(classification: .official, sensitive: true, agencies: .only([recipient])),
        losses: [.clientsExcluded])
    case .green:
      Conversion(value: Marking(classification: .official, handling: [.communityOnly]), losses: [])
    case .clear: Conversion(value: .official, losses: [.publicReleaseLost])
    }
  }
}

extension Marking {
  /// The label of the Traffic Light Protocol that is no wider, with what is lost; nil above OFFICIAL, for which the
  /// protocol has no label.
  public var trafficLight: Conversion<TrafficLight>? {
    guard classification == .official else { return nil }
    var losses = [ConversionLoss]()
    if !compartments.isEmpty { losses.append(.compartmentsLost) }
    if agencies != .anyone || nations != .anyone { losses.append(.releaseLimitsLost) }
    if exercise { losses.append(.exerciseMarkLost) }
    let organisational = handling.subtracting([.recipientsOnly, .organisationalUseOnly, .communityOnly])
    if !organisational.isEmpty { losses.append(.handlingInstructionsLost) }
    let label: TrafficLight
    if !compartments.isEmpty || handling.contains(.recipientsOnly) || handling.contains(.originatorControlled) {
      label = .red
    } else if agencies != .anyone || nations != .anyone || !handling.subtracting([.communityOnly]).isEmpty {
      // Amber would let the clients of the recipient have it, whom the limit does not name.
      label = .amberStrict
    } else {
      label = sensitive ? .amber : .green
    }
    return Conversion(value: label, losses: losses)
  }
}
