/// Base names of one culture and rules by which its people and offices write them in other ways: made for measuring
/// fairness.
///
/// The rules come from the usages of each script and know nothing of the comparison that they test.
public struct NameCulture: Sendable {
  /// The culture and its script, in words.
  public let title: String
  /// Given names in the source spelling that the rules start from.
  public let given: [String]
  /// Family names, or fathers' names where those stand in their place.
  public let family: [String]
  /// How the source spelling is written in Latin letters, several ways.
  let latin: NameRewriting
  /// How it is written in its own script or with all its marks; without rules as the source is, nil where there is
  /// nothing but Latin.
  let native: NameRewriting?
  /// Whether the family name stands first at home.
  let isFamilyFirst: Bool
  /// What stands between given and family names in full names of some people, in the source spelling.
  let middle: [String]

  init(
    _ title: String, given: String, family: String, middle: String = "", latin: String, native: String? = nil,
    isFamilyFirst: Bool = false
  ) {
    self.title = title
    self.given = Self.names(given)
    self.family = Self.names(family)
    self.middle = Self.names(middle)
    self.latin = NameRewriting(latin, dropsDoubles: false)
    self.native = native.map { NameRewriting($0, dropsDoubles: !$0.isEmpty) }
    self.isFamilyFirst = isFamilyFirst
  }

  /// Names between blanks; `_` stands for a blank within a name.
  private static func names(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { String($0).replacing("_", with: " ") }
  }

  /// All that there are: the same on every machine, in this order.
  public static let all: [NameCulture] = [
    arabic, persian, sorani, pashto, albanian, turkish, vietnamese, amharic, tigrinya, chinese, slavic, greek, english,
    french,
  ]
}
