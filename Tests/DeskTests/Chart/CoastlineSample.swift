import Foundation

@testable import Desk

/// A coastline small enough to check by hand, in the files' own layout.
enum CoastlineSample {
  /// The bytes of rings one after the other, and the index that says where each lies.
  static func files(_ rings: [(level: Int, corners: [(longitude: Float, latitude: Float)])]) -> (
    index: Data, data: Data
  ) {
    var index = ""
    var data = Data()
    for (number, ring) in rings.enumerated() {
      let latitudes = ring.corners.map(\.latitude)
      let byteCount = ring.corners.count * CoastlineRecord.bytesPerPoint
      index +=
        "\(ring.level) 1.5 \(ring.corners.count)  \(latitudes.min() ?? 0) \(latitudes.max() ?? 0) "
        + "\(data.count) \(byteCount) \(number)\n"
      for corner in ring.corners {
        for value in [corner.longitude, corner.latitude] {
          withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }
      }
    }
    return (Data(index.utf8), data)
  }

  static func coastline(_ rings: [(level: Int, corners: [(longitude: Float, latitude: Float)])]) throws -> CoastlineFile
  {
    let (index, data) = files(rings)
    return try CoastlineFile(index: index, data: data, place: "sample")
  }

  /// A square island from 1°E 50°N to 3°E 52°N, closed.
  static let island: [(longitude: Float, latitude: Float)] = [(1, 50), (3, 50), (3, 52), (1, 52), (1, 50)]
  /// A lake within it.
  static let lake: [(longitude: Float, latitude: Float)] = [(1.5, 51), (2.5, 51), (2.5, 51.5), (1.5, 51.5), (1.5, 51)]
}

/// A corner, longitude first, as GeoJSON has it.
func corner(_ longitude: Double, _ latitude: Double) -> ChartPoint {
  ChartPoint(longitudeDegrees: longitude, latitudeDegrees: latitude)
}
