/// Why a network cannot be read, and where.
public struct GraphFault: Error, Hashable, Sendable {
  /// The kind of fault.
  public enum Code: String, Hashable, Sendable {
    /// No link was found.
    case empty
    /// A column or an attribute that is needed is not there.
    case missingColumn
    /// A row does not hold what its place asks for.
    case badRow
    /// A weight is negative or no number.
    case badWeight
    /// Bytes that are no text that is read here.
    case badEncoding
    /// XML or JSON that breaks its own rules.
    case badSyntax
    /// A named limit was passed.
    case limit
  }

  /// The kind of fault.
  public var code: Code
  /// What is wrong and what to do; holds no name from the file.
  public var message: String
  /// The row, counted from 1; 0 for the file as a whole.
  public var row: Int

  /// A fault.
  public init(_ code: Code, row: Int = 0, _ message: String) {
    (self.code, self.row, self.message) = (code, row, message)
  }
}
