import Archive
import Foundation
import Geodesy
import Marking
import Operations
import Receivers
import Testing
import Tracking

@testable import Desk
@testable import Operations

@Suite("Texts in both languages")
struct StringsTests {
  static let languages: [Strings] = [.english, .french]

  private func expect(_ keys: some Sequence<String>, _ comment: String = "") {
    for key in keys {
      for strings in Self.languages {
        let isThere = strings.has(key)
        #expect(isThere, "\(strings.language.rawValue) lacks \(key) \(comment)")
      }
    }
  }

  @Test func bothHaveTheSameKeysAndArguments() {
    let english = Strings.english.texts
    let french = Strings.french.texts
    #expect(english.count > 300)
    #expect(Set(english.keys) == Set(french.keys))
    for (key, text) in english {
      let other = french[key] ?? ""
      #expect(Set(text.matches(of: /\{\w+\}/).map(\.0)) == Set(other.matches(of: /\{\w+\}/).map(\.0)), "\(key)")
      #expect(!text.isEmpty && !other.isEmpty, "\(key)")
    }
  }

  /// No key stands in two files of a language: the second would never be seen.
  @Test func nothingThatBelongsTogetherIsBrokenOverTwoLines() {
    for strings in [Strings.english, .french] {
      for (key, text) in strings.texts { #expect(!text.contains(#/ %|± /#), "\(key)") }
    }
    for (key, text) in Strings.french.texts { #expect(!text.contains(#/ [:;?!»]|« /#), "\(key)") }
  }

  @Test func noKeyIsGivenTwice() throws {
    for language in Language.allCases {
      let files = try Repository.texts(below: "Sources/Desk/Strings", ending: ".\(language.rawValue).json")
      let keys = try files.values.flatMap { text in
        try JSONDecoder().decode([String: String].self, from: Data(text.utf8)).keys
      }
      #expect(keys.count == Set(keys).count)
      #expect(keys.count == Strings.of(language).texts.count)
    }
  }

  @Test func everyKeyThatTheSourceNamesExists() throws {
    let families = Set(Strings.english.texts.keys.compactMap { $0.split(separator: ".").first })
    var seen = 0
    for (path, text) in try Repository.texts(below: "Sources/Desk", ending: ".swift") {
      for match in text.matches(of: /"([a-z][a-zA-Z]*)\.([a-zA-Z][a-zA-Z.-]*[a-zA-Z])"/)
      where families.contains(match.1) {
        seen += 1
        expect(["\(match.1).\(match.2)"], "of \(path)")
      }
    }
    #expect(seen > 150)
  }

  @Test func everyKeyThatTheScriptsNameExists() throws {
    var seen = 0
    for (path, text) in try Repository.texts(below: "share/web", ending: ".js") {
      for match in text.matches(of: /counted\(\s*"([a-zA-Z.-]+)"/) {
        seen += 1
        expect(["\(match.1).one", "\(match.1).many"], "of \(path)")
      }
      let single = text.replacing(/counted\(\s*"[a-zA-Z.-]+"/, with: "")
      for match in single.matches(of: /"(picture\.[a-zA-Z.-]+[a-zA-Z])"/) {
        seen += 1
        expect([String(match.1)], "of \(path)")
      }
    }
    #expect(seen > 60)
  }

  @Test func theScriptsOwnFamiliesAreWhole() {
    expect(TrackClass.allCases.map { "picture.class.\($0.rawValue)" })
    expect(TrackFlag.allCases.map { "picture.flag.\($0.rawValue)" } + ["picture.flag.exercise"])
    expect([Track.Status.live, .coasting].map { "picture.status.\($0.rawValue)" })
    let states: [FeedState] = [
      .idle, .connecting, .live, .quiet, .ended, .failed(FeedFailure(code: .notReceivedHere, message: "", place: "")),
    ]
    expect(states.map { "picture.feed.\($0.word)" })
    expect(Frame.Theme.allCases.map { "picture.theme.\($0.rawValue)" })
  }

  @Test func everyRolePurposeScopeAndReasonHasItsWord() {
    expect(Role.allCases.map { "role.\($0.rawValue)" })
    expect(Purpose.allCases.map { "purpose.\($0.rawValue)" })
    expect(Consultation.Scope.allCases.map { "scope.\($0.rawValue)" })
    expect(PasswordRules.Breach.allCases.map { "rule.\($0.rawValue)" })
    let reasons: [Revocation.Reason] = [
      .signedOut, .replaced, .idle, .tooOld, .passwordChanged, .personDisabled, .personReset, .endedByPerson,
      .tokenRevoked, .crowdedOut,
    ]
    expect(reasons.map { "reason.\($0.rawValue)" })
  }

  @Test func everyClassShipTypeAndStatusHasItsWord() {
    expect(TrackClass.allCases.map { "class.\($0.rawValue)" })
    expect((0...255).map { "shipType.\(ShipType($0).code)" })
    expect((0...15).compactMap { NavigationalStatus(rawValue: $0) }.map { "navStatus.\($0.code)" })
  }

  @Test func everyStepOfThinningHasItsSentenceWithItsNumbers() {
    let keeps: [ThinningStep.Keep] = [
      .everything, .spaced(seconds: 60, withinMetres: nil), .spaced(seconds: 60, withinMetres: 50), .nothing,
    ]
    for step in keeps.map({ ThinningStep(fromDays: 7, keep: $0) }) {
      expect([step.code])
      for strings in Self.languages {
        let text = strings(step.code, step.arguments.mapValues { String($0) })
        #expect(!text.contains("{"), "\(text)")
      }
    }
  }

  /// Each kind of entry that the operations write, as their source spells it.
  @Test func everyKindOfEntryHasItsSentence() throws {
    var kinds: Set<String> = []
    for (_, text) in try Repository.texts(below: "Sources/Operations", ending: ".swift") {
      for match in text.matches(of: /static let kind = "([a-zA-Z.]+)"/) { kinds.insert(String(match.1)) }
    }
    for (_, text) in try Repository.texts(below: "Sources/Ledger", ending: ".swift") {
      for match in text.matches(of: /kind = "(ledger\.[a-zA-Z.]+)"/) { kinds.insert(String(match.1)) }
    }
    #expect(kinds.count >= 20)
    expect(kinds.map { "act.\($0)" })
    expect(RecordPageView.kinds.map { "record.kind.\($0)" })
    for kind in kinds {
      #expect(RecordPageView.kinds.contains { kind.hasPrefix($0) }, "\(kind)")
    }
  }

  @Test func argumentsAreFilledInAndAGapShowsItsKey() {
    #expect(Strings.english("log.correctionOf", ["sequence": "12"]) == "Corrects entry 12")
    #expect(Strings.french["there.is.none"] == "there.is.none")
  }
}
