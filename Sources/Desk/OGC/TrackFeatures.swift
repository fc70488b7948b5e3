import Geodesy
import Operations
import Tracking

/// Tracks as features: from the live picture, or from the archive as they were known at a moment.
enum TrackFeatures {
  /// The longest interval of last positions, in hours: so far back the archive looks for the last one of each craft.
  static let longestHours = 24

  /// One column: what it is called, what it means, and where its value comes from.
  private struct Column: Sendable {
    let property: FeatureCollection.Property
    let value: @Sendable (TrackDetail) -> Feature.Value

    init(
      _ name: StaticString, _ type: FeatureCollection.PropertyType, _ meaning: String, filter: Bool = false,
      _ value: @escaping @Sendable (TrackDetail) -> Feature.Value
    ) {
      property = FeatureCollection.Property(name: name, type: type, meaning: meaning, isFilter: filter)
      self.value = value
    }
  }

  static var properties: [FeatureCollection.Property] { columns.map(\.property) }

  private static let columns: [Column] = [
    Column("mmsi", .string, "The number that the transponder sends, nine digits", filter: true) {
      .text($0.mmsi.map { TrackID(mmsi: $0, exercise: false).text })
    },
    Column("name", .string, "The name that it sends", filter: true) { .text($0.report?.name ?? $0.row.name) },
    Column("callSign", .string, "The call sign that it sends", filter: true) { .text($0.report?.callSign) },
    Column("imo", .string, "The IMO number that it sends", filter: true) { .text($0.report?.imo.map { String($0) }) },
    Column("class", .string, "What kind of craft it is", filter: true) { .text($0.row.trackClass.rawValue) },
    Column("flag", .string, "The country of its number, ISO 3166-1 alpha-2", filter: true) {
      .text($0.mmsi.flatMap { MaritimeIdentity(mmsi: $0).countryCode })
    },
    Column("status", .string, "live, or coasting when it has been silent", filter: true) {
      .text($0.row.status.rawValue)
    },
    Column("exercise", .boolean, "Whether it belongs to an exercise", filter: true) { .choice($0.exercise) },
    Column("flags", .string, "Doubts and marks, separated by blanks") {
      .text($0.row.flags.isEmpty ? nil : $0.row.flags.joined(separator: " "))
    },
    Column("lastHeard", .string, "When it was last heard, RFC 3339 in UTC") { .text($0.row.lastHeard.iso8601) },
    Column("speedKnots", .number, "Speed over ground, knots") { .number($0.row.speedKnots, decimals: 1) },
    Column("courseDegrees", .number, "Course over ground, degrees true") { .number($0.row.courseDegrees, decimals: 1) },
    Column("headingDegrees", .number, "Heading, degrees true") { .number($0.row.headingDegrees, decimals: 0) },
    Column("uncertaintyMetres", .number, "The spread of the position, one standard deviation") {
      .number($0.uncertaintyMetres, decimals: 0)
    },
    Column("shipType", .integer, "The type of ship that it sends, ITU-R M.1371 table 53") {
      .integer($0.report?.shipType.map { Int64($0) })
    },
    Column("lengthMetres", .number, "Length") { .number($0.report?.lengthMetres, decimals: 0) },
    Column("beamMetres", .number, "Beam") { .number($0.report?.beamMetres, decimals: 0) },
    Column("draughtMetres", .number, "Draught") { .number($0.report?.draughtMetres, decimals: 1) },
    Column("destination", .string, "The destination that it sends") { .text($0.report?.destination) },
  ]

  static func feature(_ detail: TrackDetail) -> Feature {
    Feature(
      id: detail.row.id, position: detail.row.position,
      properties: columns.map { ($0.property.name, $0.value(detail)) })
  }

  /// A page, in the order of the tracks' names: one that comes or goes meanwhile moves no other to another page.
  static func page(_ query: FeatureQuery, _ picture: Picture, now: Instant) throws -> FeaturePage {
    guard let datetime = query.datetime else {
      let tracks = picture.tracks.filter { query.box?.contains($0.position) ?? true }
      return page(query, tracks, id: \.id.text) { TrackDetail($0, safetyText: nil) }
    }
    // What will be heard is not known yet.
    if let start = datetime.start, start > now { return FeaturePage(features: [], matched: 0) }
    let end = min(datetime.end ?? now, now)
    var reach: Int64?
    if !datetime.isMoment, let start = datetime.start {
      reach = end.millisecondsSince1970 - start.millisecondsSince1970
      guard reach ?? 0 <= Int64(longestHours) * 3_600_000 else {
        throw DeskError(.invalid, "datetime spans at most \(longestHours) hours for tracks")
      }
    }
    let tracks = try picture.past(at: end, in: query.box, reachingBackMilliseconds: reach)
    return page(query, tracks, id: \.id.text) { TrackDetail($0) }
  }

  private static func page<Known>(
    _ query: FeatureQuery, _ tracks: [Known], id: (Known) -> String, detail: (Known) -> TrackDetail
  ) -> FeaturePage {
    let filters = query.filters.compactMap { filter in
      columns.first { $0.property.name.description == filter.name }.map { ($0, filter.value.lowercased()) }
    }
    let matching =
      filters.isEmpty
      ? tracks
      : tracks.filter { track in
        let detail = detail(track)
        return filters.allSatisfy { $0.value(detail).words?.lowercased() == $1 }
      }
    let waiting = matching.map { (id: id($0), track: $0) }.filter { $0.id > query.after ?? "" }
    let page = waiting.sorted { $0.id < $1.id }.prefix(query.limit)
    return FeaturePage(
      features: page.map { feature(detail($0.track)) }, matched: matching.count,
      next: waiting.count > page.count ? page.last?.id : nil)
  }
}
