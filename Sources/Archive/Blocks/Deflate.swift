import CZlib

/// Compresses pieces of bytes with raw DEFLATE (RFC 1951), one after the other with the same working memory.
final class Deflater {
  /// How hard to try, as zlib counts it.
  enum Effort: CInt {
    /// For the journal, which is written every second and replaced within minutes.
    case quick = 1
    /// For blocks, which stay.
    case thorough = 6
  }

  private static let windowBits: CInt = -15
  private static let memoryLevel: CInt = 8
  private let stream: UnsafeMutablePointer<z_stream>

  init?(_ effort: Effort) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let result = deflateInit2_(
      stream, effort.rawValue, Z_DEFLATED, Self.windowBits, Self.memoryLevel, Z_DEFAULT_STRATEGY, zlibVersion(),
      CInt(MemoryLayout<z_stream>.size))
    if result != Z_OK {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The compressed bytes; nil when zlib fails, which its bound for the size excludes.
  func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard deflateReset(stream) == Z_OK, bytes.count <= Int(uInt.max) else { return nil }
    let bound = Int(deflateBound(stream, uLong(bytes.count)))
    let output = [UInt8](unsafeUninitializedCapacity: bound) { space, count in
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = uInt(input.count)
        stream.pointee.next_out = space.baseAddress
        stream.pointee.avail_out = uInt(space.count)
        let result = deflate(stream, Z_FINISH)
        count = result == Z_STREAM_END ? space.count - Int(stream.pointee.avail_out) : 0
      }
    }
    return output.isEmpty ? nil : output
  }
}

/// Restores what `Deflater` compressed, into memory of its own that is used again.
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var space = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if inflateInit2_(stream, -15, zlibVersion(), CInt(MemoryLayout<z_stream>.size)) != Z_OK {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    space.deallocate()
  }

  /// Exactly so many restored bytes, valid until the next call.
  func restore(_ bytes: UnsafeRawBufferPointer, count: Int) throws(UnreadableBytes) -> UnsafeRawBufferPointer {
    if space.count < count + 1 {
      space.deallocate()
      space = .allocate(byteCount: max(65_536, count + 1), alignment: 16)
    }
    guard inflateReset(stream) == Z_OK, bytes.count <= Int(uInt.max), count < Int(uInt.max) else {
      throw UnreadableBytes(reason: "it is too large")
    }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: Bytef.self))
    stream.pointee.avail_in = uInt(bytes.count)
    stream.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: Bytef.self)
    // One byte more than expected, so that too much shows.
    stream.pointee.avail_out = uInt(count + 1)
    guard inflate(stream, Z_FINISH) == Z_STREAM_END, Int(stream.pointee.avail_out) == 1 else {
      throw UnreadableBytes(reason: "its compressed part is damaged")
    }
    return UnsafeRawBufferPointer(start: space.baseAddress, count: count)
  }
}

/// The CRC-32 of bytes (RFC 1952, 8), by which damage shows before anything is decoded.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: Bytef.self), bytes.count))
}
