import Foundation

/// Reads a file or the standard input in large chunks into one buffer that is used again.
///
/// What begins with the magic bytes of gzip (RFC 1952, 2.3.1) is unpacked, also several members in a row.
public final class ByteFile {
  /// The usual size of a chunk in bytes.
  public static let usualChunkBytes = 1_048_576

  /// Whether the bytes are being unpacked; known after the first chunk.
  public var isCompressed: Bool { unpacker != nil }

  let path: String
  private let descriptor: CInt
  private let ownsDescriptor: Bool
  private let isPlainFile: Bool
  private let buffer: UnsafeMutableRawBufferPointer
  private let unpackedBytesMost: Int64
  private var unpacker: GzipUnpacker?
  private var hasBegun = false
  private var hasEnded = false

  /// Opens a path, or the standard input for `-`.
  ///
  /// - Throws: `FeedFailure` with `notFound`, `notPermitted` or `readFailed`.
  public init(
    path: String, chunkBytes: Int = ByteFile.usualChunkBytes, unpackedBytesMost: Int64 = 1 << 40
  ) throws(FeedFailure) {
    self.path = path
    self.unpackedBytesMost = unpackedBytesMost
    ownsDescriptor = path != "-"
    // Without blocking, so that opening a named pipe does not wait for its writer.
    descriptor = ownsDescriptor ? open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : 0
    guard descriptor >= 0 else { throw FeedFailure(errno: errno, doing: "open the file", place: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      let failure = FeedFailure(
        code: .readFailed, message: "A folder cannot be read as a feed; name a file.", place: path)
      if ownsDescriptor { close(descriptor) }
      throw failure
    }
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
    buffer = .allocate(byteCount: max(16, chunkBytes), alignment: 64)
  }

  deinit {
    buffer.deallocate()
    if ownsDescriptor { close(descriptor) }
  }

  /// The next bytes, valid until the next call; nil at the end.
  ///
  /// - Throws: `FeedFailure` with `readFailed`, `damagedGzip` or `limit`; what came before it was good.
  public func next() throws(FeedFailure) -> UnsafeRawBufferPointer? {
    while !hasEnded {
      if waitUntilReadable(milliseconds: 60_000), let chunk = try nextIfReadable() { return chunk }
    }
    return nil
  }

  /// Waits until there is something to read or the end is reached; false when neither came in time.
  func waitUntilReadable(milliseconds: CInt) -> Bool {
    if isPlainFile || hasEnded || unpacker?.hasMore == true { return true }
    var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&question, 1, milliseconds) != 0
  }

  /// The next bytes; nil at the end, and also when a wait turned out to be for nothing.
  func nextIfReadable() throws(FeedFailure) -> UnsafeRawBufferPointer? {
    guard !hasEnded else { return nil }
    if unpacker == nil {
      let count = try fill(from: hasBegun ? 0 : pendingCount)
      guard count > 0 else { return nil }
      if hasBegun { return UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
      return try begin(with: count)
    }
    return try nextUnpacked()
  }

  /// Whether the end was reached.
  var isAtEnd: Bool { hasEnded }

  /// Bytes of a beginning too short to tell its kind, kept at the start of the buffer.
  private var pendingCount = 0

  private func begin(with count: Int) throws(FeedFailure) -> UnsafeRawBufferPointer? {
    if count < 2, buffer[0] == GzipUnpacker.magic.0, !hasEnded {
      pendingCount = count
      return nil
    }
    hasBegun = true
    guard count >= 2, buffer[0] == GzipUnpacker.magic.0, buffer[1] == GzipUnpacker.magic.1 else {
      return UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }
    let unpacker = try GzipUnpacker(place: path, inputBytes: buffer.count, outputBytesMost: unpackedBytesMost)
    unpacker.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    self.unpacker = unpacker
    return try nextUnpacked()
  }

  private func nextUnpacked() throws(FeedFailure) -> UnsafeRawBufferPointer? {
    guard let unpacker else { return nil }
    while true {
      let count = try unpacker.unpack(into: buffer)
      if count > 0 { return UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
      guard waitUntilReadable(milliseconds: 0) else { return nil }
      let read = try readOnce(into: unpacker.inputSpace)
      guard let read else { return nil }
      if read == 0 {
        hasEnded = true
        try unpacker.finish()
        return nil
      }
      unpacker.fed(read)
    }
  }

  /// Reads into the buffer behind what is already there and returns how much is there then; 0 at the end.
  private func fill(from start: Int) throws(FeedFailure) -> Int {
    guard let read = try readOnce(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...])) else { return 0 }
    if read == 0 { hasEnded = true }
    return start + read
  }

  /// One read; 0 at the end, nil when there is nothing yet.
  private func readOnce(into space: UnsafeMutableRawBufferPointer) throws(FeedFailure) -> Int? {
    while true {
      let count = read(descriptor, space.baseAddress, space.count)
      if count >= 0 { return count }
      if errno == EINTR { continue }
      if errno == EAGAIN { return nil }
      throw FeedFailure(errno: errno, doing: "read", place: path)
    }
  }
}
