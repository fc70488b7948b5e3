internal import Geodesy

extension DriftBlock {
  /// Below this wind, in metres a second, a direction of the wind says little, and deviations are not drawn again.
  private static let leastTurningWind = 1.0
  /// The cosine of the turn of the wind, 60 degrees, from which a deviation is drawn again.
  private static let cosineOfTurn = 0.5

  /// Moves the particles by one step.
  ///
  /// - Parameter seconds: seconds of drift at the start of the step, counted from the first.
  mutating func step(_ forcing: DriftForcing.Moment, from seconds: Double) {
    step(wind: forcing.wind, current: forcing.current, waves: forcing.waves, from: seconds)
  }

  private mutating func step(
    wind: some FlowMoment, current: some FlowMoment, waves: (any FlowMoment)?, from seconds: Double
  ) {
    let step = Double(scenario.stepSeconds)
    let (isTimed, isDiffused) = (scenario.timeUncertaintySeconds > 0, scenario.diffusivity > 0)
    for vector in 0..<vectors {
      let (latitude, longitude) = (latitudes[vector], longitudes[vector])
      let blowing = wind.velocity(latitudesDegrees: latitude, longitudesDegrees: longitude)
      var velocity = current.velocity(latitudesDegrees: latitude, longitudesDegrees: longitude)
      if let waves = waves?.velocity(latitudesDegrees: latitude, longitudesDegrees: longitude) {
        velocity.east += waves.east
        velocity.north += waves.north
      }
      if (jibeSeconds[vector] .<= seconds) != noLane { jibe(vector, at: seconds) }
      addLeeway(vector, blowing, to: &velocity)
      var duration = moving[vector] * step
      if isTimed {
        duration *= ((seconds + step - startSeconds[vector]) / step).clamped(lowerBound: .zero, upperBound: .one)
      }
      if isDiffused { wander(vector, Int(seconds / step), duration, &velocity) }
      move(vector, velocity, duration * direction)
    }
  }

  private var noLane: SIMDMask<SIMD8<Int64>> { SIMDMask(repeating: false) }
  private var everyLane: SIMDMask<SIMD8<Int64>> { SIMDMask(repeating: true) }

  /// Adds leeway along and across the wind, after what the wind does to the object.
  @inline(__always)
  private mutating func addLeeway(_ vector: Int, _ wind: FlowVectors, to velocity: inout FlowVectors) {
    let speed = (wind.east * wind.east + wind.north * wind.north).squareRoot()
    let calm = speed .< 1e-9
    let inverse = (1 / speed).replacing(with: 0, where: calm)
    let (east, north) = (wind.east * inverse, wind.north * inverse)
    let along = east * windEast[vector] + north * windNorth[vector]
    let turned = (along .< Self.cosineOfTurn) .& (speed .> Self.leastTurningWind)
    if turned != noLane { drawAgain(vector, east: east, north: north, where: turned) }
    if canCapsize, let capsize = scenario.capsize {
      let excess = (speed - capsize.windThresholdMetresPerSecond)
      let rate =
        capsize.ratePerHour
        + capsize.ratePerHourAndMetrePerSecond * excess.replacing(with: 0, where: excess .< 0)
      capsizeMargins[vector] -= rate * moving[vector] * (Double(scenario.stepSeconds) / 3600)
      if (capsizeMargins[vector] .<= 0) != noLane { self.capsize(vector) }
    }
    let downwind = downwindSlopes[vector] * speed + downwindOffsets[vector]
    let crosswind = (crosswindSlopes[vector] * speed + crosswindOffsets[vector]) * toTheRight
    velocity.east += downwind * east + crosswind * north
    velocity.north += downwind * north - crosswind * east
  }

  /// Moves eight particles for so many seconds each, and sees where they came.
  @inline(__always)
  private mutating func move(_ vector: Int, _ velocity: FlowVectors, _ seconds: Lanes) {
    let (latitude, longitude) = (latitudes[vector], longitudes[vector])
    let degrees = scale.degreesPerMetre(latitude)
    var north = latitude + velocity.north * seconds * degrees.north
    var east = longitude + velocity.east * seconds * degrees.east
    if (scale.reaches(latitude) .& scale.reaches(north) .& (east .== east)) != everyLane {
      (north, east) = moveFar(vector, velocity, seconds)
    }
    if hasLand, let land = scenario.land, land.mayTouch(latitudes: latitude, north, longitudes: longitude, east) {
      beach(vector, land, &north, &east)
    }
    latitudes[vector] = north
    longitudes[vector] = east
  }

  /// The same for particles far from the start, for those that left the cover, and beside such.
  private mutating func moveFar(
    _ vector: Int, _ velocity: FlowVectors, _ seconds: Lanes
  ) -> (north: Lanes, east: Lanes) {
    let (latitude, longitude) = (latitudes[vector], longitudes[vector])
    let metres = EarthScale.metresPerDegree(latitude)
    var north = latitude + velocity.north * seconds / metres.north
    var east = longitude + velocity.east * seconds / metres.east
    let still = moving[vector] .== 0
    north.replace(with: latitude, where: still)
    east.replace(with: longitude, where: still)
    // Not a number, from a field without a value there, is no latitude within the limit either.
    let known =
      (north .<= DriftLimits.greatestLatitudeDegrees) .& (north .>= -DriftLimits.greatestLatitudeDegrees)
      .& (east .== east)
    for lane in 0..<8 where !known[lane] && vector * 8 + lane < count {
      stop(vector * 8 + lane, .outsideCover)
    }
    north.replace(with: latitude, where: .!known)
    east.replace(with: longitude, where: .!known)
    return (north, east)
  }

  /// Stops the particles that came ashore, at the shore.
  private mutating func beach(_ vector: Int, _ land: LandMask, _ north: inout Lanes, _ east: inout Lanes) {
    for lane in 0..<8 where moving[vector][lane] != 0 && vector * 8 + lane < count {
      let from = (latitude: latitudes[vector][lane], longitude: longitudes[vector][lane])
      let to = (latitude: north[lane], longitude: east[lane])
      guard let shore = land.landfall(from: from, to: to) else { continue }
      (north[lane], east[lane]) = shore
      stop(vector * 8 + lane, .aground)
    }
  }

  /// Adds the velocity by which the water, on average, spreads particles as its diffusivity says.
  ///
  /// Four numbers of 16 bits are added for each component: after some steps their sums are as good as normal.
  private func wander(_ vector: Int, _ count: Int, _ duration: Lanes, _ velocity: inout FlowVectors) {
    for lane in 0..<8 where duration[lane] > 0 {
      let particle = first + vector * 8 + lane
      let speed = (2 * scenario.diffusivity / duration[lane]).squareRoot()
      velocity.east[lane] += speed * Self.bell(chance.bits(.diffusionEast, particle: particle, count: count))
      velocity.north[lane] += speed * Self.bell(chance.bits(.diffusionNorth, particle: particle, count: count))
    }
  }

  /// A number of mean 0 and deviation 1 from 64 bits.
  private static func bell(_ bits: UInt64) -> Double {
    var sum = 0.0
    for part in 0..<4 { sum += Double(UInt16(truncatingIfNeeded: bits >> UInt64(16 * part))) + 0.5 }
    return (sum / 65_536 - 2) * 3.0.squareRoot()
  }
}
