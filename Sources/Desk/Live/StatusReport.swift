import Geodesy
import Ledger
import Operations

/// How the desk fares, as everyone who watches is told every two seconds: also the sign that the picture is not frozen.
struct StatusReport: Sendable {
  var time: Instant
  var feeds: [FeedBoard.Line]
  /// What is known of the machine's clock.
  var clock: ClockWatch.Report
  /// How the room for the store fares; nil when nothing is held back.
  var storage: StorageState?
  /// How many times faster than the clock on the wall an exercise plays.
  var pace: Double
  var ledgerSize: Int64
  var trackCount: Int
  var exercise: Bool
  /// What the desk lacks, in words.
  var gaps: [String]

  var json: JSONText {
    var json = JSONText(reserving: 512)
    json.object { json in
      json.key("time")
      json.string(time.iso8601)
      json.key("feeds")
      json.array { json in for feed in feeds { Self.write(feed, to: &json) } }
      json.key("clock")
      json.object { json in
        json.key("movedSeconds")
        json.number(clock.movedSeconds, decimals: 1)
        json.key("behindSeconds")
        json.number(clock.behindSeconds, decimals: 1)
        json.key("pace")
        json.number(pace, decimals: 1)
      }
      json.key("storage")
      writeStorage(to: &json)
      json.key("ledger")
      json.object { json in
        json.key("size")
        json.integer(ledgerSize)
      }
      json.key("tracks")
      json.integer(trackCount)
      json.key("exercise")
      json.boolean(exercise)
      json.key("gaps")
      json.array { json in for gap in gaps { json.string(gap) } }
    }
    return json
  }

  private func writeStorage(to json: inout JSONText) {
    guard let storage else { return json.null() }
    json.object { json in
      json.key("level")
      json.string(storage.level.rawValue)
      json.key("reserveSeconds")
      json.integer(storage.reserveSeconds)
    }
  }

  private static func write(_ feed: FeedBoard.Line, to json: inout JSONText) {
    json.object { json in
      json.key("name")
      json.string(feed.name)
      json.key("address")
      json.string(feed.address)
      json.key("state")
      json.string(feed.state)
      json.key("lastArrived")
      json.string(feed.lastArrived?.iso8601)
      json.key("sentences")
      json.integer(feed.sentences)
      json.key("messages")
      json.integer(feed.messages)
      json.key("refused")
      json.integer(feed.refused)
      json.key("exercise")
      json.boolean(feed.exercise)
      json.key("stale")
      json.boolean(feed.isStale)
      json.key("failure")
      json.string(feed.failure)
    }
  }
}
