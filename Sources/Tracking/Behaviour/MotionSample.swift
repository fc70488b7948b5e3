import Geodesy

/// Where a craft was and how it moved at one moment, in twenty bytes.
struct MotionSample: Sendable {
  /// Seconds since 1970, modulo 2³²: only differences are used.
  var seconds: Int32
  private var latitude: Int32
  private var longitude: Int32
  private var speed: UInt16
  private var course: UInt16
  private var leeway: UInt8

  private static let unknownCourse = UInt16.max
  private static let unknownLeeway = UInt8.max

  static let none = MotionSample()

  private init() {
    seconds = 0
    latitude = 0
    longitude = 0
    speed = 0
    course = Self.unknownCourse
    leeway = Self.unknownLeeway
  }

  init(_ sighting: CraftSighting, seconds: Int32) {
    self.seconds = seconds
    latitude = Int32((sighting.position.latitudeDegrees * 1e7).rounded())
    longitude = Int32((sighting.position.longitudeDegrees * 1e7).rounded())
    speed = UInt16(min(max(sighting.speedKnots, 0), 650) * 100)
    course = Self.unknownCourse
    leeway = Self.unknownLeeway
    if let direction = sighting.courseDegrees, direction.isFinite {
      course = UInt16(Units.bearing(degrees: direction) * 100)
      if let heading = sighting.headingDegrees, heading.isFinite {
        let angle = Units.turn(
          fromDegrees: Units.bearing(degrees: heading), toDegrees: Units.bearing(degrees: direction))
        leeway = UInt8(min(angle.magnitude, 180))
      }
    }
  }

  var latitudeDegrees: Double { Double(latitude) * 1e-7 }
  var longitudeDegrees: Double { Double(longitude) * 1e-7 }
  var speedKnots: Double { Double(speed) * 0.01 }
  var courseDegrees: Double? { course == Self.unknownCourse ? nil : Double(course) * 0.01 }
  /// The angle between bow and course, 0 to 180 degrees.
  var leewayDegrees: Double? { leeway == Self.unknownLeeway ? nil : Double(leeway) }
}
