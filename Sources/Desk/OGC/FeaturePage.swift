import Geodesy

/// One page of a collection's features.
struct FeaturePage: Sendable {
  var features: [Feature]
  /// How many the whole question finds; nil when that is not counted.
  var matched: Int?
  /// Where the next page goes on; nil on the last one.
  var next: String?

  /// Writes it as a GeoJSON feature collection.
  func json(links: [FeatureLink], at now: Instant, marking: String) -> JSONText {
    var json = JSONText(reserving: features.count * 500 + 1_000)
    json.object { json in
      json.key("type")
      json.string("FeatureCollection")
      json.key("timeStamp")
      json.string(now.iso8601)
      if let matched {
        json.key("numberMatched")
        json.integer(matched)
      }
      json.key("numberReturned")
      json.integer(features.count)
      json.key("marking")
      json.string(marking)
      FeatureLink.write(links, to: &json)
      json.key("features")
      json.array { json in for feature in features { feature.write(to: &json) } }
    }
    return json
  }
}
