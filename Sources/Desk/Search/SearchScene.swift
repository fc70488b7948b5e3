import Geodesy
import Operations
import Rescue
import Tracking

/// What a search is planned in: the boat with its drift, what can be sent, and the conditions.
struct SearchScene: Sendable {
  var drift: BoatDrift?
  /// What can be sent, with when it would meet the boat.
  var assets: [RankedAsset]
  var conditions: SearchConditions
  /// Whether nobody said how far one sees, and it is assumed.
  var assumesVisibility: Bool
  /// Whether nobody said how strong the wind is, and it is assumed.
  var assumesWind: Bool
  var now: Instant
  var context: PositionContext

  /// How far one sees when nobody has said, in metres: 5 NM.
  static let usualVisibilityMetres = 9_260.0
  /// The wind when nobody has said, in metres a second.
  static let usualWindMetresPerSecond = 5.0
  /// Significant wave heights by sea state, the upper ends of the WMO code 3700, in metres.
  private static let waveHeights = [0, 0.1, 0.5, 1.25, 2.5, 4, 6, 9, 14, 14.0]
  private static let metresPerSecondPerKnot = 1852.0 / 3600

  /// - Parameters:
  ///   - wind: the wind at the boat out of a file, when one knows it, in metres a second.
  init(
    drift: BoatDrift?, assets: [RankedAsset], wishes: SearchWishes, said: WatchWeather?, wind: Double?, now: Instant,
    context: PositionContext
  ) {
    self.drift = drift
    self.assets = assets
    self.now = now
    self.context = context
    let saidWind = said.map { $0.weather.windKnots * Self.metresPerSecondPerKnot }
    let wave = said.map { Self.waveHeights[min(max(0, $0.weather.seaState), Self.waveHeights.count - 1)] }
    let visibility = wishes.visibilityMetres ?? said?.weather.visibilityMetres
    let wind = wishes.windMetresPerSecond ?? wind ?? saidWind
    (assumesVisibility, assumesWind) = (visibility == nil, wind == nil)
    let place = drift?.hours.first?.datum.position
    conditions = SearchConditions(
      visibilityMetres: visibility ?? Self.usualVisibilityMetres,
      windMetresPerSecond: wind ?? Self.usualWindMetresPerSecond, waveHeightMetres: wishes.waveMetres ?? wave ?? 0.5,
      crewIsTired: wishes.isTired, isDay: wishes.isDay ?? place.map { Daylight.isDay(at: $0, now) } ?? true)
  }

  /// Where the members are at a moment; nil without a drift, or outside its time.
  func cloud(at moment: Instant) -> DriftCloud? { drift?.members.cloud(at: moment) }

  /// How the middle of the members moves in the hour from a moment on, in metres a second.
  func velocity(at moment: Instant) -> (east: Double, north: Double)? {
    guard let first = cloud(at: moment)?.datum,
      let second = cloud(at: moment.adding(milliseconds: 3_600_000))?.datum
    else { return nil }
    let way = TangentPlane(origin: first.position).local(second.position)
    return (way.eastMetres / 3600, way.northMetres / 3600)
  }
}
