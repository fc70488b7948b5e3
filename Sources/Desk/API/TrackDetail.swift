import Archive
import Geodesy
import Operations
import Tracking

/// Everything that is known of one craft, as the side panel shows it.
struct TrackDetail: Sendable {
  var row: TrackRow
  var mmsi: UInt32
  var report: StaticReport?
  var navigationalStatus: Int?
  var firstHeard: Instant?
  var sources: [String]
  var uncertaintyMetres: Double?
  var observations: Int?
  var exercise: Bool
  var safetyText: String?
  /// Entries of the watch log about the craft, the newest first.
  var entries: [Int64] = []

  init(_ track: Track, safetyText: String?) {
    row = TrackRow(track)
    mmsi = track.mmsi
    report = StaticReport(track)
    navigationalStatus = track.lastObservation.navigationalStatus
    firstHeard = track.firstHeard
    sources = track.sources.sorted()
    uncertaintyMetres = track.state.uncertaintyMetres
    observations = track.observationsCount
    exercise = track.exercise
    self.safetyText = safetyText
  }

  init(_ past: PastTrack) {
    row = TrackRow(past)
    mmsi = past.mmsi
    report = past.description
    sources = past.description.map { [$0.source] } ?? []
    exercise = past.exercise
  }

  /// The detail with its texts in the reader's language.
  func json(_ strings: Strings) -> JSONText {
    var json = JSONText(reserving: 1024)
    json.object { json in
      writeIdentity(&json, strings)
      writeVoyage(&json, strings)
      writeMotion(&json)
      json.key("sources")
      json.array { json in for source in sources { json.string(source) } }
      json.key("flags")
      json.array { json in for flag in row.flags { json.string(flag) } }
      json.key("observations")
      if let observations { json.integer(observations) } else { json.null() }
      json.key("exercise")
      json.boolean(exercise)
      json.key("safetyText")
      json.string(safetyText)
      json.key("entries")
      json.array { json in for entry in entries { json.integer(entry) } }
    }
    return json
  }

  private func writeIdentity(_ json: inout JSONText, _ strings: Strings) {
    json.key("id")
    json.string(row.id)
    json.key("mmsi")
    json.string(TrackID(mmsi: mmsi, exercise: false).text)
    json.key("name")
    json.string(report?.name ?? row.name)
    json.key("callSign")
    json.string(report?.callSign)
    json.key("imo")
    json.string(report?.imo.map { String($0) })
    json.key("class")
    json.string(row.trackClass.rawValue)
    json.key("classText")
    json.string(strings["class.\(row.trackClass.rawValue)"])
    json.key("shipType")
    if let type = report?.shipType { json.integer(type) } else { json.null() }
    json.key("shipTypeText")
    json.string(report?.shipType.map { strings["shipType.\(ShipType($0).code)"] })
    json.key("flag")
    json.string(MaritimeIdentity(mmsi: mmsi).countryCode)
    json.key("length")
    json.number(report?.lengthMetres, decimals: 0)
    json.key("beam")
    json.number(report?.beamMetres, decimals: 0)
  }

  private func writeVoyage(_ json: inout JSONText, _ strings: Strings) {
    json.key("draught")
    json.number(report?.draughtMetres, decimals: 1)
    json.key("destination")
    json.string(report?.destination)
    json.key("eta")
    json.string(report?.eta)
    json.key("navStatus")
    if let navigationalStatus { json.integer(navigationalStatus) } else { json.null() }
    json.key("navStatusText")
    json.string(
      navigationalStatus.map { strings["navStatus.\((NavigationalStatus(rawValue: $0) ?? .undefined).code)"] })
  }

  private func writeMotion(_ json: inout JSONText) {
    json.key("lat")
    json.number(row.position.latitudeDegrees, decimals: 6)
    json.key("lon")
    json.number(row.position.longitudeDegrees, decimals: 6)
    json.key("positionText")
    json.string(row.position.text)
    json.key("sog")
    json.number(row.speedKnots, decimals: 1)
    json.key("cog")
    json.number(row.courseDegrees, decimals: 1)
    json.key("heading")
    json.number(row.headingDegrees, decimals: 0)
    json.key("status")
    json.string(row.status.rawValue)
    json.key("lastHeard")
    json.string(row.lastHeard.iso8601)
    json.key("firstHeard")
    json.string(firstHeard?.iso8601)
    json.key("uncertaintyMetres")
    json.number(uncertaintyMetres, decimals: 0)
  }
}
