import Geodesy
import Testing

@testable import Operations

@Suite("Calls of devices become alerts")
struct DistressBookTests {
  static let start = Instant(millisecondsSince1970: 1_637_718_480_000)

  private func notice(
    _ state: DistressNotice.State, after seconds: Int64 = 0, at position: Position? = nil, words: String = "sinking"
  ) -> DistressNotice {
    let moment = Self.start.adding(milliseconds: seconds * 1000)
    return DistressNotice(
      device: .radio, identity: "235012345", state: state, words: words, position: position, at: moment,
      received: moment, feed: "shore", exercise: false)
  }

  private func raised(_ step: AlertStep?) -> NewAlert? {
    if case .raise(let alert)? = step { alert } else { nil }
  }

  @Test func aDeviceThatSendsAgainAndAgainRaisesOneAlert() {
    var book = DistressBook(open: [])
    let first = raised(book.take(notice(.active)))
    #expect(first?.severity == .distress && first?.tracks == ["235012345"])
    for second in 1..<50 { #expect(book.take(notice(.active, after: Int64(second))) == nil) }
    let place = Position(latitudeDegrees: 51, longitudeDegrees: 1.5)
    guard case .change(let moved, nil)? = book.take(notice(.active, after: 50, at: place)) else {
      Issue.record("A first position is told at once.")
      return
    }
    #expect(moved.id == first?.id && moved.position == place)
  }

  @Test func aTestWakesNobodyAndACallAfterItDoes() {
    var book = DistressBook(open: [])
    #expect(raised(book.take(notice(.test)))?.severity == .test)
    #expect(book.take(notice(.test, after: 10)) == nil)
    #expect(raised(book.take(notice(.active, after: 20)))?.severity == .distress)
  }

  @Test func aCallAfterOneThatWasTakenBackIsACallOfItsOwn() {
    var book = DistressBook(open: [])
    let first = raised(book.take(notice(.active)))
    _ = book.take(notice(.cancelled, after: 30))
    let second = raised(book.take(notice(.active, after: 60)))
    #expect(second?.severity == .distress && second?.id != first?.id)
  }

  @Test func whatExtendsACallIsAddedToItsWords() {
    var book = DistressBook(open: [])
    _ = book.take(notice(.active))
    guard case .change(let more, nil)? = book.take(notice(.unclear, after: 5, words: "40 persons on board")) else {
      Issue.record("An extension says more.")
      return
    }
    #expect(more.words == "sinking; 40 persons on board")
  }

  @Test func aCallTakenBackEnds() {
    var book = DistressBook(open: [])
    _ = book.take(notice(.active))
    guard case .change(_, let ended)? = book.take(notice(.cancelled, after: 30)) else {
      Issue.record("A call that is taken back ends.")
      return
    }
    #expect(ended == Self.start.adding(milliseconds: 30_000))
  }

  @Test func oneGoingOnAfterItWasResolvedComesBack() async throws {
    var book = DistressBook(open: [])
    let first = try #require(raised(book.take(notice(.active))))
    let desk = try await TestDesk.open()
    let mara = try await desk.setUpSignedIn().session.acting
    try await desk.centre.raise(first)
    let resolved = try await desk.centre.take(TakeAlert(first.id, .resolved, note: "found"), as: mara)
    book.note(resolved, now: Self.start.adding(milliseconds: 60_000))
    #expect(book.take(notice(.active, after: 120)) == nil)
    #expect(raised(book.take(notice(.active, after: 60 + 1801)))?.severity == .distress)
  }
}
