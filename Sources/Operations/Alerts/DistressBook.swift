package import Geodesy
import Tracking

/// Which calls for help have an alert, so that a device that sends every minute raises one and not hundreds.
package struct DistressBook: Sendable {
  /// A device that still sends this long after its alert was resolved has a new one, in milliseconds.
  static let againAfterMilliseconds: Int64 = 1_800_000
  /// What is new of a call is noted no more often than this, in milliseconds.
  static let changesEveryMilliseconds: Int64 = 60_000
  /// Devices remembered; the one that was heard of longest ago gives way.
  static let most = 10_000

  private struct Known: Sendable {
    var alert: NewAlert
    var state: DistressNotice.State
    var changed: Instant
    var heard: Instant
    var resolved: Instant?
  }

  private var known: [String: Known] = [:]

  /// A book that takes up the alerts that are open.
  package init(open alerts: [Alert]) {
    for alert in alerts where alert.kind.hasPrefix(Alert.distressPrefix) {
      let new = NewAlert(
        id: alert.id, kind: alert.kind, severity: alert.severity, tracks: alert.tracks, position: alert.position,
        began: alert.began, evidence: alert.evidence, words: alert.words, exercise: alert.exercise)
      known[Self.key(ofAlert: alert.id)] = Known(
        alert: new, state: alert.severity == .test ? .test : .active, changed: alert.raised, heard: alert.raised)
    }
  }

  /// What a call means for the alerts.
  package mutating func take(_ notice: DistressNotice) -> AlertStep? {
    let key = Self.key(notice)
    guard var before = known[key], !Self.isAnother(notice, than: before) else { return begin(notice, key) }
    before.heard = notice.received
    let step = before.resolved == nil ? Self.continued(&before, by: notice) : nil
    known[key] = before
    return step
  }

  /// Whether a call of a known device is a matter of its own: a call for help after a test or after one that was taken back, or
  /// one that goes on long after somebody resolved it.
  private static func isAnother(_ notice: DistressNotice, than before: Known) -> Bool {
    guard notice.state != .cancelled else { return false }
    if before.state == .test || before.state == .cancelled, notice.state == .active { return true }
    guard let resolved = before.resolved else { return false }
    return notice.received.millisecondsSince1970 - resolved.millisecondsSince1970 > againAfterMilliseconds
  }

  private static func continued(_ before: inout Known, by notice: DistressNotice) -> AlertStep? {
    if notice.state == .cancelled {
      guard before.state != .cancelled else { return nil }
      before.state = .cancelled
      return .change(before.alert, ended: notice.at)
    }
    // What extends a radio's call says how many are aboard, or a finer position.
    let saysMore = notice.device == .radio && notice.state == .unclear
    let hasMoved = notice.position != nil && notice.position != before.alert.position
    let isDue = notice.received.millisecondsSince1970 - before.changed.millisecondsSince1970 >= changesEveryMilliseconds
    guard saysMore || (hasMoved && (isDue || before.alert.position == nil)) else { return nil }
    before.changed = notice.received
    before.alert.position = notice.position ?? before.alert.position
    if saysMore { before.alert.words = [before.alert.words, notice.words].compactMap { $0 }.joined(separator: "; ") }
    return .change(before.alert, ended: nil)
  }

  /// Notes that somebody has resolved an alert.
  package mutating func note(_ alert: Alert, now: Instant) {
    guard alert.stage == .resolved else { return }
    let key = Self.key(ofAlert: alert.id)
    if known[key]?.alert.id == alert.id { known[key]?.resolved = now }
  }

  private mutating func begin(_ notice: DistressNotice, _ key: String) -> AlertStep? {
    guard notice.state != .cancelled else { return nil }
    if known.count >= Self.most, let oldest = known.min(by: { $0.value.heard < $1.value.heard }) {
      known[oldest.key] = nil
    }
    let mmsi = notice.device == .beacon ? nil : UInt32(notice.identity)
    let alert = NewAlert(
      id: "\(key)-\(String(notice.received.millisecondsSince1970, radix: 36))",
      kind: Alert.distressPrefix + notice.device.rawValue, severity: notice.state == .test ? .test : .distress,
      tracks: mmsi.map { [TrackID(mmsi: $0, exercise: notice.exercise).text] } ?? [], position: notice.position,
      began: notice.at, words: notice.words, exercise: notice.exercise)
    known[key] = Known(alert: alert, state: notice.state, changed: notice.received, heard: notice.received)
    return .raise(alert)
  }

  /// The device by which calls belong together.
  private static func key(_ notice: DistressNotice) -> String {
    "\(Alert.distressPrefix)\(notice.device.rawValue)-\(notice.exercise ? "EX" : "")\(notice.identity)"
  }

  /// The same, out of the name of an alert: all but the moment at its end.
  private static func key(ofAlert id: String) -> String {
    id.lastIndex(of: "-").map { String(id[..<$0]) } ?? id
  }
}
