extension Polygon {
  /// The area inside the ring on the sphere, in square metres, positive in either direction of the ring.
  ///
  /// Sides are taken as straight on a chart of equal areas, which for sides of less than 100 km is within 0.1 % of
  /// great circles. A ring that encloses a pole is not measured rightly.
  ///
  /// Source: the trapezium rule on Lambert's cylindrical projection. Between 0° and 1° E and 0° and 30° N lie
  /// 3.5421 × 10¹¹ m².
  public var areaSquareMetres: Double { signedAreaSquareMetres.magnitude }

  /// Whether the corners run anticlockwise as seen on a chart with north at the top.
  public var isAnticlockwise: Bool { signedAreaSquareMetres > 0 }

  private var signedAreaSquareMetres: Double {
    var sum = 0.0
    var previous = ring[ring.count - 1]
    for corner in ring {
      let east = wrappedLongitude(corner.longitudeDegrees - previous.longitudeDegrees).radians
      sum -= east * (sine(previous.latitudeDegrees.radians) + sine(corner.latitudeDegrees.radians)) / 2
      previous = corner
    }
    return sum * Sphere.radiusMetres * Sphere.radiusMetres
  }

  /// The length of the ring along great circles, in metres.
  public var perimeterMetres: Double {
    var sum = 0.0
    var previous = ring[ring.count - 1]
    for corner in ring {
      sum += Sphere.distanceMetres(from: previous, to: corner)
      previous = corner
    }
    return sum
  }
}
