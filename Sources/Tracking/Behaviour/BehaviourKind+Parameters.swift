extension BehaviourKind {
  /// The numbers that a rule of this kind has, in the order in which its sentence names them.
  public var parameters: [BehaviourParameter] { Self.table[self] ?? [] }

  private static let table: [BehaviourKind: [BehaviourParameter]] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.own + $0.common) })

  private var common: [BehaviourParameter] {
    let clear: Double
    let refractory: Double
    switch self {
    case .suddenStop, .speedChange, .headingChange, .implausiblePosition, .groupJump, .ghostFleet:
      (clear, refractory) = (300, 900)
    case .closestApproach: (clear, refractory) = (60, 300)
    default: (clear, refractory) = (180, 1800)
    }
    return [
      BehaviourParameter(.clear, .seconds, clear, 0...3600),
      BehaviourParameter(.refractory, .seconds, refractory, 0...86_400),
    ]
  }

  private var own: [BehaviourParameter] {
    switch self {
    case .drifting:
      [
        .init(.leastSpeed, .knots, 0.4, 0...3), .init(.speed, .knots, 2.3, 0.5...6),
        .init(.duration, .seconds, 480, 120...690), .init(.scatter, .degrees, 12, 3...90),
        .init(.leeway, .degrees, 40, 15...120),
      ]
    case .suddenStop:
      [
        .init(.speedBefore, .knots, 6, 2...40), .init(.speed, .knots, 1, 0.2...5),
        .init(.within, .seconds, 180, 60...600), .init(.duration, .seconds, 30, 0...600),
      ]
    case .speedChange:
      [
        .init(.change, .knots, 7, 2...40), .init(.within, .seconds, 180, 60...600),
        .init(.duration, .seconds, 30, 0...300), .init(.leastSpeed, .knots, 3, 0...30),
      ]
    case .headingChange:
      [
        .init(.turn, .degrees, 60, 20...180), .init(.within, .seconds, 180, 60...600),
        .init(.leastSpeed, .knots, 8, 2...40), .init(.duration, .seconds, 15, 0...300),
      ]
    case .transponderGap:
      [
        .init(.silence, .seconds, 240, 60...7200), .init(.missed, .count, 8, 3...100),
        .init(.leastSpeed, .knots, 2, 0...30), .init(.others, .count, 2, 0...2),
      ]
    case .implausiblePosition: [.init(.distance, .metres, 1000, 100...100_000)]
    case .sharedIdentity: [.init(.distance, .metres, 1000, 100...100_000)]
    case .invalidIdentity: [.init(.duration, .seconds, 30, 0...3600)]
    case .groupJump:
      [
        .init(.count, .count, 4, 2...100), .init(.within, .seconds, 60, 10...600),
        .init(.distance, .metres, 1000, 100...100_000),
      ]
    case .ghostFleet:
      [
        .init(.count, .count, 4, 3...100), .init(.within, .seconds, 600, 60...3600),
        .init(.distance, .metres, 4000, 200...20_000), .init(.leastSpeed, .knots, 2, 0...30),
      ]
    case .encounter:
      [
        .init(.distance, .metres, 200, 20...2000), .init(.speed, .knots, 2.5, 0.5...10),
        .init(.duration, .seconds, 600, 60...7200),
      ]
    case .loitering:
      [.init(.distance, .metres, 1000, 100...10_000), .init(.duration, .seconds, 2700, 600...6600)]
    case .shoreApproach:
      [.init(.horizon, .seconds, 900, 60...3600), .init(.leastSpeed, .knots, 2, 0.5...30)]
    case .areaEntry: [.init(.duration, .seconds, 0, 0...3600)]
    case .closestApproach:
      [
        .init(.distance, .metres, 250, 50...2000), .init(.horizon, .seconds, 600, 60...1800),
        .init(.probability, .share, 0.5, 0.05...0.99), .init(.leastSpeed, .knots, 5, 1...30),
      ]
    }
  }
}
