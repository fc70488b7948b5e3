/// Reads Open Location Codes ("plus codes"), whole or shortened by their first two or four signs.
///
/// Source: Open Location Code specification, github.com/google/open-location-code: twenty signs, pairs of latitude and
/// longitude from −90 and −180 in steps of 20°, 1°, 0.05°, 0.0025° and 0.000125°, then a grid of five by four.
/// `8FVC2222+22` is the south-western corner 47.0° N 8.0° E, 0.000125° wide.
enum PlusCodes {
  private static let alphabet = Array("23456789CFGHJMPQRVWX".unicodeScalars)
  private static let placeOfPlus = 8
  private static let mostSignsAfter = 7
  private static let pairSigns = 10

  static func read(_ scan: inout TextScan, _ context: PositionContext, into found: inout Findings) {
    var index = 0
    while index < scan.scalars.count {
      guard scan[index] == "+", let code = code(scan, plus: index) else {
        index += 1
        continue
      }
      let source = scan.piece(code.range)
      if let candidate = candidate(code, source, context) {
        found.add(candidate)
      } else {
        found.add(.linkWithoutPosition(source))
      }
      scan.take(code.range)
      index = code.range.upperBound
    }
  }

  /// The signs of a code without its plus, and where it stands.
  private struct Code {
    var before: [Int]
    var after: [Int]
    /// How many of the first signs are zeros that only fill up the code.
    var padding: Int
    var range: Range<Int>
  }

  private static func code(_ scan: TextScan, plus: Int) -> Code? {
    var start = plus
    var padding = 0
    while scan[start - 1] == "0", padding < 6 {
      start -= 1
      padding += 1
    }
    var before = [Int]()
    while let value = scan[start - 1].flatMap(value), before.count + padding <= placeOfPlus {
      before.insert(value, at: 0)
      start -= 1
    }
    var end = plus + 1
    var after = [Int]()
    while let value = scan[end].flatMap(value), after.count <= mostSignsAfter {
      after.append(value)
      end += 1
    }
    let signs = before.count + padding
    let letters = (before + after).contains { $0 >= 8 }
    guard scan[start - 1].map(isWordPart) != true, scan[end].map(isWordPart) != true, letters,
      after.count <= mostSignsAfter, after.count != 1, before.count.isMultiple(of: 2)
    else { return nil }
    let whole =
      signs == placeOfPlus && !before.isEmpty && (padding == 0 || (padding.isMultiple(of: 2) && after.isEmpty))
    let short = padding == 0 && (signs == 4 || signs == 6) && after.count >= 2
    guard whole || short else { return nil }
    return Code(before: before, after: after, padding: padding, range: start..<end)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.decimalDigit != nil || scalar == "+"
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int? { alphabet.firstIndex(of: scalar.asciiUppercased) }

  private static func candidate(_ code: Code, _ source: String, _ context: PositionContext) -> PositionCandidate? {
    let missing = placeOfPlus - code.before.count - code.padding
    var doubts = Set<PositionDoubt>()
    var signs = code.before + code.after
    let reference = context.area?.centre ?? context.places.first?.position
    if missing > 0 {
      guard let reference else { return nil }
      signs = leadingSigns(of: reference, missing) + signs
      doubts.insert(.completedNearby)
    }
    guard signs.count >= 2, signs[0] < 9, signs[1] < 18 else { return nil }
    let cell = cell(signs)
    var (latitude, longitude) = (cell.south + cell.height / 2, cell.west + cell.width / 2)
    if missing > 0, let reference {
      // The nearest of the places that end in these signs, which may lie beyond the reference's own cell.
      let step = missing == 2 ? 20.0 : 1.0
      latitude += ((reference.latitudeDegrees - latitude) / step).rounded() * step
      longitude += ((reference.longitudeDegrees - longitude) / step).rounded() * step
    }
    guard latitude.magnitude <= 90 else { return nil }
    let position = Position(nearestLatitude: latitude, wrappingLongitude: longitude)
    return PositionCandidate(
      position: position, form: .plusCode, source: source,
      uncertaintyMetres: AnglePairs.uncertaintyMetres(latitudeDegrees: latitude, cell.height, cell.width),
      doubts: doubts)
  }

  private static func leadingSigns(of position: Position, _ count: Int) -> [Int] {
    var (north, east) = (min(position.latitudeDegrees, 89.999) + 90, position.longitudeDegrees + 180)
    var signs = [Int]()
    var step = 20.0
    while signs.count < count {
      let (row, column) = (Int(north / step), Int(east / step) % 20)
      signs += [row, column]
      north -= Double(row) * step
      east -= Double(column) * step
      step /= 20
    }
    return signs
  }

  /// The cell that the signs name, in degrees.
  private static func cell(_ signs: [Int]) -> (south: Double, west: Double, height: Double, width: Double) {
    var (south, west, height, width) = (-90.0, -180.0, 400.0, 400.0)
    for (place, value) in signs.prefix(pairSigns).enumerated() {
      if place.isMultiple(of: 2) {
        height /= 20
        south += Double(value) * height
      } else {
        width /= 20
        west += Double(value) * width
      }
    }
    for value in signs.dropFirst(pairSigns) {
      height /= 5
      width /= 4
      south += Double(value / 4) * height
      west += Double(value % 4) * width
    }
    return (south, west, height, width)
  }
}
