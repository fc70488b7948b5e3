/// How the camera of a drone points, and the piece of sea in its picture.
struct CameraFrame: Hashable, Sendable {
  let place: Place
  let heightMetres: Double
  /// True direction of the line of sight, in degrees.
  let azimuthDegrees: Double
  /// How far the line of sight points down, in degrees.
  let depressionDegrees: Double
  let widthDegrees: Double
  let tallDegrees: Double

  /// The middle of the picture on the sea.
  var centre: Place { ground(turned: 0, down: 0) }

  /// Upper left, upper right, lower right, lower left.
  var area: SeenArea {
    SeenArea(corners: [
      ground(turned: -0.5, down: -0.5), ground(turned: 0.5, down: -0.5), ground(turned: 0.5, down: 0.5),
      ground(turned: -0.5, down: 0.5),
    ])
  }

  /// From the camera to the middle of the picture, in metres.
  var slantMetres: Double { heightMetres / ExactMathematics.sine(degrees: depressionDegrees) }

  /// Where a line of sight meets the sea, which is flat as far as a drone looks.
  private func ground(turned: Double, down: Double) -> Place {
    let angle = depressionDegrees + down * tallDegrees
    let distance =
      heightMetres * ExactMathematics.cosine(degrees: angle) / ExactMathematics.sine(degrees: angle)
    let azimuth = azimuthDegrees + turned * widthDegrees
    return place.moved(
      north: distance * ExactMathematics.cosine(degrees: azimuth),
      east: distance * ExactMathematics.sine(degrees: azimuth))
  }
}
