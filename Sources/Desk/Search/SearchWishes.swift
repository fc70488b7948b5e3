import Geodesy
import Operations
import Rescue

/// What an officer asks of a search, as typed: what is blank is filled in from what the desk knows.
struct SearchWishes: Sendable {
  /// Names of the assets that are to search.
  var assets: [String] = []
  var object = SearchObject.loadedInflatable
  /// Nil for areas where the boat most likely is.
  var pattern: SearchPattern?
  /// The datum of a square or a sector, the middle of an area, as typed.
  var place: String?
  /// The way of a track line, a position a line.
  var way: String?
  var begins: String?
  var minutes: Double?
  var directionDegrees: Double?
  var alongMetres: Double?
  var acrossMetres: Double?
  var spacingMetres: Double?
  var speedMetresPerSecond: Double?
  var heightMetres: Double?
  /// What the operator of a sensor declares for this object and weather.
  var sweepMetres: Double?
  var visibilityMetres: Double?
  var windMetresPerSecond: Double?
  var waveMetres: Double?
  var isTired = false
  /// Whether it is day; nil to reckon it from the sun.
  var isDay: Bool?
  var movesWithDrift = false

  /// Whether anything was asked at all.
  var isAsked: Bool { !assets.isEmpty }

  private static let metresInMile = 1852.0
  private static let metresInFoot = 0.3048

  init() {}

  /// - Throws: `FormFault` for the first field that cannot be.
  init(_ form: FormFields, _ strings: Strings) throws {
    func number(_ name: String, _ range: ClosedRange<Double>, _ unit: Double = 1) throws -> Double? {
      try FormFault.number(form[name], range, label: strings["search.field.\(name)"]).map { $0 * unit }
    }
    assets = form.all("asset")
    guard assets.count <= SearchAllocation.mostAssets else {
      throw FormFault("search.fault.assets", ["most": "\(SearchAllocation.mostAssets)"])
    }
    object = form["object"].flatMap { SearchObject(rawValue: $0) } ?? object
    pattern = form["pattern"].flatMap { SearchPattern(rawValue: $0) }
    (place, way, begins) = (form["place"], form["way"], form["begins"])
    minutes = try number("minutes", 1...1440)
    directionDegrees = try number("direction", 0...360)
    alongMetres = try number("along", 0.05...200, Self.metresInMile)
    acrossMetres = try number("across", 0.05...200, Self.metresInMile)
    spacingMetres = try number("spacing", 0.01...50, Self.metresInMile)
    speedMetresPerSecond = try number("speed", 1...400, Self.metresInMile / 3600)
    heightMetres = try number("height", 50...10_000, Self.metresInFoot)
    sweepMetres = try number("sweep", 0...500, Self.metresInMile)
    visibilityMetres = try number("visibility", 0...50, Self.metresInMile)
    windMetresPerSecond = try number("wind", 0...150, Self.metresInMile / 3600)
    waveMetres = try number("wave", 0...20)
    isTired = form["tired"] != nil
    isDay = form["light"].map { $0 == "day" }
    movesWithDrift = form["moves"] != nil
  }
}
