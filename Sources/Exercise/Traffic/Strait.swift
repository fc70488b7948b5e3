/// Places of the Dover Strait by which the traffic of a night is laid out, in degrees north and east.
///
/// Drawn from the buoys and light vessels that bound the traffic separation scheme (IMO COLREG.2/Circ. series, "In the Strait
/// of Dover and adjacent waters") as charts and lists of lights print them: CS1 to CS4, Varne, Colbart, Bassurelle,
/// Vergoyer, MPC, Sandettie, South Falls, F1, F3. Each lane is a line down its middle with half its usable width; good for
/// an exercise, not for navigation.
enum Strait {
  /// A point on the middle of a lane, with the distance to either side that ships keep within, in metres.
  struct LanePoint: Sendable {
    let place: Place
    let halfWidthMetres: Double

    init(_ latitude: Double, _ longitude: Double, _ halfWidthMetres: Double) {
      place = Place(latitude, longitude)
      self.halfWidthMetres = halfWidthMetres
    }
  }

  /// The lane on the French side, towards the North Sea.
  static let northEastBound = [
    LanePoint(50.290, 0.300, 2500), LanePoint(50.495, 0.990, 2500), LanePoint(50.775, 1.370, 2200),
    LanePoint(50.925, 1.455, 2000), LanePoint(51.060, 1.665, 1600), LanePoint(51.120, 1.800, 1600),
    LanePoint(51.260, 2.060, 2000), LanePoint(51.420, 2.280, 2500), LanePoint(51.600, 2.500, 2500),
  ]

  /// The lane on the English side, towards the Atlantic.
  static let southWestBound = [
    LanePoint(51.640, 2.180, 2500), LanePoint(51.430, 1.960, 2000), LanePoint(51.215, 1.735, 1600),
    LanePoint(51.120, 1.600, 1600), LanePoint(51.005, 1.430, 1400), LanePoint(50.962, 1.368, 1000),
    LanePoint(50.900, 1.295, 1500), LanePoint(50.833, 1.085, 2200), LanePoint(50.618, 0.580, 2500),
    LanePoint(50.520, -0.050, 2500),
  ]

  static let dover = Place(51.1215, 1.3400)
  static let calais = Place(50.9715, 1.8390)
  static let dunkirkWest = Place(51.0545, 2.1600)

  /// From the berth in Dover to the berth in Calais, across both lanes at nearly a right angle.
  static let doverToCalais = [
    dover, Place(51.1170, 1.3480), Place(51.1080, 1.3800), Place(51.0500, 1.5600), Place(50.9980, 1.7600),
    Place(50.9790, 1.8250), calais,
  ]

  /// From the berth in Dover to the berth in the western harbour of Dunkirk.
  static let doverToDunkirk = [
    dover, Place(51.1170, 1.3480), Place(51.1080, 1.3900), Place(51.0600, 1.7300), Place(51.0500, 1.9900),
    Place(51.0700, 2.1300), dunkirkWest,
  ]

  /// Grounds where boats fish, away from the lanes and the shore, with a radius in metres.
  static let fishingGrounds: [(place: Place, radiusMetres: Double)] = [
    (Place(50.790, 0.760), 5000), (Place(50.700, 0.430), 4000), (Place(50.985, 1.215), 3000),
    (Place(51.270, 1.600), 3500), (Place(51.130, 2.300), 4000), (Place(50.640, 1.480), 3500),
    (Place(51.420, 1.600), 4500),
  ]

  /// Ways along the shores and across, that yachts and motor boats take.
  static let leisureWays: [[Place]] = [
    [
      Place(51.1120, 1.3350), Place(51.0550, 1.2500), Place(50.9500, 1.1000), Place(50.8700, 1.0000),
      Place(50.8000, 0.7800), Place(50.7300, 0.4200), Place(50.7750, 0.3500),
    ],
    [
      Place(51.3230, 1.4450), Place(51.2700, 1.4500), Place(51.2000, 1.4350), Place(51.1450, 1.4150),
      Place(51.1120, 1.3650),
    ],
    [
      Place(50.9850, 1.8250), Place(51.0250, 1.9300), Place(51.0500, 2.1000), Place(51.0750, 2.2500),
      Place(51.0680, 2.3500),
    ],
    [
      Place(50.7450, 1.5600), Place(50.8000, 1.5250), Place(50.8800, 1.5300), Place(50.9150, 1.6100),
      Place(50.9650, 1.7250), Place(50.9850, 1.8150),
    ],
    [Place(51.1080, 1.3500), Place(51.0400, 1.5800), Place(50.9900, 1.7900)],
    [Place(51.3230, 1.4500), Place(51.3400, 1.6000), Place(51.2300, 1.9500), Place(51.0900, 2.3200)],
  ]

  /// Where ships lie at anchor.
  static let anchorages = [Place(50.940, 1.085), Place(51.245, 1.455), Place(51.030, 1.885)]
}
