/// A stretch of the French shore from which boats leave, and where they are headed.
///
/// The places lie on the water, some hundred metres off; good for an exercise alone.
struct Beach: Sendable {
  let place: Place
  /// The direction of the shoreline, in degrees from true north, along which boats lie.
  let alongDegrees: Double
  let destinations: [Place]

  static let all = [
    Beach(place: Place(51.0170, 2.0800), alongDegrees: 70, destinations: [dover, deal]),
    Beach(place: Place(51.0040, 1.9700), alongDegrees: 70, destinations: [dover, deal, folkestone]),
    Beach(place: Place(50.9540, 1.7350), alongDegrees: 60, destinations: [dover, folkestone]),
    Beach(place: Place(50.8990, 1.6450), alongDegrees: 55, destinations: [dover, folkestone, dungeness]),
    Beach(place: Place(50.6700, 1.5450), alongDegrees: 5, destinations: [folkestone, dungeness]),
  ]

  private static let dover = Place(51.1080, 1.3600)
  private static let deal = Place(51.2000, 1.4250)
  private static let folkestone = Place(51.0650, 1.2000)
  private static let dungeness = Place(50.9200, 1.0100)
}
