import Geodesy

/// Writes detections as JSON, one object a line.
public struct DetectionWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one object and a newline.
  public func write(_ detection: Detection, row: Int, to out: inout ByteWriter) {
    out.write("{\"class\":\"detection\"")
    out.field(",\"row\":", row)
    out.string(",\"id\":", detection.identifier)
    out.string(",\"time\":", detection.time.iso8601)
    out.place(detection.position)
    out.decimal(",\"accuracy_metres\":", detection.accuracyMetres)
    out.decimal(",\"length_metres\":", detection.lengthMetres)
    out.decimal(",\"width_metres\":", detection.widthMetres)
    out.decimal(",\"confidence\":", detection.confidence)
    out.string(",\"label\":", detection.label)
    out.string(",\"sensor\":", detection.sensor)
    out.string(",\"image\":", detection.image)
    out.write("}\n")
  }
}
