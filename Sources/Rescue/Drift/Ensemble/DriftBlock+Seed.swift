internal import Geodesy

extension DriftBlock {
  /// Gives a particle its place, its start and its leeway.
  mutating func seed(_ particle: Int) {
    let number = first + particle
    let (vector, lane) = (particle / 8, particle % 8)
    let position = startPosition(number)
    latitudes[vector][lane] = position.latitudeDegrees
    longitudes[vector][lane] = position.longitudeDegrees
    moving[vector][lane] = 1
    let lead = Double(scenario.leadSeconds)
    startSeconds[vector][lane] =
      lead + scenario.timeUncertaintySeconds * (2 * chance.even(.start, particle: number) - 1)
    // Half of the objects lie either way: nobody knows which until one is seen.
    sides[particle] = number.isMultiple(of: 2) ? 1 : -1
    take(
      LeewayDraw(
        leewayClass(particle), side: sides[particle],
        shares: (chance.even(.downwind, particle: number), chance.even(.crosswind, particle: number))),
      particle)
    jibeSeconds[vector][lane] = secondsToJibe(particle)
    if scenario.capsize != nil {
      capsizeMargins[vector][lane] = NormalDistribution.waiting(atShare: chance.even(.capsize, particle: number))
    }
    guard let land = scenario.land, land.contains(position) else { return }
    stop(particle, .aground)
  }

  /// A place from the two-dimensional normal distribution around the last known one.
  private func startPosition(_ number: Int) -> Position {
    guard scenario.positionDeviationMetres > 0 else { return scenario.position }
    let waiting = NormalDistribution.waiting(atShare: chance.even(.range, particle: number))
    let range = scenario.positionDeviationMetres * (2 * waiting).squareRoot()
    let direction = NormalDistribution.direction(turns: chance.even(.bearing, particle: number))
    return TangentPlane(origin: scenario.position).position(
      eastMetres: range * direction.east, northMetres: range * direction.north)
  }

  /// Seconds until the next jibe of a particle.
  func secondsToJibe(_ particle: Int) -> Double {
    guard scenario.jibesPerHour > 0 else { return .infinity }
    let share = chance.unit(.jibe, particle: first + particle, count: jibes[particle])
    return NormalDistribution.waiting(atShare: share) * 3600 / scenario.jibesPerHour
  }
}
