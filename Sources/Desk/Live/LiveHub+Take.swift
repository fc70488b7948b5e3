import Geodesy
import Synchronization

extension LiveHub {
  /// The bytes that a stream has to send next, empty when it is up to date.
  ///
  /// A snapshot comes in pieces, each made when the one before has been written, so that whoever reads slowly holds one of
  /// them and not the whole picture. What changes meanwhile follows behind the last piece.
  func take(for stream: LiveStream) -> [UInt8] {
    enum Next {
      case bytes([UInt8])
      case changes([LiveChange], announcements: [UInt8], last: Int64)
    }
    let need = stream.need()
    let next = state.withLock { state -> Next in
      let oldest = state.changes.first?.number ?? state.lastNumber + 1
      if need.snapshot != nil || need.wantsSnapshot || need.after < oldest - 1 {
        return .bytes(snapshotPiece(for: stream, need, state))
      }
      guard need.after < state.lastNumber else { return .bytes([]) }
      // Numbers have no gaps, so the place in the ring follows from the number.
      let new = Array(state.changes[Int(need.after + 1 - oldest)...])
      return .changes(new, announcements: announcements(for: stream, need, state), last: state.lastNumber)
    }
    switch next {
    case .bytes(let bytes): return bytes
    case .changes(let changes, let announcements, let last):
      // Many streams do this at once, so it is done outside the lock.
      var bytes: [UInt8] = []
      for change in changes { change.write(need.boxes, to: &bytes) }
      bytes += announcements
      // The identifier comes last, so that a line that breaks among the changes resumes before them.
      if !bytes.isEmpty { bytes += ServerSentEvent.mark(identifier(last, need.boxes)) }
      stream.sent(need, upTo: last)
      return bytes
    }
  }

  /// The next piece of a snapshot, the first one with what everyone is told besides.
  private func snapshotPiece(for stream: LiveStream, _ need: LiveStream.Need, _ state: State) -> [UInt8] {
    let isFirst = need.snapshot == nil || need.wantsSnapshot
    var rest =
      isFirst
      ? LiveStream.Snapshot(began: state.lastNumber, cells: state.picture.cells(in: need.boxes))
      : need.snapshot ?? LiveStream.Snapshot(began: state.lastNumber, cells: [])
    var bytes = isFirst ? announcements(for: stream, need, state) : []
    var json = JSONText(reserving: 4096)
    json.object { json in
      if isFirst {
        json.key("snapshot")
        json.boolean(true)
      }
      json.key("tracks")
      json.array { json in
        if isFirst { state.picture.writeDistress(to: &json) }
        while json.bytes.count < limits.pieceBytes, let cell = rest.cells.popLast() {
          state.picture.write(cell, to: &json)
        }
      }
    }
    // Until the last piece has come, the view is not whole, and is not resumed from.
    let id = rest.cells.isEmpty ? identifier(rest.began, need.boxes) : "\(mark)-\(rest.began)-\(Self.partial)"
    bytes += ServerSentEvent.encode("tracks", id: id, data: json.bytes)
    if rest.cells.isEmpty {
      stream.sent(need, upTo: rest.began)
    } else {
      stream.sent(need, piece: rest)
    }
    return bytes
  }

  /// The events for everyone that a stream has not had: entries of the log, and the latest status.
  private func announcements(for stream: LiveStream, _ need: LiveStream.Need, _ state: State) -> [UInt8] {
    var bytes: [UInt8] = []
    if need.isNew || state.lastStatus.number > need.after { bytes += state.lastStatus.event }
    // Whoever missed more than is kept is told to fetch the log again.
    if need.hasMissed || state.announcements.lacks(after: need.after) {
      bytes += ServerSentEvent.encode("refetch", data: Array("{\"log\":true}".utf8))
    }
    return bytes + state.announcements.after(need.after, for: stream.mayRead)
  }

  /// Names a state of a stream: this run, the last change, and the view, since changes follow only on their own view.
  private func identifier(_ number: Int64, _ boxes: [BoundingBox]) -> String {
    "\(mark)-\(number)-\(String(UInt(bitPattern: boxes.hashValue), radix: 36))"
  }

  /// What stands in an identifier instead of the view until a snapshot is whole.
  private static let partial = "partial"

  /// Where a stream takes up: behind the change that it had last, with a snapshot unless the ring still holds all since.
  func resumption(_ lastEventID: String?, _ boxes: [BoundingBox], _ state: State) -> LiveStream.Resumption {
    guard let lastEventID else {
      return LiveStream.Resumption(after: state.lastNumber, isWhole: false, hasMissed: false)
    }
    let fields = lastEventID.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0] == mark, let number = Int64(fields[1]), number >= 0, number <= state.lastNumber
    else { return LiveStream.Resumption(after: state.lastNumber, isWhole: false, hasMissed: true) }
    let isKept = number >= (state.changes.first?.number ?? .max) - 1
    let isWhole = isKept && lastEventID == identifier(number, boxes)
    return LiveStream.Resumption(after: number, isWhole: isWhole, hasMissed: false)
  }
}
