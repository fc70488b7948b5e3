/// The words, in the languages of callers and of both shores, that have a meaning in a position.
///
/// Words are looked up in lower case and without accents.
enum Vocabulary {
  static func kind(of word: String) -> Token.Kind? {
    if let hemisphere = hemispheres[word] { return .hemisphere(hemisphere) }
    if let unit = units[word] { return .mark(unit) }
    if let axis = labels[word] { return .label(axis) }
    if let number = NumberWord.words[word] { return .numberWord(number) }
    if let fraction = fractions[word] { return .fraction(fraction) }
    if decimalWords.contains(word) { return .decimalWord }
    return fillers.contains(word) ? .filler : nil
  }

  /// Hemisphere words that are also ordinary words, and count only right after a number.
  static let onlyAfterNumbers: Set<String> = ["est", "este", "jug", "veri", "sur", "ost"]

  private static let hemispheres: [String: Hemisphere] = [
    "n": .north, "north": .north, "northern": .north, "nord": .north, "norte": .north, "norden": .north,
    "kuzey": .north, "veri": .north, "شمال": .north, "شمالا": .north,
    "s": .south, "south": .south, "southern": .south, "sud": .south, "sur": .south, "suden": .south,
    "guney": .south, "jug": .south, "جنوب": .south, "جنوبا": .south,
    "e": .east, "east": .east, "eastern": .east, "est": .east, "este": .east, "ost": .east, "osten": .east,
    "dogu": .east, "lindje": .east, "شرق": .east, "شرقا": .east,
    "w": .west, "west": .west, "western": .west, "ouest": .west, "oeste": .west, "westen": .west,
    "bati": .west, "perendim": .west, "غرب": .west, "غربا": .west,
    "o": .westOrEast,
  ]

  private static let units: [String: AngleUnit] = [
    "d": .degrees, "deg": .degrees, "degs": .degrees, "degree": .degrees, "degrees": .degrees, "degre": .degrees,
    "degres": .degrees, "grad": .degrees, "grados": .degrees, "derece": .degrees, "درجة": .degrees,
    "درجه": .degrees,
    "m": .minutes, "min": .minutes, "mins": .minutes, "minute": .minutes, "minutes": .minutes, "minuten": .minutes,
    "dakika": .minutes, "minutos": .minutes, "دقيقة": .minutes, "دقیقه": .minutes,
    "sec": .seconds, "secs": .seconds, "second": .seconds, "seconds": .seconds, "seconde": .seconds,
    "secondes": .seconds, "sekunden": .seconds, "saniye": .seconds, "segundos": .seconds, "ثانية": .seconds,
    "ثانیه": .seconds,
  ]

  private static let labels: [String: Axis] = [
    "lat": .latitude, "latitude": .latitude, "latitud": .latitude, "breite": .latitude, "enlem": .latitude,
    "lt": .latitude, "lattitude": .latitude, "latitute": .latitude, "lattitute": .latitude,
    "lon": .longitude, "lng": .longitude, "long": .longitude, "longitude": .longitude, "longitud": .longitude,
    "lange": .longitude, "boylam": .longitude, "lg": .longitude, "longtitude": .longitude,
    "longditude": .longitude, "longitute": .longitude, "longtude": .longitude,
  ]

  private static let fractions: [String: Double] = [
    "half": 0.5, "demi": 0.5, "demie": 0.5, "bucuk": 0.5, "halb": 0.5,
    "quarter": 0.25, "quart": 0.25, "quarters": 0.25, "quarts": 0.25,
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3.0, "⅔": 2 / 3.0,
  ]

  private static let decimalWords: Set<String> = ["point", "decimal", "dot", "virgule", "comma", "komma", "nokta"]

  private static let fillers = approximateWords.union([
    "and", "et", "und", "a", "an", "the", "by", "of", "is", "about", "approx", "approximately", "environ", "de", "la",
    "le", "position", "pos", "wgs", "gps", "ve", "plus", "coordinates", "coordonnees",
  ])

  /// Words that say that a number is no more than about right.
  static let approximateWords: Set<String> = [
    "about", "approx", "approximately", "approximate", "environ", "around", "roughly", "maybe", "perhaps", "probably",
    "think", "ish", "bit", "something", "nearly", "almost", "vers", "peu", "presque", "peut", "crois", "quelque",
    "quelques", "estimated", "estime", "estimee",
  ]
}

extension Unicode.Scalar {
  /// The plain letter behind an accented one of the languages that are read, in lower case.
  var folded: Unicode.Scalar {
    switch self {
    case "à", "â", "ä", "á", "À", "Â", "Ä", "Á": "a"
    case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
    case "î", "ï", "í", "ı", "İ", "Î", "Ï", "Í": "i"
    case "ô", "ö", "ó", "Ô", "Ö", "Ó": "o"
    case "ù", "û", "ü", "ú", "Ù", "Û", "Ü", "Ú": "u"
    case "ğ", "Ğ": "g"
    case "ş", "Ş": "s"
    case "ç", "Ç": "c"
    default: asciiLowercased
    }
  }
}
