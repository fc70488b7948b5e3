/// What a network holds at most; past it a file is refused with the row.
public enum GraphLimits {
  /// Nodes of a network.
  public static let mostNodes = 500_000_000
  /// Links of a network; both ends of each must be counted in 32 bits.
  public static let mostLinks = 2_000_000_000
  /// Bytes of one line of a list, a table or JSON.
  public static let mostLineBytes = 1 << 20
  /// Bytes of one name.
  public static let mostNameBytes = 4096
  /// Bytes of all names together.
  public static let mostBytesOfNames = 4_000_000_000
  /// Kinds of links.
  public static let mostKinds = 65_535
  /// Columns of a table.
  public static let mostColumns = 1024
  /// How deep elements of XML lie within one another.
  public static let mostDepth = 64
  /// Bytes of one tag of XML or of one text between two tags.
  public static let mostTagBytes = 1 << 20
  /// Attributes that a GraphML or GEXF file declares.
  public static let mostDeclarations = 4096
  /// Bytes that the tables of a file being read may use, unless another number is handed in.
  public static let usualMemoryBytes = 16_000_000_000
}
