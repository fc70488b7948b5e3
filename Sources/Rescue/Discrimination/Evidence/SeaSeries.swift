public import Geodesy

/// Wind and current over a night, in metres a second, towards east and north.
public struct SeaSeries: Hashable, Sendable {
  /// Wind and current at one moment.
  public struct Sample: Hashable, Sendable {
    /// When.
    public var time: Instant
    /// The wind towards east, in metres a second.
    public var windEast: Double
    /// The wind towards north, in metres a second.
    public var windNorth: Double
    /// The current towards east, in metres a second.
    public var currentEast: Double
    /// The current towards north, in metres a second.
    public var currentNorth: Double

    /// Wind and current at a moment.
    public init(time: Instant, windEast: Double, windNorth: Double, currentEast: Double, currentNorth: Double) {
      self.time = time
      self.windEast = windEast
      self.windNorth = windNorth
      self.currentEast = currentEast
      self.currentNorth = currentNorth
    }

    var isUsable: Bool {
      [windEast, windNorth, currentEast, currentNorth].allSatisfy {
        $0.isFinite && $0.magnitude <= Self.mostMetresASecond
      }
    }

    /// No wind and no current is faster; a greater number is a mistake of its file.
    private static let mostMetresASecond = 150.0
  }

  /// The samples in the order of time; only those that can be are kept.
  public let samples: [Sample]

  /// A series out of samples in any order. Samples that are not numbers, or faster than 150 m/s, are left out.
  public init(_ samples: [Sample]) {
    self.samples = samples.filter(\.isUsable).sorted { $0.time < $1.time }
  }

  /// A series sampled from a function of time, as from a field at the middle of the reports.
  public init(from start: Instant, through end: Instant, everySeconds step: Double, _ field: (Instant) -> Sample) {
    let seconds = max(0, end.seconds(since: start))
    let stride = max(step.isFinite ? step : 0, Self.leastStepSeconds, seconds / Double(Self.mostSamples))
    let count = Int(seconds / stride)
    self.init((0...count).map { field(start.adding(milliseconds: Int64(Double($0) * stride * 1000))) })
  }

  private static let leastStepSeconds = 60.0
  private static let mostSamples = 10_000
}
