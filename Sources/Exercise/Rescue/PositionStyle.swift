import Geodesy

/// The ways in which people tell a position, in speech, by hand and by machine.
enum PositionStyle: CaseIterable, Sendable {
  /// `51.02500, 1.38667`
  case decimalPoint
  /// `51,0250 1,3867`
  case decimalComma
  /// `1.38667, 51.02500`
  case swapped
  /// `51°01.50′N 001°23.20′E`
  case mariner
  /// `51 01.5N 1 23.2E`
  case typedMinutes
  /// `51 01 north 1 23 east`
  case wholeMinutes
  /// `https://maps.google.com/?q=51.02500,1.38667`
  case mapLink
  /// `geo:51.02500,1.38667`
  case geoLink
  /// `five one zero one decimal five north zero zero one two three decimal two east`
  case spokenDigits
  /// `cinquante et un degrés un virgule cinq minutes nord, un degré vingt-trois virgule deux minutes est`
  case spokenFrench
  /// `///exercise.lamp.harbour`
  case threeWords
  /// `about 9 miles from Dover`
  case vague

  /// What people aboard say at the phone.
  static let said: [PositionStyle] = [.spokenDigits, .spokenFrench, .typedMinutes, .decimalPoint, .vague, .vague]
  /// What people aboard write.
  static let written: [PositionStyle] = [
    .decimalPoint, .decimalComma, .decimalComma, .swapped, .swapped, .mapLink, .threeWords, .vague,
  ]
  /// What a phone makes of its own place.
  static let pinned: [PositionStyle] = [.mapLink, .mapLink, .geoLink]

  /// What is odd about a position in this style.
  var flaw: RescueTruth.Report.Flaw? {
    switch self {
    case .swapped: .swapped
    case .threeWords: .threeWords
    case .vague: .vague
    default: nil
    }
  }

  /// The words for a place.
  func text(_ place: Place, chance: inout SeededGenerator) -> String {
    let latitude = decimal(place.latitude, 5)
    let longitude = decimal(place.longitude, 5)
    switch self {
    case .decimalPoint: return "\(latitude), \(longitude)"
    case .decimalComma: return Self.commas("\(decimal(place.latitude, 4)) \(decimal(place.longitude, 4))")
    case .swapped: return "\(longitude), \(latitude)"
    case .mapLink: return "https://maps.google.com/?q=\(latitude),\(longitude)"
    case .geoLink: return "geo:\(latitude),\(longitude)"
    case .mariner: return Self.mariner(place)
    case .typedMinutes:
      let (north, east) = (Self.tenths(place.latitude), Self.tenths(place.longitude))
      return "\(north.degrees) \(north.text)N \(east.degrees) \(east.text)E"
    case .wholeMinutes:
      let (north, east) = (Self.wholeMinutes(place.latitude), Self.wholeMinutes(place.longitude))
      return "\(north) north \(east) east"
    case .spokenDigits:
      return "\(Self.digits(place.latitude, 2)) north \(Self.digits(place.longitude, 3)) east"
    case .spokenFrench: return Self.french(place)
    case .threeWords:
      return "///exercise.\(chance.choice(Self.words) ?? "lamp").\(chance.choice(Self.words) ?? "lamp")"
    case .vague:
      let miles = Int((place.metres(to: Self.dover) / 1852).rounded())
      return "about \(miles) miles from Dover"
    }
  }

  /// Where `about 9 miles from Dover` counts from.
  static let dover = Place(51.1279, 1.3134)
  private static let words = [
    "lamp", "harbour", "wave", "ladder", "rope", "anchor", "tide", "whistle", "gull", "chart",
  ]

  private static func commas(_ text: String) -> String { String(text.map { $0 == "." ? "," : $0 }) }

  /// A place as ships and desks write it, to a hundredth of a minute.
  static func mariner(_ place: Place) -> String {
    Position(latitudeDegrees: place.latitude, longitudeDegrees: place.longitude)?.text ?? ""
  }
}

/// Angles in degrees and minutes, in figures and in words; for the northern and eastern angles of the strait alone.
extension PositionStyle {
  /// Degrees, whole minutes and tenths of one, rounded with their carry.
  private static func tenths(_ angle: Double) -> (degrees: Int, minutes: Int, tenths: Int, text: String) {
    let count = Int((max(0, angle) * 600).rounded())
    let (minutes, tenths) = (count / 10 % 60, count % 10)
    return (count / 600, minutes, tenths, "\(padded(minutes, digits: 2)).\(tenths)")
  }

  private static func wholeMinutes(_ angle: Double) -> String {
    let count = Int((max(0, angle) * 60).rounded())
    return "\(count / 60) \(padded(count % 60, digits: 2))"
  }

  private static func digits(_ angle: Double, _ degreeDigits: Int) -> String {
    let parts = tenths(angle)
    let figures = padded(parts.degrees, digits: degreeDigits) + padded(parts.minutes, digits: 2)
    return figures.utf8.map { figureWords[Int($0 - 48)] }.joined(separator: " ")
      + " decimal \(figureWords[parts.tenths])"
  }

  private static func french(_ place: Place) -> String {
    "\(french(place.latitude)) nord, \(french(place.longitude)) est"
  }

  private static func french(_ angle: Double) -> String {
    let parts = tenths(angle)
    let unit = parts.degrees < 2 ? "degré" : "degrés"
    return "\(french(parts.degrees)) \(unit) \(french(parts.minutes)) virgule \(french(parts.tenths)) minutes"
  }

  /// A number of 0 to 59 in French words.
  private static func french(_ number: Int) -> String {
    if number < frenchWords.count { return frenchWords[number] }
    let (ten, unit) = (frenchTens[min(5, number / 10)], number % 10)
    switch unit {
    case 0: return ten
    case 1: return ten + " et un"
    default: return ten + "-" + frenchWords[unit]
    }
  }

  private static let figureWords = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]
  private static let frenchWords = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
  ]
  private static let frenchTens = ["", "dix", "vingt", "trente", "quarante", "cinquante"]
}
