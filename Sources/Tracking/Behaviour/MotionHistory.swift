/// The newest motions of every craft: a ring of fixed length for each, all in one piece of memory.
struct MotionHistory: Sendable {
  private let capacity: Int
  private let stepSeconds: Int32
  private var samples: ContiguousArray<MotionSample> = []
  private var heads: ContiguousArray<Int32> = []
  private var counts: ContiguousArray<Int32> = []

  init(capacity: Int, stepSeconds: Int32) {
    self.capacity = max(1, capacity)
    self.stepSeconds = stepSeconds
  }

  /// Makes room for one more craft.
  mutating func addSlot() {
    samples.append(contentsOf: repeatElement(.none, count: capacity))
    heads.append(0)
    counts.append(0)
  }

  /// Forgets what a slot held.
  mutating func clear(_ slot: Int) { counts[slot] = 0 }

  /// Keeps a motion unless the newest one is too recent; whether it was kept.
  mutating func append(_ sample: MotionSample, slot: Int) -> Bool {
    let count = Int(counts[slot])
    let head = Int(heads[slot])
    if count > 0 {
      let since = sample.seconds &- samples[slot * capacity + head].seconds
      // A clock that goes back by more than this begins the history anew.
      if since < -Self.greatestStepBack {
        counts[slot] = 0
        return append(sample, slot: slot)
      }
      guard since >= stepSeconds else { return false }
    }
    let next = count == 0 ? 0 : (head + 1) % capacity
    samples[slot * capacity + next] = sample
    heads[slot] = Int32(next)
    counts[slot] = Int32(min(count + 1, capacity))
    return true
  }

  private static let greatestStepBack: Int32 = 600

  func count(_ slot: Int) -> Int { Int(counts[slot]) }

  /// A motion by its age: 0 is the newest.
  func sample(_ slot: Int, age: Int) -> MotionSample {
    let place = (Int(heads[slot]) - age + capacity) % capacity
    return samples[slot * capacity + place]
  }

  /// How many of the motions are no older than so many seconds.
  func count(_ slot: Int, within seconds: Int32, of now: Int32) -> Int {
    let count = count(slot)
    var found = 0
    while found < count, now &- sample(slot, age: found).seconds <= seconds { found += 1 }
    return found
  }
}
