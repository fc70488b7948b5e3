import NIOPosix

/// Plays a file or the standard input, either as fast as it is taken or at the pace of the times in its lines.
struct FileFeed {
  /// How long a thread waits for an idle pipe before it looks whether the task was cancelled, in milliseconds.
  private static let waitMilliseconds: CInt = 200

  let path: String
  let speed: Double?
  let limits: ReceiverLimits
  let environment: ReceiverEnvironment

  func receive(into outlet: Outlet) async throws {
    let source = FileSource(path: path, limits: limits)
    var replay = speed.map { Replay(speed: $0, limits: limits, environment: environment) }
    var isOpen = false
    while true {
      try Task.checkCancellation()
      let piece = try await NIOThreadPool.singleton.runIfActive { try source.next(wait: Self.waitMilliseconds) }
      if !isOpen {
        isOpen = true
        outlet.opened()
      }
      guard let piece else { break }
      if replay != nil {
        try await replay?.play(piece, into: outlet)
      } else {
        await outlet.put(piece)
      }
    }
    try await replay?.finish(into: outlet)
  }
}

/// The open file of one feed.
///
/// `@unchecked Sendable`: only one call of `next` runs at a time, since the feed awaits each before the next.
private final class FileSource: @unchecked Sendable {
  private let path: String
  private let limits: ReceiverLimits
  private var file: ByteFile?

  init(path: String, limits: ReceiverLimits) {
    self.path = path
    self.limits = limits
  }

  /// The next bytes; empty when nothing came in time, nil at the end.
  func next(wait milliseconds: CInt) throws(FeedFailure) -> [UInt8]? {
    let file: ByteFile
    if let opened = self.file {
      file = opened
    } else {
      file = try ByteFile(path: path, chunkBytes: limits.chunkBytes, unpackedBytesMost: limits.unpackedBytes)
      self.file = file
    }
    guard file.waitUntilReadable(milliseconds: milliseconds) else { return [] }
    if let chunk = try file.nextIfReadable() { return Array(chunk) }
    return file.isAtEnd ? nil : []
  }
}
