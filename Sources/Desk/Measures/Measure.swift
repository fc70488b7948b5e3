/// One thing that the desk measures about itself: its name, what kind of number it is, in which unit, and what it means.
///
/// No measure tells of anyone: what is counted are feeds, connections, bytes and seconds.
struct Measure: Sendable {
  enum Kind: String, Sendable {
    /// Only ever grows, and begins at nothing when the desk starts.
    case counter
    /// Goes up and down.
    case gauge
  }

  /// A number, with what tells it from the other numbers of its measure.
  struct Reading: Sendable {
    var labels: [String] = []
    var value: Double

    init(_ value: Double, _ labels: String...) {
      self.value = value
      self.labels = labels
    }

    init(_ value: some BinaryInteger, _ labels: String...) {
      self.value = Double(value)
      self.labels = labels
    }

    /// A number that cannot be told is not a number, which is never taken for nothing.
    init(orUnknown value: (some BinaryInteger)?, _ labels: String...) {
      self.value = value.map { Double($0) } ?? .nan
      self.labels = labels
    }

    init(_ isSo: Bool, _ labels: String...) {
      value = isSo ? 1 : 0
      self.labels = labels
    }
  }

  /// The name after `foreland_`.
  let name: String
  let kind: Kind
  /// What one of it is: `seconds`, `bytes`, `entries`, or `1 or 0`.
  let unit: String
  /// The names of the labels, in the order of a reading's.
  let labels: [String]
  /// What the number says, and where it helps, what to do about it; one or two sentences.
  let meaning: String
  /// Takes the number; nothing when this desk has no such thing.
  let read: @Sendable (MeasureGround) -> [Reading]

  static func counter(
    _ name: String, _ unit: String, by labels: [String] = [], _ meaning: String,
    _ read: @escaping @Sendable (MeasureGround) -> [Reading]
  ) -> Measure {
    Measure(name: name, kind: .counter, unit: unit, labels: labels, meaning: meaning, read: read)
  }

  static func gauge(
    _ name: String, _ unit: String, by labels: [String] = [], _ meaning: String,
    _ read: @escaping @Sendable (MeasureGround) -> [Reading]
  ) -> Measure {
    Measure(name: name, kind: .gauge, unit: unit, labels: labels, meaning: meaning, read: read)
  }
}
