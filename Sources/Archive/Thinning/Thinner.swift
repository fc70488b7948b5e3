import Geodesy

/// Chooses the rows of one track in one block that a step of the rule keeps.
enum Thinner {
  /// The kept rows of a track, whose rows are in the order of time; its first row is always kept.
  static func thin(_ rows: ArraySlice<ArchiveRow>, keeping keep: ThinningStep.Keep) -> [ArchiveRow] {
    switch keep {
    case .everything: return Array(rows)
    case .nothing: return []
    case .spaced(let seconds, let metres):
      var isKept = spaced(rows, seconds: seconds)
      if let metres { keepShape(rows, withinMetres: Double(metres), &isKept) }
      return zip(rows, isKept).compactMap { $1 ? $0 : nil }
    }
  }

  /// Keeps a row in so many seconds, and each at which what is flagged changes.
  private static func spaced(_ rows: ArraySlice<ArchiveRow>, seconds: Int) -> [Bool] {
    let span = Int64(min(max(0, seconds), 86_400 * 366)) * 1000
    var last: ArchiveRow?
    return rows.map { row in
      if let last, row.atMilliseconds - last.atMilliseconds < span, row.flags == last.flags { return false }
      last = row
      return true
    }
  }

  /// Keeps further rows until no row lies farther than the limit from where the kept path puts it at its time.
  ///
  /// Source: the top-down time-ratio method, N. Meratnia and R. A. de By, "Spatiotemporal compression techniques for
  /// moving point objects" (2004), section 4: the split is at the row that errs most.
  private static func keepShape(_ rows: ArraySlice<ArchiveRow>, withinMetres limit: Double, _ isKept: inout [Bool]) {
    guard rows.count > 2 else { return isKept = rows.map { _ in true } }
    isKept[rows.count - 1] = true
    let kept = isKept.indices.filter { isKept[$0] }
    var spans = Array(zip(kept, kept.dropFirst()))
    while let (first, last) = spans.popLast() {
      guard last - first > 1 else { continue }
      var worst = (place: first, metres: limit)
      for place in first + 1..<last {
        let metres = errorMetres(
          rows[rows.startIndex + place], from: rows[rows.startIndex + first], to: rows[rows.startIndex + last])
        if metres > worst.metres { worst = (place, metres) }
      }
      guard worst.place > first else { continue }
      isKept[worst.place] = true
      spans += [(first, worst.place), (worst.place, last)]
    }
  }

  /// How far a row lies from where a straight run between two others puts it at its time.
  static func errorMetres(_ row: ArchiveRow, from first: ArchiveRow, to last: ArchiveRow) -> Double {
    let span = Double(last.atMilliseconds - first.atMilliseconds)
    let share = span > 0 ? Double(row.atMilliseconds - first.atMilliseconds) / span : 0
    var eastward = last.longitudeDegrees - first.longitudeDegrees
    if eastward > 180 { eastward -= 360 } else if eastward < -180 { eastward += 360 }
    var longitude = first.longitudeDegrees + share * eastward
    if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
    let latitude = first.latitudeDegrees + share * (last.latitudeDegrees - first.latitudeDegrees)
    guard let expected = Position(latitudeDegrees: latitude, longitudeDegrees: longitude),
      let actual = Position(latitudeDegrees: row.latitudeDegrees, longitudeDegrees: row.longitudeDegrees)
    else { return .infinity }
    return Sphere.distanceMetres(from: expected, to: actual)
  }
}
