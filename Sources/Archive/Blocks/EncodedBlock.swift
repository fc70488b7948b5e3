import Crypto

/// A block ready to be stored: its head and its pages.
struct EncodedBlock {
  var window: Int64
  var receivedFrom = Int64.max
  var receivedTo = Int64.min
  var atFrom = Int64.max
  var atTo = Int64.min
  var rowCount = 0
  var box = CellBox.empty
  var thinningStep: Int
  var replaces: BlockReference?
  var pages: [EncodedPage] = []

  /// Encodes sorted rows, which are at least one.
  init(
    _ sorted: SortedRows, window: Int64, thinningStep: Int = 0, replaces: BlockReference? = nil,
    with encoder: inout PageEncoder
  ) throws(ArchiveError) {
    self.window = window
    self.thinningStep = thinningStep
    self.replaces = replaces
    rowCount = sorted.rows.count
    for row in sorted.rows {
      receivedFrom = min(receivedFrom, row.receivedMilliseconds)
      receivedTo = max(receivedTo, row.receivedMilliseconds)
    }
    var place = 0
    while place < sorted.trackIDs.count {
      let end = min(place + ArchiveLimits.tracksPerPage, sorted.trackIDs.count)
      let page = try encoder.encode(sorted, tracks: place..<end)
      atFrom = min(atFrom, page.atFrom)
      atTo = max(atTo, page.atTo)
      box.include(page.box)
      pages.append(page)
      place = end
    }
  }

  /// The head as it is stored: all by which the block and its pages are found, so that the hash covers that too.
  var head: [UInt8] {
    var writer = ByteWriter()
    writer.append(byte: EncodedPage.version)
    for value in [window, receivedFrom, receivedTo, atFrom, atTo, Int64(rowCount), Int64(thinningStep)] {
      writer.append(signed: value)
    }
    Self.append(box, to: &writer)
    writer.append(signed: replaces?.id ?? 0)
    writer.append(UInt64(replaces?.hash.count ?? 0))
    writer.append(raw: replaces?.hash ?? [])
    writer.append(UInt64(pages.count))
    for page in pages {
      writer.append(UInt64(page.bytes.count))
      writer.append(UInt64(page.rowCount))
      writer.append(UInt64(page.firstTrack.utf8.count))
      writer.append(raw: page.firstTrack.utf8)
      writer.append(signed: page.atFrom)
      writer.append(signed: page.atTo)
      Self.append(page.box, to: &writer)
    }
    return writer.bytes
  }

  private static func append(_ box: CellBox, to writer: inout ByteWriter) {
    for edge in [box.south, box.west, box.north, box.east] { writer.append(signed: edge) }
  }

  /// SHA-256 (FIPS 180-4) over the head and the pages in order.
  static func hash(head: [UInt8], pages: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: head)
    for page in pages { hash.update(data: page) }
    return Array(hash.finalize())
  }
}
