/// A quantity on a grid at several moments: the height of waves, the temperature of the sea.
///
/// A value that is not a number marks a point without one; it is treated as `GriddedFlow` treats it.
public struct GriddedScalar: Sendable {
  /// What the field is, in words.
  public let name: String
  /// The unit of its values, as its source spells it.
  public let unit: String
  /// Where its points are.
  public let grid: FieldGrid
  /// When it has values.
  public let times: FieldTimes
  private let layers: [[Float]]

  /// A field, or nil when there is not one layer of one value a point for each moment.
  public init?(name: String, unit: String, grid: FieldGrid, times: FieldTimes, layers: [[Float]]) {
    guard layers.count == times.moments.count, layers.allSatisfy({ $0.count == grid.points }) else { return nil }
    self.name = name
    self.unit = unit
    self.grid = grid
    self.times = times
    self.layers = layers
  }

  /// The value at a place and moment, in the field's unit.
  ///
  /// - Throws: `FieldGap` when the field does not cover the place or the moment.
  public func value(at position: Position, _ instant: Instant) throws(FieldGap) -> Double {
    guard let bracket = times.bracket(instant) else {
      throw FieldGap(
        field: name,
        reason: .time(instant, first: times.moments[0], last: times.moments[times.moments.count - 1]))
    }
    guard let cell = grid.cell(latitude: position.latitudeDegrees, longitude: position.longitudeDegrees),
      let before = mean(in: cell, layers[bracket.before]), let after = mean(in: cell, layers[bracket.after])
    else { throw FieldGap(field: name, reason: .place(position)) }
    return before + (after - before) * bracket.fraction
  }

  private func mean(in cell: FieldCell, _ layer: [Float]) -> Double? {
    let corners = [
      (cell.southWest, (1 - cell.north) * (1 - cell.east)), (cell.southEast, (1 - cell.north) * cell.east),
      (cell.southWest + cell.stride, cell.north * (1 - cell.east)),
      (cell.southEast + cell.stride, cell.north * cell.east),
    ]
    var (sum, weight) = (0.0, 0.0)
    for (point, share) in corners where layer[point].isFinite {
      sum += Double(layer[point]) * share
      weight += share
    }
    return weight > 0 ? sum / weight : nil
  }
}
