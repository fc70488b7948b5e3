import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Marking
import Operations
import Testing

@testable import Desk

/// The same night on desks that differ only in what one of two officers may not see.
@Suite("What somebody may not see changes no byte of any answer")
struct HiddenRowsTests {
  /// What stands in the log beside what everyone may read.
  enum Night: CaseIterable {
    /// Entries for the police alone, about a vessel that everyone sees, one of them corrected.
    case hidden
    /// Other entries of theirs, of other lengths, about another vessel.
    case otherwise
    /// No such entries: as many other acts of the same officer, so that the ledger is as long.
    case none
  }

  /// A desk on which a night has passed, with a visitor for each name.
  private func desk(_ night: Night) async throws -> (House, [String: Visiting]) {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    try await house.add("ivo", .dataProtectionOfficer)
    try await house.add("paul", .watchOfficer, agency: "police")
    try house.hear(
      Lines.position(235_012_345, latitude: 51, longitude: 1.4) + Lines.statics(235_012_345, name: "TITAN"))
    var visitors: [String: Visiting] = [:]
    for name in ["wanda", "ivo", "paul"] { visitors[name] = .person(try await house.session(name)) }
    let wanda = try #require(visitors["wanda"])
    let paul = try #require(visitors["paul"])
    try await house.visit { client in
      for step in 0..<6 {
        house.clock.advance(seconds: 60)
        _ = try await client.send("/api/log", "{\"text\":\"Fog \(step)\",\"subject\":\"235012345\"}", as: wanda)
        try await hide(night, step, paul, client)
      }
    }
    return (house, visitors)
  }

  private func hide(_ night: Night, _ step: Int, _ paul: Visiting, _ client: any TestClientProtocol) async throws {
    let limits = "OFFICIAL-SENSITIVE // AGENCIES police"
    // In every night the officer looks into the log before the last step.
    let log = step == 5 ? try await client.get("/api/log?q=smugglers", as: paul).json()["entries"] : nil
    let last = (log as? [[String: Any]])?.first?["sequence"] as? Int
    let body =
      switch night {
      case .hidden where step == 5: "{\"text\":\"Not smugglers\",\"correctionOf\":\(try #require(last))}"
      case .hidden: "{\"text\":\"Fog smugglers \(step)\",\"subject\":\"235012345\",\"marking\":\"\(limits)\"}"
      case .otherwise, .none: "{\"text\":\"x\",\"marking\":\"\(limits)\"}"
      }
    let answer =
      night == .none
      ? try await client.get("/api/search?q=nothing\(step)", as: paul)
      : try await client.send("/api/log", body, as: paul)
    #expect(answer.status.kind == .successful, "\(answer.text)")
  }

  /// What the two may ask, with the numbers of entries that exist, that are hidden, and that do not exist.
  private func questions(_ numbers: [Int64]) -> [String] {
    var questions = [
      "/log", "/log?q=fog", "/log?q=smugglers", "/log?q=smug", "/log?before=999999", "/log?at=2021-11-24T01:51:00Z",
      "/api/log", "/api/log?limit=3", "/api/log?limit=200", "/api/log?q=fog", "/api/log?q=smugglers", "/api/log?q=s",
      "/api/log?at=2021-11-24T01:51:00Z", "/api/search?q=titan", "/api/tracks/235012345",
      "/api/tracks/235012345?at=2021-11-24T01:51:00Z", "/api/tracks/235012345/path", "/api/picture", "/api/status",
      "/picture", "/account", "/api/record?actor=wanda", "/api/record?kind=log.", "/api/record?kind=log.corrected",
      "/api/record?kind=log.written", "/api/record?subject=track:235012345", "/record?kind=log.",
      "/api/record?actor=paul&kind=log.", "/metrics", "/health", "/paper", "/paper?at=2021-11-24T01:51:00Z", "/witness",
    ]
    let items = "/ogc/collections/log/items"
    questions += ["\(items)?f=html", "/ogc/collections/log", "/ogc/collections/tracks/items"]
    for asked in [
      "", "?limit=3", "?author=paul", "?author=wanda", "?agency=police", "?track=235012345", "?exercise=false",
      "?bbox=0,50,2,52", "?datetime=2021-11-24T01:50:00Z/2021-11-24T01:52:00Z", "?datetime=2021-11-24T01:51:00Z",
    ] { questions.append(items + asked) }
    for number in numbers {
      questions += [
        "/record/\(number)", "/log?correct=\(number)", "/api/log?before=\(number)", "\(items)/\(number)",
        "\(items)?after=\(number)",
      ]
    }
    return questions
  }

  /// An answer without what is random in each desk: names of sessions, tokens of sessions and forms, and hashes of sealed
  /// entries.
  private func plain(_ answer: TestResponse, _ uri: String) -> String {
    var text = answer.text
    text.replace(/name="key" value="[0-9a-f]{32}"/, with: "name=key")
    text.replace(/session:[0-9a-f]{16}/, with: "session")
    text.replace(/name="token" value="[^"]*"/, with: "name=token")
    text.replace(/content="[A-Za-z0-9_-]{43}"/, with: "content=TOKEN")
    text.replace(/[A-Za-z0-9+\/]{43}=/, with: "HASH")
    // What the process of the tests uses of the machine goes up and down with the other tests, and the length with it.
    text.replace(/foreland_process_\w+ \S+/, with: "process")
    let isOfTheMachine = text.contains("\nprocess")
    // How many entries there are stands in the status and the metrics, and is the same in each night.
    let fields = answer.headers.filter { $0.name != .date && !(isOfTheMachine && $0.name == .contentLength) }
      .map { "\($0.name): \($0.value)" }.sorted()
    return "\(uri) \(answer.status.code)\n\(fields.joined(separator: "\n"))\n\n\(text)"
  }

  private func answers(_ night: Night, for name: String, _ changes: Bool) async throws -> [String] {
    let (house, visitors) = try await desk(night)
    let visitor = try #require(visitors[name])
    let logged = try house.centre.ledger.entries(from: 1, limit: 1_000)
      .filter { $0.actor == "paul" || $0.kind == "log.written" }
    let numbers = logged.map(\.sequence).suffix(12) + [999_999]
    return try await house.visit { client in
      var answers: [String] = []
      for uri in questions(Array(numbers)) { answers.append(plain(try await client.get(uri, as: visitor), uri)) }
      for number in numbers where changes {
        let body = "{\"text\":\"x\",\"correctionOf\":\(number)}"
        let answer = try await client.send("/api/log", body, as: visitor)
        // A correction of one's own entry is taken; what matters is that each number gets what it gets in every night.
        answers.append("correct \(number): \(plain(answer, "").replacing(/"sequence":\d+/, with: ""))")
      }
      return answers
    }
  }

  @Test func anOfficerOnWatchCannotTellWhetherThereIsAnything() async throws {
    let without = try await answers(.none, for: "wanda", true)
    #expect(without.contains { $0.contains("Fog 3") })
    for night in [Night.hidden, .otherwise] {
      let with = try await answers(night, for: "wanda", true)
      #expect(with.count == without.count)
      for (one, other) in zip(with, without) { #expect(one == other, "\(night)") }
    }
  }

  @Test func anInspectorOfAnotherAgencyCannotTellWhatItIs() async throws {
    let some = try await answers(.hidden, for: "ivo", false)
    let other = try await answers(.otherwise, for: "ivo", false)
    for (one, two) in zip(some, other) { #expect(one == two) }
    #expect(some.count == other.count)
    // A page may repeat the words that it was asked for, and no answer holds any others.
    let asked = try Regex("q=smug\\w*|value=\"smug\\w*\"")
    #expect(!some.contains { $0.replacing(asked, with: "").contains("muggler") })
  }

  @Test func whoMayReadItFindsItEverywhere() async throws {
    let (house, visitors) = try await desk(.hidden)
    let paul = try #require(visitors["paul"])
    try await house.visit { client in
      let log = try await client.get("/api/log", as: paul)
      #expect(log.text.components(separatedBy: "smugglers").count == 7)
      #expect(try await client.get("/log?q=smugglers", as: paul).text.contains("OFFICIAL-SENSITIVE // AGENCIES police"))
      let entries = try await client.get("/api/tracks/235012345", as: paul).json()["entries"] as? [Int]
      #expect(entries?.count == 12)
    }
  }

  @Test(arguments: [
    "SECRET", "OFFICIAL // COMPARTMENTS X", "OFFICIAL // NATIONS FR", "TOP SECRET // AGENCIES coastguard",
  ])
  func nobodyWritesWhatTheyCouldNotRead(_ marking: String) async throws {
    let house = try await House.open()
    try await house.add("wanda", .watchOfficer)
    let wanda = Visiting.person(try await house.session("wanda"))
    try await house.visit { client in
      let body = "{\"text\":\"x\",\"marking\":\"\(marking)\"}"
      #expect(try await client.send("/api/log", body, as: wanda).status == .forbidden)
      let odd = try await client.send("/api/log", "{\"text\":\"x\",\"marking\":\"x\"}", as: wanda)
      #expect(odd.status == .badRequest)
    }
    let kinds = try house.centre.ledger.entries(from: 1, limit: 1_000).map(\.kind)
    #expect(kinds.last == "access.refused" && !kinds.contains("log.written"))
  }
}
