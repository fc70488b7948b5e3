/// A made-up piece of sea with known truth, by which trackers are measured: ships with transponders, flotillas of small dark boats,
/// a radar with clutter and a receiver of transponders.
///
/// Even frames are scans of the radar, odd ones of the receiver, half an interval later. Craft move at near constant velocity
/// under white acceleration. Metres on a plane around the radar, x to the east and y to the north. The same parameters give
/// the same scenario on every machine.
package struct SeaScenario: Sendable {
  /// What the scenario is made of.
  package struct Parameters: Sendable {
    package var seed: UInt64 = 1
    package var ships = 30
    package var flotillas = 4
    package var boatsInFlotilla = 5
    package var scans = 300
    package var secondsBetweenScans = 5.0
    package var detectionProbability = 0.9
    package var clutter = 30.0
    package var falseReports = 2.0
    package var leastRange = 500.0
    package var greatestRange = 25_000.0
    package var rangeDeviation = 30.0
    package var bearingDeviationDegrees = 0.2
    package var reportDeviation = 10.0
    /// Intensity of the white acceleration along each axis, in m²/s³.
    package var intensity = 0.01

    package init() {}
  }

  /// A craft as it is.
  package struct Craft: Sendable {
    package let target: Int
    package let isSmallBoat: Bool
    package var x: Double
    package var y: Double
    package var velocityX: Double
    package var velocityY: Double
    /// The first and the last scan in which it is there.
    let scans: ClosedRange<Int>
  }

  /// What a sensor shows: range and bearing in radians from the x axis for the radar, x and y for the receiver.
  package struct Detection: Sendable {
    package let first: Double
    package let second: Double
    /// The craft that it is of; −1 for none.
    package let target: Int
  }

  /// One scan of one sensor.
  package struct Frame: Sendable {
    package let number: Int
    package let seconds: Double
    package let isRadar: Bool
    package let truth: [Craft]
    package let detections: [Detection]
  }

  package let parameters: Parameters
  private var random: SeededGenerator
  private var craft: [Craft] = []
  private var nextFrame = 0

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    random = SeededGenerator(seed: parameters.seed)
    for ship in 0..<max(0, parameters.ships) { addShip(ship) }
    for _ in 0..<max(0, parameters.flotillas) { addFlotilla() }
  }

  private mutating func addShip(_ number: Int) {
    let last = max(0, parameters.scans - 1)
    let (x, y) = place(from: 0.12 * parameters.greatestRange, to: 0.8 * parameters.greatestRange)
    let way = heading(speed: random.number(in: 3...10))
    // One in five comes later and one in five leaves sooner.
    let first = number % 5 == 4 ? last / 15 + random.whole(below: last / 3) : 0
    let end = number % 5 == 3 ? last * 6 / 10 + random.whole(below: last / 3) : last
    craft.append(
      Craft(
        target: craft.count, isSmallBoat: false, x: x, y: y, velocityX: way.x, velocityY: way.y,
        scans: min(first, end)...end))
  }

  private mutating func addFlotilla() {
    let last = max(0, parameters.scans - 1)
    let (x, y) = place(from: 0.24 * parameters.greatestRange, to: 0.6 * parameters.greatestRange)
    let way = heading(speed: random.number(in: 1.5...3.5))
    let first = random.whole(below: last / 5)
    for _ in 0..<max(0, parameters.boatsInFlotilla) {
      let off = heading(speed: random.number(in: 150...500))
      let (turn, pace) = (0.05 * random.bell(), 1 + 0.05 * random.bell())
      craft.append(
        Craft(
          target: craft.count, isSmallBoat: true, x: x + off.x, y: y + off.y,
          velocityX: pace * (way.x - turn * way.y), velocityY: pace * (way.y + turn * way.x),
          scans: min(first + random.whole(below: 5), last)...last))
    }
  }

  /// A place at a distance from the radar, spread evenly over the sea.
  private mutating func place(from: Double, to: Double) -> (x: Double, y: Double) {
    heading(speed: random.number(in: from * from...to * to).squareRoot())
  }

  private mutating func heading(speed: Double) -> (x: Double, y: Double) {
    let degrees = 360 * random.unit()
    return (speed * ExactMathematics.cosine(degrees: degrees), speed * ExactMathematics.sine(degrees: degrees))
  }

  /// The next frame; nil when all are made.
  package mutating func next() -> Frame? {
    let (number, scan) = (nextFrame, nextFrame / 2)
    guard scan < parameters.scans else { return nil }
    nextFrame += 1
    let isRadar = number % 2 == 0
    let half = parameters.secondsBetweenScans / 2
    var (truth, detections): ([Craft], [Detection]) = ([], [])
    for index in craft.indices where craft[index].scans.contains(scan) {
      if !(isRadar && scan == craft[index].scans.lowerBound) { move(index, seconds: half) }
      truth.append(craft[index])
      guard random.unit() < parameters.detectionProbability else { continue }
      if let seen = isRadar ? look(craft[index]) : listen(craft[index]) { detections.append(seen) }
    }
    detections += falseDetections(isRadar)
    // In an order that says nothing of which is which.
    for place in detections.indices.reversed() { detections.swapAt(place, random.whole(below: place + 1)) }
    let seconds = Double(scan) * parameters.secondsBetweenScans + (isRadar ? 0 : half)
    return Frame(number: number, seconds: seconds, isRadar: isRadar, truth: truth, detections: detections)
  }

  private mutating func move(_ index: Int, seconds: Double) {
    // A Cholesky factor of the covariance of place and velocity that white acceleration makes.
    let place = (parameters.intensity * seconds * seconds * seconds / 3).squareRoot()
    let speed = place > 0 ? parameters.intensity * seconds * seconds / 2 / place : 0
    let rest = max(0, parameters.intensity * seconds - speed * speed).squareRoot()
    let (first, second, third, fourth) = (random.bell(), random.bell(), random.bell(), random.bell())
    craft[index].x += craft[index].velocityX * seconds + place * first
    craft[index].y += craft[index].velocityY * seconds + place * second
    craft[index].velocityX += speed * first + rest * third
    craft[index].velocityY += speed * second + rest * fourth
  }

  private mutating func look(_ one: Craft) -> Detection? {
    let range = (one.x * one.x + one.y * one.y).squareRoot()
    guard range > parameters.leastRange, range < parameters.greatestRange else { return nil }
    // The bearing from the y axis, clockwise, is that from the x axis, counterclockwise, with the axes traded.
    let degrees =
      ExactMathematics.bearing(east: one.y, north: one.x) + parameters.bearingDeviationDegrees * random.bell()
    return Detection(
      first: range + parameters.rangeDeviation * random.bell(), second: radians(degrees), target: one.target)
  }

  private func radians(_ degrees: Double) -> Double { degrees.remainder(dividingBy: 360) * .pi / 180 }

  private mutating func listen(_ one: Craft) -> Detection? {
    guard !one.isSmallBoat else { return nil }
    return Detection(
      first: one.x + parameters.reportDeviation * random.bell(),
      second: one.y + parameters.reportDeviation * random.bell(),
      target: one.target)
  }

  private mutating func falseDetections(_ isRadar: Bool) -> [Detection] {
    let most = parameters.greatestRange
    return (0..<count(mean: isRadar ? parameters.clutter : parameters.falseReports)).map { _ in
      isRadar
        ? Detection(
          first: random.number(in: parameters.leastRange...most), second: radians(360 * random.unit()), target: -1)
        : Detection(first: random.number(in: -most...most), second: random.number(in: -most...most), target: -1)
    }
  }

  /// A Poisson number: how many steps of a random walk, each the logarithm of a uniform number, fit before the mean. The
  /// exponential is a power of e⁻¹ᐟ¹⁶ and a short series, so that it is the same everywhere.
  private mutating func count(mean: Double) -> Int {
    var (total, left) = (0, mean)
    while left > 0 {
      let part = min(left, 16)
      left -= part
      var (product, threshold) = (1.0, 1.0)
      for _ in 0..<64 { threshold *= 1 - part / 64 + part * part / 8192 - part * part * part / 1_572_864 }
      repeat {
        product *= random.unit()
        total += 1
      } while product > threshold
      total -= 1
    }
    return total
  }
}
