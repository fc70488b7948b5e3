/// Runs any bytes through everything that reads and writes AIS here: the entry for a fuzzer.
///
/// The first byte says where the input is cut in two. No bytes may make it trap, hang or keep more memory than the
/// decoder's limits allow. Doubtful messages are handed on, so that they are tried too.
///
/// - Returns: how many bytes of output came of it.
@discardableResult
public func decodeAnyAISBytes(_ bytes: UnsafeRawBufferPointer) -> Int {
  var limits = AISDecoder.Limits()
  limits.handsOnDoubtful = true
  var decoder = AISDecoder(limits: limits)
  var out = ByteWriter()
  let gpsd = GpsdWriter()
  let csv = CSVWriter()
  var geoJSON = GeoJSONWriter()
  var written = 0
  let cut = bytes.isEmpty ? 0 : Int(bytes[0]) * bytes.count / 256
  func take(_ reception: AISReception) {
    gpsd.write(reception.message, to: &out)
    if !reception.doubts.isEmpty { gpsd.write(doubtful: reception, to: &out) }
    csv.write(reception, to: &out)
    geoJSON.write(reception, to: &out)
    written += out.count
    out.removeAll()
  }
  decoder.consume(bytes.slice(0, cut), handler: take)
  decoder.consume(bytes.slice(cut, bytes.count), handler: take)
  decoder.finish(handler: take)
  return written
}
