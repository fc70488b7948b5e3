/// What a page says of one track before any row is read.
struct PageTrack {
  let id: String
  let rowCount: Int
  let fine: FineColumns
  let box: CellBox
}

/// Reads pages, one after the other with the same working memory.
final class PageReader {
  /// Whether to go on after a row.
  enum Next {
    case row
    case track
  }

  private let inflater: Inflater

  init() throws(ArchiveError) {
    guard let inflater = Inflater() else {
      throw ArchiveError(
        code: .cannotRead, message: "There is not enough memory to read a block.", cause: nil, place: "archive")
    }
    self.inflater = inflater
  }

  /// Reads the rows of the wanted tracks in order.
  ///
  /// - Parameters:
  ///   - isWanted: which tracks are read; the rows of the others are passed over.
  ///   - visit: takes the track, its place in the page and a row, and says whether more of this track is needed.
  func read(
    _ bytes: UnsafeRawBufferPointer, isWanted: (PageTrack) -> Bool, visit: (PageTrack, ArchiveRow) -> Next
  ) throws(UnreadableBytes) {
    guard bytes.count > 4 else { throw UnreadableBytes(reason: "it is too short") }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 4)])
    let stored = bytes[(bytes.count - 4)...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard checksum(content) == stored else { throw UnreadableBytes(reason: "its checksum differs") }
    var reader = ByteReader(content)
    guard reader.byte() == EncodedPage.version else { throw UnreadableBytes(reason: "its version is unknown") }
    let base = reader.signed().multipliedReportingOverflow(by: 1000).partialValue
    let tracks = try readTracks(&reader)
    let wanted = tracks.map(isWanted)
    guard wanted.contains(true) else { return }
    var columns = try readColumns(&reader)
    for (place, track) in tracks.enumerated() {
      guard wanted[place] else {
        columns.skip(rows: track.rowCount)
        continue
      }
      var coder = RowCoder(fine: track.fine, base: base, box: track.box)
      for index in 0..<track.rowCount {
        let row = coder.decode(from: &columns, track: UInt32(truncatingIfNeeded: place))
        if columns.hasFailed { throw UnreadableBytes(reason: "a column ends too early") }
        if visit(track, row) == .track {
          columns.skip(rows: track.rowCount - index - 1)
          break
        }
      }
    }
    if columns.hasFailed { throw UnreadableBytes(reason: "a column ends too early") }
  }

  private func readTracks(_ reader: inout ByteReader) throws(UnreadableBytes) -> [PageTrack] {
    let count = try reader.count(most: ArchiveLimits.rowsPerPageMost)
    var tracks: [PageTrack] = []
    // Each track takes at least eight bytes, so that a false count cannot ask for much memory.
    tracks.reserveCapacity(min(count, reader.remainingCount / 8 + 1))
    var id: [UInt8] = []
    var rowsLeft = ArchiveLimits.rowsPerPageMost
    for _ in 0..<count {
      let shared = try reader.count(most: id.count)
      let added = try reader.raw(reader.count(most: ArchiveLimits.trackIDBytesMost - shared))
      id.removeLast(id.count - shared)
      id.append(contentsOf: added)
      let rowCount = try reader.count(most: rowsLeft)
      rowsLeft -= rowCount
      let fine = FineColumns(rawValue: reader.byte())
      let (south, west) = (reader.signed(), reader.signed())
      let (height, width) = (Int64(bitPattern: reader.number()), Int64(bitPattern: reader.number()))
      if reader.hasFailed { throw UnreadableBytes(reason: "its head ends too early") }
      let box = CellBox(south: south, west: west, north: south &+ height, east: west &+ width)
      tracks.append(PageTrack(id: String(decoding: id, as: UTF8.self), rowCount: rowCount, fine: fine, box: box))
    }
    return tracks
  }

  private func readColumns(_ reader: inout ByteReader) throws(UnreadableBytes) -> PageColumns {
    var lengths: [Int] = []
    var total = 0
    for _ in 0..<EncodedPage.columnCount {
      let length = try reader.count(most: ArchiveLimits.pageBytesMost - total)
      lengths.append(length)
      total += length
    }
    let body = try inflater.restore(try reader.raw(reader.remainingCount), count: total)
    var start = 0
    let parts = lengths.map { length in
      defer { start += length }
      return ByteReader(UnsafeRawBufferPointer(rebasing: body[start..<(start + length)]))
    }
    return PageColumns(
      time: parts[0], lag: parts[1], latitude: parts[2], longitude: parts[3], speed: parts[4], course: parts[5],
      heading: parts[6], flags: parts[7])
  }
}
