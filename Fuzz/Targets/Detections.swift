import Feeds

extension FuzzTarget {
  /// Detections as JSON and as tables, with their writer; every row is handed on once.
  static let detections = FuzzTarget(name: "detections") { bytes in
    let whole = detectionRows(bytes, step: max(1, bytes.count))
    demand(detectionRows(bytes, step: 1) == whole, "a cut between two bytes changes nothing")
  }
}

private func detectionRows(_ bytes: UnsafeRawBufferPointer, step: Int) -> [DetectionRow] {
  var limits = DetectionDecoder.Limits()
  // Small, so that an input of this size can reach them.
  (limits.recordBytes, limits.lineBytes, limits.rowLines) = (1_024, 512, 4)
  var decoder = DetectionDecoder(limits: limits)
  var out = ByteWriter()
  var rows: [DetectionRow] = []
  func take(_ row: DetectionRow) {
    if case .detection(let detection, let number) = row { DetectionWriter().write(detection, row: number, to: &out) }
    rows.append(row)
  }
  for start in stride(from: 0, to: bytes.count, by: step) {
    decoder.consume(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)]), take)
  }
  decoder.finish(take)
  let counted = decoder.diagnostics
  demand(rows.count == counted.detections + counted.refusals.total, "every row that is handed on is counted")
  return rows
}
