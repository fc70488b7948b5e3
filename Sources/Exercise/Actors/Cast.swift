import Geodesy
import Tracking

/// Puts the actors of a night together: numbers, names and identities that plainly name nothing real.
///
/// Identities take a valid country and then `99`: 235 99 0001. An invented ship has no IMO number, and its call sign begins with
/// `EX`. Every name begins with `EXERCISE`.
struct Cast {
  /// The most actors that a night may have; beyond it their identities would repeat.
  static let greatestActors = 30_000

  let start: Instant
  private(set) var actors: [ExerciseActor] = []
  private var countOfName: [Int]

  init(start: Instant) {
    self.start = start
    countOfName = [Int](repeating: 0, count: Names.given.count)
  }

  /// Adds a craft; its name and identity follow from how many came before it.
  mutating func add(
    _ trackClass: TrackClass, _ transponder: ExerciseActor.Transponder, particulars: Particulars,
    itinerary: Itinerary, conduct: Conduct
  ) {
    let number = actors.count
    guard number < Self.greatestActors else { return }
    var particulars = particulars
    particulars.callSign = "EX" + padded(number, digits: 4)
    let identification = Names.countries[(number * 7) % Names.countries.count]
    append(
      name: nextName(number), mmsi: UInt32(identification * 1_000_000 + 990_000 + number % 10_000), trackClass,
      transponder, particulars: particulars, itinerary: itinerary, conduct: conduct)
  }

  /// Adds a station, whose identity shows what it is.
  mutating func add(
    station name: String, mmsi: UInt32, _ trackClass: TrackClass, _ transponder: ExerciseActor.Transponder,
    particulars: Particulars = Particulars(), itinerary: Itinerary, conduct: Conduct
  ) {
    append(
      name: name, mmsi: mmsi, trackClass, transponder, particulars: particulars, itinerary: itinerary,
      conduct: conduct)
  }

  /// Adds what has no transponder and so no identity, beyond all who have one; returns its number.
  mutating func add(
    silent name: String, _ trackClass: TrackClass, particulars: Particulars, itinerary: Itinerary, conduct: Conduct
  ) -> Int {
    append(
      name: name, mmsi: 0, trackClass, .silent, particulars: particulars, itinerary: itinerary, conduct: conduct)
    return actors.count - 1
  }

  private mutating func append(
    name: String, mmsi: UInt32, _ trackClass: TrackClass, _ transponder: ExerciseActor.Transponder,
    particulars: Particulars, itinerary: Itinerary, conduct: Conduct
  ) {
    actors.append(
      ExerciseActor(
        number: actors.count, name: name, mmsi: mmsi, trackClass: trackClass, transponder: transponder,
        particulars: particulars, start: start, itinerary: itinerary, conduct: conduct))
  }

  private mutating func nextName(_ number: Int) -> String {
    let index = (number * 11) % Names.given.count
    countOfName[index] += 1
    let count = countOfName[index]
    return "EXERCISE " + Names.given[index] + (count == 1 ? "" : " \(count)")
  }
}

/// A number with leading zeros.
func padded(_ number: Int, digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
