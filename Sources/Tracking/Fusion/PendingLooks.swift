/// Looks of one sensor at one craft that did not show it, until something shows that the craft was still there.
struct PendingLooks: Hashable, Sendable {
  /// The place of the sensor's record.
  let sensor: Int
  let ring: Int
  let isSmall: Bool
  var count: Double
}
