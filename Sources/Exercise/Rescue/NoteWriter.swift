import Geodesy

/// Writes the notes of the night: the change of the watch, and what the other centre believes of boats that are alike.
enum NoteWriter {
  static func write(_ cast: StoryCast, into book: inout ScriptBook) {
    let change = book.night.durationMilliseconds / 2
    let calls = book.drafts.filter { draft in
      guard case .report = draft.kind else { return false }
      return draft.centre == .home && draft.milliseconds < change
    }.count
    let note = ScriptNote(
      text: "EXERCISE. The watch changes. \(calls) reports so far. Go through what is open before you sign.",
      references: [])
    book.add(.init(milliseconds: change, centre: .home, kind: .handOver(note), boat: nil))
    mistake(cast, into: &book)
  }

  /// The other centre takes the calls of one boat for those of the other, which was recovered: the mistake of the night
  /// of 24 November 2021, for a trainee to question.
  private static func mistake(_ cast: StoryCast, into book: inout ScriptBook) {
    guard let alike = cast.alike, let recovered = cast.stories.first(where: { $0.boat.actor == alike.recovered }),
      let lost = cast.stories.first(where: { $0.boat.actor == alike.lost })
    else { return }
    let note = ScriptNote(
      text: "EXERCISE. From the other centre: the \(lost.look.colour) inflatable from \(lost.look.departure) "
        + "is recovered. They take the calls of the last hour to be that one.",
      references: [])
    let moment = max(recovered.last + 900_000, lost.last - 300_000)
    book.add(.init(milliseconds: moment, centre: .home, kind: .handOver(note), boat: nil))
  }
}
