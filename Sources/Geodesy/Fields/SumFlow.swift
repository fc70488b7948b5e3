/// Several fields added: a current of the season and a tidal stream, say.
public struct SumFlow: FlowField {
  /// What the sum is, in words.
  public let name: String
  /// The fields that are added; none of them makes still water.
  public let parts: [any FlowField]

  /// The sum of fields.
  public init(name: String, parts: [any FlowField]) {
    self.name = name
    self.parts = parts
  }

  /// The sum at one moment.
  ///
  /// - Throws: `FieldGap` of the first part that does not cover the moment.
  public func moment(at instant: Instant) throws(FieldGap) -> any FlowMoment {
    var moments = [any FlowMoment]()
    for part in parts { moments.append(try part.moment(at: instant)) }
    return Moment(parts: moments)
  }

  private struct Moment: FlowMoment {
    let parts: [any FlowMoment]

    func velocity(latitudesDegrees: SIMD8<Double>, longitudesDegrees: SIMD8<Double>) -> FlowVectors {
      var sum = FlowVectors(east: .zero, north: .zero)
      for part in parts {
        let vectors = part.velocity(latitudesDegrees: latitudesDegrees, longitudesDegrees: longitudesDegrees)
        sum.east += vectors.east
        sum.north += vectors.north
      }
      return sum
    }
  }
}
