import Geodesy

/// Writes events of Cursor on Target as JSON, one object a line, under the names of the schema.
public struct CursorOnTargetJSONWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one object and a newline.
  public func write(_ event: CursorOnTargetEvent, to out: inout ByteWriter) {
    out.write("{\"class\":\"CoT\"")
    out.string(",\"uid\":", event.uid)
    out.string(",\"type\":", event.kind.rawValue)
    out.string(",\"how\":", event.how)
    out.string(",\"time\":", event.time.iso8601)
    out.string(",\"start\":", event.start.iso8601)
    out.string(",\"stale\":", event.stale.iso8601)
    out.string(",\"access\":", event.access)
    out.string(",\"caveat\":", event.caveat)
    out.string(",\"releasableTo\":", event.releasableTo)
    out.string(",\"opex\":", event.life?.rawValue)
    out.place(event.position)
    out.decimal(",\"hae\":", event.heightMetres)
    out.decimal(",\"ce\":", event.circularErrorMetres)
    out.decimal(",\"le\":", event.linearErrorMetres)
    out.string(",\"callsign\":", event.callSign)
    out.decimal(",\"course\":", event.courseDegrees)
    out.decimal(",\"speed\":", event.speedMetresPerSecond)
    out.string(",\"remarks\":", event.remarks)
    out.string(",\"marking\":", event.markingText)
    out.string(",\"detail\":", event.otherDetail.isEmpty ? nil : event.otherDetail)
    out.write("}\n")
  }
}
