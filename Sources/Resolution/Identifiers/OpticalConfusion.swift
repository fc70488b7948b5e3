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

  /// Places of a table of 36 by 36 letters and digits, set where the two are taken for each other.
  private static let flags: [Bool] = {
    let characters = Array("0123456789abcdefghijklmnopqrstuvwxyz").map { Character($0.uppercased()) }
    return characters.flatMap { one in characters.map { confuses(one, $0) } }
  }()

  /// Whether two lower-case letters or digits are taken for each other.
  static func confuses(_ first: UInt8, _ second: UInt8) -> Bool {
    guard let first = place(first), let second = place(second) else { return false }
    return flags[first * 36 + second]
  }

  private static func place(_ sign: UInt8) -> Int? {
    switch sign {
    case 48...57: Int(sign) - 48
    case 97...122: Int(sign) - 87
    default: nil
    }
  }

  /// Whether two characters are taken for each other; a character is not confused with itself.
  public static func confuses(_ first: Character, _ second: Character) -> Bool {
    table[first]?.contains(second) ?? false
  }
}
