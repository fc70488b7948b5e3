import Geodesy
import Hummingbird
import Operations
import Rescue
import Tracking

/// The boats and the reports as the chart shows them: features with a place, or without one while nobody knows it.
struct BoatFeatures {
  /// Where a boat was last seen or said to be, and by what.
  struct Place {
    var position: Position
    var at: Instant
    var accuracyMetres: Double?
    var doubts: [String] = []
    /// The track or the report by which it is known.
    var by: String
    var isTrack = false
  }

  let book: RescueBook
  let now: Instant
  /// Where a track is now; nil for one that is not held, and for all of them when the question is about the past.
  let track: (String) -> Place?

  /// The open boats, the one opened first in front, and the reports that still speak of somebody.
  var features: [Feature] {
    let boats = book.boats.filter(\.isOpen)
    let tied = boats.flatMap { boat in boat.contacts.map { ($0, boat.id) } }
    let untied = book.untied.filter { now.seconds(since: $0.received) < RescueEvidence.longestSeconds }
    return boats.map(feature) + tied.map { feature($0.0, of: $0.1) } + untied.map { feature($0, of: nil) }
  }

  /// Where a boat is as far as anybody knows: its track where one shows it, else where a report had it last.
  func place(of boat: Boat) -> Place? {
    for name in boat.tracks.reversed() {
      if let place = track(name) { return place }
    }
    return boat.lastPlace.flatMap { Self.place($0.place, of: $0.contact) }
  }

  private static func place(_ said: ContactStatement.Place, of contact: Contact) -> Place? {
    said.position.map {
      Place(
        position: $0, at: said.at ?? contact.received, accuracyMetres: said.accuracyMetres, doubts: said.doubts ?? [],
        by: contact.id)
    }
  }

  private func feature(_ boat: Boat) -> Feature {
    let place = place(of: boat)
    let reckoning = boat.reckoning
    return Feature(
      id: boat.id, position: place?.position,
      properties: [
        ("layer", .text("boat")), ("phase", .text(boat.phase.rawValue)), ("centre", .text(boat.centre)),
        ("exercise", .choice(boat.exercise)), ("accounted", .integer(Int64(reckoning.accounted))),
      ] + Self.range(reckoning.reported, "reportedLeast", "reportedMost")
        + Self.range(reckoning.unaccounted, "unaccountedLeast", "unaccountedMost") + [
          ("lastContact", .text(boat.lastContact?.iso8601)), ("nextCall", .text(boat.nextCall?.iso8601)),
          ("reports", .integer(Int64(boat.contacts.count))), ("isTrack", .choice(place?.isTrack ?? false)),
        ] + Self.seen(place))
  }

  private func feature(_ contact: Contact, of boat: String?) -> Feature {
    let said = contact.statement
    let place = said.place.flatMap { Self.place($0, of: contact) }
    let bearing: [(StaticString, Feature.Value)] =
      said.bearing.map {
        [
          ("bearing", .number($0.degrees, decimals: 1)), ("bearingLatitude", .number($0.latitude, decimals: 6)),
          ("bearingLongitude", .number($0.longitude, decimals: 6)),
        ]
      } ?? []
    return Feature(
      id: contact.id, position: place?.position,
      properties: [
        ("layer", .text("report")), ("channel", .text(said.channel.rawValue)), ("boat", .text(boat)),
        ("isFromAboard", .choice(said.channel.isFromAboard)), ("received", .text(contact.received.iso8601)),
        ("exercise", .choice(contact.exercise)),
      ] + Self.range(said.people, "reportedLeast", "reportedMost") + Self.seen(place) + bearing)
  }

  private static func seen(_ place: Place?) -> [(name: StaticString, value: Feature.Value)] {
    [
      ("seenAt", .text(place?.at.iso8601)), ("seenBy", .text(place?.by)),
      ("accuracyMetres", .number(place?.accuracyMetres, decimals: 0)),
      ("doubts", .text(place?.doubts.joined(separator: " "))),
    ]
  }

  private static func range(
    _ range: ClosedRange<Int>?, _ least: StaticString, _ most: StaticString
  ) -> [(name: StaticString, value: Feature.Value)] {
    [
      (least, .integer(range.map { Int64($0.lowerBound) })), (most, .integer(range.map { Int64($0.upperBound) })),
    ]
  }
}

extension Desk {
  /// The layer of boats for the chart, and for whoever draws their own: GeoJSON, now or as it was known.
  @Sendable func showBoats(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    try await centre.consult(Consultation(.incidents, asOf: moment), as: acting)
    let book = try await centre.rescue(asKnown, as: acting)
    let features = boatFeatures(book, at: moment).features
    var json = JSONText(reserving: 8192)
    json.object { json in
      json.member("type", "FeatureCollection")
      json.key("features")
      json.array { json in for feature in features { feature.write(to: &json) } }
    }
    return .json(json)
  }

  /// The boats and reports of a book at a moment; nil for now, when tracks show where boats are.
  func boatFeatures(_ book: RescueBook, at moment: Instant?) -> BoatFeatures {
    BoatFeatures(book: book, now: moment ?? now()) { name in
      guard moment == nil, let state = picture.track(TrackID(name))?.state else { return nil }
      return BoatFeatures.Place(
        position: state.position, at: state.at, accuracyMetres: state.uncertaintyMetres, by: name, isTrack: true)
    }
  }
}
