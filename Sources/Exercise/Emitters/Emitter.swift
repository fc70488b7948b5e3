/// A sensor or transponder that says something about a night from time to time.
///
/// A night merges its emitters in the order of time, so that radar, cameras and calls join as further emitters.
protocol Emitter: Sendable {
  /// When it speaks next, in milliseconds since the start of the night; nil when it has fallen silent for good.
  var nextMilliseconds: Int64? { get }

  /// Says what is due and settles when it speaks next.
  mutating func emit(through station: inout Station, into lines: inout [ExerciseSentence])
}
