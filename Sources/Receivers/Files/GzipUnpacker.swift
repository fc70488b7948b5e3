import CZlib

/// Unpacks a stream of gzip members piece by piece, with bounded input, output and total.
final class GzipUnpacker {
  /// The two bytes with which every member begins (RFC 1952, 2.3.1).
  static let magic: (UInt8, UInt8) = (0x1F, 0x8B)

  private let place: String
  private let outputBytesMost: Int64
  private let input: UnsafeMutableRawBufferPointer
  private let stream: UnsafeMutablePointer<z_stream>
  private var outputBytes: Int64 = 0
  private var inputBytes: Int64 = 0
  private var isBetweenMembers = false
  private var outputMayRemain = false

  init(place: String, inputBytes: Int, outputBytesMost: Int64) throws(FeedFailure) {
    self.place = place
    self.outputBytesMost = outputBytesMost
    input = .allocate(byteCount: inputBytes, alignment: 64)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, plus 16 to expect the gzip wrapper.
    let result = inflateInit2_(stream, 15 + 16, zlibVersion(), CInt(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      throw FeedFailure(
        code: .limit, message: "There is not enough memory to unpack the file.", cause: "zlib \(result)", place: place)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Whether unpacking can go on without reading more.
  var hasMore: Bool { stream.pointee.avail_in > 0 || outputMayRemain }

  /// Where the next packed bytes are read to; asked for only when all before are used up.
  var inputSpace: UnsafeMutableRawBufferPointer { input }

  /// Takes packed bytes that were read elsewhere; no more than the input space holds.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    input.copyMemory(from: bytes)
    fed(bytes.count)
  }

  /// Notes how many bytes were read to the input space.
  func fed(_ count: Int) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_in = uInt(count)
    inputBytes += Int64(count)
  }

  /// Unpacks as much as fits, and returns how many bytes it wrote; 0 when it needs more input.
  func unpack(into output: UnsafeMutableRawBufferPointer) throws(FeedFailure) -> Int {
    while hasMore {
      if isBetweenMembers {
        // Some writers fill the last block up with zeros (RFC 1952 has nothing for it, tar and tapes do it).
        guard skipPadding() else { return 0 }
        inflateReset(stream)
        isBetweenMembers = false
      }
      stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
      stream.pointee.avail_out = uInt(output.count)
      let result = inflate(stream, Z_NO_FLUSH)
      let count = output.count - Int(stream.pointee.avail_out)
      outputMayRemain = stream.pointee.avail_out == 0 && result == Z_OK
      outputBytes += Int64(count)
      if result == Z_STREAM_END {
        isBetweenMembers = true
      } else if result != Z_OK && result != Z_BUF_ERROR {
        throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(result)")
      }
      guard outputBytes <= outputBytesMost else {
        throw FeedFailure(
          code: .limit, message: "The file unpacks to more than \(outputBytesMost) bytes.", place: place)
      }
      if count > 0 { return count }
      if result == Z_BUF_ERROR { outputMayRemain = false }
    }
    return 0
  }

  /// Checks that the packed bytes ended where a member ends.
  func finish() throws(FeedFailure) {
    guard isBetweenMembers else { throw damaged("it ends within compressed data") }
  }

  private func skipPadding() -> Bool {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    return stream.pointee.avail_in > 0
  }

  private func damaged(_ cause: String) -> FeedFailure {
    let offset = inputBytes - Int64(stream.pointee.avail_in)
    return FeedFailure(
      code: .damagedGzip, message: "The compressed file is damaged; what came before was played.", cause: cause,
      place: "\(place), near packed byte \(offset)")
  }
}
