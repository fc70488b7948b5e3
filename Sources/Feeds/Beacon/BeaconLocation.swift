public import Geodesy

/// Where a beacon says that it is.
public struct BeaconLocation: Hashable, Sendable {
  /// The position.
  public let position: Position
  /// The step in which it is given, in degrees: the beacon is within half of it in each direction.
  public let resolutionDegrees: Double
  /// Whether it is the position of the first field alone, in steps of 2 minutes to half a degree.
  public let isCoarse: Bool
}

extension BeaconLocation {
  /// Reads the position of a message; nil when it has none or gives the default (C/S T.001, Annex A, A2.7 and A3).
  ///
  /// - Parameter hasSecondField: whether bits 107 to 132 were received and are whole.
  init?(_ bits: BeaconBits, _ layout: BeaconProtocol.Layout, hasSecondField: Bool) {
    let degree = 900  // A degree in steps of four seconds.
    switch layout {
    case .none: return nil
    case .user:
      guard hasSecondField else { return nil }
      let latitude = Angle(bits, sign: 108, degrees: 109...115, parts: 116...119, step: degree / 15)
      let longitude = Angle(bits, sign: 120, degrees: 121...128, parts: 129...132, step: degree / 15)
      self.init(latitude, longitude, step: 60, isCoarse: true)
    case .standard:
      let latitude = Angle(bits, sign: 65, degrees: 66...72, parts: 73...74, step: degree / 4)
      let longitude = Angle(bits, sign: 75, degrees: 76...83, parts: 84...85, step: degree / 4)
      let north = Offset(bits, sign: 113, minutes: 114...118, steps: 119...122)
      let east = Offset(bits, sign: 123, minutes: 124...128, steps: 129...132)
      let isFine = hasSecondField && bits(107, 110) == 0b1101
      self.init(latitude, longitude, isFine ? (north, east) : nil, coarseStep: degree / 4)
    case .national:
      let latitude = Angle(bits, sign: 59, degrees: 60...66, parts: 67...71, step: degree / 30)
      let longitude = Angle(bits, sign: 72, degrees: 73...80, parts: 81...85, step: degree / 30)
      let north = Offset(bits, sign: 113, minutes: 114...115, steps: 116...119)
      let east = Offset(bits, sign: 120, minutes: 121...122, steps: 123...126)
      // Bit 110 says whether bits 113 to 126 are a position or free for national use.
      let isFine = hasSecondField && bits(107, 110) == 0b1101
      self.init(latitude, longitude, isFine ? (north, east) : nil, coarseStep: degree / 30)
    case .returnLink:
      let latitude = Angle(bits, sign: 67, degrees: 68...74, parts: 75...75, step: degree / 2)
      let longitude = Angle(bits, sign: 76, degrees: 77...84, parts: 85...85, step: degree / 2)
      let north = Offset(bits, sign: 115, minutes: 116...119, steps: 120...123)
      let east = Offset(bits, sign: 124, minutes: 125...128, steps: 129...132)
      self.init(latitude, longitude, hasSecondField ? (north, east) : nil, coarseStep: degree / 2)
    }
  }

  private init?(_ latitude: Angle?, _ longitude: Angle?, _ offsets: (Offset?, Offset?)?, coarseStep: Int) {
    guard let latitude, let longitude else { return nil }
    if let (north, east) = offsets, let north, let east {
      self.init(latitude.moved(by: north), longitude.moved(by: east), step: 1, isCoarse: false)
    } else {
      self.init(latitude, longitude, step: coarseStep, isCoarse: true)
    }
  }

  private init?(_ latitude: Angle?, _ longitude: Angle?, step: Int, isCoarse: Bool) {
    guard let latitude, let longitude,
      let position = Position(latitudeDegrees: latitude.degrees, longitudeDegrees: longitude.degrees)
    else { return nil }
    self.position = position
    self.resolutionDegrees = Double(step) / 900
    self.isCoarse = isCoarse
  }

  /// An angle in steps of four seconds, with its side apart, since an offset counts away from zero.
  private struct Angle {
    var steps: Int
    let isNegative: Bool
    var degrees: Double { (isNegative ? -1 : 1) * Double(steps) / 900 }

    /// Nil for the default, whose degrees are all ones.
    init?(_ bits: BeaconBits, sign: Int, degrees: ClosedRange<Int>, parts: ClosedRange<Int>, step: Int) {
      let whole = Int(bits(degrees.lowerBound, degrees.upperBound))
      guard whole != (1 << degrees.count) - 1 else { return nil }
      steps = whole * 900 + Int(bits(parts.lowerBound, parts.upperBound)) * step
      isNegative = bits(sign)
    }

    func moved(by offset: Offset) -> Angle {
      var moved = self
      moved.steps += offset.steps
      return moved
    }
  }

  /// How far the fine position lies from the coarse one, in steps of four seconds, positive away from zero.
  private struct Offset {
    let steps: Int

    /// Nil for the default, whose minutes are all ones, and for seconds that there are not.
    init?(_ bits: BeaconBits, sign: Int, minutes: ClosedRange<Int>, steps: ClosedRange<Int>) {
      let (minute, part) = (
        Int(bits(minutes.lowerBound, minutes.upperBound)), Int(bits(steps.lowerBound, steps.upperBound))
      )
      guard part < 15 else { return nil }
      self.steps = (minute * 15 + part) * (bits(sign) ? 1 : -1)
    }
  }
}
