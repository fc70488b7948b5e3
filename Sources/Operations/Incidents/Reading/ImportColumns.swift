import Foundation

/// How columns of a file are called on either shore, and the field that each stands for.
enum ImportColumns {
  /// The field of a column; nil for one that is none.
  static func name(of column: String) -> String? { names[folded(column)] }

  /// A name in lower case, without accents and without what stands between its words.
  private static func folded(_ name: String) -> String {
    String(
      name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
        ("a"..."z").contains($0) || ("0"..."9").contains($0)
      }.map(Character.init))
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (field, columns) in table { for column in columns { names[column] = field } }
    return names
  }()

  private static let table: [String: [String]] = [
    "channel": ["channel", "type", "canal", "source"],
    "received": ["received", "time", "timestamp", "datetime", "date", "heure", "recu", "recua", "horodatage"],
    "position": ["position", "pos", "latlon", "coordinates", "location", "where", "lieu", "coordonnees"],
    "latitude": ["latitude", "lat", "latitudedegrees"],
    "longitude": ["longitude", "lon", "lng", "long", "longitudedegrees"],
    "positionAt": ["positionat", "positiontime", "fixtime", "heureposition"],
    "accuracy": ["accuracy", "accuracymetres", "accuracymetres", "precision", "rayon"],
    "bearing": ["bearing", "relevement"],
    "people": ["people", "persons", "pob", "aboard", "personnes", "abord", "nombre"],
    "least": ["least", "peopleleast", "minimum", "min"],
    "most": ["most", "peoplemost", "maximum", "max"],
    "children": ["children", "minors", "enfants", "mineurs"],
    "inWater": ["inwater", "inthewater", "alamer", "aleau"],
    "injured": ["injured", "wounded", "blesses"],
    "takingWater": ["takingwater", "sinking", "voiedeau", "prendleau"],
    "engine": ["engine", "motor", "moteur"],
    "battery": ["battery", "batterypercent", "batterie"],
    "colour": ["colour", "color", "couleur"],
    "craft": ["craft", "boat", "description", "bateau", "embarcation"],
    "departure": ["departure", "from", "depart"],
    "reference": ["reference", "ref", "casenumber", "numero"],
    "track": ["track", "piste"],
    "phone": ["phone", "telephone", "tel", "msisdn", "number"],
    "name": ["name", "caller", "nom"],
    "language": ["language", "langue"],
    "sees": ["sees", "see", "voit"],
    "nextCall": ["nextcall", "prochainappel"],
    "text": ["text", "message", "notes", "note", "remarks", "comment", "texte", "remarques"],
  ]
}
