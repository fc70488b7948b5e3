extension DriftBlock {
  /// Turns particles to the other side of the wind whose time has come.
  ///
  /// The sign of the crosswind slope changes and offset and deviation stay, as in the leeway model of Breivik and Allen
  /// 2008, section 3, and the programs that follow it.
  mutating func jibe(_ vector: Int, at seconds: Double) {
    for lane in 0..<8 where jibeSeconds[vector][lane] <= seconds {
      let particle = vector * 8 + lane
      while particle < count, jibeSeconds[vector][lane] <= seconds {
        let base = crosswindBases[vector][lane]
        crosswindSlopes[vector][lane] -= 2 * base
        crosswindBases[vector][lane] = -base
        jibes[particle] += 1
        jibeSeconds[vector][lane] += secondsToJibe(particle)
      }
    }
  }

  /// Draws the deviation again for particles to which the wind has turned by more than 60 degrees.
  ///
  /// The deviation says how this object lies to this wind. Kept while the wind turns round, it would send those that ran
  /// ahead back faster, and the ensemble would shrink to the point it came from, as if something were learned. A new draw
  /// is independent of the old one, and two winds within 60 degrees push apart whatever deviates, so the area of the
  /// ensemble never shrinks because of them.
  mutating func drawAgain(_ vector: Int, east: Lanes, north: Lanes, where turned: SIMDMask<SIMD8<Int64>>) {
    for lane in 0..<8 where turned[lane] {
      let particle = vector * 8 + lane
      guard particle < count else { continue }
      let isFirst = windEast[vector][lane] == 0 && windNorth[vector][lane] == 0
      windEast[vector][lane] = east[lane]
      windNorth[vector][lane] = north[lane]
      if isFirst { continue }
      turns[particle] += 1
      let number = first + particle
      let jibed = crosswindBases[vector][lane]
      let shares = (
        chance.unit(.downwindAgain, particle: number, count: turns[particle]),
        chance.unit(.crosswindAgain, particle: number, count: turns[particle])
      )
      var draw = LeewayDraw(leewayClass(particle), side: sides[particle], shares: shares)
      // The side on which the object lies outlasts the turn of the wind.
      draw.crosswindSlope += jibed - draw.crosswindBase
      draw.crosswindBase = jibed
      take(draw, particle)
    }
  }

  /// Capsizes particles whose margin the hazard of a step has used up.
  mutating func capsize(_ vector: Int) {
    for lane in 0..<8 where capsizeMargins[vector][lane] <= 0 {
      let particle = vector * 8 + lane
      capsizeMargins[vector][lane] = .infinity
      guard particle < count, let capsize = scenario.capsize else { continue }
      isCapsized[particle] = true
      let number = first + particle
      take(
        LeewayDraw(
          capsize.becomes, side: sides[particle],
          shares: (
            chance.unit(.capsizedDownwind, particle: number), chance.unit(.capsizedCrosswind, particle: number)
          )),
        particle)
    }
  }
}
