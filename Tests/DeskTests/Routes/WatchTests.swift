import Geodesy
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("A watch at the desk")
struct WatchTests {
  private func house() async throws -> (House, Visiting) {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    return (house, .person(try await house.session("wanda")))
  }

  private func texts(_ answer: TestResponse) throws -> [String] {
    (try answer.json()["entries"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
  }

  private func sequence(_ answer: TestResponse) throws -> Int { try #require(try answer.json()["sequence"] as? Int) }

  @Test func anEntrySentTwiceIsWrittenOnce() async throws {
    let (house, visitor) = try await house()
    try await house.add("walt", .watchOfficer)
    let other = Visiting.person(try await house.session("walt"))
    try await house.visit { client in
      let body = "{\"text\":\"Boat adrift\",\"key\":\"k1\"}"
      let first = try await client.send("/api/log", body, as: visitor)
      let second = try await client.send("/api/log", body, as: visitor)
      #expect(first.status == .created && second.status == .created)
      #expect(try sequence(first) == sequence(second))
      let form = ["text": "Fog", "key": "k2"]
      _ = try await client.post("/log", form, as: visitor)
      _ = try await client.post("/log", form, as: visitor)
      #expect(try texts(try await client.get("/api/log", as: visitor)) == ["Fog", "Boat adrift"])
      // A form writes a blank as a plus sign, a program as it likes.
      for words in ["boat+adrift", "boat%20adrift"] {
        #expect(try texts(try await client.get("/api/log?q=\(words)", as: visitor)) == ["Boat adrift"])
      }
      // Another person's key is another key.
      let theirs = try await client.send("/api/log", "{\"text\":\"Theirs\",\"key\":\"k1\"}", as: other)
      #expect(theirs.status == .created)
      #expect(try theirs.json()["text"] as? String == "Theirs")
    }
  }

  @Test func theLogAsItWasKnownAtAMoment() async throws {
    let (house, visitor) = try await house()
    try await house.visit { client in
      let first = try sequence(try await client.send("/api/log", "{\"text\":\"One\"}", as: visitor))
      house.clock.advance(seconds: 60)
      let moment = house.clock.now.iso8601
      house.clock.advance(seconds: 60)
      _ = try await client.send("/api/log", "{\"text\":\"Not one\",\"correctionOf\":\(first)}", as: visitor)
      let now = try await client.get("/api/log", as: visitor)
      #expect(try texts(now) == ["Not one", "One"])
      let corrected = try #require((try now.json()["entries"] as? [[String: Any]])?.last)
      #expect(corrected["correctedBy"] as? Int != nil)

      let then = try await client.get("/api/log?at=\(moment)", as: visitor)
      #expect(try texts(then) == ["One"])
      let uncorrected = try #require((try then.json()["entries"] as? [[String: Any]])?.first)
      #expect(uncorrected["correctedBy"] is NSNull)
      let page = try await client.get("/log?at=\(moment)", as: visitor).text
      #expect(page.contains("One") && !page.contains("Not one"))
      #expect(!page.contains("<textarea") && page.contains(Strings.english["knownAt.live"]))
    }
  }

  @Test func thePictureAsItWasKnownAtAMoment() async throws {
    let (house, visitor) = try await house()
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4))
    house.clock.advance(seconds: 120)
    let moment = house.clock.now.iso8601
    house.clock.advance(seconds: 120)
    try house.hear(
      Lines.position(235_012_345, latitude: 51.005, longitude: 1.408)
        + Lines.position(235_099_999, latitude: 51, longitude: 1.5))
    try await house.visit { client in
      func rows(_ uri: String) async throws -> [String: Double] {
        let tracks = try await client.get(uri, as: visitor).json()["tracks"] as? [[Any]] ?? []
        return Dictionary(uniqueKeysWithValues: tracks.map { ($0[0] as? String ?? "", $0[1] as? Double ?? 0) })
      }
      let then = try await rows("/api/picture?at=\(moment)")
      #expect(then.keys.sorted() == ["235012345"])
      #expect(((then["235012345"] ?? 0) - 51).magnitude < 1e-5)
      let now = try await rows("/api/picture")
      #expect(now.keys.sorted() == ["235012345", "235099999"])
      #expect(((now["235012345"] ?? 0) - 51.005).magnitude < 0.002)
      #expect(try await rows("/api/picture?box=50,1.45,52,2").keys.sorted() == ["235099999"])
      #expect(try await rows("/api/picture?at=\(moment)&box=50,1.45,52,2").isEmpty)
      #expect(try await client.get("/api/tracks/235099999?at=\(moment)", as: visitor).status == .notFound)
      let path = try await client.get("/api/tracks/235012345/path", as: visitor).json()
      #expect((path["points"] as? [[Any]])?.count == 2)
      let known = try await client.get("/api/tracks/235012345/path?at=\(moment)", as: visitor).json()
      #expect((known["points"] as? [[Any]])?.count == 1)
    }
  }

  @Test func aHostileVesselIsOnlyAName() async throws {
    let (house, visitor) = try await house()
    let name = "<IMG SRC=X \"'&>"
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4) + Lines.statics(235_012_345, name: name))
    try await house.visit { client in
      let detail = try await client.get("/api/tracks/235012345", as: visitor)
      #expect(detail.headers[.contentType] == "application/json")
      #expect(try detail.json()["name"] as? String == name)
      let found = try await client.get("/api/search?q=img", as: visitor).json()["results"] as? [[String: Any]]
      #expect(found?.first?["name"] as? String == name)
      let entry = try JSONSerialization.data(withJSONObject: ["text": "Seen: \(name)", "subject": "235012345"])
      let sent = try await client.send("/api/log", String(decoding: entry, as: UTF8.self), as: visitor)
      #expect(sent.status == .created)
      let encoded = try #require(name.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      for uri in ["/log", "/log?q=\(encoded)", "/log?q=img", "/picture?vessel=\(encoded)"] {
        let page = try await client.get(uri, as: visitor)
        #expect(page.status == .ok && !page.text.contains("<IMG"), "\(uri)")
      }
      let page = try await client.get("/log", as: visitor).text
      #expect(page.contains("Seen: &lt;IMG SRC=X &quot;&#39;&amp;&gt;"))
    }
  }

  @Test func eachActStandsInTheRecord() async throws {
    let (house, visitor) = try await house()
    try await house.add("ivo", .dataProtectionOfficer)
    let inspector = Visiting.person(try await house.session("ivo"))
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4))
    try await house.visit { client in
      _ = try await client.get("/picture", as: visitor)
      _ = try await client.get("/api/search?q=titan", as: visitor)
      _ = try await client.get("/api/tracks/235012345", as: visitor)
      _ = try await client.get("/api/picture?at=2021-11-24T01:48:00Z", as: visitor)
      _ = try await client.send("/api/log", "{\"text\":\"Seen\",\"subject\":\"235012345\"}", as: visitor)
      _ = try await client.get("/people", as: visitor)
      let answer = try await client.get("/api/record?actor=wanda&limit=200", as: inspector).json()
      let acts = try #require(answer["acts"] as? [[String: Any]])
      #expect(acts.allSatisfy { $0["actor"] as? String == "wanda" })
      let sentences = acts.compactMap { $0["text"] as? String }
      for scope in ["picture", "pictureAt", "search", "track"] {
        let words = Strings.english["scope.\(scope)"]
        #expect(sentences.contains { $0.hasPrefix("Looked at \(words)") }, "\(scope) in \(sentences)")
      }
      let kinds = Set(acts.compactMap { $0["kind"] as? String })
      #expect(kinds.isSuperset(of: ["access.signedIn", "consulted", "log.written", "access.refused"]))
      #expect(!sentences.contains { $0.contains("{") || $0.contains("}") })
      let about = try await client.get("/api/record?subject=track:235012345", as: inspector).json()
      let aboutKinds = (about["acts"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
      #expect(Set(aboutKinds) == ["consulted", "log.written"])

      let page = try await client.get("/record?actor=wanda", as: inspector).text
      #expect(page.contains("Looked at \(Strings.english["scope.search"])"))
      let sequence = try #require(acts.first?["sequence"] as? Int)
      let entry = try await client.get("/record/\(sequence)", as: inspector)
      #expect(entry.status == .ok && entry.text.contains(Strings.english["entry.proof"]))
    }
  }

  @Test func anExerciseIsMarkedOnEveryPageAndInEveryAnswer() async throws {
    let house = try await House.open(exercise: true)
    try await house.add("wanda", .watchOfficer)
    let visitor = Visiting.person(try await house.session("wanda"))
    try house.hear(Lines.position(235_012_345, latitude: 51, longitude: 1.4), exercise: true)
    try await house.visit { client in
      for uri in ["/sign-in", "/none"] { #expect(try await client.get(uri).text.contains("EXERCISE"), "\(uri)") }
      for uri in ["/picture", "/log", "/account", "/password"] {
        let page = try await client.get(uri, as: visitor).text
        #expect(page.contains("data-exercise=\"true\"") && page.contains("<title>EXERCISE"), "\(uri)")
      }
      let written = try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor)
      #expect(try written.json()["exercise"] as? Bool == true)
      #expect(try await client.get("/api/picture", as: visitor).json()["exercise"] as? Bool == true)
      let track = try await client.get("/api/tracks/EX235012345", as: visitor)
      #expect(try track.json()["exercise"] as? Bool == true)
    }
  }
}
