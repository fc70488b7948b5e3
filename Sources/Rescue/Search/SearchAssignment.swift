/// Rectangles of one raster for swept areas, each chosen with the others where they are.
struct SearchAssignment {
  let raster: SearchRaster
  /// The rectangle of each swept area; nil for those for which there was no room.
  let rectangles: [SearchRaster.Rectangle?]
  let success: Double

  private static let mostRounds = 4

  init(_ swept: [Double], _ raster: SearchRaster, mayOverlap: Bool) {
    let total = swept.reduce(0, +)
    var beginnings: [[SearchRaster.Rectangle?]] = [Array(repeating: nil, count: swept.count)]
    if swept.count > 1, let whole = raster.best(sweptSquareMetres: total, others: [], mayOverlap: mayOverlap) {
      beginnings += [true, false].map { raster.strips(whole, shares: swept.map { $0 / total }, byRows: $0) }
    }
    var chosen = [SearchRaster.Rectangle?]()
    var best = -1.0
    for beginning in beginnings {
      let end = Self.improved(beginning, swept, raster, mayOverlap)
      let reached = Self.success(end, swept, raster)
      if reached > best + 1e-12 { (chosen, best) = (end, reached) }
    }
    self.raster = raster
    rectangles = chosen
    success = best
  }

  private static func success(
    _ rectangles: [SearchRaster.Rectangle?], _ swept: [Double], _ raster: SearchRaster
  ) -> Double {
    raster.success(rectangles.indices.compactMap { index in rectangles[index].map { ($0, swept[index]) } })
  }

  /// The rectangles after each asset has chosen again, the largest effort first, until nobody gains.
  private static func improved(
    _ beginning: [SearchRaster.Rectangle?], _ swept: [Double], _ raster: SearchRaster, _ mayOverlap: Bool
  ) -> [SearchRaster.Rectangle?] {
    let order = swept.indices.sorted { swept[$0] != swept[$1] ? swept[$0] > swept[$1] : $0 < $1 }
    var chosen = beginning
    var best = 0.0
    for _ in 0..<mostRounds {
      for index in order {
        let others = swept.indices.filter { $0 != index }.compactMap { other in
          chosen[other].map { (rectangle: $0, swept: swept[other]) }
        }
        chosen[index] =
          raster.best(sweptSquareMetres: swept[index], others: others, mayOverlap: mayOverlap) ?? chosen[index]
      }
      let reached = success(chosen, swept, raster)
      if reached <= best + 1e-9 { break }
      best = reached
    }
    return chosen
  }
}
