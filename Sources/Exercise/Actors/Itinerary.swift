/// Where an actor is as a function of time: places at moments, joined by straight ways and rounded at the corners.
struct Itinerary: Sendable {
  /// Milliseconds since the start of the night, rising.
  private(set) var moments: [Int64]
  /// Where the actor is then, without rounding.
  private(set) var places: [Place]
  /// Half the time over which the way is averaged, in milliseconds: corners become turns, and stops take time.
  let roundingMilliseconds: Int64

  /// An itinerary that begins at a place.
  init(from place: Place, at moment: Int64, roundingSeconds: Double) {
    moments = [moment]
    places = [place]
    roundingMilliseconds = max(1, Int64(roundingSeconds * 1000))
  }

  var first: Int64 { moments.first ?? 0 }
  var last: Int64 { moments.last ?? 0 }
  var place: Place { places.last ?? Place(0, 0) }

  /// The longest straight piece in degrees of latitude, in metres: within it a degree of longitude hardly changes.
  private static let longestPieceMetres = 8000.0

  /// Goes on to a place at a speed.
  mutating func sail(to destination: Place, knots: Double) {
    let start = place
    let distance = start.metres(to: destination)
    guard distance > 0, knots > 0 else { return }
    let pieces = max(1, Int((distance / Self.longestPieceMetres).rounded(.up)))
    for piece in 1...pieces {
      let part = Double(piece) / Double(pieces)
      let next = Place(
        start.latitude + (destination.latitude - start.latitude) * part,
        start.longitude + (destination.longitude - start.longitude) * part)
      let seconds = place.metres(to: next) / (knots * 1852 / 3600)
      moments.append(last + max(1, Int64((seconds * 1000).rounded())))
      places.append(next)
    }
  }

  /// Stays where it is.
  mutating func wait(seconds: Double) {
    guard seconds > 0 else { return }
    let place = place
    moments.append(last + max(1, Int64((seconds * 1000).rounded())))
    places.append(place)
  }

  /// Place and velocity (metres a second) at a moment, rounded; before the first and after the last it lies still.
  func motion(at moment: Int64) -> (place: Place, north: Double, east: Double) {
    let from = moment - roundingMilliseconds
    let to = moment + roundingMilliseconds
    let place = mean(from: from, to: to)
    let start = straight(at: from, piece: piece(at: from))
    let end = straight(at: to, piece: piece(at: to))
    let seconds = Double(to - from) / 1000
    let scale = Place.metresPerDegree(latitude: place.latitude)
    return (
      place, (end.latitude - start.latitude) * scale.north / seconds,
      (end.longitude - start.longitude) * scale.east / seconds
    )
  }

  /// The direction of the newest way before a moment, for an actor that lies still; of the next way when there is none.
  func bearing(before moment: Int64) -> Double {
    let newest = piece(at: moment)
    for piece in stride(from: newest, through: 0, by: -1) where piece + 1 < places.count {
      if let bearing = bearing(ofPiece: piece) { return bearing }
    }
    for piece in newest..<max(newest, places.count - 1) {
      if let bearing = bearing(ofPiece: piece) { return bearing }
    }
    return 0
  }

  private func bearing(ofPiece piece: Int) -> Double? {
    let way = places[piece].way(to: places[piece + 1])
    guard way.north.magnitude + way.east.magnitude > 1 else { return nil }
    return ExactMathematics.bearing(east: way.east, north: way.north)
  }

  /// The average place over a span of time, exactly: each straight piece counts by its middle.
  private func mean(from: Int64, to: Int64) -> Place {
    var piece = piece(at: from)
    var cursor = from
    var latitude = 0.0
    var longitude = 0.0
    while cursor < to {
      let nextCorner = piece + 1 < moments.count ? moments[piece + 1] : Int64.max
      let isBeforeFirst = cursor < first
      let end = min(to, isBeforeFirst ? first : nextCorner)
      let begun = straight(at: cursor, piece: piece)
      let ended = straight(at: end, piece: piece)
      let span = Double(end - cursor) / 2
      latitude += (begun.latitude + ended.latitude) * span
      longitude += (begun.longitude + ended.longitude) * span
      cursor = end
      if !isBeforeFirst { piece += 1 }
    }
    let whole = Double(to - from)
    return Place(latitude / whole, longitude / whole)
  }

  /// Where it is at a moment, without rounding.
  func straightPlace(at moment: Int64) -> Place { straight(at: moment, piece: piece(at: moment)) }

  /// The place on the straight way of a piece, held at the ends of the itinerary.
  private func straight(at moment: Int64, piece: Int) -> Place {
    guard piece + 1 < moments.count, moment > first else { return moment > first ? place : places[0] }
    let start = places[piece]
    let end = places[piece + 1]
    let part = Double(moment - moments[piece]) / Double(moments[piece + 1] - moments[piece])
    return Place(
      start.latitude + (end.latitude - start.latitude) * part,
      start.longitude + (end.longitude - start.longitude) * part)
  }

  /// The index of the last corner at or before a moment; 0 before the first.
  private func piece(at moment: Int64) -> Int {
    var low = 0
    var high = moments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle } else { high = middle }
    }
    return low
  }
}
