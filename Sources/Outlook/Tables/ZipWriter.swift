import CZlib

/// Writes a ZIP archive; members stand in order, deflated but for `mimetype`, dated 1 January 1980 so that equal
/// content gives equal bytes.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let sum = content.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
    let packed = name == "mimetype" ? content : Self.deflated(content)
    let method: UInt32 = name == "mimetype" ? 0 : 8
    let common =
      Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(method, 2) + Self.number(0, 2) + Self.number(0x21, 2)
      + Self.number(sum, 4) + Self.number(UInt32(packed.count), 4) + Self.number(UInt32(content.count), 4)
      + Self.number(UInt32(name.utf8.count), 2) + Self.number(0, 2)
    let place = UInt32(body.count)
    body += Self.number(0x0403_4B50, 4) + common + Array(name.utf8) + packed
    directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 2) + Self.number(0, 2)
    directory += Self.number(0, 2) + Self.number(0, 4) + Self.number(place, 4) + Array(name.utf8)
    count += 1
  }

  func bytes() -> [UInt8] {
    body + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(UInt32(count), 2)
      + Self.number(UInt32(count), 2) + Self.number(UInt32(directory.count), 4) + Self.number(UInt32(body.count), 4)
      + Self.number(0, 2)
  }

  private static func number(_ value: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var input = content
    return input.withUnsafeMutableBufferPointer { input in
      var stream = z_stream()
      // A negative window means raw deflate, as archives hold it.
      let status = deflateInit2_(
        &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      precondition(status == Z_OK, "zlib has no memory")
      defer { deflateEnd(&stream) }
      var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
      let written = output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
      return Array(output.prefix(written))
    }
  }
}
