import Feeds
import Geodesy
import Marking
import Operations
import Rescue

/// The turning points of a search as Cursor on Target events, a waypoint each, in a document of events.
enum SearchCursor {
  /// A waypoint that somebody set (CoT type tree: bits, map, point, waypoint).
  private static let waypoint = CursorOnTargetEvent.Kind(rawValue: "b-m-p-w")
  /// How it came about: a person entered it.
  private static let entered = "h-e"

  static func text(
    _ search: IncidentSearch.Ordered, _ legs: [SearchLeg], written: Instant, marking: Marking
  ) -> String {
    let points =
      legs.prefix(1).map { (position: $0.start, time: $0.startTime) }
      + legs.map { (position: $0.end, time: $0.endTime) }
    let last = max(points.last?.time ?? written, written)
    let writer = CursorOnTargetWriter()
    var bytes = ByteWriter(capacity: 4_096)
    for (index, point) in points.enumerated() {
      var event = CursorOnTargetEvent.incident(
        uid: "FORELAND-\(search.id)-\(index + 1)", title: "\(search.asset) \(index + 1)", .distress, at: point.position,
        opened: point.time, written: written, marking: marking)
      event.kind = waypoint
      event.how = entered
      event.stale = last.adding(milliseconds: CursorOnTargetEvent.incidentMilliseconds)
      writer.write(event, to: &bytes)
    }
    let events = bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    return "<events>\n\(events)</events>\n"
  }
}
