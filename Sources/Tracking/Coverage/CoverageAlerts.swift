import Geodesy

/// Which losses of sight were told, so that each is told once.
struct CoverageAlerts: Sendable {
  private var unwatchedSince: Instant?
  private var isUnwatchedTold = false
  private var out: [String: (since: Instant, isWeather: Bool)] = [:]

  /// How much of the part that is told has to be looked at again before it is over.
  private static let partThatIsOver = 0.75

  mutating func judge(_ summary: CoverageSummary, layer: CoverageLayer) -> [CoverageAlert] {
    var alerts: [CoverageAlert] = []
    func alert(_ kind: CoverageAlert.Kind, _ isBegin: Bool, _ sensor: String?, _ isWeather: Bool, _ since: Instant) {
      alerts.append(
        CoverageAlert(
          kind: kind, isBegin: isBegin, sensor: sensor, isWeather: isWeather, shareUnwatched: summary.shareUnwatched,
          shareSeen: summary.shareSeen, since: since, at: layer.updated))
    }
    let isOut = Dictionary(summary.outages.map { ($0.sensor, $0) }) { first, _ in first }
    for (name, before) in out.sorted(by: { $0.key < $1.key }) where isOut[name] == nil {
      alert(.sensorOut, false, name, before.isWeather, before.since)
      out[name] = nil
    }
    for outage in summary.outages where out[outage.sensor] == nil {
      out[outage.sensor] = (outage.since, outage.isWeather)
      alert(.sensorOut, true, outage.sensor, outage.isWeather, outage.since)
    }
    let greatest = layer.greatestUnwatchedShare * (isUnwatchedTold ? Self.partThatIsOver : 1)
    let isUnwatched = summary.shareUnwatched >= max(greatest, 1e-9)
    if isUnwatched, !isUnwatchedTold {
      isUnwatchedTold = true
      unwatchedSince = layer.updated
      alert(.unwatched, true, nil, false, layer.updated)
    } else if !isUnwatched, isUnwatchedTold {
      isUnwatchedTold = false
      alert(.unwatched, false, nil, false, unwatchedSince ?? layer.updated)
    }
    return alerts
  }
}
