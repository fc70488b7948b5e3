/// What is known of the waters that a text is about; every part may be left out.
public struct PositionContext: Sendable {
  /// Where positions are expected. It decides between readings; one outside it is kept and marked `farFromArea`.
  public var area: BoundingBox?
  /// Land, as outer rings: a position in one of them is kept and marked `onLand`.
  public var land: [Polygon]
  /// Places that callers name.
  public var places: [NamedPlace]

  /// A context of these parts.
  public init(area: BoundingBox? = nil, land: [Polygon] = [], places: [NamedPlace] = []) {
    self.area = area
    self.land = land
    self.places = places
  }

  /// Whether a position lies on land.
  func isOnLand(_ position: Position) -> Bool { land.contains { $0.contains(position) } }
}

/// A place that callers and direction finders name.
public struct NamedPlace: Hashable, Sendable {
  /// Its name as the desk writes it.
  public var name: String
  /// Other names under which it is known, as in the other shore's language.
  public var otherNames: [String]
  /// Where it is.
  public var position: Position
  /// One standard deviation of the bearings of its radio direction finder, in degrees, where it has one.
  public var directionFinderSpreadDegrees: Double?

  /// A place of these parts.
  public init(
    name: String, otherNames: [String] = [], position: Position, directionFinderSpreadDegrees: Double? = nil
  ) {
    self.name = name
    self.otherNames = otherNames
    self.position = position
    self.directionFinderSpreadDegrees = directionFinderSpreadDegrees
  }

  /// Its names as runs of folded words.
  var foldedNames: [[String]] { ([name] + otherNames).map(Self.words).filter { !$0.isEmpty } }

  /// The words of a name in lower case and without accents.
  static func words(_ text: String) -> [String] {
    var words = [String]()
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append(scalar.folded)
      } else if !word.isEmpty {
        words.append(String(word))
        word = .init()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}
