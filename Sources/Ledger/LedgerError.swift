/// Anything that the ledger refuses or fails at.
///
/// Errors that a command's own rules throw are not wrapped: they reach the caller of the command as they are.
public struct LedgerError: Error, Sendable {
  /// The kinds of failure that a caller may want to tell apart.
  public enum Code: String, Hashable, Sendable {
    /// The caller acted on a version of an aggregate that is no longer the latest.
    case conflict
    /// The store was written by a newer version of this program.
    case storeTooNew
    /// Another process has the store open for writing.
    case locked
    /// The stored bytes are not what was written, or the file is no ledger at all.
    case corrupt
    /// The file system has no room left, or what is left is held back for what matters more.
    case diskFull
    /// A named limit would be exceeded.
    case limit
    /// What was asked for has been erased.
    case erased
    /// The key store does not lie beside the ledger.
    case keysMissing
    /// There is no ledger at the place named.
    case storeMissing
    /// There is already something at the place named.
    case storeExists
    /// The operating system denies access to a file.
    case denied
    /// A draft, a context or an argument cannot be accepted as it is.
    case invalid
    /// The entry, checkpoint or size asked for does not exist.
    case notFound
    /// A view failed to fold an entry.
    case viewFailed
    /// The ledger has been closed.
    case closed
    /// The storage failed in a way that none of the other codes describes.
    case storage
  }

  /// The version that a caller expected of an aggregate, and the one that the ledger holds.
  public struct Conflict: Hashable, Sendable {
    /// The identifier of the aggregate.
    public var aggregate: String
    /// The version on which the caller acted.
    public var expectedVersion: Int64
    /// The version that the ledger holds.
    public var actualVersion: Int64
  }

  /// What kind of failure it is.
  public var code: Code

  /// What happened and what to do about it, without personal data.
  public var message: String

  /// The error underneath, if there is one.
  public var cause: (any Error)?

  /// The file, table, entry or view concerned.
  public var place: String?

  /// What was expected and what was found, when `code` is `conflict`.
  public var conflict: Conflict?

  /// Makes an error.
  public init(
    _ code: Code, _ message: String, place: String? = nil, cause: (any Error)? = nil, conflict: Conflict? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
    self.conflict = conflict
  }
}

extension LedgerError: CustomStringConvertible {
  /// The message with its place and cause, on one line.
  public var description: String {
    var text = message
    if let place { text += " [\(place)]" }
    if let cause { text += " (\(cause))" }
    return text
  }
}
