/// Lines with fewer corners.
public enum Simplification {
  /// The corners of a line that are needed to stay within a tolerance of it, in metres; first and last always stay.
  ///
  /// Works without recursion, so the longest line takes no more stack than the shortest. A tolerance that is not a
  /// number keeps every corner.
  ///
  /// Source: Douglas and Peucker 1973, "Algorithms for the reduction of the number of points required to represent a
  /// digitized line or its caricature".
  public static func simplified(_ line: [Position], toleranceMetres: Double) -> [Position] {
    guard line.count > 2, toleranceMetres >= 0 else { return line }
    var keeps = [Bool](repeating: false, count: line.count)
    keeps[0] = true
    keeps[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (first, last) = open.popLast() {
      guard last - first > 1 else { continue }
      let (index, metres) = farthest(line, first, last)
      guard metres > toleranceMetres else { continue }
      keeps[index] = true
      open.append((first, index))
      open.append((index, last))
    }
    return zip(line, keeps).compactMap { $1 ? $0 : nil }
  }

  /// The corner between two others that lies farthest from the straight line that joins them.
  private static func farthest(_ line: [Position], _ first: Int, _ last: Int) -> (index: Int, metres: Double) {
    let plane = TangentPlane(origin: line[first])
    let end = plane.local(line[last])
    let lengthSquared = end.eastMetres * end.eastMetres + end.northMetres * end.northMetres
    var farthest = (index: first + 1, metres: -1.0)
    for index in (first + 1)..<last {
      let place = plane.local(line[index])
      var along = 0.0
      if lengthSquared > 0 {
        along = (place.eastMetres * end.eastMetres + place.northMetres * end.northMetres) / lengthSquared
        along = min(1, max(0, along))
      }
      let east = place.eastMetres - along * end.eastMetres
      let north = place.northMetres - along * end.northMetres
      let metres = (east * east + north * north).squareRoot()
      if metres > farthest.metres { farthest = (index, metres) }
    }
    return farthest
  }
}
