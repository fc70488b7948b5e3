import Foundation
import HTTPTypes
import Ledger

extension Book {
  private static let scopes: [(path: String, scope: Rights.Scope)] = [
    ("/api/picture", .picture), ("/picture", .picture), ("/api/stream?", .picture), ("/api/tracks/", .track),
    ("/api/search", .search), ("/api/log", .log), ("/log", .log), ("/api/record", .record), ("/record", .record),
    ("/people", .people),
  ]

  /// Checks an answer of the desk, as it leaves it.
  func answered(_ asked: Asked, _ answer: Answer, since begun: Int, by house: House) {
    noteAnswer()
    follow(house)
    if asked.method == .get {
      checkReading(asked, answer, since: begun, by: house)
    } else if asked.path == "/api/log" {
      checkWriting(asked, answer)
    } else if answer.status == 303 {
      checkChange(asked, house)
    }
  }

  private func checkReading(_ asked: Asked, _ answer: Answer, since begun: Int, by house: House) {
    guard answer.status == 200, let scope = Self.scopes.first(where: { asked.path.hasPrefix($0.path) })?.scope,
      let cookie = asked.cookie
    else { return }
    let session = Self.sessionName(of: cookie)
    if !rights.mayHaveSeen(scope, asked.person, from: begun, to: run.steps) {
      fail("nobody is shown what they may not see", "\(asked.person) was shown \(asked.path)")
    }
    if rights.hadEnded(session, before: begun) {
      fail("nobody is shown what they may not see", "\(asked.person)'s session had ended before \(asked.path)")
    }
    var subject = ""
    if scope == .track { subject = "track:" + (asked.path.split(separator: "/").last.map(String.init) ?? "") }
    // The clock may have been set, and the hour turned, while the request was on its way.
    let hours = run.hours(since: begun)
    let what = "\(asked.person) was shown \(asked.path)"
    if !isRecorded(what, "session:\(session)", scope, subject: subject, hours: Array(hours), by: house) {
      fail("every reading is recorded", "\(what), and no entry says so")
    }
    if scope == .log { checkOrder(answer, asked) }
  }

  /// A page of the log is in the order of the ledger, whatever the clock said.
  private func checkOrder(_ answer: Answer, _ asked: Asked) {
    guard asked.path.hasPrefix("/api/"), let rows = Self.object(answer.body)?["entries"] as? [[String: Any]] else {
      return
    }
    let sequences = rows.compactMap { ($0["sequence"] as? NSNumber)?.int64Value }
    guard zip(sequences, sequences.dropFirst()).allSatisfy({ $0 > $1 }) else {
      return fail("the order is the ledger's", "\(asked.path) answers in the order \(sequences)")
    }
  }

  private func checkWriting(_ asked: Asked, _ answer: Answer) {
    guard let object = Self.object(Array(asked.body.utf8)), let key = object["key"] as? String else { return }
    switch answer.status {
    case 201:
      guard let sequence = (Self.object(answer.body)?["sequence"] as? NSNumber)?.int64Value,
        sequence >= 1, sequence <= entries.count
      else { return fail("what is acknowledged is there", "\(asked.person)'s \(key) is at no entry of the ledger") }
      let entry = entries[Int(sequence) - 1]
      guard entry.actor == asked.person, entry.idempotencyKey == key else {
        return fail("what is acknowledged is there", "\(asked.person)'s \(key) is not what entry \(sequence) holds")
      }
      acknowledge(asked.person, key, sequence)
    case 400, 404, 409, 413: refuse(asked.person, key)
    default: break
    }
  }

  private func checkChange(_ asked: Asked, _ house: House) {
    let words = asked.path.split(separator: "/").map(String.init)
    if words.first == "people", words.count == 3 {
      rightsTookEffect(of: words[1], by: house)
      if words[2] == "disable" {
        cut(words[1])
        for entry in entries where entry.kind == "access.ended" {
          guard let fact = entry.part("fact").flatMap(Self.object), fact["person"] as? String == words[1] else {
            continue
          }
          rights.endTookEffect(of: fact["session"] as? String ?? "", at: run.steps)
        }
      }
    } else if asked.path == "/sign-out", let cookie = asked.cookie {
      rights.endTookEffect(of: Self.sessionName(of: cookie), at: run.steps)
    }
  }
}
