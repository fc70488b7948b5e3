import Geodesy

/// What can be sent in a night: the night's own rescue boats, and some that no sensor of it shows.
struct ScriptFleet: Sendable {
  private(set) var assets: [ScriptAsset] = []
  let lifeboats: [ScriptAsset]
  let helicopter: ScriptAsset
  let patrol: ScriptAsset

  /// East of it, a base belongs to the other centre, in degrees.
  private static let borderLongitude = 1.5

  init(_ night: Night) {
    lifeboats = [
      Self.lifeboat("EXERCISE LIFEBOAT 21", at: Place(51.1150, 1.3300)),
      Self.lifeboat("EXERCISE LIFEBOAT 22", at: Place(50.9150, 0.9700)),
      Self.lifeboat("EXERCISE CUTTER 23", at: Place(51.0800, 1.1900)),
    ]
    helicopter = ScriptAsset(
      name: "EXERCISE HELICOPTER 24", kind: .helicopter, agency: "EXERCISE COASTGUARD", centre: .home,
      speedKnots: 140, enduranceMinutes: 200, capacity: 18, readinessMinutes: 15,
      base: ScriptBook.position(Place(50.9560, 0.9390)), actor: nil)
    patrol = ScriptAsset(
      name: "EXERCISE PATROL 25", kind: .patrolVessel, agency: "EXERCISE NAVY OF THE OTHER SHORE", centre: .other,
      speedKnots: 18, enduranceMinutes: 1440, capacity: 60, readinessMinutes: 5,
      base: ScriptBook.position(Place(50.9700, 1.8450)), actor: nil)
    assets = lifeboats + [helicopter, patrol]
    for boat in night.darkBoats where boat.kind == .rescueBoat {
      let actor = night.actors[boat.actor]
      let base = actor.itinerary.places.first ?? actor.itinerary.place
      let isOther = base.longitude > Self.borderLongitude
      assets.append(
        ScriptAsset(
          name: actor.name, kind: .lifeboat,
          agency: isOther ? "EXERCISE RESCUE OF THE OTHER SHORE" : "EXERCISE LIFEBOATS",
          centre: isOther ? .other : .home, speedKnots: 24, enduranceMinutes: 600, capacity: 70, readinessMinutes: 10,
          base: ScriptBook.position(base), actor: boat.actor))
    }
  }

  private static func lifeboat(_ name: String, at base: Place) -> ScriptAsset {
    ScriptAsset(
      name: name, kind: .lifeboat, agency: "EXERCISE LIFEBOATS", centre: .home, speedKnots: 25, enduranceMinutes: 600,
      capacity: 60, readinessMinutes: 10, base: ScriptBook.position(base), actor: nil)
  }

  /// The asset that is an actor of the night.
  func asset(ofActor actor: Int) -> ScriptAsset? { assets.first { $0.actor == actor } }

  /// Declares every asset to its own centre and at the start of the night.
  func declare(into book: inout ScriptBook) {
    for asset in assets {
      book.add(.init(milliseconds: 0, centre: asset.centre, kind: .assetDeclared(asset), boat: nil))
    }
  }
}
