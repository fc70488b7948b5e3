import Geodesy

/// The sentences of a night in the order of time.
///
/// Only the emitters and the lines of the message at hand are held; each iteration begins anew.
public struct NightSentences: Sequence, Sendable {
  private let night: Night

  init(_ night: Night) {
    self.night = night
  }

  /// Begins at the first sentence.
  public func makeIterator() -> Iterator {
    Iterator(night)
  }

  /// Where an iteration stands.
  public struct Iterator: IteratorProtocol, Sendable {
    private var queue: EmissionQueue
    private var station = Station()
    private var lines: [ExerciseSentence] = []
    private var nextLine = 0

    init(_ night: Night) {
      queue = EmissionQueue(night.emitters())
    }

    /// The next sentence, or nil when the night is over.
    public mutating func next() -> ExerciseSentence? {
      while nextLine >= lines.count {
        lines.removeAll(keepingCapacity: true)
        nextLine = 0
        guard queue.emitNext(through: &station, into: &lines) else { return nil }
      }
      defer { nextLine += 1 }
      return lines[nextLine]
    }
  }
}
