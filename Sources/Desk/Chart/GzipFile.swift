import CZlib

/// Compresses bytes into one gzip member (RFC 1952) without a time, so that the same input gives the same bytes.
///
/// Throws `BasemapError` when zlib refuses, which it does only for want of memory.
func gzip(_ bytes: [UInt8], place: String) throws -> [UInt8] {
  let refusal = BasemapError(code: .unwritable, message: "zlib could not compress the file", place: place)
  guard let length = UInt32(exactly: bytes.count) else { throw refusal }
  var stream = z_stream()
  // 16 over the largest window asks zlib for gzip's header and trailer instead of its own.
  let gzipWindowBits: Int32 = 15 + 16
  let opened = deflateInit2_(
    &stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  guard opened == Z_OK else { throw refusal }
  defer { deflateEnd(&stream) }
  let bound = Int(deflateBound(&stream, UInt(length)))
  var input = bytes
  var status = Z_OK
  let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
    status = input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = length
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(clamping: output.count)
      return deflate(&stream, Z_FINISH)
    }
    count = Int(stream.total_out)
  }
  guard status == Z_STREAM_END else { throw refusal }
  return packed
}
