import Archive
import Geodesy
import GRDB
import Ledger
import Operations
import Tracking

extension Run {
  /// How long everything is left to itself at the end, so that whoever keeps up has everything.
  private static let calmMilliseconds: Int64 = 4000
  /// How often views are compared anew because something was appended in between.
  private static let mostLooks = 20

  /// The end of a run: the disk is well, everything comes to rest, and every promise is looked at once more, before
  /// and after the power goes a last time.
  func finish() {
    disk.trouble = .none
    rest()
    checkStreams()
    checkThatItWorks()
    checkViews()
    checkArchive()
    guard failure == nil else { return }
    crash(losingPower: true)
    rest()
    checkThatItWorks()
    checkViews()
    checkArchive()
  }

  private func rest() {
    guard failure == nil else { return }
    _ = complete("the desk comes to rest") { [scheduler] in
      try await scheduler.sleep(milliseconds: Self.calmMilliseconds)
    }
    scheduler.settle()
    if let house, let fault = house.fault { fail(Failure(promise: "services go on", detail: fault)) }
    if let house { book.follow(house) }
    if failure == nil { book.checkOwed() }
  }

  /// Whatever happened before, a desk on a healthy disk takes down what it is told.
  private func checkThatItWorks() {
    guard failure == nil, let house else { return }
    _ = complete("a desk on a healthy disk goes on") {
      try await house.centre.note(feed: "shore", state: "live", reason: nil)
    }
    book.follow(house)
  }

  private func checkViews() {
    guard failure == nil, let house else { return }
    let difference = complete("views can be rebuilt") {
      let ledger = house.centre.ledger
      for _ in 0..<Self.mostLooks {
        let size = ledger.head.size
        let folded = try await ledger.read { db in try Views.dump(db) }
        try await ledger.rebuild()
        let rebuilt = try await ledger.read { db in try Views.dump(db) }
        // What was appended meanwhile would be taken for a difference.
        if ledger.head.size == size { return Views.difference(folded, rebuilt) ?? "" }
      }
      return ""
    }
    if let difference, !difference.isEmpty {
      fail(Failure(promise: "views are the fold of the ledger", detail: difference))
    }
  }

  private func checkArchive() {
    guard failure == nil, let house else { return }
    do {
      let found = try house.archive.verify(anchors: house.centre.archiveAnchors())
      if let fault = found.fault {
        fail(Failure(promise: "the archive is as the ledger anchored it", detail: fault.message))
      }
    } catch {
      fail(Failure(promise: "the archive is as the ledger anchored it", detail: "\(error)"))
    }
  }

  /// Whoever kept up has been told every entry of the log since the stream opened, and sees the craft in view.
  private func checkStreams() {
    guard failure == nil, let house else { return }
    let tracks = house.picture.tracks
    for reader in book.readers where reader.person != "" {
      if let doubt = reader.doubt { return fail(Failure(promise: "streams come in order", detail: doubt)) }
      guard !reader.isOver, reader.keepsUp else { continue }
      let written = book.entries.filter { $0.sequence > reader.openedAt && $0.kind.hasPrefix("log.") }.map(\.sequence)
      let told = Set(reader.logSequences)
      // Whose rights changed meanwhile was rightly not told what they might not read for a time.
      let missing =
        book.rights.haveChanged(reader.person, since: reader.openedStep)
        ? nil : written.first { !told.contains($0) }
      if let missing {
        return fail(
          Failure(promise: "streams miss nothing", detail: "\(reader.person) was not told of entry \(missing)"))
      }
      for track in tracks {
        guard reader.looksAt(track.position) else { continue }
        let shown = reader.tracks[track.id.text] ?? (.infinity, .infinity)
        let isThere =
          abs(shown.latitude - track.position.latitudeDegrees) < 2e-6
          && abs(shown.longitude - track.position.longitudeDegrees) < 2e-6
        if !isThere {
          return fail(
            Failure(
              promise: "streams miss nothing", detail: "\(reader.person) does not see \(track.id.text) where it is"))
        }
      }
    }
  }
}
