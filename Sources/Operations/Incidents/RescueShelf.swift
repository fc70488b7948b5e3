import GRDB
import Synchronization

/// Keeps the book of rescue in memory, so that a question folds only what is new.
final class RescueShelf: Sendable {
  private struct Held {
    var book = RescueBook()
    /// The sequence of this ledger up to which the book goes.
    var through: Int64 = 0
  }

  private let held = Mutex(Held())

  /// The book as it is in a state of the views.
  ///
  /// - Parameter keeps: whether the state is one that has been committed, so that the next question can begin with it. A rule
  ///   inside the writer's transaction sees what may yet be undone.
  func book(in db: Database, keeps: Bool) throws -> RescueBook {
    var now = held.withLock { $0 }
    let last = try Int64.fetchOne(try db.cachedStatement(sql: "SELECT max(sequence) FROM rescue")) ?? 0
    // A store that was rebuilt or that a reader sees at an earlier state begins anew.
    if last < now.through { now = Held() }
    guard last > now.through else { return now.book }
    now.book.take(try RescueFact.read(after: now.through, through: last, in: db))
    now.through = last
    if keeps { held.withLock { [now] held in if held.through < now.through { held = now } } }
    return now.book
  }

  /// Forgets the book, for some of what it holds has been erased.
  func clear() { held.withLock { $0 = Held() } }
}
