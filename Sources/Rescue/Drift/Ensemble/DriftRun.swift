internal import Geodesy

/// A drift that can be computed: a checked scenario with its wind and water at hand.
public struct DriftRun: Sendable {
  /// What is computed.
  public let scenario: DriftScenario
  private let forcing: DriftForcing
  private let hypotheses: [Int]

  /// Checks a scenario and fetches the fields for its time.
  ///
  /// - Throws: `DriftFault` when a number lies outside its limits, the wishes contradict one another, or a field does not
  ///   cover the time.
  public init(_ scenario: DriftScenario) throws(DriftFault) {
    try scenario.check()
    self.scenario = scenario
    forcing = try DriftForcing(scenario)
    let shares = LeewayHypothesis.shares(scenario.hypotheses.map(\.weight), of: scenario.particles)
    hypotheses = shares.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
  }

  /// How many blocks the particles form; each can be computed on its own.
  public var blocks: Int { (scenario.particles + DriftBlock.size - 1) / DriftBlock.size }

  /// Computes all particles, one block after the other.
  public func ensemble() -> DriftEnsemble {
    var ensemble = DriftEnsemble(scenario, hypotheses: hypotheses)
    for index in 0..<blocks { ensemble.take(block(index), at: index * DriftBlock.size) }
    return ensemble
  }

  /// Computes all particles in several tasks at once; the result is that of `ensemble()`, bit by bit.
  ///
  /// - Parameter tasks: how many tasks share the work, at least 1.
  public func ensemble(tasks: Int) async -> DriftEnsemble {
    guard tasks > 1 else { return ensemble() }
    return await withTaskGroup(of: (Int, DriftTrack).self) { group in
      var next = 0
      func begin() {
        guard next < blocks else { return }
        let index = next
        group.addTask { (index, block(index)) }
        next += 1
      }
      for _ in 0..<tasks { begin() }
      var ensemble = DriftEnsemble(scenario, hypotheses: hypotheses)
      for await (index, track) in group {
        ensemble.take(track, at: index * DriftBlock.size)
        begin()
      }
      return ensemble
    }
  }

  /// The way of the particles of one block, hour by hour.
  func block(_ index: Int) -> DriftTrack {
    let first = index * DriftBlock.size
    let count = min(DriftBlock.size, scenario.particles - first)
    var block = DriftBlock(
      scenario, first: first, count: count, hypotheses: Array(hypotheses[first..<(first + count)]))
    var track = DriftTrack(hours: scenario.hours, count: count)
    let lead = scenario.leadSeconds
    for (number, moment) in forcing.moments.enumerated() {
      let seconds = number * scenario.stepSeconds
      if seconds >= lead, (seconds - lead) % 3600 == 0 { track.take(block, hour: (seconds - lead) / 3600) }
      block.step(moment, from: Double(seconds))
    }
    track.take(block, hour: scenario.hours)
    return track
  }
}

/// The places of the particles of one block at every hour.
struct DriftTrack: Sendable {
  /// Latitude and longitude in degrees, `[hour * count + particle]`.
  private(set) var places: [SIMD2<Double>]
  private(set) var statuses: [ParticleStatus]
  let hours: Int
  let count: Int

  init(hours: Int, count: Int) {
    (self.hours, self.count) = (hours, count)
    places = [SIMD2<Double>](repeating: .zero, count: (hours + 1) * count)
    statuses = [ParticleStatus](repeating: .adrift, count: (hours + 1) * count)
  }

  mutating func take(_ block: DriftBlock, hour: Int) {
    for particle in 0..<count {
      let (vector, lane) = (particle / 8, particle % 8)
      let longitude = block.longitudes[vector][lane]
      let wrapped = longitude.magnitude <= 180 ? longitude : longitude.remainder(dividingBy: 360)
      places[hour * count + particle] = SIMD2(block.latitudes[vector][lane], wrapped)
      statuses[hour * count + particle] = block.statuses[particle]
    }
  }
}
