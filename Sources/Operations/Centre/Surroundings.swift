package import Geodesy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clock and the randomness that a centre is given, so that a test can hand in its own.
package struct Surroundings: Sendable {
  /// The time now.
  package var now: @Sendable () -> Instant
  /// So many bytes that nobody can predict.
  package var randomBytes: @Sendable (_ count: Int) -> [UInt8]

  package init(
    now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
  ) {
    self.now = now
    self.randomBytes = randomBytes
  }
}

extension Surroundings {
  /// The machine's own clock and its cryptographic generator.
  package static let live = Surroundings(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      let milliseconds = Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
      return Instant(millisecondsSince1970: milliseconds)
    },
    randomBytes: { count in
      var generator = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    })
}
