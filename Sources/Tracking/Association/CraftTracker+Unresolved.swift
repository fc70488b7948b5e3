#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Craft that a radar shows as one.
extension CraftTracker {
  /// What a scan shows of craft too close to be told apart.
  struct Crowds {
    /// The plot that may show a craft which got none of its own, and how likely it does; by the place of the candidate.
    var shared: [Int: (plot: Int, chance: Double)] = [:]
    /// By how much more a plot is spread than it says, since it may be of several; by the place of the plot.
    var widening: [Int: Symmetric2] = [:]
  }

  /// Finds for each craft that got no plot the neighbour whose plot may show both.
  ///
  /// Such a plot lies anywhere between the two, so for each it is spread by half their distance.
  func crowds(_ placed: PlacedScan, _ grid: PlotGrid, _ plotOf: [Int], _ views: [CandidateView]) -> Crowds {
    var crowds = Crowds()
    guard let cell = placed.sensor.resolution else { return crowds }
    var ownerOf = [Int](repeating: -1, count: placed.plots.count)
    for (index, plot) in plotOf.enumerated() where plot >= 0 { ownerOf[plot] = index }
    var missed: [Int: [Int]] = [:]
    for (index, plot) in plotOf.enumerated() where plot < 0 && views[index].chances.both > Self.leastChance {
      let mine = SensorView(views[index].motion, placed.sensor)
      let wide = max(cell.rangeMetres, cell.bearingRadians * mine.distance)
      let reach = 2 * wide + 4 * views[index].motion.covariance.position.largestEigenvalue.squareRoot()
      var best: (plot: Int, chance: Double, owner: Int)?
      grid.forEach(
        east: views[index].motion.eastMetres, north: views[index].motion.northMetres,
        halfSideMetres: min(reach, Self.greatestCrowdMetres)
      ) { plot in
        guard ownerOf[plot] >= 0 else { return }
        let theirs = SensorView(views[ownerOf[plot]].motion, placed.sensor)
        let chance = cell.chanceOfOnePlot(
          rangeApartMetres: mine.distance - theirs.distance,
          bearingApartRadians: (mine.bearing - theirs.bearing).remainder(dividingBy: 2 * .pi))
        if chance > best?.chance ?? Self.leastChance { best = (plot, chance, ownerOf[plot]) }
      }
      guard let best else { continue }
      crowds.shared[index] = (best.plot, best.chance)
      missed[best.plot, default: []].append(index)
      let (one, other) = (views[index].motion, views[best.owner].motion)
      let (east, north) = ((one.eastMetres - other.eastMetres) / 2, (one.northMetres - other.northMetres) / 2)
      let half = Symmetric2(eastEast: east * east, eastNorth: east * north, northNorth: north * north)
      crowds.widening[best.plot] = (crowds.widening[best.plot] ?? .isotropic(0)) + half * best.chance
    }
    for members in missed.values where members.count > 1 { link(members, views, placed.sensor, cell, &crowds) }
    return crowds
  }

  /// A craft between two others holds a crowd together whose ends could be told apart.
  private func link(
    _ members: [Int], _ views: [CandidateView], _ sensor: SensorModel, _ cell: ResolutionCell, _ crowds: inout Crowds
  ) {
    let members = members.prefix(Self.mostLinked)
    let seen = members.map { SensorView(views[$0].motion, sensor) }
    for _ in 0..<Self.longestChain {
      for (place, member) in members.enumerated() {
        guard var mine = crowds.shared[member] else { continue }
        for (otherPlace, other) in members.enumerated() where other != member {
          let chance = cell.chanceOfOnePlot(
            rangeApartMetres: seen[place].distance - seen[otherPlace].distance,
            bearingApartRadians: (seen[place].bearing - seen[otherPlace].bearing).remainder(dividingBy: 2 * .pi))
          mine.chance = max(mine.chance, chance * (crowds.shared[other]?.chance ?? 0))
        }
        crowds.shared[member] = mine
      }
    }
  }

  /// How many craft of one crowd are linked, and through how many others.
  private static let mostLinked = 64
  private static let longestChain = 3

  /// Below this chance two are taken as told apart.
  private static let leastChance = 0.05
  /// No crowd is wider than this, in metres.
  private static let greatestCrowdMetres = 5000.0
  /// At least so likely must a plot show a craft to move it as well.
  static let leastChanceToShare = 0.3

  /// A motion as a radar has it.
  struct SensorView {
    let distance: Double
    let bearing: Double

    init(_ motion: Motion, _ sensor: SensorModel) {
      let (east, north) = (motion.eastMetres - sensor.eastMetres, motion.northMetres - sensor.northMetres)
      distance = (east * east + north * north).squareRoot()
      bearing = atan2(east, north)
    }
  }
}
