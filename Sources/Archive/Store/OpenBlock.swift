/// Ten minutes that are still being received, held in memory until they are sealed.
struct OpenBlock {
  /// Rows are held in pieces of this many, so that a query's copy of the block costs one piece at most.
  private static let rowsPerPiece = 4096

  /// Hints above this are passed over, so that none can ask for much memory.
  private static let hintsMost = 1 << 20

  /// Unlike any other block's, also across restarts.
  let generation: Int64
  /// The moment at which the block's span of receiving begins, in milliseconds.
  let window: Int64
  private(set) var names: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// The number of the track that last came with each hint.
  private var hinted: [UInt32] = []
  private(set) var pieces: [[ArchiveRow]] = []
  private(set) var count = 0
  /// Rows that are in the journal already.
  var journaledCount = 0
  /// When the last row came, by the machine's clock.
  var lastAppendedMilliseconds: Int64 = 0

  init(generation: Int64, window: Int64) {
    self.generation = generation
    self.window = window
  }

  /// The span of receiving that a moment falls into.
  static func window(of receivedMilliseconds: Int64) -> Int64 {
    let span = ArchiveLimits.windowMilliseconds
    return receivedMilliseconds - (receivedMilliseconds % span + span) % span
  }

  mutating func append(_ position: ArchivedPosition) {
    append(ArchiveRow(position, track: number(of: position.trackID, hint: Int(position.hint.number))))
  }

  mutating func append(_ row: ArchiveRow, trackID: String) {
    var row = row
    row.track = number(of: trackID)
    append(row)
  }

  private mutating func append(_ row: ArchiveRow) {
    if pieces.last.map({ $0.count >= Self.rowsPerPiece }) ?? true {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(Self.rowsPerPiece)
    }
    pieces[pieces.count - 1].append(row)
    count += 1
  }

  private mutating func number(of trackID: String, hint: Int) -> UInt32 {
    guard hint >= 0, hint < Self.hintsMost else { return number(of: trackID) }
    if hint < hinted.count, hinted[hint] < names.count, names[Int(hinted[hint])] == trackID { return hinted[hint] }
    let number = number(of: trackID)
    while hinted.count <= hint { hinted.append(.max) }
    hinted[hint] = number
    return number
  }

  private mutating func number(of trackID: String) -> UInt32 {
    if let known = numbers[trackID] { return known }
    let number = UInt32(names.count)
    numbers[trackID] = number
    names.append(trackID)
    return number
  }

  func number(ofKnown trackID: String) -> UInt32? { numbers[trackID] }

  /// The rows from a place in the order of their coming.
  func rows(from start: Int) -> some Sequence<ArchiveRow> {
    let firstPiece = start / Self.rowsPerPiece
    return pieces[min(firstPiece, pieces.count)...].joined().dropFirst(start - firstPiece * Self.rowsPerPiece)
  }
}
