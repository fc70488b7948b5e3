/// Characters that are taken for each other by machines and people who read them.
public enum OpticalConfusion {
  private static let groups: [[Character]] = [
    ["0", "O", "Q", "D"], ["1", "I", "L"], ["2", "Z"], ["5", "S"], ["8", "B"], ["6", "G"], ["4", "A"], ["7", "T"],
    ["U", "V"],
    ["C", "G"], ["M", "N"], ["3", "E"], ["K", "X"],
  ]

  private static let table: [Character: [Character]] = {
    var made: [Character: [Character]] = [:]
    for group in groups { for one in group { made[one, default: []] += group.filter { $0 != one } } }
    return made
  }()

  /// The characters that a capital or digit is taken for, nil when there are none.
  public static func partners(_ character: Character) -> [Character]? { table[character] }

  /// Whether two characters are taken for each other; a character is not confused with itself.
  public static func confuses(_ first: Character, _ second: Character) -> Bool {
    table[first]?.contains(second) ?? false
  }
}
