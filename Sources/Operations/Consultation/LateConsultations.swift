package import Ledger
import Synchronization

/// Consultations of what rescue needs that could not be recorded when they happened, because the disk had no room left
/// at all. Rescue does not stop for that: they wait in memory, and are recorded as soon as there is room.
struct LateConsultations: Sendable {
  struct Waiting: Sendable {
    var number = 0
    let acting: Acting
    let draft: EntryDraft
  }

  private let limit: Int
  private(set) var waiting: [Waiting] = []
  /// How many found no place any more, and will never be recorded.
  private(set) var lost = 0
  private var lastNumber = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ consultation: Waiting) {
    guard waiting.count < limit else {
      lost += 1
      return
    }
    lastNumber += 1
    waiting.append(consultation)
    waiting[waiting.count - 1].number = lastNumber
  }

  mutating func remove(_ number: Int) { waiting.removeAll { $0.number == number } }
}

extension Centre {
  /// What is still to be recorded of what was shown, as it will stand in the ledger.
  package var waitingConsultations: [EntryDraft] { lateConsultations.withLock { $0.waiting.map(\.draft) } }

  /// How many consultations were shown since the centre was opened and can never be recorded.
  package var lostConsultations: Int { lateConsultations.withLock { $0.lost } }

  /// Records what has waited, each with the time at which it happened.
  ///
  /// Two that do so at once may record one twice, and never take away one that neither has recorded.
  package func recordLateConsultations() async throws {
    while let first = lateConsultations.withLock({ $0.waiting.first }) {
      _ = try await append(as: first.acting) { _ in [first.draft] }
      lateConsultations.withLock { $0.remove(first.number) }
    }
  }
}
