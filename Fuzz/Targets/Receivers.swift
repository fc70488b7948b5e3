import Feeds
@testable import Receivers

extension FuzzTarget {
  /// Cutting a sender's bytes into lines, and the times of recorded lines.
  static let lines = FuzzTarget(name: "lines") { bytes in
    let (head, rest) = bytes.headAndRest
    var framer = LineFramer(lineBytesMost: 1 + Int(head))
    var came: [UInt8] = []
    let step = 1 + Int(head) % 7
    for start in stride(from: 0, to: rest.count, by: step) {
      came += framer.add(rest[start..<min(start + step, rest.count)])
    }
    came += framer.finish()
    demand(came.filter { $0 != 0x0A } == rest.filter { $0 != 0x0A }, "no byte of a sender is lost or added")
    demand(came.isEmpty || came.last == 0x0A, "what is handed on ends with its line")
    var time = LineTime()
    for line in came.split(separator: 0x0A) { _ = time.read(line) }
  }

  /// Packed recordings: any bytes behind or without the magic of gzip.
  static let gzip = FuzzTarget(name: "gzip") { bytes in
    let unpackedBytesMost: Int64 = 1 << 20
    guard let unpacker = try? GzipUnpacker(place: "fuzz", inputBytes: 64, outputBytesMost: unpackedBytesMost) else {
      return
    }
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)
    defer { output.deallocate() }
    var total: Int64 = 0
    do throws(FeedFailure) {
      for start in stride(from: 0, to: bytes.count, by: 64) {
        unpacker.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + 64, bytes.count)]))
        while unpacker.hasMore {
          let count = try unpacker.unpack(into: output)
          total += Int64(count)
          if count == 0 { break }
        }
      }
      try unpacker.finish()
    } catch {
      demand(!error.message.isEmpty, "a refusal says why")
    }
    demand(total <= unpackedBytesMost + 4_096, "no more is unpacked than the limit says")
  }

  /// The address of a feed as an operator types it.
  static let feedAddress = FuzzTarget(name: "feed-address") { bytes in
    guard let address = try? FeedAddress.parse(bytes.text) else { return }
    guard let again = try? FeedAddress.parse(address.text) else {
      return demand(false, "an address is read back from its own text")
    }
    demand(again == address, "an address is read back as it was")
  }
}
