import Geodesy

extension TrackRecord {
  /// How far receipts must go back to speak for a wrong clock rather than for a slow feed, in seconds.
  static let leastClockStepSeconds = 60.0
  /// How many receipts in a row must lie back before the track follows the clock.
  static let receiptsThatConvince = 5

  /// Notes the receipt of an observation that is in the order of time.
  mutating func noteReceipt(_ received: Instant) {
    receiptsGoingBack = 0
    if received > lastReceived { lastReceived = received }
  }

  /// How far the clock of the feed went back, once enough receipts in a row say so.
  ///
  /// Without this, one line stamped in the far future would make every true one after it too late to be used.
  mutating func clockStep(_ observation: SensorObservation) -> Double? {
    let back = lastReceived.seconds(since: observation.received)
    guard back >= Self.leastClockStepSeconds else {
      receiptsGoingBack = 0
      return nil
    }
    receiptsGoingBack += 1
    guard receiptsGoingBack >= Self.receiptsThatConvince else { return nil }
    receiptsGoingBack = 0
    lastReceived = observation.received
    track.lastHeard = observation.at
    return back
  }
}
