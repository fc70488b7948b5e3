import Geodesy
import Rescue
import Testing

@testable import Operations

/// A maker of facts about rescue, as two centres would record them.
struct FactMaker {
  var sequences: [String: Int64] = [:]

  mutating func fact(
    _ act: RescueAct, at minute: Int64, centre: String = "DOVER", text: String? = nil, words: ContactWords? = nil
  ) -> RescueFact {
    sequences[centre, default: 0] += 1
    let recorded = Instant(millisecondsSince1970: 1_637_719_200_000 + minute * 60_000)
    return RescueFact(
      origin: FoldedFact.Origin(ledger: centre, sequence: sequences[centre] ?? 0), centre: centre, recorded: recorded,
      learned: recorded, about: recorded, actor: "mara", agency: "coastguard", exercise: true, act: act, text: text,
      words: words)
  }

  mutating func report(
    _ id: String, people: ClosedRange<Int>?, incident: String?, at minute: Int64, centre: String = "DOVER",
    channel: ContactStatement.Channel = .call
  ) -> RescueFact {
    var statement = ContactStatement(channel)
    (statement.least, statement.most) = (people?.lowerBound, people?.upperBound)
    let received = Instant(millisecondsSince1970: 1_637_719_200_000 + minute * 60_000)
    return fact(
      .reported(ContactReported(contact: id, statement: statement, received: received, incident: incident)),
      at: minute, centre: centre)
  }

  mutating func counted(_ incident: String, _ people: Int, at minute: Int64, record: String = "1") -> RescueFact {
    let at = Instant(millisecondsSince1970: 1_637_719_200_000 + minute * 60_000)
    return fact(
      .counted(
        PeopleCounted(
          incident: incident, record: "\(incident)-\(record)", fate: .recovered, people: people, at: at, asset: "LB")),
      at: minute)
  }

  mutating func opened(_ incident: String, at minute: Int64, centre: String = "DOVER") -> RescueFact {
    fact(
      .opened(IncidentOpened(incident: incident, phase: .distress, centre: centre, exercise: true)), at: minute,
      centre: centre)
  }
}

/// A source of chance that a seed repeats (SplitMix64).
struct Shuffling: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct RescueBookTests {
  /// Two boats that are alike, one of them recovered, with counts that differ by a few.
  private func night() -> [RescueFact] {
    var make = FactMaker()
    return [
      make.opened("D-1", at: 0), make.report("D-R1", people: 33...33, incident: "D-1", at: 1),
      make.opened("C-1", at: 3, centre: "CALAIS"),
      make.report("C-R1", people: 30...35, incident: "C-1", at: 4, centre: "CALAIS"),
      make.report("D-R2", people: 34...34, incident: "C-1", at: 8), make.counted("D-1", 33, at: 60),
      make.fact(
        .closed(
          IncidentClosed(incident: "D-1", overrides: false, conflicts: [], contacts: ["D-R1"], accounted: 33)),
        at: 70, text: "all taken up"),
    ]
  }

  @Test func theOtherBoatStaysOpenAndSaysWhy() throws {
    let book = RescueBook(night())
    let (one, other) = (try #require(book.boat(of: "D-1")), try #require(book.boat(of: "C-1")))
    #expect(!one.isOpen && other.isOpen)
    #expect(other.reckoning.unaccounted == 30...35)
    #expect(
      other.openMatters == [
        .conflict(.reportOfMore(report: "C-R1", missing: 30...35)),
        .conflict(.reportOfMore(report: "D-R2", missing: 34...34)),
      ])
    #expect(book.summary.openBoats == 1 && book.summary.least == 30 && book.summary.most == 35)
  }

  @Test(arguments: 0..<40) func everyOrderOfArrivalGivesTheSameBook(seed: UInt64) {
    let facts = night()
    let wanted = RescueBook(facts)
    var generator = Shuffling(state: seed)
    var book = RescueBook()
    var waiting = facts.shuffled(using: &generator)
    while !waiting.isEmpty {
      let count = Int.random(in: 1...waiting.count, using: &generator)
      book.take(waiting.prefix(count))
      // What comes twice counts once.
      book.take(waiting.prefix(1))
      waiting.removeFirst(count)
    }
    #expect(book.boats == wanted.boats && book.summary == wanted.summary && book.facts == wanted.facts)
  }

  @Test func aReportThatTheClosureDidNotKnowOpensTheBoatAgain() throws {
    var make = FactMaker()
    make.sequences = ["CALAIS": 100, "DOVER": 100]
    // Taken down at the other centre before the boat was closed here, and learned of afterwards.
    let late = make.report("C-R9", people: nil, incident: "D-1", at: 65, centre: "CALAIS")
    let book = RescueBook(night() + [late])
    let boat = try #require(book.boat(of: "D-1"))
    #expect(boat.isOpen && boat.isOpenAgain)
    #expect(boat.openMatters == [.conflict(.callAfterLastRecovery(report: "C-R9"))])
  }

  @Test func aCountTakenBackOpensTheBoatAgain() throws {
    var make = FactMaker()
    make.sequences = ["DOVER": 100]
    let back = make.fact(.withdrawn(CountWithdrawn(incident: "D-1", record: "D-1-1")), at: 90)
    let boat = try #require(RescueBook(night() + [back]).boat(of: "D-1"))
    #expect(boat.isOpenAgain && boat.reckoning.unaccounted == 33...33)
    #expect(boat.counts.isEmpty && boat.incidents[0].counts.first?.withdrawnBy == "mara")
  }

  @Test func joinedIncidentsAreOneBoatAndCanBeParted() throws {
    var make = FactMaker()
    make.sequences = ["DOVER": 100]
    let joined = make.fact(.joined(IncidentsJoined(incident: "C-1", other: "D-1", holds: true)), at: 80)
    let book = RescueBook(night() + [joined])
    let boat = try #require(book.boat(of: "C-1"))
    #expect(boat.id == "D-1" && boat.contacts.map(\.id) == ["D-R1", "C-R1", "D-R2"])
    // The closure of one did not know the reports of the other.
    #expect(boat.isOpenAgain && book.boats.count == 1)
    let parted = make.fact(.joined(IncidentsJoined(incident: "D-1", other: "C-1", holds: false)), at: 85)
    let again = RescueBook(night() + [joined, parted])
    #expect(again.boats.count == 2 && again.boat(of: "D-1")?.isOpen == false)
  }

  @Test func whatIsSaidOfAReportBeforeItWaits() throws {
    var make = FactMaker()
    let explained = make.fact(
      .explained(ContactExplained(contact: "D-R1", holds: true)), at: 0, centre: "CALAIS", text: "a guess")
    let report = make.report("D-R1", people: 40...40, incident: nil, at: 1)
    for facts in [[explained, report], [report, explained]] {
      let book = RescueBook(facts)
      #expect(book.contacts["D-R1"]?.explanation?.text == "a guess" && book.untied.map(\.id) == ["D-R1"])
    }
  }
}
