/// Reads the short links of OpenStreetMap, which hold their place in themselves: `https://osm.org/go/0EEQjE--`.
///
/// Source: openstreetmap-website, `lib/short_link.rb`: each sign holds three pairs of bits of longitude and latitude,
/// the highest first; hyphens at the end tell the zoom. The link above tells 51.5107° N 0.0549° E.
enum OpenStreetMapShortLink {
  private static let signs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~".unicodeScalars)
  /// Ten signs hold all of the thirty-two bits of each number.
  private static let mostSigns = 10

  /// The place of a link's path, and the half of its cell in degrees; nil when it is none.
  static func position(path: String) -> (latitudeDegrees: Double, longitudeDegrees: Double, resolution: Double)? {
    let parts = path.split(separator: "/")
    guard parts.count == 2, parts[0] == "go" else { return nil }
    var (east, north) = (0.0, 0.0)
    var cell = 1.0
    var count = 0
    for scalar in parts[1].unicodeScalars {
      if scalar == "-" || scalar == "=" { break }
      // "@" was used before "~".
      guard let value = signs.firstIndex(of: scalar == "@" ? "~" : scalar), count < mostSigns else { return nil }
      for shift in stride(from: 4, through: 0, by: -2) {
        cell /= 2
        if value >> shift & 2 != 0 { east += cell }
        if value >> shift & 1 != 0 { north += cell }
      }
      count += 1
    }
    guard count >= 2 else { return nil }
    return (north * 180 - 90, east * 360 - 180, cell * 180)
  }
}
