/// The limits of what is read as a name; beyond them a name is not compared and says why.
public enum NameLimits {
  /// The longest name, in Unicode scalars.
  public static let longestNameScalars = 512
  /// The most words of a name that are compared; what follows is left out and said.
  public static let mostWords = 24
  /// The longest word, in letters after transliteration; the rest of a longer one is left out and said.
  public static let longestWordLetters = 40
}
