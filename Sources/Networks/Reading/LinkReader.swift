/// Reads links from bytes that come in chunks cut anywhere.
protocol LinkReader {
  /// Takes the next bytes.
  mutating func take(_ chunk: UnsafeRawBufferPointer) throws(GraphFault)
  /// Takes the end of the bytes.
  mutating func finish() throws(GraphFault) -> Network
}
