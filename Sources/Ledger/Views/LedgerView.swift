public import GRDB

/// A table, or several, folded from the entries of the ledger.
///
/// A view is folded in the transaction that appends the entry, so it never lags. It holds nothing that the entries do
/// not hold, so it can be dropped and rebuilt at any time; it is rebuilt whenever `version` differs from the version
/// that folded what is stored.
///
/// Views are called on one thread at a time. An error thrown from `fold` during a command refuses that command.
public protocol LedgerView: Sendable {
  /// The name under which the view's position is kept; unique within a ledger and never changed.
  var name: String { get }

  /// A number to be raised whenever the tables or the way of folding change.
  var version: Int { get }

  /// Creates the view's tables.
  func create(_ db: Database) throws

  /// Drops whatever any version of the view has created; it succeeds when nothing is there.
  func drop(_ db: Database) throws

  /// Applies one entry. Entries arrive in the order of their sequence, each once. A part without bytes has been
  /// erased: the view takes over what is left and says "erased" where the bytes would stand.
  func fold(_ entry: Entry, into db: Database) throws

  /// Removes everything that tells about a subject, past rows and full-text index included.
  func purge(subject: String, from db: Database) throws
}
