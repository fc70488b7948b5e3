import Ledger
import Geodesy
import Foundation
import Operations
import Receivers
import Testing

@testable import Desk

@Suite("How the feeds and the desk fare")
struct FeedBoardTests {
  private func line(_ house: House, _ board: FeedBoard) throws -> FeedBoard.Line {
    let lines = board.lines(now: house.clock.now)
    return try #require(lines.first)
  }

  @Test func aFeedThatPlaysAndIsSilentBecomesStale() async throws {
    let house = try await House.open()
    let board = house.desk.feeds
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4), feed: "EXERCISE", exercise: true)
    board.startMaking("EXERCISE", address: "exercise:7")
    #expect(try !line(house, board).isStale)
    house.clock.advance(seconds: 30)
    #expect(try !line(house, board).isStale)
    house.clock.advance(seconds: 1)
    let stale = try line(house, board)
    #expect(stale.isStale && stale.state == "live" && stale.address == "exercise:7" && stale.exercise)
    try house.hear(Lines.position(235_012_345, latitude: 51.01, longitude: 1.4), feed: "EXERCISE", exercise: true)
    #expect(try !line(house, board).isStale)
  }

  @Test func aFeedThatHasEndedIsNotStale() async throws {
    let house = try await House.open()
    let board = house.desk.feeds
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4), feed: "EXERCISE")
    board.startMaking("EXERCISE", address: "exercise:7")
    board.stopMaking("EXERCISE")
    house.clock.advance(seconds: 3_600)
    let ended = try line(house, board)
    #expect(!ended.isStale && ended.state == "ended")
  }

  @Test func aFeedThatNeverBroughtAnythingIsStale() async throws {
    let house = try await House.open()
    try house.desk.picture.open(feed: "shore", exercise: false)
    let receiver = Receiver(name: "shore", address: .standardInput)
    let board = FeedBoard(picture: house.desk.picture, receivers: [receiver])
    let silent = try line(house, board)
    #expect(silent.isStale && silent.lastArrived == nil && silent.state == "idle")
  }

  @Test func whatCannotBeReadIsCounted() async throws {
    let house = try await House.open()
    var broken = Lines.position(235_012_345, latitude: 51, longitude: 1.4)
    broken[broken.count - 4] = UInt8(ascii: "?")
    let whole = Lines.position(235_012_345, latitude: 51, longitude: 1.4)
    try house.hear(Array("nonsense\r\n".utf8) + broken + whole)
    let counted = try line(house, house.desk.feeds)
    #expect(counted.messages == 1 && counted.sentences == 1)
    #expect(counted.refused >= 1)
    #expect(counted.refused == counted.refusals.values.reduce(0, +))
  }

  @Test func twoFeedsOfOneNameStopNothing() async throws {
    let house = try await House.open()
    try house.desk.picture.open(feed: "shore", exercise: false)
    let receivers = [1, 2].map { _ in Receiver(name: "shore", address: .standardInput) }
    let board = FeedBoard(picture: house.desk.picture, receivers: receivers)
    #expect(board.lines(now: house.clock.now).count == 1)
  }

  @Test func theReportSaysAllOfIt() async throws {
    let house = try await House.open(exercise: true)
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4), feed: "sho\"re", exercise: true)
    let report = house.desk.status()
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report.json.bytes)) as? [String: Any])
    #expect(object["time"] as? String == house.clock.now.iso8601)
    #expect(object["tracks"] as? Int == 1)
    #expect(object["exercise"] as? Bool == true)
    #expect((object["ledger"] as? [String: Any])?["size"] as? Int == Int(house.centre.ledger.head.size))
    let feed = try #require((object["feeds"] as? [[String: Any]])?.first)
    #expect(feed["name"] as? String == "sho\"re")
    #expect(feed["stale"] as? Bool == false)
    #expect(feed["lastArrived"] as? String == house.clock.now.iso8601)
  }
}
