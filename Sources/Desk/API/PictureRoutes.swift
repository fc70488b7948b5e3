import Archive
import Geodesy
import Hummingbird
import Ledger
import Marking
import Operations
import Tracking

/// The picture for programs and for the chart: all tracks, one track, where it was, and the search.
extension Desk {
  /// Results of one search.
  static let searchResults = 20
  /// The longest text that is searched for.
  static let searchCharacters = 100
  /// Entries of the watch log that stand beside a craft.
  static let entriesOfTrack = 20
  /// How far back a path goes when nothing is said, in milliseconds.
  static let usualPathMilliseconds: Int64 = 6 * 3_600_000
  /// The longest path in one answer, in milliseconds.
  static let longestPathMilliseconds: Int64 = 31 * 86_400_000

  func addPictureRoutes(to api: RouterGroup<DeskContext>) {
    api.get("picture", use: showPicture)
    api.get("tracks/:id", use: showTrack)
    api.get("tracks/:id/path", use: showPath)
    api.post("tracks/:id/identity", use: correlateTrack)
    api.get("search", use: search)
  }

  @Sendable func showPicture(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let box = try request.box("box")
    let moment = try request.moment("at")
    try await centre.consult(Consultation(moment == nil ? .picture : .pictureAt, asOf: moment), as: acting)
    let rows: LiveRows
    if let moment {
      // The archive waits for the disk, and thousands of rows take their time: neither must hold up other requests.
      rows = try await centre.archiveLane.run { [picture] in
        var rows = LiveRows()
        for past in try picture.past(at: moment, in: box) { rows.add(TrackRow(past).live) }
        return rows
      }
    } else {
      rows = hub.rows(in: box)
    }
    var json = JSONText(reserving: rows.json.count + 1024)
    json.object { json in
      json.key("at")
      json.string((moment ?? now()).iso8601)
      json.key("asKnown")
      json.boolean(moment != nil)
      json.key("exercise")
      json.boolean(centre.settings.exercise)
      json.key("stale")
      json.integer(rows.coasting)
      json.key("rule")
      json.string(thinningText(Strings.of(context.language)))
      json.key("tracks")
      json.array { json in json.encoded(rows.json) }
    }
    return .json(json)
  }

  @Sendable func showTrack(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let id = try trackID(context)
    let moment = try request.moment("at")
    try await centre.consult(Consultation(.track, subjects: ["track:\(id.text)"], asOf: moment), as: acting)
    let strings = Strings.of(context.language)
    if let moment {
      let past = try await centre.archiveLane.run { [picture] in try picture.past(id, at: moment) }
      guard let past else { throw DeskError(.notFound) }
      var detail = TrackDetail(past)
      detail.entries = try await entries(about: id, acting, .sequence(try await centre.sequence(knownAt: moment)))
      return .json(detail.json(strings))
    }
    guard let track = picture.track(id) else { throw DeskError(.trackLost) }
    var detail = TrackDetail(track, safetyText: track.mmsi.flatMap(picture.safetyText))
    detail.smallCraft = alerts.smallCraft(id)
    detail.entries = try await entries(about: id, acting, .now)
    return .json(detail.json(strings))
  }

  /// The newest entries of the watch log about a craft, for whoever may read the log.
  private func entries(about id: TrackID, _ acting: Acting, _ asKnown: AsKnown) async throws -> [Int64] {
    guard acting.viewer.roles.contains(where: { PermissionTable.grants(.see, on: .log, to: $0) }),
      acting.viewer.scopes?.contains(where: { $0.covers(.see, on: .log) }) ?? true
    else { return [] }
    let query = LogQuery(limit: Self.entriesOfTrack, asKnown: asKnown, subject: id.text)
    do {
      return try await centre.log(query, as: acting).entries.map(\.sequence)
    } catch let error as OperationsError where error.code == .refused || error.code == .scopeMissing {
      return []
    }
  }

  @Sendable func showPath(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let id = try trackID(context)
    let knownBy = try request.moment("at")
    let to = try request.moment("to") ?? knownBy ?? now()
    let from = try request.moment("from") ?? to.adding(milliseconds: -Self.usualPathMilliseconds)
    guard from <= to, to.millisecondsSince1970 - from.millisecondsSince1970 <= Self.longestPathMilliseconds else {
      throw DeskError(.invalid, "from and to must be in order and at most 31 days apart")
    }
    try await centre.consult(Consultation(.track, subjects: ["track:\(id.text)"], asOf: knownBy), as: acting)
    let path = try await centre.archiveLane.run { [picture] in
      try picture.path(id, from: from, to: to, knownBy: knownBy)
    }
    var json = JSONText(reserving: path.positions.count * 50 + 200)
    json.object { json in
      json.key("points")
      json.array { json in
        for point in path.positions {
          json.array { json in
            json.number(point.position.longitudeDegrees, decimals: 6)
            json.number(point.position.latitudeDegrees, decimals: 6)
            json.integer(point.at.millisecondsSince1970)
            json.number(point.speedKnots, decimals: 1)
            json.number(point.courseDegrees, decimals: 1)
          }
        }
      }
      json.key("cut")
      json.boolean(path.isCut)
      json.key("unreadableBlocks")
      json.integer(path.faults.count)
      json.key("rule")
      json.string(thinningText(Strings.of(context.language)))
    }
    return .json(json)
  }

  /// What is sent to join a craft that sensors show with a transponder, or to keep them apart.
  struct TrackIdentity: Decodable, Sendable {
    var mmsi: UInt32
    /// `together`, `apart`, or `undone` to let the desk judge again.
    var word: CorrelateTrack.Word
    /// A name that the sender gives it, so that sending it twice says it once.
    var key: String?
  }

  @Sendable func correlateTrack(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let id = try trackID(context)
    let said = try await request.decode(as: TrackIdentity.self, context: context)
    do {
      try await centre.correlate(
        CorrelateTrack(id, mmsi: said.mmsi, said.word), in: picture, as: acting, key: said.key)
    } catch let error as OperationsError where error.code == .notFound {
      throw DeskError(.trackLost)
    }
    var json = JSONText()
    json.object { json in
      json.member("track", id.text)
      json.member("word", said.word.rawValue)
    }
    return .json(json)
  }

  @Sendable func search(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let text = request.query("q") ?? ""
    guard text.unicodeScalars.count <= Self.searchCharacters else {
      throw DeskError(.invalid, "q has more than \(Self.searchCharacters) characters")
    }
    try await centre.consult(Consultation(.search, question: text), as: acting)
    let answer = picture.search(text, limit: Self.searchResults)
    var json = JSONText(reserving: 2048)
    json.object { json in
      json.key("results")
      json.array { json in for track in answer.found { writeResult(track, to: &json) } }
      json.key("more")
      json.boolean(answer.more)
    }
    return .json(json)
  }

  private func writeResult(_ track: Track, to json: inout JSONText) {
    let row = TrackRow(track)
    json.object { json in
      json.key("id")
      json.string(row.id)
      json.key("name")
      json.string(row.name)
      json.key("mmsi")
      json.string(track.mmsi.map { TrackID(mmsi: $0, exercise: false).text })
      json.key("callSign")
      json.string(track.statics.callSign?.value)
      json.key("imo")
      json.string(track.statics.imo.map { String($0.value) })
      json.key("class")
      json.string(row.trackClass.rawValue)
      json.key("lat")
      json.number(row.position.latitudeDegrees, decimals: 6)
      json.key("lon")
      json.number(row.position.longitudeDegrees, decimals: 6)
      json.key("lastHeard")
      json.string(row.lastHeard.iso8601)
      json.key("live")
      json.boolean(row.status == .live)
    }
  }

  /// The rule by which the archive is thinned, in words.
  private func thinningText(_ strings: Strings) -> String {
    picture.archive.thinning.steps.map { step in
      strings(step.code, step.arguments.mapValues { String($0) })
    }.joined(separator: " ")
  }

  private func trackID(_ context: DeskContext) throws -> TrackID {
    try trackID(context.parameters.get("id") ?? "")
  }

  /// A track by its name in an address.
  func trackID(_ text: String) throws -> TrackID {
    guard !text.isEmpty, text.utf8.count <= 40,
      text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) })
    else { throw DeskError(.notFound) }
    return TrackID(text)
  }
}
