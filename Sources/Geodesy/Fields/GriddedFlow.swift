/// A velocity on a grid at several moments, between which it changes evenly in space and in time.
///
/// A component that is not a number marks a point without a value, such as a current on land. Beside such points the
/// remaining ones of the cell answer, weighted by their nearness; a cell without any value is outside the cover.
public struct GriddedFlow: FlowField {
  /// What the field is, in words.
  public let name: String
  /// Where its points are.
  public let grid: FieldGrid
  /// When it has values.
  public let times: FieldTimes
  /// East and north components, metres a second, a layer for each moment.
  private let layers: [[SIMD2<Float>]]

  /// A field, or nil when there is not one layer of one value a point for each moment.
  ///
  /// - Parameter layers: for each moment, east (`x`) and north (`y`) components in metres a second, in the order of
  ///   `FieldGrid`. A value faster than 150 m/s counts as none.
  public init?(name: String, grid: FieldGrid, times: FieldTimes, layers: [[SIMD2<Float>]]) {
    guard layers.count == times.moments.count, layers.allSatisfy({ $0.count == grid.points }) else { return nil }
    self.name = name
    self.grid = grid
    self.times = times
    let fastest = Float(ConstantFlow.fastestMetresPerSecond)
    self.layers = layers.map { layer in
      layer.map { $0.x.magnitude <= fastest && $0.y.magnitude <= fastest ? $0 : SIMD2(.nan, .nan) }
    }
  }

  /// The field at one moment, between two layers.
  ///
  /// - Throws: `FieldGap` outside the first and the last moment.
  public func moment(at instant: Instant) throws(FieldGap) -> any FlowMoment {
    guard let bracket = times.bracket(instant) else {
      throw FieldGap(
        field: name,
        reason: .time(instant, first: times.moments[0], last: times.moments[times.moments.count - 1]))
    }
    return Moment(
      grid: grid, before: layers[bracket.before], after: layers[bracket.after], fraction: Float(bracket.fraction))
  }

  private struct Moment: FlowMoment {
    let grid: FieldGrid
    let before: [SIMD2<Float>]
    let after: [SIMD2<Float>]
    let fraction: Float

    func velocity(latitudesDegrees: SIMD8<Double>, longitudesDegrees: SIMD8<Double>) -> FlowVectors {
      var vectors = FlowVectors(east: SIMD8(repeating: .nan), north: SIMD8(repeating: .nan))
      before.withUnsafeBufferPointer { before in
        after.withUnsafeBufferPointer { after in
          for lane in 0..<8 {
            guard let cell = grid.cell(latitude: latitudesDegrees[lane], longitude: longitudesDegrees[lane]) else {
              continue
            }
            let vector = value(in: cell, before, after)
            vectors.east[lane] = Double(vector.x)
            vectors.north[lane] = Double(vector.y)
          }
        }
      }
      return vectors
    }

    @inline(__always)
    private func value(
      in cell: FieldCell, _ before: UnsafeBufferPointer<SIMD2<Float>>, _ after: UnsafeBufferPointer<SIMD2<Float>>
    ) -> SIMD2<Float> {
      let (first, second) = (corners(cell, before), corners(cell, after))
      let (east, north) = (Float(cell.east), Float(cell.north))
      let weights = SIMD4<Float>(
        (1 - north) * (1 - east), (1 - north) * east, north * (1 - east), north * east)
      let eastward = first.east + (second.east - first.east) * fraction
      let northward = first.north + (second.north - first.north) * fraction
      let sum = SIMD2((eastward * weights).sum(), (northward * weights).sum())
      if sum.x == sum.x, sum.y == sum.y { return sum }
      return sumOfKnown(eastward, northward, weights)
    }

    @inline(__always)
    private func corners(
      _ cell: FieldCell, _ layer: UnsafeBufferPointer<SIMD2<Float>>
    ) -> (east: SIMD4<Float>, north: SIMD4<Float>) {
      let (southWest, southEast) = (layer[cell.southWest], layer[cell.southEast])
      let (northWest, northEast) = (layer[cell.southWest + cell.stride], layer[cell.southEast + cell.stride])
      return (
        SIMD4(southWest.x, southEast.x, northWest.x, northEast.x),
        SIMD4(southWest.y, southEast.y, northWest.y, northEast.y)
      )
    }

    /// The mean of the corners that have a value, by their weights; not a number when none has.
    private func sumOfKnown(
      _ east: SIMD4<Float>, _ north: SIMD4<Float>, _ weights: SIMD4<Float>
    ) -> SIMD2<Float> {
      var (sum, weight) = (SIMD2<Float>.zero, Float.zero)
      for corner in 0..<4 where east[corner].isFinite && north[corner].isFinite {
        sum += SIMD2(east[corner], north[corner]) * weights[corner]
        weight += weights[corner]
      }
      return weight > 0 ? sum / weight : SIMD2(.nan, .nan)
    }
  }
}
