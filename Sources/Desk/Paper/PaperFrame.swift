import Foundation
import Geodesy

/// The part of the sea on the sheet, and where a position lies on it: a plane chart, true at its middle latitude.
struct PaperFrame: Sendable {
  /// The drawing in its own units: ten a millimetre.
  static let width = 2760.0
  static let height = 1560.0

  let box: ChartBox
  private let unitsPerDegreeNorth: Double
  private let unitsPerDegreeEast: Double

  /// The strait when most of what is tracked lies in it; else the box of most of it. Distress is always on the sheet.
  init(tracks: [Position], distress: [Position]) {
    let strait = ChartBox(unchecked: (50.3, 0.1, 51.7, 2.7))
    let inStrait = tracks.count { strait.contains($0) }
    var box = strait
    if inStrait * 2 < tracks.count {
      // One of twenty may lie outside on each side, so that a single false position does not make the rest unreadable.
      let latitudes = tracks.map(\.latitudeDegrees).sorted()
      let longitudes = tracks.map(\.longitudeDegrees).sorted()
      let cut = tracks.count / 20
      box = ChartBox(
        unchecked: (
          latitudes[cut] - 0.1, longitudes[cut] - 0.1, latitudes[latitudes.count - 1 - cut] + 0.1,
          longitudes[longitudes.count - 1 - cut] + 0.1
        ))
    }
    for position in distress where !box.contains(position) {
      box = ChartBox(
        unchecked: (
          min(box.southDegrees, position.latitudeDegrees - 0.1), min(box.westDegrees, position.longitudeDegrees - 0.1),
          max(box.northDegrees, position.latitudeDegrees + 0.1), max(box.eastDegrees, position.longitudeDegrees + 0.1)
        ))
    }
    let middle = (box.southDegrees + box.northDegrees) / 2
    let shrink = max(0.05, cos(middle * .pi / 180))
    let (high, wide) = (box.northDegrees - box.southDegrees, (box.eastDegrees - box.westDegrees) * shrink)
    unitsPerDegreeNorth = min(Self.height / high, Self.width / wide)
    unitsPerDegreeEast = unitsPerDegreeNorth * shrink
    // The box is widened to the sheet, so that the sheet is full.
    let eastMiddle = (box.westDegrees + box.eastDegrees) / 2
    let halfHigh = Self.height / unitsPerDegreeNorth / 2
    let halfWide = Self.width / unitsPerDegreeEast / 2
    self.box = ChartBox(
      unchecked: (middle - halfHigh, eastMiddle - halfWide, middle + halfHigh, eastMiddle + halfWide))
  }

  func place(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
    ((longitude - box.westDegrees) * unitsPerDegreeEast, (box.northDegrees - latitude) * unitsPerDegreeNorth)
  }

  func place(_ position: Position) -> (x: Double, y: Double) {
    place(latitude: position.latitudeDegrees, longitude: position.longitudeDegrees)
  }

  /// How long a sea mile is on the sheet.
  var unitsPerMile: Double { unitsPerDegreeNorth / 60 }
}

extension ChartBox {
  func contains(_ position: Position) -> Bool {
    (southDegrees...northDegrees).contains(position.latitudeDegrees)
      && (westDegrees...eastDegrees).contains(position.longitudeDegrees)
  }
}
