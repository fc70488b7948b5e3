extension RelativePhrase {
  static let bearingWords: Set<String> = [
    "bearing", "bears", "brg", "relevement", "releve", "azimut", "azimuth", "gonio", "df", "rdf",
  ]
  static let prepositions: Set<String> = [
    "from", "of", "off", "de", "du", "des", "d", "depuis", "to", "before",
  ]
  static let nearWords: Set<String> = ["near", "close", "pres", "proche", "large", "off", "opposite", "devant"]
  static let glue: Set<String> = [
    "about", "at", "a", "the", "is", "on", "en", "au", "environ", "distance", "range", "approximately", "around",
    "roughly", "maybe", "by", "and", "et", "in", "direction", "dans", "le", "la", "l", "degrees", "degree", "degres",
    "°", "deg", "some", "only", "peut", "etre",
  ]
  /// Words that end a name, since something else begins.
  static let stops: Set<String> = [
    "and", "with", "we", "on", "at", "et", "nous", "avec", "il", "a", "our", "engine", "moteur", "is", "est", "bearing",
    "distance", "range", "please", "help", "about", "near", "from", "in", "heading", "people", "personnes", "je", "i",
    "they", "ils", "but", "mais", "true", "magnetic", "there", "water", "now", "since", "depuis",
  ]
  /// What "of" says of a thing rather than of a place: "8 metres of rope".
  static let measures: Set<String> = [
    "long", "large", "length", "water", "rope", "wide", "eau", "haut", "hauteur", "longueur", "deep", "depth", "fond",
    "visibility", "visibilite", "us", "nous",
  ]
  /// Kinds of things of which there are many.
  static let kinds: Set<String> = [
    "light", "lights", "lighthouse", "lightvessel", "lightship", "phare", "feu", "feux", "lumiere", "lumieres", "buoy",
    "bouee", "coast", "shore", "land", "beach", "plage", "cote", "terre", "harbour", "harbor", "port", "ship", "navire",
    "bateau", "boat", "ferry", "tanker", "tower", "wind", "windfarm", "england", "france", "angleterre", "uk", "city",
    "ville", "town", "cliffs", "falaises", "island", "ile", "border", "platform",
  ]
  static let mostNameWords = 4
}
