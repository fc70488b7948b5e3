package import Archive
import Geodesy
import Ledger
import Marking

extension Centre {
  /// Erases a subject everywhere: archive, keys, views, index of words, and what they left in the files.
  ///
  /// The order is recorded first. An interruption leaves it standing, and the same order given again goes on. Backups of the
  /// ledger hold no keys; for copies of the key store see `Ledger.forgetErased(inCopyOfKeys:)`.
  ///
  /// - Parameter archive: the archive of positions; nil when there is none.
  /// - Throws: `OperationsError` with code `refused` when the officer may not, `notFound` for an officer or a subject that
  ///   does not exist, `invalid` when no reason is given.
  package func erase(_ order: EraseSubject, from archive: Archive?) async throws -> ErasureOutcome {
    let person = try await ledger.read { db in try Person.read(order.officer, in: db) }
    guard let person, person.state == .active else {
      throw OperationsError(.notFound, "There is no active person called \(order.officer.text).")
    }
    let stated = Acting(viewer: person.viewer, purpose: .oversight, means: .console)
    try await permit(.erase, .ledger, as: stated)
    let acting = stated.settled(for: .erase, on: .ledger, exercise: settings.exercise)
    let ordered = try await append(as: acting) { ground in [try order.draft(ground)] }
    var blocks = 0
    if let archive, order.subject.hasPrefix(Self.trackPrefix) {
      blocks = try archive.erase(trackID: String(order.subject.dropFirst(Self.trackPrefix.count)))
      try await anchor(archive)
    }
    let context = CommandContext(
      actor: acting.viewer.name, agency: acting.viewer.agency, purpose: acting.purpose.rawValue, priority: .record)
    let marking = Marking.official.marked(exercise: settings.exercise)
    let erased = try await ledger.erase(subject: order.subject, marking: marking.text, context: context)
    shelf.clear()
    return ErasureOutcome(order: ordered.firstSequence, erasure: erased.firstSequence, blocks: blocks)
  }

  private static let trackPrefix = "track:"
}
