import Geodesy
import Operations
import Rescue
import Tracking

/// An asset with how it would meet a boat.
struct RankedAsset {
  let declared: DeclaredAsset
  /// nil when nobody knows where the boat or the asset is.
  let answer: InterceptAnswer?
}

extension Desk {
  private static let metresPerSecondPerKnot = 1852.0 / 3600
  /// A circle that holds 95 % of a normal distribution has this many of its deviations.
  private static let deviationsInRadius = 2.4477
  /// How far a position may be off when nothing claims how good it is, in metres.
  private static let usualSpreadMetres = 500.0

  /// The assets by when they would meet the boat: those that reach it first, then those that do not, then those of which nobody
  /// knows where they are.
  func assets(_ book: RescueBook, to boat: Boat) -> [RankedAsset] {
    let now = now()
    let known = book.assets.values.filter(\.isAvailable).sorted { $0.name < $1.name }
    guard let target = target(of: boat, now: now) else { return known.map { RankedAsset(declared: $0, answer: nil) } }
    let placed = known.compactMap { asset in self.asset(asset, now: now).map { (asset, $0) } }
    let answers = InterceptSolver(target: target, now: now).rank(placed.map(\.1))
    let byName = Dictionary(placed.map { ($0.0.name, $0.0) }, uniquingKeysWith: { first, _ in first })
    let ranked = answers.compactMap { answer in
      byName[answer.asset.id].map { RankedAsset(declared: $0, answer: answer) }
    }
    let names = Set(ranked.map(\.declared.name))
    return ranked + known.filter { !names.contains($0.name) }.map { RankedAsset(declared: $0, answer: nil) }
  }

  /// The boat as something that moves: its track where one shows it, else where it was last said to be.
  func target(of boat: Boat, now: Instant) -> MovingTarget? {
    for name in boat.tracks.reversed() {
      guard let state = picture.track(TrackID(name))?.state else { continue }
      let fix = MovingTarget.Fix(
        time: state.at, position: state.position, spreadMetres: state.uncertaintyMetres / Self.deviationsInRadius)
      return MovingTarget(
        fixes: [fix], velocity: (state.velocityEastMetresPerSecond, state.velocityNorthMetresPerSecond))
    }
    guard let (contact, place) = boat.lastPlace, let position = place.position else { return nil }
    return MovingTarget(
      fixes: [
        MovingTarget.Fix(
          time: place.at ?? contact.received, position: position,
          spreadMetres: place.accuracyMetres ?? Self.usualSpreadMetres)
      ])
  }

  private func asset(_ asset: DeclaredAsset, now: Instant) -> RescueAsset? {
    var position: Position?
    var time = now
    if let track = asset.track.flatMap({ picture.track(TrackID($0)) }) {
      (position, time) = (track.position, track.state.at)
    } else if let latitude = asset.latitude, let longitude = asset.longitude {
      position = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    }
    guard let position else { return nil }
    return RescueAsset(
      id: asset.name, name: asset.name, position: position, positionTime: time,
      speedMetresPerSecond: asset.speedKnots * Self.metresPerSecondPerKnot,
      enduranceSeconds: asset.enduranceMinutes > 0 ? asset.enduranceMinutes * 60 : nil,
      readinessSeconds: asset.readinessMinutes * 60, capacity: asset.capacity, flies: asset.kind.flies)
  }
}

extension DeclaredAsset.Kind {
  /// Whether it goes over land.
  fileprivate var flies: Bool { self == .helicopter || self == .aeroplane || self == .drone }
}
