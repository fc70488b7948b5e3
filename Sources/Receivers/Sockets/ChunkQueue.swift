import Synchronization

/// A bounded queue from several senders to one consumer.
///
/// `push` waits for room; `offer` drops the oldest waiting instead, for senders that cannot wait.
final class ChunkQueue: Sendable {
  fileprivate struct State {
    var waiting: [[UInt8]] = []
    var waitingBytes = 0
    var isClosed = false
    var consumer: CheckedContinuation<Void, Never>?
    var producers: [CheckedContinuation<Void, Never>] = []
  }

  private let bytesMost: Int
  private let state = Mutex(State())

  init(bytesMost: Int) {
    self.bytesMost = max(1, bytesMost)
  }

  /// Adds bytes and returns how many waiting chunks had to be dropped for them.
  func offer(_ bytes: [UInt8]) -> Int {
    let (dropped, consumer) = state.withLock { state -> (Int, CheckedContinuation<Void, Never>?) in
      guard !state.isClosed else { return (0, nil) }
      var dropped = 0
      while dropped < state.waiting.count, state.waitingBytes + bytes.count > bytesMost {
        state.waitingBytes -= state.waiting[dropped].count
        dropped += 1
      }
      // Dropping a quarter at once keeps the cost of a full queue small.
      if dropped > 0 {
        let more = min(state.waiting.count, max(dropped, state.waiting.count / 4))
        for index in dropped..<more { state.waitingBytes -= state.waiting[index].count }
        state.waiting.removeFirst(more)
        dropped = more
      }
      return (dropped, state.add(bytes))
    }
    consumer?.resume()
    return dropped
  }

  /// Adds bytes, after waiting until there is room; false when the queue was closed and they were not taken.
  func push(_ bytes: [UInt8]) async -> Bool {
    while true {
      let outcome = state.withLock { state -> (taken: Bool?, consumer: CheckedContinuation<Void, Never>?) in
        if state.isClosed { return (false, nil) }
        guard state.waiting.isEmpty || state.waitingBytes + bytes.count <= bytesMost else { return (nil, nil) }
        return (true, state.add(bytes))
      }
      outcome.consumer?.resume()
      if let taken = outcome.taken { return taken }
      await withCheckedContinuation { continuation in
        let mayGo = state.withLock { state in
          if state.isClosed || state.waiting.isEmpty { return true }
          state.producers.append(continuation)
          return false
        }
        if mayGo { continuation.resume() }
      }
    }
  }

  /// The waiting chunks as one, up to a size; nil when the queue is closed and empty. Only one consumer may ask.
  func next(upTo bytesMost: Int) async -> [UInt8]? {
    while true {
      if let taken = take(upTo: bytesMost) { return taken }
      if state.withLock({ $0.isClosed }) { return nil }
      await withCheckedContinuation { continuation in
        let mayGo = state.withLock { state in
          if state.isClosed || !state.waiting.isEmpty { return true }
          state.consumer = continuation
          return false
        }
        if mayGo { continuation.resume() }
      }
    }
  }

  /// Ends the queue: what waits can still be taken, nothing more comes in, and nobody waits any longer.
  func close() {
    let woken = state.withLock { state in
      state.isClosed = true
      defer {
        state.consumer = nil
        state.producers = []
      }
      return state.producers + (state.consumer.map { [$0] } ?? [])
    }
    for continuation in woken { continuation.resume() }
  }

  private func take(upTo bytesMost: Int) -> [UInt8]? {
    let (taken, producers) = state.withLock { state -> ([UInt8]?, [CheckedContinuation<Void, Never>]) in
      guard let first = state.waiting.first else { return (nil, []) }
      var taken = first
      var count = 1
      while count < state.waiting.count, taken.count + state.waiting[count].count <= bytesMost {
        taken += state.waiting[count]
        count += 1
      }
      state.waiting.removeFirst(count)
      state.waitingBytes -= taken.count
      defer { state.producers = [] }
      return (taken, state.producers)
    }
    for producer in producers { producer.resume() }
    return taken
  }
}

extension ChunkQueue.State {
  /// Appends bytes and returns the consumer, if one waits, to be woken outside the lock.
  fileprivate mutating func add(_ bytes: [UInt8]) -> CheckedContinuation<Void, Never>? {
    waiting.append(bytes)
    waitingBytes += bytes.count
    defer { consumer = nil }
    return consumer
  }
}
