/// Which stretches of coast a centre's chart holds, and how finely.
///
/// Later layers are drawn over earlier ones: each covers its box with sea first and then draws its own land.
package struct BasemapPlan: Sendable {
  /// One prepared file.
  struct Layer: Sendable {
    let name: String
    let resolution: CoastlineFile.Resolution
    let box: ChartBox
    /// How far a corner may lie from the drawn line, in degrees.
    let toleranceDegrees: Double
    let decimals: Int
    /// The chart shows the layer from this zoom on.
    let leastZoom: Double
  }

  let layers: [Layer]

  /// The world at low, `region` at intermediate and `centre` at full detail.
  package init(region: ChartBox = .channelAndNorthSea, centre: ChartBox = .doverStraitAndChannel) {
    layers = [
      Layer(
        name: "coast-world", resolution: .low, box: .world, toleranceDegrees: 0.005, decimals: 3, leastZoom: 0),
      Layer(
        name: "coast-region", resolution: .intermediate, box: region, toleranceDegrees: 0.001, decimals: 4,
        leastZoom: 4),
      Layer(
        name: "coast-centre", resolution: .full, box: centre, toleranceDegrees: 0.00008, decimals: 5, leastZoom: 7),
    ]
  }
}

extension ChartBox {
  /// From the Bay of Biscay's edge to Norway's southern coast.
  package static let channelAndNorthSea = ChartBox(unchecked: (47, -12, 62, 11))
  /// From the Cherbourg peninsula to the Scheldt.
  package static let doverStraitAndChannel = ChartBox(unchecked: (49.2, -2.6, 52.2, 3.8))
}
