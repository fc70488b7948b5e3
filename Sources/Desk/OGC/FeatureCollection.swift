/// What can be asked for through OGC API – Features.
enum FeatureCollection: String, CaseIterable, Sendable {
  case tracks, log

  /// The type of a property, as OpenAPI names it.
  enum PropertyType: String, Sendable {
    case string, integer, number, boolean
  }

  /// What is known of each feature.
  struct Property: Sendable {
    let name: StaticString
    let type: PropertyType
    let meaning: String
    /// Whether a query may ask for one value of it.
    var isFilter = false
  }

  var title: String {
    switch self {
    case .tracks: "Tracks"
    case .log: "Watch log"
    }
  }

  var summary: String {
    switch self {
    case .tracks:
      "Every craft that is tracked, at the place where it was last heard: now, or with datetime as it was known then."
    case .log: "The entries of the watch log, the newest first. They have no place of their own."
    }
  }

  /// What `datetime` means here.
  var datetimeMeaning: String {
    switch self {
    case .tracks:
      "A moment: the tracks as they were known then. An interval: those as known at its end that were last heard in it, "
        + "at most \(TrackFeatures.longestHours) hours."
    case .log: "A moment or an interval in which the time lies that an entry is about."
    }
  }

  var properties: [Property] {
    switch self {
    case .tracks: TrackFeatures.properties
    case .log: LogFeatures.properties
    }
  }

  /// The names by which a query may filter.
  var filters: Set<String> { Set(properties.filter(\.isFilter).map(\.name.description)) }
}
