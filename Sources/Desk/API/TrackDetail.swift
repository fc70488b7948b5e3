import Archive
import Geodesy
import Operations
import Tracking

/// Everything that is known of one craft, as the side panel shows it.
struct TrackDetail: Sendable {
  var row: TrackRow
  var mmsi: UInt32?
  var report: StaticReport?
  var navigationalStatus: Int?
  var firstHeard: Instant?
  var sources: [String]
  var uncertaintyMetres: Double?
  var observations: Int?
  var exercise: Bool
  var safetyText: String?
  /// What sensors without identity say of it, and why it is believed to be there.
  var sensed: SensedCraft?
  /// How likely it is a small boat, and why; nil while nothing speaks for or against it.
  var smallCraft: SmallCraftJudgement?
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
    sensed = track.sensed
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
      json.key("smallCraft")
      if let smallCraft { write(smallCraft, to: &json) } else { json.null() }
      json.key("sensed")
      if let sensed { write(sensed, to: &json) } else { json.null() }
    }
    return json
  }

  /// Why there is this track: which sensors show it, and the latest observations that made it.
  private func write(_ sensed: SensedCraft, to json: inout JSONText) {
    json.object { json in
      json.key("existence")
      json.number(sensed.existence, decimals: 4)
      json.key("carriesTransponder")
      json.number(sensed.carriesTransponder, decimals: 4)
      json.key("identityProbability")
      json.number(sensed.identityProbability, decimals: 4)
      json.key("sensors")
      json.array { json in
        for sighting in sensed.sightings {
          json.object { json in
            json.key("name")
            json.string(sighting.sensor)
            json.key("kind")
            json.string(sighting.kind.rawValue)
            json.key("plots")
            json.integer(Int64(sighting.plots))
            json.key("last")
            json.string(sighting.last.iso8601)
          }
        }
      }
      json.key("observations")
      json.array { json in
        for contribution in sensed.contributions {
          json.object { json in
            json.key("sensor")
            json.string(contribution.sensor)
            json.key("at")
            json.string(contribution.at.iso8601)
            json.key("reference")
            json.string(contribution.reference)
            json.key("squaredDistance")
            json.number(contribution.squaredDistance, decimals: 2)
          }
        }
      }
    }
  }

  /// The steps from what is usual to the probability.
  private func write(_ judgement: SmallCraftJudgement, to json: inout JSONText) {
    json.object { json in
      json.key("probability")
      json.number(judgement.probability, decimals: 3)
      json.key("terms")
      json.array { json in
        for term in judgement.terms {
          json.object { json in
            json.member("name", term.name.rawValue)
            json.key("observed")
            json.number(term.observed, decimals: 2)
            json.key("unit")
            json.string(term.unit?.rawValue)
            json.key("logOdds")
            json.number(term.logOdds, decimals: 3)
          }
        }
      }
    }
  }

  private func writeIdentity(_ json: inout JSONText, _ strings: Strings) {
    json.key("id")
    json.string(row.id)
    json.key("mmsi")
    json.string(mmsi.map { TrackID(mmsi: $0, exercise: false).text })
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
    json.string(mmsi.flatMap { MaritimeIdentity(mmsi: $0).countryCode })
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
