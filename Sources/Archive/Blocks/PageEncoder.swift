/// A page: some tracks with all their rows of one block, compressed column by column.
///
/// Layout: a head as it is (version, base time, tracks with front-coded names, rows, units and coarse boxes, lengths of
/// the columns), the columns compressed together, and the CRC-32 of all before it. Columns: time as the change of its
/// change, delay of receiving, latitude, longitude, speed, course and heading as changes, flags as what differs.
struct EncodedPage {
  static let version: UInt8 = 1
  static let columnCount = 8

  var bytes: [UInt8] = []
  var firstTrack = ""
  var rowCount = 0
  var atFrom = Int64.max
  var atTo = Int64.min
  var box = CellBox.empty
}

/// Writes pages.
struct PageEncoder {
  private let deflater: Deflater
  private var columns = [ByteWriter](repeating: ByteWriter(), count: EncodedPage.columnCount)
  private var head = ByteWriter()

  init(_ effort: Deflater.Effort = .thorough) throws(ArchiveError) {
    guard let deflater = Deflater(effort) else {
      throw ArchiveError(
        code: .cannotWrite, message: "There is not enough memory to compress a block.", cause: nil, place: "archive")
    }
    self.deflater = deflater
  }

  /// Encodes the tracks at some places of the order; there is at least one.
  mutating func encode(_ sorted: SortedRows, tracks: Range<Int>) throws(ArchiveError) -> EncodedPage {
    var page = EncodedPage()
    for index in columns.indices { columns[index].removeAll() }
    head.removeAll()
    let rows = sorted.rows[sorted.starts[tracks.lowerBound]..<sorted.starts[tracks.upperBound]]
    for row in rows {
      page.atFrom = min(page.atFrom, row.atMilliseconds)
      page.atTo = max(page.atTo, row.atMilliseconds)
    }
    page.rowCount = rows.count
    page.firstTrack = sorted.trackIDs[tracks.lowerBound]
    // Whole seconds, so that rows whose times are whole seconds stay so.
    let base = page.atFrom - (page.atFrom % 1000 + 1000) % 1000
    head.append(byte: EncodedPage.version)
    head.append(signed: base / 1000)
    head.append(UInt64(tracks.count))
    var previousID: [UInt8] = []
    for place in tracks {
      let id = Array(sorted.trackIDs[place].utf8)
      let box = encode(track: sorted.rows(ofTrack: place), id: id, after: previousID, base: base)
      page.box.include(box)
      previousID = id
    }
    for column in columns { head.append(UInt64(column.bytes.count)) }
    guard let body = deflater.compress(columns.flatMap(\.bytes)) else {
      throw ArchiveError(code: .cannotWrite, message: "A page could not be compressed.", cause: nil, place: "archive")
    }
    head.append(raw: body)
    let crc = head.bytes.withUnsafeBytes { checksum($0) }
    for shift in [0, 8, 16, 24] { head.append(byte: UInt8(truncatingIfNeeded: crc >> UInt32(shift))) }
    page.bytes = head.bytes
    return page
  }

  private mutating func encode(
    track rows: ArraySlice<ArchiveRow>, id: [UInt8], after previousID: [UInt8], base: Int64
  ) -> CellBox {
    let shared = zip(id, previousID).prefix { $0 == $1 }.count
    head.append(UInt64(shared))
    head.append(UInt64(id.count - shared))
    head.append(raw: id[shared...])
    head.append(UInt64(rows.count))
    let fine = FineColumns(needed: rows)
    head.append(byte: fine.rawValue)
    var box = CellBox.empty
    for row in rows { box.include(latitude: row.latitudeDegrees, longitude: row.longitudeDegrees) }
    head.append(signed: box.south)
    head.append(signed: box.west)
    head.append(UInt64(box.north - box.south))
    head.append(UInt64(box.east - box.west))
    var coder = RowCoder(fine: fine, base: base, box: box)
    for row in rows { coder.encode(row, into: &columns) }
    return box
  }
}
