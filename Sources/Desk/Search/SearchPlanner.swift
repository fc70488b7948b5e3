import Foundation
import Geodesy
import Operations
import Rescue

/// One asset's part of a search, laid out and judged.
struct PlannedSearch: Sendable {
  var asset: String
  var order: SearchOrder
  var legs: [SearchLeg]
  var footprint: SearchPatternPlan.Footprint
  /// How likely the boat lies in the area at the time of the search; nil without a drift.
  var containment: Double?
}

/// A search as it is proposed to the officer.
struct SearchProposal: Sendable {
  var searches: [PlannedSearch]
  /// Assets for which there was no room, or nothing that they could sweep.
  var without: [String]
  /// The probability of success of all parts; nil without a drift.
  var success: Double?
  /// The most that any distribution of the same effort could reach; nil unless the areas were proposed.
  var bound: Double?
}

/// Lays out what an officer asks for.
struct SearchPlanner {
  let scene: SearchScene
  let wishes: SearchWishes

  /// How long an asset searches when nobody says, in seconds.
  static let usualSeconds = 7_200.0
  /// The height of an aircraft when nobody says, in metres: 500 ft.
  static let usualHeightMetres = 152.4
  /// Speeds at which one searches, in metres a second, unless the asset is slower: 15, 90, 120 and 60 knots.
  static let searchSpeeds = (vessel: 7.72, helicopter: 46.3, aeroplane: 61.7, drone: 30.9)
  /// The side of a cell of the map over which effort is shared out, of the radius that holds 95 of 100.
  static let cellOfRadius = 1.0 / 20
  static let cellMetres = 100.0...2_000

  private static let metresPerSecondPerKnot = 1852.0 / 3600

  /// - Throws: `FormFault` in words for the officer.
  func proposal() throws -> SearchProposal {
    let chosen = try wishes.assets.map { name in
      guard let asset = scene.assets.first(where: { $0.declared.name == name }) else {
        throw FormFault("search.fault.noAsset", ["asset": name])
      }
      return asset
    }
    let plans = try wishes.pattern.map { pattern in try chosen.map { try plan($0, pattern) } }
    guard let plans else { return try mostLikely(chosen) }
    let searches = try zip(chosen, plans).map { asset, plan in try judged(asset, plan) }
    return counted(SearchProposal(searches: searches, without: [], success: nil, bound: nil))
  }

  // MARK: Where most likely

  private func mostLikely(_ chosen: [RankedAsset]) throws -> SearchProposal {
    let begins = try chosen.map { try self.begins($0) }
    let efforts = try chosen.map { asset in
      SearchEffort(
        asset: asset.declared.name, sweepWidthMetres: try sweep(asset).metres,
        speedMetresPerSecond: speed(asset.declared), seconds: seconds(asset.declared))
    }
    guard let start = begins.max() else { throw FormFault("search.fault.noAsset", ["asset": ""]) }
    let longest = efforts.map(\.seconds).max() ?? Self.usualSeconds
    let moment = wishes.movesWithDrift ? start : start.adding(milliseconds: Int64(longest * 500))
    guard let cloud = scene.cloud(at: moment), let datum = cloud.datum else { throw FormFault("search.fault.noDrift") }
    let cell = min(max(datum.radiusMetres * Self.cellOfRadius, Self.cellMetres.lowerBound), Self.cellMetres.upperBound)
    guard let map = ProbabilityMap(of: cloud.positions, cellMetres: cell) else {
      throw FormFault("search.fault.noDrift")
    }
    let apart = SearchAllocation(efforts, over: map)
    // Where the boat can only be in one small place, all search there, rather than one of them nowhere.
    let allocation =
      apart.areas.count == efforts.count ? apart : SearchAllocation(efforts, over: map, mayOverlap: true)
    let drift = wishes.movesWithDrift ? scene.velocity(at: start) : nil
    let searches = try allocation.areas.compactMap { area -> PlannedSearch? in
      guard let index = chosen.firstIndex(where: { $0.declared.name == area.effort.asset }) else { return nil }
      return try judged(chosen[index], area.plan(startTime: begins[index], drift: drift))
    }
    let names = Set(searches.map(\.asset))
    return counted(
      SearchProposal(
        searches: searches, without: chosen.map(\.declared.name).filter { !names.contains($0) }, success: nil,
        bound: allocation.bound))
  }

  // MARK: A pattern that the officer names

  private func plan(_ asset: RankedAsset, _ pattern: SearchPattern) throws -> SearchPatternPlan {
    let (begins, speed, seconds) = (try begins(asset), speed(asset.declared), seconds(asset.declared))
    let width = try sweep(asset).metres
    let datum = scene.cloud(at: begins)?.datum
    let way = try positions(wishes.way)
    guard let middle = try typedPlace() ?? way.first ?? datum?.position else { throw FormFault("search.fault.noPlace") }
    let moves = scene.velocity(at: begins)
    let direction = wishes.directionDegrees ?? moves.map { Self.bearing($0) } ?? 0
    var spacing = wishes.spacingMetres ?? width
    if pattern == .sector, wishes.spacingMetres == nil {
      // Nine legs of one radius fill the time, and none reaches further than the boat may be.
      spacing = min(speed * seconds / 9, max(datum?.radiusMetres ?? .infinity, width))
    }
    guard spacing > 0 else { throw FormFault("search.fault.noSweep", ["asset": asset.declared.name]) }
    let side = (spacing * speed * seconds).squareRoot()
    let (along, across) = (wishes.alongMetres ?? side, wishes.acrossMetres ?? wishes.alongMetres ?? side)
    let isArea = pattern == .parallelTrack || pattern == .creepingLine
    return SearchPatternPlan(
      pattern: pattern, start: isArea ? Self.corner(middle, direction, along, across) : middle, startTime: begins,
      orientationDegrees: direction, trackSpacingMetres: spacing, speedMetresPerSecond: speed,
      secondsAvailable: seconds, areaMetres: isArea ? (along, across) : (0, 0),
      way: pattern == .trackLine ? way : [], drift: wishes.movesWithDrift ? moves : nil)
  }

  /// The first corner of an area around its middle.
  private static func corner(
    _ middle: Position, _ direction: Double, _ along: Double, _ across: Double
  ) -> Position {
    let back = Sphere.destination(from: middle, bearingDegrees: direction + 180, distanceMetres: along / 2)
    return Sphere.destination(from: back, bearingDegrees: direction - 90, distanceMetres: across / 2)
  }

  private static func bearing(_ velocity: (east: Double, north: Double)) -> Double {
    let degrees = atan2(velocity.east, velocity.north) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private func typedPlace() throws -> Position? {
    guard let place = wishes.place else { return nil }
    guard let position = PositionText.read(place, in: scene.context).candidates.first?.position else {
      throw FormFault("search.fault.place", ["text": String(place.prefix(80))])
    }
    return position
  }

  private func positions(_ text: String?) throws -> [Position] {
    try (text ?? "").split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }.map { line in
      guard let position = PositionText.read(String(line), in: scene.context).candidates.first?.position else {
        throw FormFault("search.fault.place", ["text": String(line.prefix(80))])
      }
      return position
    }
  }

  // MARK: What an asset brings

  private func begins(_ asset: RankedAsset) throws -> Instant {
    if let typed = wishes.begins {
      guard let moment = Typed.moment(typed, now: scene.now, isAhead: true) else {
        throw FormFault("search.fault.begins")
      }
      return moment
    }
    let seconds = asset.answer?.interception?.seconds ?? asset.declared.readinessMinutes * 60
    return scene.now.adding(milliseconds: Int64(min(max(0, seconds), 86_400) * 1000))
  }

  private func seconds(_ asset: DeclaredAsset) -> Double {
    let wanted = wishes.minutes.map { $0 * 60 } ?? Self.usualSeconds
    return asset.enduranceMinutes > 0 ? min(wanted, asset.enduranceMinutes * 60) : wanted
  }

  private func speed(_ asset: DeclaredAsset) -> Double {
    if let speed = wishes.speedMetresPerSecond { return speed }
    let usual: Double =
      switch asset.kind {
      case .helicopter: Self.searchSpeeds.helicopter
      case .aeroplane: Self.searchSpeeds.aeroplane
      case .drone: Self.searchSpeeds.drone
      default: Self.searchSpeeds.vessel
      }
    let own = asset.speedKnots * Self.metresPerSecondPerKnot
    return own > 0 ? min(usual, own) : usual
  }

  func lookout(_ asset: DeclaredAsset) -> SearchOrder.Lookout {
    if wishes.sweepMetres != nil { return .declared }
    switch asset.kind {
    case .helicopter: return .helicopter
    case .aeroplane: return .aeroplane
    case .drone, .landTeam: return .declared
    case .lifeboat: return .smallVessel
    case .patrolVessel, .warship, .merchantShip: return .vessel
    }
  }

  private func sweep(_ asset: RankedAsset) throws -> SweepWidth {
    let height = wishes.heightMetres ?? Self.usualHeightMetres
    let eye: SearchLookout
    switch lookout(asset.declared) {
    case .smallVessel: eye = .smallVessel
    case .vessel: eye = .vessel
    case .helicopter: eye = .helicopter(heightMetres: height)
    case .aeroplane: eye = .aeroplane(heightMetres: height)
    case .declared:
      guard let width = wishes.sweepMetres else {
        throw FormFault("search.fault.declare", ["asset": asset.declared.name])
      }
      eye = .declared(name: asset.declared.name, sweepWidthMetres: width)
    }
    let width = SweepWidth(
      for: wishes.object, by: eye, in: scene.conditions, speedMetresPerSecond: speed(asset.declared))
    guard let width, width.metres > 0 else {
      throw FormFault("search.fault.noSweep", ["asset": asset.declared.name])
    }
    return width
  }

  // MARK: What it is worth

  private func judged(_ asset: RankedAsset, _ plan: SearchPatternPlan) throws -> PlannedSearch {
    let width = try sweep(asset)
    do {
      let (legs, footprint) = (try plan.legs(), try plan.footprint())
      let coverage = footprint.coverage(sweepWidthMetres: width.metres)
      let lookout = lookout(asset.declared)
      let flies = lookout == .helicopter || lookout == .aeroplane
      let order = SearchOrder(
        plan, object: wishes.object, lookout: lookout,
        heightMetres: flies ? wishes.heightMetres ?? Self.usualHeightMetres : nil, sweepWidthMetres: width.metres,
        remarks: width.remarks.map(\.rawValue).sorted(), coverage: coverage,
        detectionProbability: DetectionLaw.random.probability(coverage: coverage), success: nil)
      return PlannedSearch(asset: asset.declared.name, order: order, legs: legs, footprint: footprint)
    } catch {
      throw FormFault("search.fault.\(error.rawValue)", ["asset": asset.declared.name])
    }
  }

  /// What each part adds to those before it, by the members where they will be then.
  private func counted(_ proposal: SearchProposal) -> SearchProposal {
    guard var members = scene.drift?.members else { return proposal }
    var proposal = proposal
    let before = members.remaining
    guard before > 0 else { return proposal }
    for index in proposal.searches.indices {
      let planned = proposal.searches[index]
      guard
        let area = SearchedArea(
          searcher: planned.asset, time: planned.footprint.time, footprint: planned.footprint.polygon,
          detectionProbability: planned.order.detectionProbability)
      else { continue }
      let left = members.remaining
      guard let worth = members.search(area) else { continue }
      proposal.searches[index].containment = worth.containment
      proposal.searches[index].order.success = (left - members.remaining) / before
    }
    proposal.success = 1 - members.remaining / before
    return proposal
  }
}
