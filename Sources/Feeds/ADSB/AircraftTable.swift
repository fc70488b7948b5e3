internal import Geodesy

/// What is remembered of each aircraft, so that halves of positions find each other; at most so many, and the one that has
/// been silent longest gives way.
struct AircraftTable: Sendable {
  /// A half of a position, and when it came.
  struct Half: Sendable {
    var compact: CompactPosition
    var isOnSurface: Bool
    var moment: Moment
  }

  /// When something came: by the receiver's clock, and by the count of messages of this aircraft.
  struct Moment: Sendable {
    var milliseconds: Int64?
    var message: Int
  }

  private struct Aircraft: Sendable {
    var address: UInt32
    var lastUse: UInt64
    var messages = 0
    var even: Half?
    var odd: Half?
    var position: Position?
    var positionMoment = Moment(milliseconds: nil, message: 0)
    var rejections = 0
  }

  private let limits: ADSBDecoder.Limits
  private var places: [UInt32: Int] = [:]
  private var aircraft: [Aircraft] = []
  private var uses: UInt64 = 0
  /// How many aircraft gave way.
  private(set) var evicted = 0

  init(limits: ADSBDecoder.Limits) { self.limits = limits }

  /// How many aircraft are remembered.
  var count: Int { aircraft.count }

  /// Whether an aircraft has said its address openly.
  func knows(_ address: UInt32) -> Bool { places[address] != nil }

  /// Counts a message of an aircraft, which is remembered from then on; returns where.
  @inline(__always)
  mutating func note(_ address: UInt32) -> Int {
    uses &+= 1
    let place = places[address] ?? add(address)
    aircraft[place].lastUse = uses
    aircraft[place].messages &+= 1
    return place
  }

  private mutating func add(_ address: UInt32) -> Int {
    let place: Int
    if aircraft.count < limits.aircraft {
      place = aircraft.count
      aircraft.append(Aircraft(address: address, lastUse: uses))
    } else {
      place = aircraft.indices.min { aircraft[$0].lastUse < aircraft[$1].lastUse } ?? 0
      places[aircraft[place].address] = nil
      aircraft[place] = Aircraft(address: address, lastUse: uses)
      evicted += 1
    }
    places[address] = place
    return place
  }

  /// What became of a half of a position.
  enum Outcome { case position(Position), unpaired, implausible }

  /// Takes a half of a position: with its other half, else near the last position, it is a position.
  mutating func locate(
    _ compact: CompactPosition, of place: Int, isOnSurface: Bool, at milliseconds: Int64?, near station: Position?
  ) -> Outcome {
    var known = aircraft[place]
    defer { aircraft[place] = known }
    let now = Moment(milliseconds: milliseconds, message: known.messages)
    let half = Half(compact: compact, isOnSurface: isOnSurface, moment: now)
    let other = compact.isOdd ? known.even : known.odd
    if compact.isOdd { known.odd = half } else { known.even = half }
    let last = isRecent(known.positionMoment, now, limits.referenceMilliseconds) ? known.position : nil
    guard let found = position(half, other, last: last, near: station) else { return .unpaired }
    if let last, !isPlausible(from: last, known.positionMoment, to: found, now) {
      known.rejections += 1
      // After several that agree less with the last position than with the law of motion, it is the last that is wrong.
      if known.rejections >= limits.rejections { (known.position, known.rejections) = (nil, 0) }
      return .implausible
    }
    (known.position, known.positionMoment, known.rejections) = (found, now, 0)
    return .position(found)
  }

  private func position(_ half: Half, _ other: Half?, last: Position?, near station: Position?) -> Position? {
    let reference = half.isOnSurface ? last ?? station : nil
    let window = half.isOnSurface ? limits.surfacePairMilliseconds : limits.pairMilliseconds
    if let other, other.isOnSurface == half.isOnSurface, isRecent(other.moment, half.moment, window),
      !half.isOnSurface || reference != nil,
      let found = half.compact.position(with: other.compact, surfaceReference: reference)
    {
      return found
    }
    guard let near = last ?? (half.isOnSurface ? station : nil) else { return nil }
    return half.compact.position(near: near, isOnSurface: half.isOnSurface)
  }

  /// Whether a moment lies no longer before another than a time, or without times, than so many messages of the aircraft.
  private func isRecent(_ earlier: Moment, _ later: Moment, _ milliseconds: Int64) -> Bool {
    guard let from = earlier.milliseconds, let to = later.milliseconds else {
      return later.message - earlier.message <= limits.untimedMessages
    }
    let (difference, isBeyond) = to.subtractingReportingOverflow(from)
    return !isBeyond && difference >= 0 - milliseconds && difference <= milliseconds
  }

  private func isPlausible(from: Position, _ earlier: Moment, to: Position, _ later: Moment) -> Bool {
    let north = (to.latitudeDegrees - from.latitudeDegrees) * 111_195
    let turn = (to.longitudeDegrees - from.longitudeDegrees).remainder(dividingBy: 360)
    let east = turn * 111_195 * CompactPosition.cosine(from.latitudeDegrees)
    var seconds = Double(limits.referenceMilliseconds) / 1_000
    if let start = earlier.milliseconds, let end = later.milliseconds {
      seconds = Double((end - start).magnitude) / 1_000
    }
    return (north * north + east * east).squareRoot() <= limits.metresPerSecond * (seconds + 1) + limits.marginMetres
  }
}

extension CompactPosition {
  /// The cosine of an angle in degrees within 1 %, for a bound on distances: the first terms of its series.
  static func cosine(_ degrees: Double) -> Double {
    let radians = degrees * .pi / 180
    let square = radians * radians
    return max(0, 1 - square / 2 * (1 - square / 12 * (1 - square / 30)))
  }
}
