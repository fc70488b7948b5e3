/// Emitters in the order in which they speak: a binary heap over the moment, then the emitter's place.
struct EmissionQueue: Sendable {
  private struct Turn: Sendable {
    let moment: Int64
    let emitter: Int

    func comesBefore(_ other: Turn) -> Bool {
      moment != other.moment ? moment < other.moment : emitter < other.emitter
    }
  }

  private var emitters: [any Emitter]
  private var heap: [Turn] = []

  init(_ emitters: [any Emitter]) {
    self.emitters = emitters
    for (index, emitter) in emitters.enumerated() {
      guard let moment = emitter.nextMilliseconds else { continue }
      heap.append(Turn(moment: moment, emitter: index))
      rise(from: heap.count - 1)
    }
  }

  /// Lets the next emitter speak; false when all are silent for good.
  mutating func emitNext(through station: inout Station, into lines: inout [ExerciseSentence]) -> Bool {
    guard let turn = heap.first else { return false }
    emitters[turn.emitter].emit(through: &station, into: &lines)
    if let moment = emitters[turn.emitter].nextMilliseconds {
      heap[0] = Turn(moment: moment, emitter: turn.emitter)
    } else {
      let last = heap.removeLast()
      guard !heap.isEmpty else { return true }
      heap[0] = last
    }
    sink()
    return true
  }

  private mutating func rise(from index: Int) {
    var child = index
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].comesBefore(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var first = parent
      for child in 2 * parent + 1..<2 * parent + 3 where child < heap.count && heap[child].comesBefore(heap[first]) {
        first = child
      }
      guard first != parent else { return }
      heap.swapAt(first, parent)
      parent = first
    }
  }
}
